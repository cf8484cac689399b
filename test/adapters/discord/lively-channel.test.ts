// Plays a lively channel on Discord: the bot answers what was meant for it, and keeps out of everything else.

import { expect, test } from 'vitest'
import { limited } from '../../../src/adapters/host/limits.ts'
import { DUE_TIME, startTown, subscribed } from './scene.ts'

test('a post, grief and thanks under it, chatter that names the bot, two commands, a form: three answers', async () => {
  const town = await startTown({ guard: limited })
  const { lan, admin, server, discord, log } = town
  const mai = server.member('Mai', { locale: 'vi' })
  const feeds = await subscribed(town, 'feeds')
  const here = { in: feeds }
  town.now(DUE_TIME)
  await town.dispatcher.pass()
  const posted = await feeds.post()

  mai.says('My grandfather never came home from there.', here)
  lan.says('Thank you for this.', here)
  lan.says(`<@${discord.bot.id}> is quiet today, is it not?`, here)
  const upcoming = await lan.runs('/upcoming', {}, here).answer()
  admin.says('Daybook, a bot, posts it every year.', here)
  const question = await mai.runs('/search', {}, here).answer()
  lan.says('Good bot.', here)
  const form = question.buttons.at(-1) ?? ''
  const modal = await question.press(form, { by: mai }).modal()
  const found = await mai.submits(modal, { [String(modal.components[0]?.label)]: 'Pol Pot' }).answer()
  mai.says('/search is handy', here)

  // The client receives in order, so everything said before this was received too.
  await lan.types('/article', { option: 'name', text: 'v' }, here).choices()
  expect(feeds.posts).toEqual([posted, upcoming, question, found])
  expect(posted.edits).toBe(0)
  expect(discord.unanswered).toEqual([])
  expect([discord.refused, discord.denied]).toEqual([[], []])
  expect(discord.pings).toEqual([])
  expect(log.filter(line => line.startsWith('error'))).toEqual([])
})
