// Checks what a platform's trouble costs: the posts of one chat, or those in flight, and never those of all others.

import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Subscription } from '../../../src/core/delivery/subscription.ts'
import { createSlowdown } from '../../../src/core/delivery/trouble/slowdown.ts'
import { chat, nextYear, subscription } from '../../contracts/store.ts'
import { createWorld, type World } from './world.ts'

const HOUR = '2027-01-07T00:00:00Z'

let world: World
beforeEach(() => {
  world = createWorld()
})

async function subscribe(chats: number) {
  for (let n = 0; n < chats; n++)
    await world.store.putSubscription(subscription({ chat: { ...chat, chat: `${n}` } }))
}
const pass = async (moment: string) => world.at(moment).dispatcher.pass()
const counts = () => world.store.countDeliveries()

describe('a chat that is told to wait', () => {
  it('keeps no other chat waiting', async () => {
    await subscribe(61)
    world.answers.push({ status: 'later', seconds: 600, scope: 'chat' })
    await pass(HOUR)
    expect(await counts()).toMatchObject({ sent: 60, pending: 1 })
    await pass('2027-01-07T00:09:59Z')
    expect(world.posts).toHaveLength(60)
    await pass('2027-01-07T00:10:00Z')
    expect(world.posts).toHaveLength(61)
  })

  it('gets none of its other posts meanwhile', async () => {
    await world.store.putSubscription(subscription())
    await world.store.putSubscription(subscription({ anniversary: 'other', chat: { ...chat, thread: '2' } }))
    world.answers.push({ status: 'later', seconds: 600, scope: 'chat' })
    await pass(HOUR)
    await pass('2027-01-07T00:05:00Z')
    expect(world.posts.length).toBeLessThanOrEqual(1)
    await pass('2027-01-07T00:11:00Z')
    await pass('2027-01-07T00:12:00Z')
    expect(world.posts).toHaveLength(2)
  })

  it('loses its post only if the wait is longer than its grace', async () => {
    await subscribe(1)
    world.answers.push({ status: 'later', seconds: 43_838, scope: 'chat' })
    await pass(HOUR)
    await pass('2027-01-07T12:11:00Z')
    expect(world.posts).toHaveLength(1)
  })
})

describe('an account of which several chats are told to wait', () => {
  let now = Temporal.Instant.from(HOUR)
  const slowdown = () => createSlowdown({ now: () => now, until: async () => {} })

  it('is slowed down, and recovers as posts are taken', () => {
    const { factor, toldToWait, taken } = slowdown()
    for (const each of ['a', 'b', 'c']) toldToWait(each)
    expect(factor()).toBe(2)
    for (let n = 0; n < 4; n++) taken()
    expect(factor()).toBe(1)
  })

  it('is slowed down further by every refusal until a post is taken', () => {
    const { factor, toldToWait, taken } = slowdown()
    for (const each of ['a', 'b', 'c', 'd', 'e']) toldToWait(each)
    expect(factor()).toBe(8)
    taken()
    toldToWait('f')
    expect(factor()).toBeLessThan(8)
  })

  it('is not slowed down for one chat, or for several over a longer time', () => {
    const { factor, toldToWait } = slowdown()
    for (let n = 0; n < 10; n++) toldToWait('a')
    for (const each of ['b', 'c', 'd']) {
      now = now.add({ seconds: 11 })
      toldToWait(each)
    }
    expect(factor()).toBe(1)
  })
})

