// Checks that a post appears in its channel exactly once, whatever Discord answers or fails to answer.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { paragraph } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import type { PlayedFault } from '../../fakes/discord/faults.ts'
import { DUE_TIME, startTown, subscribe, subscribed, type Town } from './scene.ts'

const post = '/channels/{channel_id}/messages'
const sentTo = ({ discord }: Town, { id }: { id: string }) =>
  discord.requests.filter(({ method, path }) => method === 'POST' && path === `/channels/${id}/messages`)
    .length

/** Passes of the dispatcher, twenty seconds apart. */
async function makePasses({ now, dispatcher }: Town, from = DUE_TIME, count = 3) {
  for (let pass = 0; pass < count; pass++) {
    now(new Date(Date.parse(from) + pass * 20_000).toISOString())
    await dispatcher.pass()
  }
}
const anHourLater = '2027-01-07T01:00:30Z'

const unanswered: [string, PlayedFault][] = [
  ['a connection that breaks before the work', 'reset'],
  ['an answer that never comes', 'lost'],
  ['a 500 before the work', { status: 500 }],
  ['a 502 after the work', { status: 502, stored: true }],
  ['a 503', { status: 503 }],
]

describe('one message is posted after', () => {
  test.each(unanswered)('%s', async (_, fault) => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.discord.next('POST', post, fault, 2)
    await makePasses(town)
    expect(news.posts).toHaveLength(1)
    expect(sentTo(town, news)).toBeLessThanOrEqual(3)
  })

  test.each(unanswered)('%s, repeated an hour later', async (_, fault) => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.discord.next('POST', post, fault, 2)
    await makePasses(town, DUE_TIME, 1)
    await makePasses(town, anHourLater)
    expect(news.posts).toHaveLength(1)
  })

  test.each(unanswered)('%s in a forum, at once and an hour later', async (_, fault) => {
    const town = await startTown()
    const forum = await subscribed(town, 'forum', { type: 'forum' })
    town.discord.next('POST', '/channels/{channel_id}/threads', fault, 2)
    await makePasses(town, DUE_TIME, 2)
    await makePasses(town, anHourLater)
    expect(forum.threads.map(({ posts }) => posts.length)).toEqual([1])
  })

  test('a lost answer, even if an answer with the same words is in the channel', async () => {
    const town = await startTown()
    await subscribe(town.admin, town.general)
    town.now('2027-01-06T23:59:50Z')
    const mine = await town.lan.runs('/preview', { anniversary: 'january-7' }).answer()
    await mine.press('Show to all', { by: town.lan }).answer()
    town.discord.next('POST', post, 'reset', 2)
    await makePasses(town, DUE_TIME, 1)
    await makePasses(town, anHourLater)
    const posts = town.general.posts.filter(({ body }) => !body.interaction_metadata)
    expect(posts).toHaveLength(1)
  })
})

describe('a limit', () => {
  test.each([
    ['of the channel', false],
    ['of all', true],
  ])('%s is waited for as long as Discord says', async (_, global) => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.discord.next('POST', post, { status: 429, retryAfter: 0.001, global })
    await makePasses(town, DUE_TIME, 1)
    expect(news.posts).toHaveLength(0)
    // The library waits some fifty milliseconds of real time. The archive's hours pass faster.
    for (let hour = 1; hour < 5000 && news.posts.length === 0; hour++)
      await makePasses(town, new Date(Date.parse(DUE_TIME) + hour * 5000).toISOString(), 1)
    expect(news.posts).toHaveLength(1)
  })

  test('of a bucket is respected before Discord refuses', async () => {
    const town = await startTown()
    town.discord.limit('POST /channels/{channel_id}/messages', { requests: 1, per: 60 })
    const news = await subscribed(town, 'news')
    await subscribed(town, 'other')
    await makePasses(town, DUE_TIME, 10)
    expect(news.posts).toHaveLength(1)
    expect(town.discord.denied.filter(({ status }) => status === 429)).toEqual([])
  })

  test.each([130000, 20016, 20028, 20029])('with the code %d ends by itself', async code => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.discord.next('POST', post, { status: 400, code })
    await makePasses(town, DUE_TIME, 1)
    await makePasses(town, '2027-01-07T00:03:30Z')
    expect(news.posts).toHaveLength(1)
  })
})

