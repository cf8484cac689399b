// Checks what happens to subscriptions of channels and servers that no longer take posts, and of those that do again.

import { describe, expect, test } from 'vitest'
import type { Address } from '../../../src/core/ports.ts'
import type { PlayedFault } from '../../fakes/discord/faults.ts'
import type { Place } from '../../fakes/discord/places.ts'
import { DUE_TIME, startTown, subscribe, subscribed, type Town } from './scene.ts'

const post = '/channels/{channel_id}/messages'
const addressOf = ({ server }: Town, { id }: { id: string }): Address => ({
  platform: 'discord',
  chat: server.id,
  thread: id,
})
async function statusOf(town: Town, channel: { id: string }) {
  const [subscription] = await town.store.subscriptionsOf(addressOf(town, channel))
  return subscription?.status
}
async function passAt({ now, dispatcher }: Town, moment: string) {
  now(moment)
  await dispatcher.pass()
}
const paused = (reason: string) => ({ type: 'paused', reason })

describe('a post that a channel refuses for good', () => {
  test.each([
    [10003, 404, 'deleted'],
    [10004, 404, 'kicked'],
    [50001, 403, 'forbidden'],
    [50013, 403, 'forbidden'],
    [50008, 400, 'forbidden'],
    [160005, 400, 'forbidden'],
    [50083, 400, 'forbidden'],
    [50007, 403, 'blocked'],
    [50278, 403, 'blocked'],
    [99999, 403, 'forbidden'],
  ])('with the code %d pauses the subscription', async (code, status, reason) => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.discord.next('POST', post, { status, code })
    await passAt(town, DUE_TIME)
    expect(await statusOf(town, news)).toEqual(paused(reason))
    expect(news.posts).toEqual([])
  })

  test('is reported to the owner of the server and to whoever subscribed, each time', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    const { owner } = town.server.guild
    const notices = () =>
      town.discord.requests.filter(({ route, status, body }) => {
        const text = JSON.stringify(body ?? '')
        return route === post && status === 200 && text.includes('may not post')
      })
    for (const [index, moment] of [DUE_TIME, '2028-01-07T00:00:30Z'].entries()) {
      town.server.permit('@everyone', ['ViewChannel', 'UseApplicationCommands'])
      await passAt(town, moment)
      expect(await statusOf(town, news)).toEqual(paused('forbidden'))
      expect(notices()).toHaveLength(2 * (index + 1))
      await town.store.resume(addressOf(town, news))
    }
    expect(owner.id).not.toBe('')
  })
})

test('those who own or manage a server may send its posts again from another chat, and no others', async () => {
  const town = await startTown()
  const { server, platform, general, admin, lan } = town
  const isAdmin = (user: string) => platform.isAdmin?.(addressOf(town, general), user)
  expect(await isAdmin(server.guild.owner.id)).toBe(true)
  expect(await isAdmin(admin.user.id)).toBe(true)
  expect(await isAdmin(server.member('Root', { permissions: ['Administrator'] }).user.id)).toBe(true)
  expect(await isAdmin(lan.user.id)).toBe(false)
  expect(await isAdmin('1')).toBe(false)
})

describe('a notice that posts are paused', () => {
  /** The people who were written to, and what they were told; nothing if they take no messages. */
  const told = ({ discord, server, admin }: Town) => {
    const names = new Map([
      [server.guild.owner.id, 'owner'],
      [admin.user.id, 'subscriber'],
    ])
    let recipient = ''
    return discord.requests.flatMap(({ route, status, body }) => {
      if (route === '/users/@me/channels')
        recipient = names.get((body as { recipient_id: string }).recipient_id) ?? 'somebody else'
      const text = JSON.stringify(body ?? '')
      return route === post && text.includes('Paused') ? [[recipient, status === 200 ? text : '']] : []
    })
  }

  test('names server, channel and permission, and goes to the owner and to whoever subscribed', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    // Another subscription of the same person is no reason for another notice.
    await town.admin.runs('/subscribe', { anniversary: 'independence', channel: news }).answer()
    news.deny(['SendMessages'])
    await passAt(town, DUE_TIME)
    const notices = told(town)
    expect(notices.map(([who]) => who)).toEqual(['owner', 'subscriber'])
    for (const [, text] of notices) {
      expect(text).toContain('Archive · #news')
      expect(text).toContain('because the bot may not post.')
      expect(text).toContain('It lacks the permission “Send Messages” there.')
    }
  })

  test('names a channel that the bot may not view any more', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    news.deny(['ViewChannel'])
    await passAt(town, DUE_TIME)
    const [first] = told(town)
    expect(first?.[1]).toContain('Archive · #news')
    expect(first?.[1]).toContain('“View Channel”')
  })

  test('leaves out in silence who takes no messages, and still reaches the other', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.server.guild.owner.dm = 'closed'
    news.deny(['SendMessages'])
    for (const moment of [DUE_TIME, '2027-01-07T00:05:00Z']) await passAt(town, moment)
    expect(told(town).map(([who, text]) => [who, text !== ''])).toEqual([
      ['owner', false],
      ['subscriber', true],
    ])
  })

  test('is tried again only for whoever it did not reach', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    news.deny(['SendMessages'])
    town.discord.next('POST', post, { status: 403, code: 50013 })
    town.discord.next('POST', post, { status: 502 })
    await passAt(town, DUE_TIME)
    const before = told(town)
      .filter(([, text]) => text !== '')
      .map(([who]) => who)
    await passAt(town, '2027-01-07T00:05:00Z')
    const after = told(town)
      .filter(([, text]) => text !== '')
      .map(([who]) => who)
    expect(before).not.toContain('owner')
    expect(after.filter(who => who === 'subscriber')).toHaveLength(1)
    expect(after.filter(who => who === 'owner')).toHaveLength(1)
  })
})

