// Checks that channels are looked after from other channels: forums, hidden and deleted ones, and their roles.

import { describe, expect, test } from 'vitest'
import { addressOf } from '../../../src/adapters/discord/chats.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { startTown, subscribed, type Town } from './scene.ts'

const press = (message: Posted, words: string, { admin }: Town) => {
  const label = message.buttons.find(each => each.startsWith(words))
  if (label === undefined) throw new Error(`no ${words} among ${message.buttons.join(', ')}`)
  return message.press(label, { by: admin }).answer()
}
const activeIn = async ({ store, server }: Town, { id }: { id: string }) =>
  (await store.subscriptionsOf(addressOf(server.id, id))).filter(({ status }) => status.type === 'active')

describe('a forum, in which nobody can type', () => {
  test.each([
    ['/settings', 'Settings of #forum'],
    ['/why', 'The next post in #forum is due'],
    ['/preview', 'the next post in #forum'],
  ])('answers %s from another channel', async (command, words) => {
    const town = await startTown()
    const forum = await subscribed(town, 'forum', { type: 'forum' })
    expect((await town.admin.runs(command, { channel: forum }).answer()).text).toContain(words)
  })

  test('moves to a channel with its hour, and the post comes there', async () => {
    const town = await startTown()
    const forum = await subscribed(town, 'forum', { type: 'forum' })
    const settings = await town.admin.runs('/settings', { channel: forum }).answer()
    const moved = await press(await press(settings, 'Change: ', town), 'Move here', town)
    expect(moved.text).toContain('Moved from #forum to #general')
    town.now('2027-01-07T00:00:30Z')
    await town.dispatcher.pass()
    expect([forum.threads.length, town.general.posts.length]).toEqual([0, 1])
  })
})

describe('a channel that a member does not see', () => {
  test('is no place for them, and one for who manages the server', async () => {
    const town = await startTown()
    const hidden = await subscribed(town, 'hidden')
    hidden.deny(['ViewChannel'])
    hidden.allow(['ViewChannel'], town.discord.bot)
    const settings = (who = town.lan) => who.runs('/settings', { channel: hidden }).answer()
    expect((await settings()).text).toContain('There is no such place here')
    expect((await settings(town.admin)).text).toContain('Settings of #hidden')
    hidden.allow(['ViewChannel'], town.lan)
    expect((await settings()).text).toContain('Settings of #hidden')
  })
})

describe('a place that somebody does not see who may use a command', () => {
  test('is neither listed to them among all, nor opened by them', async () => {
    const town = await startTown()
    const { lan, server, discord } = town
    const hidden = await subscribed(town, 'hidden')
    hidden.deny(['ViewChannel'])
    hidden.allow(['ViewChannel'], discord.bot)
    const open = await subscribed(town, 'open')
    server.lets(lan, 'settings')
    const all = await (await lan.runs('/settings').answer()).press('All of this server', { by: lan }).answer()
    expect(all.text).toContain('#open: ')
    expect(all.text).not.toContain(hidden.id)
    const stop = { channel: hidden, time: '05:00' }
    expect((await lan.runs('/settings', stop).answer()).text).toContain('no such place')
    open.delete()
    const gone = await (await lan.runs('/settings').answer())
      .press('All of this server', { by: lan })
      .answer()
    expect(gone.text).toContain(`${open.id}: `)
  })

  test('such as a private thread of a channel that they see', async () => {
    const { lan, admin, server, general } = await startTown()
    const moderator = server.member('Moderator', { permissions: ['ManageThreads'] })
    const secret = general.thread('secret', { isPrivate: true })
    const asked = async (who: typeof lan, where = general) =>
      (await who.runs('/why', { channel: secret }, { in: where }).answer()).text
    expect(await asked(lan)).toContain('no such place')
    for (const who of [admin, moderator]) expect(await asked(who)).toContain('#secret is not subscribed')
    expect(await asked(lan, secret)).toContain('#secret is not subscribed')
  })
})

