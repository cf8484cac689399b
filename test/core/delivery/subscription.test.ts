// Checks when a subscription is due, for any zone, hour and current moment.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { zones } from '../../../src/core/calendar/zone.ts'
import type { Corpus } from '../../../src/core/corpus/model.ts'
import { dueAfter, dueFrom, expiryOf } from '../../../src/core/delivery/subscription.ts'
import { subscribeByDefault } from '../../../src/core/delivery/timing/default-subscription.ts'
import { chat, january7, subscription } from '../../contracts/store.ts'
import { createWorld, type World } from './world.ts'

const hour = fc.record({
  zone: fc.constantFrom(...zones()),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => Temporal.PlainTime.from({ hour, minute })),
  leapDay: fc.constant('february-28' as const),
})
const moment = fc
  .integer({ min: Date.UTC(2026, 0), max: Date.UTC(2040, 0) })
  .map(ms => Temporal.Instant.fromEpochMilliseconds(ms))

describe('the next due moment', () => {
  it('is the first at the chat’s own hour on the day, a year before the one after it', () => {
    fc.assert(
      fc.property(hour, moment, (at, from) => {
        const due = dueFrom(from, january7, at)
        expect(Temporal.Instant.compare(due.at, from)).toBeGreaterThanOrEqual(0)
        expect(due.at.since(from, { largestUnit: 'hours' }).hours).toBeLessThan(24 * 367)
        const local = due.at.toZonedDateTimeISO(at.zone)
        expect([local.month, local.day, local.hour, local.minute]).toEqual([
          1,
          7,
          at.time.hour,
          at.time.minute,
        ])
        expect(dueAfter(due.occurrence, january7, at).occurrence.year).toBe(due.occurrence.year + 1)
      }),
    )
  })

  it('is the same whenever it is computed, up to the moment itself', () => {
    fc.assert(
      fc.property(hour, moment, (at, from) => {
        const due = dueFrom(from, january7, at)
        expect(dueFrom(due.at, january7, at)).toEqual(due)
        expect(dueFrom(due.at.add({ milliseconds: 1 }), january7, at)).toEqual(
          dueAfter(due.occurrence, january7, at),
        )
      }),
    )
  })
})

describe('the grace', () => {
  it('is never shorter than the time for reaching all chats', () => {
    fc.assert(
      fc.property(
        hour,
        moment,
        fc.constantFrom(
          { type: 'skip' } as const,
          { type: 'same-day' } as const,
          { type: 'days', days: 0 } as const,
        ),
        (at, from, grace) => {
          const due = dueFrom(from, january7, at)
          expect(
            expiryOf(due, { ...at, grace }).since(due.at, { largestUnit: 'minutes' }).minutes,
          ).toBeGreaterThanOrEqual(60)
        },
      ),
    )
  })
})

describe('a chat that is subscribed by default', () => {
  const corpus = {
    about: { zone: 'Asia/Phnom_Penh', time: '07:00' },
    anniversaries: [
      { id: 'january-7', isDefault: true, ...january7 },
      { id: 'other', isDefault: false, ...january7 },
    ],
  } as unknown as Corpus
  const partsOf = ({ store, now }: World, id: string) => ({
    store,
    clock: { now, until: async () => {} },
    newId: () => id,
  })
  const subscribed = async (now: string) => {
    const world = createWorld().at(now)
    await subscribeByDefault(chat, corpus, partsOf(world, 'new'))
    return world
  }

  it('gets only the default anniversaries', async () => {
    const world = await subscribed('2026-11-21T00:00:00Z')
    expect(await world.store.subscriptionsOf(chat)).toMatchObject([{ anniversary: 'january-7' }])
  })

  it('gets the last post if its grace is still running, as if the bot had been down', async () => {
    const world = await subscribed('2027-01-07T02:00:00Z')
    await world.dispatcher.pass()
    expect(world.posts.map(post => post.text)).toEqual(['2027-01-07 late'])
    const later = await subscribed('2027-01-11T00:00:00Z')
    await later.dispatcher.pass()
    expect(later.posts).toEqual([])
  })

  it('is not subscribed again after everything was erased', async () => {
    const world = await subscribed('2026-11-21T00:00:00Z')
    await world.store.forget(chat)
    await subscribeByDefault(chat, corpus, partsOf(world, 'again'))
    expect(await world.store.subscriptionsOf(chat)).toEqual([])
  })

  it('is not subscribed again after it unsubscribed', async () => {
    const world = createWorld().at('2026-11-21T00:00:00Z')
    await world.store.putSubscription(subscription({ status: { type: 'ended' } }))
    await subscribeByDefault(chat, corpus, partsOf(world, 'new'))
    expect(await world.store.subscriptionsOf(chat)).toMatchObject([{ status: { type: 'ended' } }])
  })
})