describe('a notice to the owner of a server', () => {
  const notify = (town: Town) => town.platform.notifyAdmins?.(addressOf(town, town.general), { body: [] })

  test('is not sent if they take no messages, or the bot has left, which no other try changes', async () => {
    const town = await startTown()
    town.server.guild.owner.dm = 'closed'
    await expect(notify(town)).resolves.toBeUndefined()
    town.server.removesBot()
    await expect(notify(town)).resolves.toBeUndefined()
  })

  test('fails where another try may help', async () => {
    const town = await startTown()
    town.discord.next('POST', post, { status: 502 })
    await expect(notify(town)).rejects.toThrow('Bad Gateway')
  })
})

describe('a permission that is lost', () => {
  test('and given back brings this year’s post once', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    news.deny(['SendMessages'])
    await passAt(town, DUE_TIME)
    expect(await statusOf(town, news)).toEqual(paused('forbidden'))
    await passAt(town, '2027-01-07T00:20:30Z')
    expect(await statusOf(town, news)).toEqual(paused('forbidden'))
    news.allow(['SendMessages'])
    await passAt(town, '2027-01-07T02:00:30Z')
    await passAt(town, '2027-01-07T02:01:30Z')
    await passAt(town, '2027-01-07T02:20:30Z')
    expect(news.posts.map(({ text }) => text.includes('48th anniversary'))).toEqual([true])
    expect(await statusOf(town, news)).toEqual({ type: 'active' })
  })

  test('and given back after the grace brings next year’s post', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    news.deny(['SendMessages'])
    await passAt(town, DUE_TIME)
    news.allow(['SendMessages'])
    await passAt(town, '2027-03-01T00:00:30Z')
    expect(news.posts).toEqual([])
    await passAt(town, '2028-01-07T00:00:30Z')
    await passAt(town, '2028-01-07T00:20:30Z')
    expect(news.posts.map(({ text }) => text.includes('49th anniversary'))).toEqual([true])
  })
})

describe('whether a channel takes posts', () => {
  const readiness = (town: Town, channel: { id: string }) => town.platform.check?.(addressOf(town, channel))
  const canPost = async (town: Town, channel: { id: string }) =>
    (await readiness(town, channel))?.status === 'ready'

  test.each(['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles'] as const)(
    'depends on roles and overwrites: %s',
    async permission => {
      const town = await startTown()
      const { server, general, discord } = town
      expect(await canPost(town, general)).toBe(true)
      general.deny([permission])
      expect(await canPost(town, general)).toBe(false)
      general.allow([permission], discord.bot)
      expect(await canPost(town, general)).toBe(true)
      general.deny([permission], discord.bot)
      const own = [...server.guild.roles.values()].find(({ name }) => name === discord.bot.name)
      general.allow([permission], own)
      expect(await canPost(town, general)).toBe(false)
      server.permit(discord.bot.name, ['Administrator'])
      expect(await canPost(town, general)).toBe(true)
    },
  )

  test('depends for a thread on its channel, and on whether it is locked', async () => {
    const town = await startTown()
    const thread = town.general.thread('history')
    town.general.deny(['SendMessages'])
    expect(await canPost(town, thread)).toBe(true)
    thread.update({ locked: true })
    expect(await canPost(town, thread)).toBe(false)
    town.general.allow(['ManageThreads'])
    expect(await canPost(town, thread)).toBe(true)
    town.general.deny(['SendMessagesInThreads'])
    expect(await canPost(town, thread)).toBe(false)
  })

  test('is refused if the channel is gone or the bot is not in the server', async () => {
    const town = await startTown()
    const thread = town.general.thread('history')
    thread.delete()
    expect(await readiness(town, thread)).toEqual({ status: 'refused', cause: 'deleted' })
    town.server.removesBot()
    expect(await readiness(town, town.general)).toEqual({ status: 'refused' })
  })

  test.each([
    ['ViewChannel', 'View Channel'],
    ['SendMessages', 'Send Messages'],
    ['ReadMessageHistory', 'Read Message History'],
  ] as const)('is refused with the name of the permission that is missing: %s', async (flag, missing) => {
    const town = await startTown()
    town.general.deny([flag])
    expect(await readiness(town, town.general)).toEqual({ status: 'refused', missing })
  })

  test('is refused in a forum, a thread and a locked thread with the permission that counts there', async () => {
    const town = await startTown()
    const forum = town.server.channel('forum', { type: 'forum' })
    forum.deny(['SendMessages'])
    expect(await readiness(town, forum)).toEqual({ status: 'refused', missing: 'Create Posts' })
    const thread = town.general.thread('history', { locked: true })
    expect(await readiness(town, thread)).toEqual({
      status: 'refused',
      missing: 'Manage Threads',
      cause: 'locked',
    })
    town.general.deny(['SendMessagesInThreads'])
    expect(await readiness(town, thread)).toEqual({ status: 'refused', missing: 'Send Messages In Threads' })
  })

  test.each<[string, PlayedFault]>([
    ['an outage', { status: 503 }],
    ['a broken connection', 'reset'],
    ['a limit', { status: 429, retryAfter: 600 }],
    ['a page of Cloudflare', { status: 403, isPage: true }],
  ])('is not known after %s', async (_, fault) => {
    const town = await startTown()
    town.discord.next('GET', '/channels/{channel_id}', fault, 2)
    expect(await readiness(town, town.general)).toEqual({ status: 'unreachable' })
  })
})