describe('a channel that was deleted', () => {
  const all = async (town: Town) =>
    press(await town.admin.runs('/settings').answer(), 'All of this server', town)

  test('is listed by its id with the reason, and can be stopped', async () => {
    const town = await startTown()
    const gone = await subscribed(town, 'gone')
    gone.delete()
    const listed = await all(town)
    expect(listed.text).toContain(`${gone.id}: `)
    expect(listed.text).toContain('Paused, because the chat was not found')
    const stopped = await press(await press(listed, `Change: ${gone.id}`, town), 'Stop', town)
    expect(stopped.text).toContain(`No more posts in ${gone.id} for`)
    expect((await all(town)).text).toContain('Nothing is subscribed')
  })

  test('gives its subscription to another, with the role', async () => {
    const town = await startTown()
    const role = town.server.role('Historians', [], { mentionable: true })
    const gone = await subscribed(town, 'gone', { values: { role } })
    gone.delete()
    const opened = await press(await all(town), `Change: ${gone.id}`, town)
    const moved = await press(opened, 'Move here', town)
    expect(moved.text).toContain('Posts in #general mention @Historians.')
    expect(await activeIn(town, town.general)).toHaveLength(1)
  })
})

describe('a role', () => {
  const roleOf = async (role: (town: Town) => { id: string }, town: Town) =>
    (await town.admin.runs('/settings', { role: role(town) }).answer()).text

  test.each([
    ['that anyone may mention', (town: Town) => town.server.role('open', [], { mentionable: true }), '@open'],
    [
      'that nobody may mention',
      (town: Town) => town.server.role('closed'),
      'give me the permission “Mention @everyone, @here, and All Roles”',
    ],
    ['of everybody', (town: Town) => ({ id: town.server.id }), 'A post never mentions everybody'],
  ])('%s is chosen or told', async (_, role, words) => {
    const town = await startTown()
    expect(await roleOf(role, town)).toContain(words)
  })

  test('that nobody may mention is chosen where the bot may mention all', async () => {
    const town = await startTown()
    town.server.permit('Daybook', ['MentionEveryone'])
    expect(await roleOf(({ server }) => server.role('closed'), town)).toContain(
      'Posts in #general mention @closed.',
    )
    town.general.deny(['MentionEveryone'], town.discord.bot)
    expect(await roleOf(({ server }) => server.role('closed'), town)).toContain('I may not mention @closed')
    const news = await subscribed(town, 'news')
    news.allow(['MentionEveryone'], town.discord.bot)
    town.server.permit('Daybook', [])
    const role = town.server.role('staff')
    const answer = await town.admin.runs('/settings', { channel: news, role }).answer()
    expect(answer.text).toContain('Posts in #news mention @staff.')
  })

  test('that was deleted is told', async () => {
    const town = await startTown()
    const role = town.server.role('readers', [], { mentionable: true })
    await roleOf(() => role, town)
    town.server.removesRole(role)
    expect((await town.admin.runs('/settings').answer()).text).toContain('does not exist any more')
  })
})

describe('the settings of a channel, opened from another', () => {
  const open = async (town: Town, channel: { id: string }) =>
    press(await town.admin.runs('/settings', { channel }).answer(), 'Change: ', town)

  test('have a list of roles', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    const role = town.server.role('readers', [], { mentionable: true })
    const opened = await town.admin.runs('/settings', { channel: news }).answer()
    const picked = await opened.selects('Mention a role', [role], { by: town.admin }).answer()
    expect(picked.text).toContain('Settings of #news')
    expect(picked.text).toContain('Posts in #news mention @readers.')
    expect((await press(picked, 'Mention no role', town)).text).not.toContain('@readers')
  })

  test('have a list of channels to move to', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    const forum = town.server.channel('forum', { type: 'forum' })
    const opened = await open(town, news)
    const moved = await opened.selects('Move to another channel', [forum], { by: town.admin }).answer()
    expect(moved.text).toContain('Moved from #news to #forum')
    expect(await activeIn(town, forum)).toHaveLength(1)
    const stopped = await press(moved, 'Stop', town)
    expect(stopped.text).toContain('No more posts in #forum')
    expect(await activeIn(town, forum)).toEqual([])
  })

  test('are reached from those of all of the server, also for a channel that has none', async () => {
    const town = await startTown()
    const news = town.server.channel('news')
    const all = await press(await town.admin.runs('/settings').answer(), 'All of this server', town)
    const settings = await all.selects('Another channel', [news], { by: town.admin }).answer()
    expect(settings.text).toContain('Settings of #news')
    const started = await press(settings, 'Subscribe: 7 January', town)
    expect(started.text).toContain('Posted in #news')
    expect(await activeIn(town, news)).toHaveLength(1)
    expect(await activeIn(town, town.general)).toEqual([])
  })
})