describe('a platform that stops answering', () => {
  it('costs no more than what was in flight, and everything else goes out when it answers again', async () => {
    await subscribe(300)
    world.answersAll = { status: 'unknown' }
    world.isAnswering = false
    await pass(HOUR)
    const { unknown } = await counts()
    expect(unknown).toBeGreaterThanOrEqual(3)
    expect(unknown).toBeLessThanOrEqual(64)
    expect(world.dispatcher.isCircuitOpen('fake')).toBe(true)
    for (const moment of ['2027-01-07T00:00:01Z', '2027-01-07T00:00:05Z', '2027-01-07T00:30:00Z'])
      await pass(moment)
    expect((await counts()).unknown).toBe(unknown)
    world.isAnswering = true
    world.answersAll = undefined
    await pass('2027-01-07T00:40:00Z')
    expect(await counts()).toMatchObject({ unknown, pending: 0, leased: 0, sent: 300 - unknown })
    expect(world.dispatcher.isCircuitOpen('fake')).toBe(false)
    expect(world.errors).toEqual(['platform does not answer, posts wait'])
  })

  it('costs one post a trial if it answers questions and takes no posts', async () => {
    await subscribe(100)
    world.answersAll = { status: 'unknown' }
    await pass(HOUR)
    const before = (await counts()).unknown
    // The moments that were reserved and not used keep the chats for two seconds.
    await pass('2027-01-07T00:00:02Z')
    expect((await counts()).unknown).toBe(before + 1)
    await pass('2027-01-07T00:00:03Z')
    expect((await counts()).unknown).toBe(before + 1)
    await pass('2027-01-07T00:00:04Z')
    expect((await counts()).unknown).toBe(before + 2)
  })

  it('is trusted again when it answers and nothing is due', async () => {
    await subscribe(3)
    world.answersAll = { status: 'unknown' }
    await pass(HOUR)
    expect(await counts()).toMatchObject({ pending: 0, unknown: 3 })
    expect(world.dispatcher.isCircuitOpen('fake')).toBe(true)
    await pass('2027-01-07T00:00:01Z')
    expect(world.dispatcher.isCircuitOpen('fake')).toBe(false)
    expect(world.circuits).toEqual(['open', 'closed'])
  })

  it('costs nothing where no request can have arrived', async () => {
    await subscribe(100)
    world.answersAll = { status: 'unreachable' }
    await pass(HOUR)
    expect(await counts()).toMatchObject({ pending: 100, unknown: 0 })
    world.answersAll = undefined
    await pass('2027-01-07T00:05:00Z')
    expect(await counts()).toMatchObject({ sent: 100 })
    expect(world.posts).toHaveLength(100)
  })

  it('is not one that refuses the posts of some chats', async () => {
    await subscribe(20)
    world.answersAll = { status: 'gone', reason: 'forbidden' }
    await pass(HOUR)
    expect(world.dispatcher.isCircuitOpen('fake')).toBe(false)
  })

  it('is not one that has no answer for the same post again and again', async () => {
    world = createWorld({ isIdempotent: true })
    await subscribe(1)
    world.answersAll = { status: 'unknown' }
    for (const second of ['00', '01', '03', '07', '15']) await pass(`2027-01-07T00:00:${second}Z`)
    expect(world.dispatcher.isCircuitOpen('fake')).toBe(false)
  })
})

describe('the admins of a chat', () => {
  it('are told once of a post that may not have arrived, after the platform answers again', async () => {
    await subscribe(3)
    world.answersAll = { status: 'unknown' }
    world.isAnswering = false
    await pass(HOUR)
    expect(world.notices).toEqual([])
    world.isAnswering = true
    for (const moment of ['2027-01-07T00:00:05Z', '2027-01-07T00:20:00Z', '2027-01-08T00:00:00Z'])
      await pass(moment)
    expect(world.notices).toEqual(['unknown', 'unknown', 'unknown'])
  })

  it('are told once of a post that is refused', async () => {
    await subscribe(1)
    world.answers.push({ status: 'refused', error: 'Bad Request: something new' })
    await pass(HOUR)
    await pass('2027-01-07T02:00:00Z')
    expect(world.notices).toEqual(['refused'])
  })

  it('are told of a pause once an occurrence, whatever the check says', async () => {
    await subscribe(1)
    world.answersAll = { status: 'gone', reason: 'forbidden' }
    world.isRepaired = true
    for (let minutes = 0; minutes < 24 * 60; minutes += 5)
      await world.at(Temporal.Instant.from(HOUR).add({ minutes }).toString()).dispatcher.pass()
    expect(world.notices).toEqual(['paused: forbidden'])
    // One for the words of the notice and one after the pause; no more after the second refusal.
    expect(world.checks).toBe(2)
    for (const moment of ['2028-01-06T12:00:00Z', '2028-01-07T00:00:00Z']) await pass(moment)
    expect(world.notices).toEqual(['paused: forbidden', 'paused: forbidden'])
  })
})

describe('those who subscribed', () => {
  const subscribedBy = (subscriber: string, more: Partial<Subscription> = {}) =>
    world.store.putSubscription(subscription({ subscriber, ...more }))

  it('are all told of a pause, each once, unless they have unsubscribed', async () => {
    await subscribedBy('a')
    await subscribedBy('b', { anniversary: 'other', next: nextYear })
    await subscribedBy('b', { anniversary: 'third', next: nextYear })
    await subscribedBy('c', { anniversary: 'fourth', status: { type: 'ended' } })
    await subscribedBy('d', { chat: { ...chat, thread: '9' }, next: nextYear })
    world.answersAll = { status: 'gone', reason: 'forbidden' }
    await pass(HOUR)
    expect(world.noticedUsers.map(users => [...users].sort())).toEqual([['a', 'b']])
  })

  it('are told of a post that they wanted, and not of those of others', async () => {
    await subscribedBy('a')
    await subscribedBy('b', { anniversary: 'other', next: nextYear })
    world.answers.push({ status: 'refused', error: 'Bad Request: something new' })
    await pass(HOUR)
    expect(world.noticedUsers).toEqual([['a']])
  })
})

it('a chat that refused a post twice gets it when there is news of it', async () => {
  await subscribe(1)
  world.answersAll = { status: 'gone', reason: 'forbidden' }
  world.isRepaired = true
  await pass(HOUR)
  await pass('2027-01-07T00:10:00Z')
  world.answersAll = undefined
  await pass('2027-01-07T01:00:00Z')
  expect(world.posts).toEqual([])
  await world.store.resume({ ...chat, chat: '0' })
  await pass('2027-01-07T01:00:01Z')
  expect(world.posts).toHaveLength(1)
})
