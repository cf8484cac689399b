// Checks jumping clocks and absent processes: the documented result, and at most one post per chat.

import { describe, expect, it } from 'vitest'
import { chat, subscription } from '../../contracts/store.ts'
import { createWorld } from './world.ts'

const hour = '2027-01-07T00:00:00Z'

describe('a clock that jumps, or a process that was away', () => {
  it.each([
    ['back ten minutes after the post', [hour, '2027-01-06T23:50:00Z', hour], ['2027-01-07']],
    [
      'back ten minutes before the post',
      ['2027-01-06T23:55:00Z', '2027-01-06T23:45:00Z', hour],
      ['2027-01-07'],
    ],
    [
      'forward three days over the hour',
      ['2027-01-05T00:00:00Z', '2027-01-08T00:00:00Z'],
      ['2027-01-07 late'],
    ],
    ['forward three days after the post', [hour, '2027-01-10T00:00:00Z'], ['2027-01-07']],
    ['away for an hour', ['2027-01-06T23:30:00Z', '2027-01-07T00:30:00Z'], ['2027-01-07 late']],
    ['away for 23 hours', ['2027-01-06T23:30:00Z', '2027-01-07T22:30:00Z'], ['2027-01-07 late']],
    ['away for three days', ['2027-01-06T23:30:00Z', '2027-01-09T23:30:00Z'], ['2027-01-07 late']],
    ['away for four days', ['2027-01-06T23:30:00Z', '2027-01-10T23:30:00Z'], []],
    ['away for 400 days', ['2026-12-20T00:00:00Z', '2028-01-24T00:00:00Z'], []],
    [
      'away for 400 days, back on the day',
      ['2026-12-04T00:00:00Z', '2028-01-08T00:00:00Z'],
      ['2028-01-07 late'],
    ],
    ['back a year after the post', [hour, '2026-01-07T00:00:00Z', hour], ['2027-01-07']],
  ])('%s', async (_, moments, posts) => {
    const world = createWorld()
    await world.store.putSubscription(subscription())
    for (const moment of moments) await world.at(moment).dispatcher.pass()
    expect(world.posts.map(post => post.text)).toEqual(posts)
    expect((await world.store.subscriptionsOf(chat))[0]?.status).toEqual({ type: 'active' })
  })
})
