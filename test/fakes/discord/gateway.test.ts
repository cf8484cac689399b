// Checks the fake's gateway: refused logins, broken connections, resumes, outages, rate limits and played faults.

import { Events, type Interaction, REST } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { connect, createClient, startFake, token } from './client.ts'
import type { Discord } from './index.ts'

/** Collects the names of the events that a client emits. */
async function listen(discord: Discord) {
  const { client } = await connect(discord)
  const received: string[] = []
  const events = [
    ...[Events.GuildCreate, Events.GuildDelete, Events.GuildUnavailable, Events.GuildAvailable],
    ...[Events.ChannelUpdate, Events.ChannelDelete, Events.ThreadCreate, Events.GuildRoleUpdate],
    ...[Events.ShardResume, Events.InteractionCreate],
  ] as const
  for (const event of events) client.on(event as Events.GuildCreate, () => received.push(event))
  const expectEvents = (...wanted: string[]) =>
    expect.poll(() => received.splice(0), { interval: 5 }).toEqual(wanted)
  return { client, received, expectEvents }
}

describe('a login', () => {
  it('is refused for a wrong token, for intents that are not switched on, and if shards are needed', async () => {
    const discord = await startFake({ mustShard: true })
    const wrong = createClient(discord)
    await expect(wrong.login(`${token}x`)).rejects.toThrow('invalid token')
    const privileged = createClient(discord, { intents: ['Guilds', 'MessageContent'] })
    await expect(privileged.login(token)).rejects.toThrow('disallowed intents')
    const single = createClient(discord)
    await expect(single.login(token)).rejects.toThrow()
    const { client } = await connect(discord, () => {}, { shards: [1], shardCount: 2 })
    expect(client.ws.shards.map(shard => shard.id)).toEqual([1])
    expect(discord.gateway.identified).toEqual([{ intents: 1, shard: [1, 2] }])
  })

  it('gives each shard its own guilds, and their interactions', async () => {
    const discord = await startFake()
    const guilds = ['a', 'b'].map(name => {
      // The shard follows from the milliseconds in the guild's id.
      discord.advance(1)
      return discord.guild(name)
    })
    const seen: string[][] = [[], []]
    for (const shard of [0, 1]) {
      const hear = (each: Interaction) => seen[shard]?.push(each.guildId ?? '')
      const { client } = await connect(discord, hear, { shards: [shard], shardCount: 2 })
      await client.application.commands.set([{ name: 'find', description: 'x' }])
    }
    const expected: string[][] = [[], []]
    for (const guild of guilds) {
      guild.channel('general')
      guild.member('Lan').runs('/find')
      expected[Number((BigInt(guild.id) >> 22n) % 2n)]?.push(guild.id)
    }
    await expect.poll(() => seen).toEqual(expected)
  })

  it('gets only the events of its intents, and no text without the intent for it', async () => {
    const discord = await startFake()
    const guild = discord.guild('Archive')
    guild.channel('general')
    const received: unknown[] = []
    for (const intents of [1, 1 | 512]) {
      const { client } = await connect(discord, () => {}, { intents })
      client.on(Events.MessageCreate, message => received.push([intents, message.content]))
    }
    guild.member('Lan').says('for people')
    guild.channel('last')
    await expect.poll(() => received).toEqual([[513, '']])
  })

  const identify = (more: object = {}) => ({ op: 2, d: { token, intents: 1, properties: {}, ...more } })
  const cases: [what: string, sent: unknown[], code: number][] = [
    ['another token', [identify({ token: 'x' })], 4004],
    ['intents that do not exist', [identify({ intents: 1 << 30 })], 4013],
    ['a shard beyond the last', [identify({ shard: [2, 2] })], 4010],
    ['a second login', [identify(), identify()], 4005],
    ['a presence before the login', [{ op: 3, d: {} }], 4003],
    ['an unknown code', [{ op: 99 }], 4001],
    ['invalid JSON', ['{'], 4002],
    ['another token to resume with', [{ op: 6, d: { token: 'x', session_id: '1', seq: 1 } }], 4004],
  ]
  it.each(cases)('is closed for %s', async (_what, sent, code) => {
    const discord = await startFake()
    const socket = new WebSocket(`${discord.api.replace(/^http(.*)\/api$/, 'ws$1')}?v=10&encoding=json`)
    const closed = new Promise<number>(done => socket.addEventListener('close', event => done(event.code)))
    await new Promise(done => socket.addEventListener('open', done))
    for (const each of sent) socket.send(typeof each === 'string' ? each : JSON.stringify(each))
    expect(await closed).toBe(code)
  })
})