describe('/why', () => {
  const why = async ({ admin }: Town, channel: Place) => (await admin.runs('/why', { channel }).answer()).text

  test('names the permission that is missing and the channel', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    news.deny(['EmbedLinks'])
    expect(await why(town, news)).toContain(
      'No, not as things are. The bot may not post in #news: it lacks the permission “Embed Links”.',
    )
  })

  test('tells an outage of Discord from a missing permission', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.discord.next('GET', '/channels/{channel_id}', { status: 503 }, 2)
    const text = await why(town, news)
    expect(text).toContain('Yes. The next post')
    expect(text).toContain('Discord does not answer right now, so I cannot tell')
  })
})

describe('a channel or a thread that is deleted', () => {
  test('pauses its own subscriptions at once, and no others', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    const other = await subscribed(town, 'other')
    const thread = town.general.thread('history')
    await subscribe(town.admin, thread)
    news.delete()
    thread.delete()
    await untilHandled(town)
    expect(await statusOf(town, news)).toEqual(paused('deleted'))
    expect(await statusOf(town, thread)).toEqual(paused('deleted'))
    expect(await statusOf(town, other)).toEqual({ type: 'active' })
  })
})

describe('a server', () => {
  test('that the bot has left is paused in all channels at once, and continues when the bot is back', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    await subscribe(town.admin, town.general)
    town.server.removesBot()
    await untilHandled(town)
    expect(await statusOf(town, news)).toEqual(paused('kicked'))
    expect(await statusOf(town, town.general)).toEqual(paused('kicked'))
    town.server.addsBot()
    await untilHandled(town)
    expect(await statusOf(town, news)).toEqual({ type: 'active' })
    await passAt(town, DUE_TIME)
    await passAt(town, '2027-01-07T00:00:40Z')
    expect([news, town.general].map(({ posts }) => posts.length)).toEqual([1, 1])
  })

  test('with an outage stays active', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.server.fails()
    await untilHandled(town)
    expect(await statusOf(town, news)).toEqual({ type: 'active' })
    town.server.recovers()
    await untilHandled(town)
    expect(town.general.posts).toEqual([])
    await passAt(town, DUE_TIME)
    expect(news.posts).toHaveLength(1)
  })

  test('that the bot joins is greeted in its system channel, in its language, without pings', async () => {
    const { discord } = await startTown()
    const server = discord.guild('New', { bot: false, locale: 'vi' })
    const hall = server.channel('hall')
    server.welcomesIn(hall)
    server.addsBot()
    const greeting = await hall.post()
    expect(greeting.text).toContain('Ngày 7 tháng 1')
    expect(greeting.text).toContain('Bạn hãy gõ / rồi chọn một lệnh. Quản trị viên có thể dùng')
    expect(discord.pings).toEqual([])
    const nam = server.member('Nam')
    expect((await greeting.press(String(greeting.buttons[0]), { by: nam }).answer()).text).not.toBe('')
  })

  test('that the bot joins is not greeted if the bot may not write or there is no system channel', async () => {
    const town = await startTown()
    const server = town.discord.guild('New', { bot: false })
    const hall = server.channel('hall')
    hall.deny(['SendMessages'])
    server.welcomesIn(hall)
    server.addsBot()
    const other = town.discord.guild('Other', { bot: false })
    const talk = other.channel('talk')
    other.addsBot()
    await untilHandled(town)
    expect([...hall.posts, ...talk.posts, ...town.discord.denied]).toEqual([])
  })
})

/** Resolves when the bot has handled the earlier events: it then answers a later command. */
async function untilHandled({ discord }: Town) {
  const server = discord.guild('Elsewhere')
  server.channel('talk')
  await server.member('Nam').runs('/help').answer()
}
