// Checks that nothing is sent to a platform while it says wait.

import { describe, expect, it } from 'vitest'
import { chat, subscription } from '../../contracts/store.ts'
import { createWorld } from './world.ts'

describe('posts to a platform', () => {
  it('stop for every chat when it says wait, and resume afterwards', async () => {
    const world = createWorld().at('2027-01-07T00:00:00Z')
    for (let n = 0; n < 5; n++)
      await world.store.putSubscription(subscription({ chat: { ...chat, chat: `${n}` } }))
    world.answers.push({ status: 'later', seconds: 30 })
    await world.dispatcher.pass()
    const before = world.posts.length
    // Posts in flight when the answer came may have gone out. No new ones do.
    await world.at('2027-01-07T00:00:29Z').dispatcher.pass()
    expect(world.posts.length).toBe(before)
    await world.at('2027-01-07T00:00:31Z').dispatcher.pass()
    await world.at('2027-01-07T00:00:40Z').dispatcher.pass()
    expect(new Set(world.posts.map(post => post.to.chat)).size).toBe(5)
    expect(world.posts).toHaveLength(5)
  })
})