describe('a connection', () => {
  it('that breaks is resumed, and no event is lost', async () => {
    const discord = await startFake()
    const guild = discord.guild('Archive')
    const general = guild.channel('general')
    const { client, expectEvents } = await listen(discord)
    await client.application.commands.set([{ name: 'find', description: 'x' }])
    discord.gateway.drop()
    await discord.until('the break', () => discord.gateway.connected === 0 || undefined)
    general.update({ name: 'renamed' })
    guild.member('Lan').runs('/find')
    await expectEvents('channelUpdate', 'interactionCreate', 'shardResume')
    expect([discord.gateway.resumed, discord.gateway.identified.length]).toEqual([1, 1])
  })

  it('is made again if Discord asks for it', async () => {
    const discord = await startFake()
    const { expectEvents } = await listen(discord)
    discord.gateway.reconnect()
    await expectEvents('shardResume')
    discord.gateway.close(4000)
    await expectEvents('shardResume')
  })

  it('begins a new session when the old one is ended', async () => {
    const discord = await startFake()
    discord.guild('Archive')
    // The library leaves five seconds between two logins.
    const ws = { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) }
    const { client } = await connect(discord, () => {}, { ws })
    const again = new Promise(done => client.once(Events.ShardReady, done))
    discord.gateway.invalidate()
    await again
    expect([discord.gateway.identified.length, discord.gateway.resumed]).toEqual([2, 0])
  })

  it('without heartbeats is replaced', async () => {
    const discord = await startFake({ heartbeatMs: 30 })
    const { expectEvents } = await listen(discord)
    discord.gateway.silence()
    await expectEvents('shardResume')
  })
})

describe('a guild', () => {
  it('has an outage and recovers, is left and joined', async () => {
    const discord = await startFake()
    const guild = discord.guild('Archive')
    const general = guild.channel('general')
    const { client, expectEvents } = await listen(discord)
    guild.fails()
    await expectEvents('guildUnavailable')
    guild.recovers()
    await expectEvents('guildAvailable')
    guild.permit('Daybook', ['ManageGuild'])
    general.deny(['SendMessages'])
    await expectEvents('roleUpdate', 'channelUpdate')
    const me = client.guilds.cache.first()?.members.me
    expect(me?.permissions.has('ManageGuild')).toBe(true)
    expect(me?.permissionsIn(general.id).has('SendMessages')).toBe(false)
    general.thread('talk')
    general.delete()
    await expectEvents('threadCreate', 'channelDelete')
    guild.removesBot()
    await expectEvents('guildDelete')
    guild.addsBot()
    discord.guild('Second')
    await expectEvents('guildCreate', 'guildCreate')
    expect(discord.refused).toEqual([])
  })
})

