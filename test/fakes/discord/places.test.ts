// Checks channels of each type, permissions, deleted things, and nonces.

import { AttachmentBuilder, ChannelType, REST, RESTEvents, SnowflakeUtil } from 'discord.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { connect, startFake, token } from './client.ts'
import type { Discord } from './index.ts'
import type { Permission } from './permissions.ts'
import type { Place, Server } from './places.ts'

let discord: Discord
let guild: Server
let general: Place
let rest: REST

beforeEach(async () => {
  discord = await startFake()
  guild = discord.guild('Archive')
  general = guild.channel('general')
  rest = new REST({ api: discord.api, retries: 0 }).setToken(token)
})

type Sent = { id: string; content: string; flags: number; channel_id: string }
const send = (
  place: { id: string },
  body: object = { content: 'x' },
  files: { name: string; data: Buffer }[] = [],
) => rest.post(`/channels/${place.id}/messages`, { body, files }) as Promise<Sent>
/** The error code of a request, or 0 if it passes. */
const code = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 0,
    error => error.code,
  )

describe('permissions', () => {
  it('are checked one by one: viewing, sending, embeds, files', async () => {
    const embed = { embeds: [{ title: 'x' }] }
    const file = [{ name: 'a.png', data: Buffer.from('a') }]
    const cases: [Permission, () => Promise<unknown>, number][] = [
      ['EmbedLinks', () => send(general, embed), 50013],
      ['AttachFiles', () => send(general, {}, file), 50013],
      ['SendMessages', () => send(general), 50013],
      ['ViewChannel', () => send(general), 50001],
    ]
    for (const [permission, work, refused] of cases) {
      expect(await code(work())).toBe(0)
      general.deny([permission])
      expect(await code(work())).toBe(refused)
      // The bot's own overwrite counts more than the one that denies everyone.
      general.allow([permission], discord.bot)
      expect(await code(work())).toBe(0)
    }
    expect(discord.refused).toEqual([])
    expect(discord.denied).toHaveLength(4)
  })

  it('come from roles, and an administrator has all', async () => {
    general.deny(['SendMessages'])
    expect(await code(send(general))).toBe(50013)
    guild.permit('Daybook', ['Administrator'])
    expect(await code(send(general))).toBe(0)
    guild.permit('Daybook', [])
    const writers = guild.role('writers')
    general.allow(['SendMessages'], writers)
    expect(await code(send(general))).toBe(50013)
    guild.give(discord.bot, writers)
    expect(await code(send(general))).toBe(0)
    // Among roles, one that allows is enough.
    const silent = guild.role('silent')
    guild.give(discord.bot, silent)
    general.deny(['SendMessages'], silent)
    expect(await code(send(general))).toBe(0)
    general.deny(['SendMessages'], discord.bot)
    expect(await code(send(general))).toBe(50013)
  })

  it('decide whether a mention of a role notifies', async () => {
    const pings = () => discord.pings.map(({ whom }) => whom)
    const mention = ({ id }: { id: string }) =>
      send(general, { content: `<@&${id}>`, allowed_mentions: { roles: [id] } })
    const [open, closed] = [guild.role('open', [], { mentionable: true }), guild.role('closed')]
    await mention(open)
    await mention(closed)
    expect(pings()).toEqual([`<@&${open.id}>`])
    guild.permit('Daybook', ['MentionEveryone'])
    await mention(closed)
    expect(pings()).toEqual([`<@&${open.id}>`, `<@&${closed.id}>`])
  })

  it('for threads are separate, and come from the parent channel', async () => {
    const talk = general.thread('talk')
    general.deny(['SendMessages'])
    expect(await code(send(talk))).toBe(0)
    general.deny(['SendMessagesInThreads'])
    expect(await code(send(talk))).toBe(50013)
    general.deny(['ViewChannel'])
    expect(await code(send(talk))).toBe(50001)
  })
})

describe('a request is refused', () => {
  it('for a deleted channel or message, and for a guild that was left or never existed', async () => {
    const { id } = await send(general)
    await rest.delete(`/channels/${general.id}/messages/${id}`)
    expect(await code(rest.get(`/channels/${general.id}/messages/${id}`))).toBe(10008)
    const other = guild.channel('other')
    other.delete()
    expect(await code(send(other))).toBe(10003)
    guild.removesBot()
    expect(await code(send(general))).toBe(50001)
    expect(await code(rest.get(`/guilds/${guild.id}`))).toBe(50001)
    expect(await code(rest.get('/guilds/1'))).toBe(10004)
  })

  it('for a person who takes no direct messages', async () => {
    const to = async (dm: 'open' | 'closed' | 'strangers') => {
      const body = { recipient_id: discord.person(dm, { dm }).id }
      return code(send((await rest.post('/users/@me/channels', { body })) as Sent))
    }
    expect([await to('open'), await to('closed'), await to('strangers')]).toEqual([0, 50007, 50278])
  })
})

