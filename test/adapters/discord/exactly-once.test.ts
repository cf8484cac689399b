// Proves that a post stands in its channel exactly once, whatever Discord answers or fails to answer.
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { paragraph } from '../../../src/core/message/build.ts'
import type { PlayedFault } from '../../fakes/discord/faults.ts'
import { DUE_TIME, startTown, subscribe, subscribed, type Town } from './scene.ts'

const post = '/channels/{channel_id}/messages'
const sentTo = ({ discord }: Town) =>
  discord.requests.filter(({ method, route }) => method === 'POST' && route === post).length

/** The passes of the next minutes, as the dispatcher makes them. */
async function minutes({ now, dispatcher }: Town, from = DUE_TIME, count = 3) {
  for (let minute = 0; minute < count; minute++) {
    now(new Date(Date.parse(from) + minute * 20_000).toISOString())
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

describe('one message comes of', () => {
  test.each(unanswered)('%s', async (_, fault) => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.discord.next('POST', post, fault, 2)
    await minutes(town)
    expect(news.posts).toHaveLength(1)
    expect(sentTo(town)).toBeLessThanOrEqual(3)
  })

  test.each(unanswered)('%s, repeated an hour later', async (_, fault) => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.discord.next('POST', post, fault)
    await minutes(town, DUE_TIME, 1)
    await minutes(town, anHourLater)
    expect(news.posts).toHaveLength(1)
  })

  test.each(unanswered)('%s in a forum, at once and an hour later', async (_, fault) => {
    const town = await startTown()
    const forum = await subscribed(town, 'forum', { type: 'forum' })
    town.discord.next('POST', '/channels/{channel_id}/threads', fault, 2)
    await minutes(town, DUE_TIME, 2)
    await minutes(town, anHourLater)
    expect(forum.threads.map(({ posts }) => posts.length)).toEqual([1])
  })

  test('a lost answer, although the same words stand there as an answer to somebody', async () => {
    const town = await startTown()
    await subscribe(town.admin, town.general)
    town.now('2027-01-06T23:59:50Z')
    const mine = await town.lan.runs('/preview', { anniversary: 'january-7' }).answer()
    await mine.press('Show to all', { by: town.lan }).answer()
    town.discord.next('POST', post, 'reset')
    await minutes(town, DUE_TIME, 1)
    await minutes(town, anHourLater)
    const posts = town.general.posts.filter(({ body }) => !body.interaction_metadata)
    expect(posts).toHaveLength(1)
  })
})

describe('a limit', () => {
  test.each([
    ['of the channel', false],
    ['of all', true],
  ])('%s is waited for, as long as Discord says', async (_, global) => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.discord.next('POST', post, { status: 429, retryAfter: 0.001, global })
    await minutes(town, DUE_TIME, 1)
    expect(news.posts).toHaveLength(0)
    // The library keeps the time by the wall, some fifty milliseconds; the archive's hours pass faster.
    for (let hour = 1; hour < 5000 && news.posts.length === 0; hour++)
      await minutes(town, new Date(Date.parse(DUE_TIME) + hour * 5000).toISOString(), 1)
    expect(news.posts).toHaveLength(1)
  })

  test('of a bucket is kept before Discord has to refuse', async () => {
    const town = await startTown()
    town.discord.limit('POST /channels/{channel_id}/messages', { requests: 1, per: 60 })
    const news = await subscribed(town, 'news')
    await subscribed(town, 'other')
    await minutes(town, DUE_TIME, 10)
    expect(news.posts).toHaveLength(1)
    expect(town.discord.denied.filter(({ status }) => status === 429)).toEqual([])
  })

  test.each([130000, 20016, 20028, 20029])('with the code %d ends by itself', async code => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    town.discord.next('POST', post, { status: 400, code })
    await minutes(town, DUE_TIME, 1)
    await minutes(town, '2027-01-07T00:03:30Z')
    expect(news.posts).toHaveLength(1)
  })
})

test('a message that Discord will never take is a fault of ours: said with its path, and not repeated', async () => {
  const town = await startTown()
  const { id } = await subscribed(town, 'news')
  await town.store.remember({
    key: `discord wishes ${id}`,
    value: '{"role":"no id"}',
    now: Temporal.Now.instant(),
  })
  await minutes(town)
  expect(sentTo(town)).toBe(1)
  expect(town.log.filter(line => line.startsWith('error post refused')).join()).toMatch(
    /50035.*allowed_mentions/,
  )
  expect((await town.store.countDeliveries()).failed).toBe(1)
  expect(town.discord.refused.splice(0)).toHaveLength(1)
})

test('a post of several parts is completed an hour later, and each part stands there once', async () => {
  const { discord, platform, server, general, now } = await startTown()
  const to = { platform: 'discord', chat: server.id, thread: general.id }
  const body = [1, 2, 3].map(nth => paragraph(`part ${nth} ${'of a long post '.repeat(200)}`))
  now(DUE_TIME)
  discord.next('POST', post, 'lost')
  expect(await platform.send(to, { body }, 'key')).toEqual({ status: 'unknown' })
  now(anHourLater)
  for (const _ of [1, 2]) expect(await platform.send(to, { body }, 'key')).toMatchObject({ status: 'sent' })
  expect(general.posts.map(({ text }) => text.slice(0, 6))).toEqual(['part 1', 'part 2', 'part 3'])
})