describe('REST', () => {
  const route = '/channels/{channel_id}/messages'
  const post = (discord: Discord, id: string, body: object, retries = 3) =>
    new REST({ api: discord.api, retries }).setToken(token).post(`/channels/${id}/messages`, { body })
  async function openChannel() {
    const discord = await startFake()
    return { discord, general: discord.guild('Archive').channel('general') }
  }

  it('loses answers: without a nonce the library posts twice', async () => {
    const { discord, general } = await openChannel()
    discord.next('POST', route, { status: 502, stored: true })
    await post(discord, general.id, { content: 'twice' })
    expect(general.posts).toHaveLength(2)
    discord.next('POST', route, { status: 502, stored: true })
    await post(discord, general.id, { content: 'once', nonce: '1', enforce_nonce: true })
    expect(general.posts).toHaveLength(3)
    discord.next('POST', route, 'lost')
    await expect(post(discord, general.id, { content: 'lost' }, 0)).rejects.toThrow()
    expect(general.posts.at(-1)?.text).toBe('lost')
    discord.next('POST', route, 'reset')
    await expect(post(discord, general.id, { content: 'reset' }, 0)).rejects.toThrow()
    expect(general.posts).toHaveLength(4)
  })

  it('fails as a test orders, as often as it orders', async () => {
    const { discord, general } = await openChannel()
    discord.next('POST', /messages$/, { status: 403, code: 20016, message: 'Slow' }, 2)
    for (const code of [20016, 20016]) {
      await expect(post(discord, general.id, { content: 'x' })).rejects.toMatchObject({ status: 403, code })
    }
    await post(discord, general.id, { content: 'x' })
    expect([general.posts.length, discord.refused, discord.invalidRequests]).toEqual([1, [], 2])
  })

  it.each(['hang', 'stall'] as const)('keeps a connection open without an end: %s', async fault => {
    const { discord, general } = await openChannel()
    discord.next('POST', route, fault)
    const stop = new AbortController()
    const sent = fetch(`${discord.api}/v10/channels/${general.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      body: '{"content":"x"}',
      signal: stop.signal,
    }).then(answer => answer.json())
    await discord.until('the request', () => discord.requests[0])
    stop.abort()
    await expect(sent).rejects.toThrow('aborted')
    expect(general.posts).toHaveLength(fault === 'stall' ? 1 : 0)
  })

  it('answers as Cloudflare does: with a page, and no header about a bucket', async () => {
    const { discord, general } = await openChannel()
    discord.next('GET', '/channels/{channel_id}', { status: 429, retryAfter: 60, isPage: true })
    const answer = await fetch(`${discord.api}/v10/channels/${general.id}`, {
      headers: { authorization: `Bot ${token}` },
    })
    expect([...answer.headers.keys()].filter(name => name.startsWith('x-ratelimit'))).toEqual([])
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await answer.text()).toContain('<title>')
  })

  it('counts a 429 that other bots caused as no invalid request', async () => {
    const { discord, general } = await openChannel()
    discord.next('POST', route, { status: 429, retryAfter: 0.01, scope: 'shared' })
    await post(discord, general.id, { content: 'x' })
    expect([discord.requests.length, discord.invalidRequests]).toEqual([2, 0])
  })

  it('reports its rate limits, and answers 429 beyond them', async () => {
    const { discord, general } = await openChannel()
    discord.limit(`POST ${route}`, { requests: 2, per: 60 })
    const init = {
      method: 'POST',
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      body: '{"content":"x"}',
    }
    const ask = () => fetch(`${discord.api}/v10/channels/${general.id}/messages`, init)
    expect((await ask()).headers.get('x-ratelimit-remaining')).toBe('1')
    expect((await ask()).headers.get('x-ratelimit-remaining')).toBe('0')
    const third = await ask()
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await third.json()).toMatchObject({ global: false, retry_after: expect.closeTo(60, 0) })
    discord.advance(60_000)
    expect((await ask()).status).toBe(200)
    expect([general.posts.length, discord.invalidRequests]).toEqual([3, 1])
    discord.limit('*', { requests: 1, per: 1 })
    await ask()
    const limited = await ask()
    expect([limited.status, limited.headers.get('x-ratelimit-global')]).toEqual([429, 'true'])
    expect(await limited.json()).toMatchObject({ global: true })
  })

  it('plays no faults on routes that do not exist', async () => {
    const { discord } = await openChannel()
    expect(() => discord.next('POST', '/channels/{id}/messages', 'lost')).toThrow(
      'no route POST /channels/{id}',
    )
    expect(() => discord.limit('POST /messages', { requests: 1, per: 1 })).toThrow('no route POST /messages')
  })

  it('is waited for by the library if all requests are rate limited', async () => {
    const { discord, general } = await openChannel()
    discord.next('POST', route, { status: 429, retryAfter: 0.01, global: true })
    await post(discord, general.id, { content: 'x' })
    expect(discord.requests.map(each => each.status)).toEqual([429, 200])
  })
})