describe('an announcement channel', () => {
  it('publishes a message once, and ten an hour', async () => {
    const news = guild.channel('news', { type: 'announcement' })
    const on = (id: string, place = news) => rest.post(`/channels/${place.id}/messages/${id}/crosspost`)
    expect(await code(on((await send(general)).id, general))).toBe(50024)
    const first = await send(news)
    expect(((await on(first.id)) as Sent).flags & 1).toBe(1)
    expect(await code(on(first.id))).toBe(40033)
    for (let left = 8; left > 0; left--) await on((await send(news)).id)
    const impatient = new REST({ api: discord.api, retries: 0, rejectOnRateLimit: () => true }).setToken(
      token,
    )
    const last = await send(news)
    await expect(impatient.post(`/channels/${news.id}/messages/${last.id}/crosspost`)).rejects.toMatchObject({
      name: 'RateLimitError[/channels/:id/messages/:id/crosspost]',
    })
    discord.advance(3_600_000)
    await new REST({ api: discord.api })
      .setToken(token)
      .post(`/channels/${news.id}/messages/${last.id}/crosspost`)
    expect(news.posts.filter(post => post.crossposted)).toHaveLength(10)
  })
})

describe('threads', () => {
  it('are unarchived by a message, unless they are locked', async () => {
    const old = general.thread('old', { archived: true })
    const locked = general.thread('locked', { locked: true })
    const closed = general.thread('closed', { archived: true, locked: true })
    expect([await code(send(old)), old.channel.archived]).toEqual([0, false])
    expect([await code(send(locked)), await code(send(closed))]).toEqual([160005, 50083])
    guild.permit('Daybook', ['ManageThreads'])
    expect([await code(send(locked)), await code(send(closed))]).toEqual([0, 0])
  })

  it('start under a message, or on their own', async () => {
    const { id } = await send(general)
    const under = `/channels/${general.id}/messages/${id}/threads` as const
    expect(((await rest.post(under, { body: { name: 'talk' } })) as Sent).id).toBe(id)
    expect(await code(rest.post(under, { body: { name: 'talk' } }))).toBe(160004)
    await rest.post(`/channels/${general.id}/threads`, { body: { name: 'own', type: 11 } })
    expect(general.threads.map(each => each.channel.name)).toEqual(['talk', 'own'])
  })

  it('are the posts of a forum, which takes no messages', async () => {
    const forum = guild.channel('forum', { type: 'forum', requireTag: true, tags: ['day'] })
    expect(await code(send(forum))).toBe(50008)
    const begin = (body: object) => rest.post(`/channels/${forum.id}/threads`, { body }) as Promise<Sent>
    const applied_tags = forum.channel.tags.map(tag => tag.id)
    const message = { content: 'x' }
    expect(await code(begin({ name: 'today', message }))).toBe(40067)
    expect(await code(begin({ name: 'today', message, applied_tags: ['1'] }))).toBe(10087)
    expect(await code(begin({ name: 'today', applied_tags }))).toBe(50035)
    expect(await code(begin({ name: 'x'.repeat(101), message, applied_tags }))).toBe(50035)
    expect(await code(begin({ name: 'today', message: { content: 'x'.repeat(2001) }, applied_tags }))).toBe(
      50035,
    )
    const thread = await begin({ name: 'today', message, applied_tags })
    expect(await code(send(thread))).toBe(0)
    expect(forum.threads.map(each => [each.channel.name, each.posts.length])).toEqual([['today', 2]])
    forum.deny(['EmbedLinks'])
    expect(await code(begin({ name: 'today', message: { embeds: [{ title: 'x' }] }, applied_tags }))).toBe(
      50013,
    )
    forum.deny(['SendMessages'])
    expect(await code(begin({ name: 'today', message, applied_tags }))).toBe(50013)
  })
})

describe('an id', () => {
  type Thread = { id: string; owner_id: string; last_message_id: string | null }
  const get = (place: { id: string }) => rest.get(`/channels/${place.id}`) as Promise<Thread>

  it('names who started a thread, and the last message or the last thread of a forum', async () => {
    const forum = guild.channel('forum', { type: 'forum' })
    expect((await get(forum)).last_message_id).toBe(null)
    const own = (await rest.post(`/channels/${forum.id}/threads`, {
      body: { name: 'own', message: { content: 'x' } },
    })) as Thread
    expect(own.owner_id).toBe(discord.bot.id)
    const other = forum.thread('other')
    expect((await get(other)).owner_id).not.toBe(discord.bot.id)
    expect((await get(forum)).last_message_id).toBe(other.id)
    const message = await send(general)
    expect((await get(general)).last_message_id).toBe(message.id)
  })

  it('has the time of the fake’s clock, as the header of each answer does', async () => {
    discord.advance(3_600_000)
    const dates: (string | null)[] = []
    rest.on(RESTEvents.Response, (_, { headers }) => void dates.push(headers.get('date')))
    const { id } = await send(general)
    const ofId = SnowflakeUtil.timestampFrom(id)
    expect(ofId - Date.now()).toBeGreaterThan(3_500_000)
    expect(Math.abs(Date.parse(String(dates.at(-1))) - ofId)).toBeLessThan(2000)
  })
})

