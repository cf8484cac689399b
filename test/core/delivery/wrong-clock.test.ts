// Checks that a wrong clock loses no post: what it gave up before its day is due again once the clock is right.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { rememberPost } from '../../../src/core/delivery/timing/next-due.ts'
import { realign } from '../../../src/core/delivery/timing/realign.ts'
import { restoreGivenUp } from '../../../src/core/delivery/timing/wrong-clock.ts'
import { chat, january7, nextYear, subscription } from '../../contracts/store.ts'
import { createWorld, type World } from './world.ts'

const hour = '2027-01-07T00:00:00Z'
const nextDay = async ({ store }: World) => (await store.subscriptionsOf(chat))[0]?.next.occurrence.toString()
const texts = ({ posts }: World) => posts.map(post => post.text)
/** A start at the moment: the next posts are put right before anything else. */
async function start(world: World, moment: string) {
  await world.at(moment).dispatcher.putRight()
  await world.dispatcher.pass()
}

describe('a clock that was ahead once', () => {
  it.each(['2027-01-20T00:00:00Z', '2027-02-15T00:00:00Z', '2031-06-01T00:00:00Z'])(
    'at %s, costs no post',
    async ahead => {
      const world = createWorld()
      await world.store.putSubscription(subscription())
      await start(world, '2027-01-05T00:00:00Z')
      await start(world, ahead)
      expect(await nextDay(world)).not.toBe('2027-01-07')
      await start(world, '2027-01-05T00:05:00Z')
      expect(await nextDay(world)).toBe('2027-01-07')
      expect(world.errors).toContain('the clock was wrong: posts it had given up are due again')
      await world.at(hour).dispatcher.pass()
      expect(texts(world)).toEqual(['2027-01-07'])
    },
  )

  it('is put right without a restart too', async () => {
    const world = createWorld()
    await world.store.putSubscription(subscription())
    for (const moment of ['2027-01-20T00:00:00Z', '2027-01-05T00:00:00Z', hour])
      await world.at(moment).dispatcher.pass()
    expect(texts(world)).toEqual(['2027-01-07'])
  })

  it('takes back a post that it opened and could not send', async () => {
    const world = createWorld()
    await world.store.putSubscription(subscription())
    await world.opened('2027-01-08T00:00:00Z')
    await start(world, '2027-01-05T00:00:00Z')
    expect(await nextDay(world)).toBe('2027-01-07')
    await world.at(hour).dispatcher.pass()
    expect(texts(world)).toEqual(['2027-01-07'])
  })

  it('sends nothing again that it sent too early', async () => {
    const world = createWorld()
    await world.store.putSubscription(subscription())
    await start(world, '2027-01-08T00:00:00Z')
    await start(world, '2027-01-05T00:00:00Z')
    await start(world, hour)
    expect(texts(world)).toEqual(['2027-01-07 late'])
  })

  it('puts the next post of a chat right that subscribed meanwhile', async () => {
    const world = createWorld()
    await world.store.putSubscription(subscription({ next: nextYear }))
    await start(world, '2027-01-05T00:00:00Z')
    expect(await nextDay(world)).toBe('2027-01-07')
    expect(world.errors).toContain('the clock was wrong: posts it had given up are due again')
  })

  it('puts the next post of a paused chat right too', async () => {
    const world = createWorld()
    await world.store.putSubscription(
      subscription({ next: nextYear, status: { type: 'paused', reason: 'kicked' } }),
    )
    await start(world, '2027-01-05T00:00:00Z')
    expect(await nextDay(world)).toBe('2027-01-07')
  })
})

describe('a next post more than a year away', () => {
  it('is right if this year’s post went out at an earlier hour of the same day', async () => {
    const world = createWorld()
    const saved = await world.store.putSubscription(subscription())
    await start(world, hour)
    await world.store.putSubscription({
      ...saved,
      time: Temporal.PlainTime.from('23:00'),
      next: { ...nextYear, at: nextYear.at.add({ hours: 16 }) },
    })
    await start(world, '2027-01-07T08:00:00Z')
    expect(await nextDay(world)).toBe('2028-01-07')
    expect(world.errors).toEqual([])
  })

  it('is right if the place had this year’s post from a subscription that has moved away', async () => {
    const world = createWorld().at('2027-01-05T00:00:00Z')
    await world.store.putSubscription(subscription({ next: nextYear }))
    const post = { anniversary: 'january-7', occurrence: Temporal.PlainDate.from('2027-01-07') }
    await rememberPost(chat, post, { store: world.store, now: world.now() })
    await start(world, '2027-01-05T00:00:00Z')
    expect(await nextDay(world)).toBe('2028-01-07')
  })

  it('is right if the day itself is years away', async () => {
    const world = createWorld().at('2027-01-05T00:00:00Z')
    const day = { ...january7, since: { year: 2031, month: 1, day: 7 } }
    const at = Temporal.Instant.from('2031-01-07T00:00:00Z')
    await world.store.putSubscription(
      subscription({ next: { occurrence: Temporal.PlainDate.from('2031-01-07'), at } }),
    )
    const clock = { now: world.now }
    const restored = await restoreGivenUp({ store: world.store, clock, recurringDayOf: () => day })
    expect(restored).toEqual({ posts: 0, subscriptions: 0 })
  })
})

describe('an archive whose days were corrected', () => {
  const rules = (version: string, month: number, day: number, year = 1979) => ({
    version,
    recurringDayOf: () =>
      ({ recurrence: { type: 'yearly', month, day }, since: { year, month, day } }) as const,
  })

  it('has the next posts on the corrected days of the same year, once', async () => {
    const world = createWorld()
    await world.store.putSubscription(subscription())
    expect(await realign(world.store, rules('1', 1, 7))).toBe(0)
    expect(await realign(world.store, rules('2', 1, 9))).toBe(1)
    expect(await nextDay(world)).toBe('2027-01-09')
    expect(await realign(world.store, rules('2', 1, 9))).toBe(0)
  })

  it('posts nothing before a day that turns out to be still to come', async () => {
    const world = createWorld()
    await world.store.putSubscription(subscription())
    await realign(world.store, rules('1', 1, 7, 2031))
    expect(await nextDay(world)).toBe('2031-01-07')
  })
})
