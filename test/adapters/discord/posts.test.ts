// Checks where the post of 7 January goes, whom it mentions, and how a missing permission is named.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { DUE_TIME, startTown, subscribed, type Town } from './scene.ts'

async function passOnTheDay({ now, dispatcher }: Town) {
  now(DUE_TIME)
  await dispatcher.pass()
}

const anniversary = '48th anniversary'

describe('the post of 7 January', () => {
  test('appears in a text channel, once, and pings nobody', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    await passOnTheDay(town)
    await town.dispatcher.pass()
    expect(news.posts.map(({ text }) => text.includes(anniversary))).toEqual([true])
    expect(town.general.posts).toEqual([])
    expect(town.discord.pings).toEqual([])
  })

  test('mentions the chosen role and nobody else', async () => {
    const town = await startTown()
    const role = town.server.role('Historians', [], { mentionable: true })
    const news = await subscribed(town, 'news', { values: { role } })
    await passOnTheDay(town)
    expect(town.discord.pings.map(({ whom }) => whom)).toEqual([`<@&${role.id}>`])
    expect(news.posts).toHaveLength(1)
  })

  test('mentions the role in later years too, although old entries are forgotten', async () => {
    const town = await startTown()
    const role = town.server.role('Historians', [], { mentionable: true })
    await subscribed(town, 'news', { values: { role } })
    for (const year of [2027, 2028, 2029]) {
      const day = `${year}-01-07T00:00:30Z`
      town.now(day)
      await town.dispatcher.pass()
      const before = Temporal.Instant.from(day).subtract({ hours: 24 * 400 })
      await town.store.prune(before, before)
    }
    expect(town.discord.pings).toHaveLength(3)
  })

  test('is published in an announcement channel if that was chosen', async () => {
    const town = await startTown()
    const quiet = await subscribed(town, 'quiet', { type: 'announcement' })
    const loud = await subscribed(town, 'loud', { type: 'announcement', values: { publish: true } })
    await passOnTheDay(town)
    // A server gets at most one message a second.
    town.now('2027-01-07T00:00:40Z')
    await town.dispatcher.pass()
    expect(quiet.posts.map(({ crossposted }) => crossposted)).toEqual([false])
    expect(loud.posts.map(({ crossposted }) => crossposted)).toEqual([true])
  })

  test('stays in its channel if it cannot be published', async () => {
    const town = await startTown()
    const loud = await subscribed(town, 'loud', { type: 'announcement', values: { publish: true } })
    town.discord.next('POST', /crosspost$/, { status: 429, retryAfter: 600 })
    await passOnTheDay(town)
    await town.dispatcher.pass()
    expect(loud.posts.map(({ crossposted }) => crossposted)).toEqual([false])
  })

  test('opens an archived thread', async () => {
    const town = await startTown()
    const thread = town.general.thread('history')
    await subscribeIn(town, thread)
    thread.update({ archived: true })
    await passOnTheDay(town)
    expect(thread.posts).toHaveLength(1)
    expect(thread.channel.archived).toBe(false)
  })

  test('in a forum is ended by a command in another channel', async () => {
    const town = await startTown()
    const forum = await subscribed(town, 'forum', { type: 'forum' })
    const member = await town.lan.runs('/unsubscribe', { channel: forum }, { evenIfHidden: true }).answer()
    expect(member.text).toContain('Only the admins')
    expect((await town.admin.runs('/unsubscribe', { channel: forum }).answer()).text).toContain(
      'No more posts',
    )
    town.now(DUE_TIME)
    await town.dispatcher.pass()
    expect(forum.threads).toEqual([])
  })

  test.each([[[]], [['news', 'history']]])('is a forum post in a forum with the tags %j', async tags => {
    const town = await startTown()
    const forum = await subscribed(town, 'forum', { type: 'forum', tags, requireTag: tags.length > 0 })
    await passOnTheDay(town)
    const [post, ...others] = forum.threads
    expect(others).toEqual([])
    expect(post?.channel.name).toContain('7 January 1979')
    expect(post?.posts.map(({ text }) => text.includes(anniversary))).toEqual([true])
  })

  test('appears in a direct message', async () => {
    const town = await startTown()
    const mai = town.discord.person('Mai', { installed: true })
    await mai.runs('/subscribe', { anniversary: 'january-7', time: '00:00', zone: 'UTC' }).answer()
    await passOnTheDay(town)
    expect(mai.dm.posts.at(-1)?.text).toContain(anniversary)
  })

  test('has buttons that work', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    await passOnTheDay(town)
    const [post] = news.posts
    const button = String(post?.buttons[0])
    expect((await post?.press(button, { by: town.lan }).answer())?.text).not.toBe('')
  })
})

describe('/subscribe', () => {
  test.each([
    ['text', 'ViewChannel', 'View Channel'],
    ['text', 'SendMessages', 'Send Messages'],
    ['text', 'EmbedLinks', 'Embed Links'],
    ['text', 'AttachFiles', 'Attach Files'],
    ['text', 'ReadMessageHistory', 'Read Message History'],
    ['announcement', 'SendMessages', 'Send Messages'],
    ['forum', 'SendMessages', 'Create Posts'],
  ] as const)('to a %s channel names the missing permission: %s', async (type, permission, name) => {
    const { server, admin, store } = await startTown()
    const channel = server.channel('closed', { type })
    channel.deny([permission], { id: server.guild.id })
    const answer = await admin.runs('/subscribe', { anniversary: 'january-7', channel }).answer()
    expect(answer.text).toContain(`I need the permission “${name}”`)
    expect(answer.text).toContain('#closed')
    expect(answer.onlyFor).toBe(admin.user)
    expect(await store.threadsOf({ platform: 'discord', chat: server.id })).toEqual([])
  })

  test('to a thread needs the permission for threads, and to a locked one that to manage them', async () => {
    const { server, general, admin } = await startTown()
    const locked = general.thread('closed', { locked: true })
    const refused = await admin.runs('/subscribe', { anniversary: 'january-7', channel: locked }).answer()
    expect(refused.text).toContain('“Manage Threads”')
    const thread = general.thread('history')
    general.deny(['SendMessages'], { id: server.guild.id })
    const taken = await admin.runs('/subscribe', { anniversary: 'january-7', channel: thread }).answer()
    expect(taken.text).toContain('Next post')
    general.deny(['SendMessagesInThreads'], { id: server.guild.id })
    const again = await admin.runs('/subscribe', { anniversary: 'january-7', channel: thread }).answer()
    expect(again.text).toContain('“Send Messages In Threads”')
  })
})

async function subscribeIn({ admin }: Town, channel: { id: string }) {
  const values = { anniversary: 'january-7', time: '00:00', zone: 'UTC', channel }
  expect((await admin.runs('/subscribe', values).answer()).text).toContain('Next post')
}
