// Checks who sees the answer to a press: under a post the presser alone, who may show it to all where they may write.

import { describe, expect, test } from 'vitest'
import { addressOf } from '../../../src/adapters/discord/chats.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import { ask, paragraph, run } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import type { ChannelOptions } from '../../fakes/discord/places.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { startTown, subscribed } from './scene.ts'

const post: Message = {
  body: [paragraph('Forty-eight years ago today.')],
  choices: [
    [
      run('The sources', 'sources'),
      run('Read on', 'article', { name: 'vovworld-2014', page: '2' }, true),
      ask('Ask the archive', 'search', 'words'),
    ],
  ],
}

/** A channel with a post of the bot in it. */
async function startChannel(kind: ChannelOptions = {}) {
  const town = await startTown()
  const place = town.server.channel('feeds', kind)
  await town.platform.send(addressOf(town.server.id, place.id), post, 'key')
  return { ...town, place, posted: await place.post() }
}

const label = 'Show to all'

describe('what the adapter says itself', () => {
  test('is in the language of the answer, and not in that of the client', async () => {
    const { admin, lan, general } = await startTown()
    await admin.runs('/language', { language: 'vi' }).answer()
    const answer = await lan.runs('/settings').answer()
    expect(answer.onlyFor).toBe(lan.user)
    const { showToAll, mayNotShow } = (await phrasesOf('vi')).discord
    expect(answer.buttons).toContain(showToAll)
    general.deny(['SendMessages'])
    expect((await answer.press(showToAll, { by: lan }).answer()).text).toBe(mayNotShow)
  })

  test('is in the language that one answer was asked for in', async () => {
    const { lan } = await startTown()
    const searched = await lan.runs('/search', { words: 'ngày 7 tháng 1 chiến thắng' }).answer()
    const { answerInThis, discord } = await phrasesOf('vi')
    expect(searched.buttons).toContain(answerInThis)
    const answer = await searched.press(answerInThis, { by: lan }).answer()
    if (answer.onlyFor) expect(answer.buttons).toContain(discord.showToAll)
    else expect(answer.buttons).not.toContain('Show to all')
  })
})

describe('a member who looks at the settings', () => {
  test('is offered what they may do, and an admin what admins may', async () => {
    const town = await startTown()
    await subscribed(town, 'general')
    const ofMember = await town.lan.runs('/settings').answer()
    expect(ofMember.buttons.filter(each => /Subscribe|All of this|Language/.test(each))).toEqual([])
    const opened = await ofMember.press(ofMember.buttons[0] ?? '', { by: town.lan }).answer()
    expect(opened.text).toContain('Every year at 00:00')
    expect(opened.buttons.filter(each => /Stop|Time|Move/.test(each))).toEqual([])
    const ofAdmin = await town.admin.runs('/settings').answer()
    expect(ofAdmin.buttons).toContain('All of this server')
  })
})

describe('a press under a post', () => {
  test.each(['The sources', 'Read on'])('is answered to the presser alone: %s', async button => {
    const { lan, place, posted } = await startChannel()
    const answer = await posted.press(button, { by: lan }).answer()
    expect(answer.onlyFor).toBe(lan.user)
    expect(posted.edits).toBe(0)
    expect(place.posts).toEqual([posted])
  })

  test('is answered alone through its form too', async () => {
    const { lan, place, posted } = await startChannel()
    const modal = await posted.press('Ask the archive', { by: lan }).modal()
    const answer = await lan.submits(modal, { words: 'Pol Pot' }).answer()
    expect(answer.onlyFor).toBe(lan.user)
    expect(answer.text).toContain('“Pol Pot”')
    expect(place.posts).toEqual([posted])
  })

  test('is answered alone if it picks from a list', async () => {
    const { lan, server, platform } = await startTown()
    const place = server.channel('feeds')
    const choices = Array.from({ length: 8 }, (_, at) => [
      run(`Page ${at + 1}`, 'article', { name: 'vovworld-2014', page: `${at + 1}` }, true),
    ])
    await platform.send(addressOf(server.id, place.id), { ...post, choices }, 'key')
    const posted = await place.post()
    const { text } = posted
    const answer = await posted.picks('Page 2', { by: lan }).followUp()
    expect(answer.onlyFor).toBe(lan.user)
    expect(answer.text).toMatch(/Page 2 of \d/)
    expect(posted.text).toBe(text)
    expect(place.posts).toEqual([posted])
  })

  test('turns pages for the presser, who can still show one to all', async () => {
    const { lan, place, posted } = await startChannel()
    const second = await posted.press('Read on', { by: lan }).answer()
    expect(await second.press('Next page', { by: lan }).answer()).toBe(second)
    expect(second.text).toMatch(/Page 3 of \d/)
    const shown = await second.press(label, { by: lan }).answer()
    expect(shown.onlyFor).toBeUndefined()
    expect(shown.text).toBe(second.text)
    expect(place.posts).toEqual([posted, shown])
  })

  test('in a thread, which is a place like any other', async () => {
    const { lan, platform, server, general } = await startTown()
    const thread = general.thread('Dates')
    await platform.send(addressOf(server.id, thread.id), post, 'key')
    const answer = await (await thread.post()).press('The sources', { by: lan }).answer()
    expect(answer.onlyFor).toBe(lan.user)
    expect(answer.buttons).toContain(label)
  })
})