test.each(['text', 'forum'] as const)(
  'one message is posted in a %s channel whose first attempt was made with a clock two days ahead',
  async type => {
    const { discord, platform, server, now, at } = await startTown()
    const place = server.channel('place', { type })
    const send = () =>
      platform.send(
        { platform: 'discord', chat: server.id, thread: place.id },
        { body: [paragraph('x')] },
        'key',
      )
    now(DUE_TIME)
    at('2027-01-09T00:00:30Z')
    discord.next('POST', /\/(messages|threads)$/, 'lost', type === 'text' ? 2 : 1)
    expect(await send()).toEqual({ status: 'unknown' })
    now(anHourLater)
    expect(await send()).toMatchObject({ status: 'sent' })
    expect(place.posts.length + place.threads.length).toBe(1)
  },
)

describe('with a clock that is minutes off', () => {
  const text: Message = { body: [paragraph('x')] }
  async function startPlace(type: 'text' | 'forum', offMinutes: number) {
    const town = await startTown()
    const place = town.server.channel('place', { type })
    const to = { platform: 'discord', chat: town.server.id, thread: place.id }
    /** Sets Discord's clock, and ours beside it. */
    const set = (moment: string) => {
      town.now(moment)
      town.at(new Date(Date.parse(moment) + offMinutes * 60_000).toISOString())
    }
    set(DUE_TIME)
    return { ...town, place, set, send: (key: string) => town.platform.send(to, text, key) }
  }
  const fault = (town: Town, played: PlayedFault) => {
    const end = town.discord.next('POST', /\/(messages|threads)$/, played, 2)
    return { end }
  }

  test.each([
    ['text', 10],
    ['text', -10],
    ['text', 3000],
    ['forum', 10],
    ['forum', -10],
    ['forum', 3000],
  ] as const)('one message is posted in a %s channel: by %d minutes', async (type, minutes) => {
    const town = await startPlace(type, minutes)
    const { end } = fault(town, 'lost')
    expect(await town.send('key')).toEqual({ status: 'unknown' })
    end()
    for (const moment of ['2027-01-07T00:03:30Z', anHourLater]) {
      town.set(moment)
      expect(await town.send('key')).toMatchObject({ status: 'sent' })
    }
    expect(town.place.posts.length + town.place.threads.length).toBe(1)
  })

  test('an earlier thread of the bot with the same name is not taken for the post’s', async () => {
    const town = await startPlace('forum', -10)
    await town.send('earlier')
    const { end } = fault(town, 'reset')
    expect(await town.send('key')).toEqual({ status: 'unknown' })
    end()
    town.set(anHourLater)
    expect(await town.send('key')).toMatchObject({ status: 'sent' })
    expect(town.place.threads.map(({ posts }) => posts.length)).toEqual([1, 1])
  })

  test('a thread of somebody else with the same name is not taken for the post’s', async () => {
    const town = await startPlace('forum', 0)
    const { end } = fault(town, 'reset')
    expect(await town.send('key')).toEqual({ status: 'unknown' })
    end()
    town.place.thread('x')
    town.set(anHourLater)
    expect(await town.send('key')).toMatchObject({ status: 'sent' })
    expect(town.place.threads.map(({ posts }) => posts.length)).toEqual([0, 1])
  })
})

test('a message that Discord will never accept is logged with the path of its fault, and not repeated', async () => {
  const town = await startTown()
  const news = await subscribed(town, 'news')
  await town.store.remember({
    key: `discord wishes ${news.id}`,
    value: '{"role":"no id"}',
    now: Temporal.Now.instant(),
  })
  await makePasses(town)
  expect(sentTo(town, news)).toBe(1)
  expect(town.log.filter(line => line.startsWith('error post refused')).join()).toMatch(
    /50035.*allowed_mentions/,
  )
  expect((await town.store.countDeliveries()).failed).toBe(1)
  expect(town.discord.refused.splice(0)).toHaveLength(1)
})

test('a post of several parts is completed an hour later, with each part once', async () => {
  const { discord, platform, server, general, now } = await startTown()
  const to = { platform: 'discord', chat: server.id, thread: general.id }
  const body = [1, 2, 3].map(nth => paragraph(`part ${nth} ${'of a long post '.repeat(200)}`))
  now(DUE_TIME)
  discord.next('POST', post, 'lost', 2)
  expect(await platform.send(to, { body }, 'key')).toEqual({ status: 'unknown' })
  now(anHourLater)
  for (const _ of [1, 2]) expect(await platform.send(to, { body }, 'key')).toMatchObject({ status: 'sent' })
  expect(general.posts.map(({ text }) => text.slice(0, 6))).toEqual(['part 1', 'part 2', 'part 3'])
})