describe('a real client', () => {
  it('posts, edits, publishes, and writes in threads and forums', async () => {
    const news = guild.channel('news', { type: 'announcement' })
    const forum = guild.channel('forum', { type: 'forum' })
    const { client } = await connect(discord)
    const channel = await client.channels.fetch(news.id)
    if (channel?.type !== ChannelType.GuildAnnouncement) throw new Error('not an announcement channel')
    const files = [new AttachmentBuilder(Buffer.from('png'), { name: 'a.png', description: 'A day' })]
    const posted = await channel.send({ content: 'x', nonce: 'key', enforceNonce: true, files })
    await posted.edit('y')
    await posted.crosspost()
    await (await posted.startThread({ name: 'talk' })).send('z')
    const posts = await client.channels.fetch(forum.id)
    if (posts?.type !== ChannelType.GuildForum) throw new Error('not a forum')
    await posts.threads.create({ name: 'today', message: { content: 'w' } })
    expect(news.posts.map(post => [post.text, post.edits, post.crossposted])).toEqual([['y', 1, true]])
    expect(news.posts[0]?.body.attachments).toMatchObject([{ filename: 'a.png', description: 'A day' }])
    expect(await news.threads[0]?.post()).toMatchObject({ text: 'z' })
    expect(await forum.threads[0]?.post()).toMatchObject({ text: 'w' })
    const mai = discord.person('Mai')
    await (await client.users.createDM(mai.id)).send('v')
    expect(mai.dm.posts.map(post => post.text)).toEqual(['v'])
    expect([...discord.refused, ...discord.denied].map(each => each.path)).toEqual([])
  })
})

describe('a message', () => {
  it('is listed, newest first, if the bot may read the history', async () => {
    for (const content of ['a', 'b', 'c']) await send(general, { content })
    const list = async (query = '') =>
      (await rest.get(`/channels/${general.id}/messages${query}` as '/x')) as Sent[]
    const all = await list()
    expect(all.map(each => each.content)).toEqual(['c', 'b', 'a'])
    expect((await list(`?limit=1&before=${all[0]?.id}`)).map(each => each.content)).toEqual(['b'])
    general.deny(['ReadMessageHistory'])
    expect(await list()).toEqual([])
  })

  it('of somebody else cannot be edited, and deleted only with permission', async () => {
    const path = `/channels/${general.id}/messages/${guild.member('Lan').says('mine').id}` as const
    expect(await code(rest.patch(path, { body: { content: 'x' } }))).toBe(50005)
    expect(await code(rest.delete(path))).toBe(50013)
    guild.permit('Daybook', ['ManageMessages'])
    expect(await code(rest.delete(path))).toBe(0)
  })

  it('with an enforced nonce is posted once within a few minutes', async () => {
    const once = { content: 'x', nonce: 'key', enforce_nonce: true }
    const first = await send(general, once)
    expect((await send(general, once)).id).toBe(first.id)
    expect((await send(guild.channel('other'), once)).channel_id).toBe(general.id)
    expect(general.posts).toHaveLength(1)
    await send(general, { content: 'x', nonce: 'key' })
    expect(general.posts).toHaveLength(2)
    discord.advance(180_000)
    await send(general, once)
    expect(general.posts).toHaveLength(3)
  })

  it('notifies only those whom allowed_mentions names', async () => {
    const content = '@everyone @here <@1> <@2> <@&3>'
    const whom = async (body: object) => {
      discord.pings.length = 0
      await send(general, body)
      return discord.pings.map(ping => ping.whom)
    }
    expect(await whom({ content })).toEqual(['@everyone', '@here', '<@1>', '<@2>', '<@&3>'])
    expect(await whom({ content, allowed_mentions: { parse: [] } })).toEqual([])
    expect(await whom({ content, allowed_mentions: { parse: ['roles'], users: ['2'] } })).toEqual([
      '<@2>',
      '<@&3>',
    ])
    expect(await whom({ components: [{ type: 10, content }], flags: 32768 })).toContain('@everyone')
    expect(await whom({ embeds: [{ title: content }] })).toEqual([])
  })
})