test('a press under an answer is answered below, for all', async () => {
  const { lan, admin, general } = await startTown()
  const answer = await lan.runs('/start').answer()
  const below = await answer.press(answer.buttons[0] ?? '', { by: admin }).answer()
  expect(below.onlyFor).toBeUndefined()
  expect(general.posts).toEqual([answer, below])
})

test('a press under a post in a direct message is answered there', async () => {
  const { discord, platform } = await startTown()
  const mai = discord.person('Mai')
  await platform.send(addressOf(mai.dm.id), post, 'key')
  const answer = await (await mai.dm.post()).press('The sources', { by: mai }).answer()
  expect(answer.onlyFor).toBeUndefined()
})

describe('“Show to all”', () => {
  const sourcesOf = async ({ lan, posted }: Awaited<ReturnType<typeof startChannel>>): Promise<Posted> =>
    posted.press('The sources', { by: lan }).answer()

  test('is offered where the person may write', async () => {
    const channel = await startChannel()
    expect((await sourcesOf(channel)).buttons).toContain(label)
  })

  test('is not offered where the person may not write', async () => {
    const channel = await startChannel()
    channel.place.deny(['SendMessages'], channel.lan)
    expect((await sourcesOf(channel)).buttons).not.toContain(label)
  })

  test('is refused in one line once the person may no longer write', async () => {
    const channel = await startChannel()
    const answer = await sourcesOf(channel)
    channel.place.deny(['SendMessages'], channel.lan)
    const refusal = await answer.press(label, { by: channel.lan }).answer()
    expect(refusal.onlyFor).toBe(channel.lan.user)
    expect(refusal.text).toBe('You may not write here, so you cannot show answers to all.')
    expect(channel.place.posts).toEqual([channel.posted])
  })

  test('is not for the readers of an announcement channel, but for those who look after it', async () => {
    const channel = await startChannel({ type: 'announcement' })
    expect((await sourcesOf(channel)).buttons).not.toContain(label)
    const editor = channel.server.member('Editor', { permissions: ['ManageMessages'] })
    const answer = await channel.posted.press('The sources', { by: editor }).answer()
    expect(answer.buttons).toContain(label)
  })

  test('is for people who may write in a thread, and only for moderators in a locked one', async () => {
    const { lan, server, admin, general } = await startTown()
    const moderator = server.member('Moderator', { permissions: ['ManageThreads'] })
    const [open, locked] = [general.thread('open'), general.thread('locked', { locked: true })]
    const offered = async (by: typeof lan, place: typeof open) =>
      (await by.runs('/settings', {}, { in: place }).answer()).buttons.includes(label)
    expect([await offered(lan, open), await offered(lan, locked)]).toEqual([true, false])
    expect([await offered(admin, locked), await offered(moderator, locked)]).toEqual([false, true])
    general.deny(['SendMessagesInThreads'], lan)
    expect(await offered(lan, open)).toBe(false)
  })
})
