// Checks that no post is missed and none is sent twice, whatever a platform answers.

import { beforeEach, describe, expect, it } from 'vitest'
import type { Subscription } from '../../../src/core/delivery/subscription.ts'
import { chat, nextYear, subscription } from '../../contracts/store.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeEach(() => {
  world = createWorld()
})

const subscribe = (more: Partial<Subscription> = {}) => world.store.putSubscription(subscription(more))
const pass = async (moment: string) => world.at(moment).dispatcher.pass()
const texts = () => world.posts.map(post => post.text)
const states = async () => (await world.store.deliveriesOf(chat, 10)).map(each => each.state)

describe('a post', () => {
  it('goes out once, at its hour and not before', async () => {
    await subscribe()
    await pass('2027-01-06T23:59:59Z')
    expect(texts()).toEqual([])
    await pass('2027-01-07T00:00:00Z')
    await pass('2027-01-07T00:00:01Z')
    await pass('2027-01-07T08:00:00Z')
    expect(texts()).toEqual(['2027-01-07'])
  })

  it('goes out again a year later', async () => {
    await subscribe()
    await pass('2027-01-07T00:00:00Z')
    await pass('2028-01-07T00:00:00Z')
    expect(texts()).toEqual(['2027-01-07', '2028-01-07'])
  })

  it('goes out once if several passes start at the same time', async () => {
    for (let n = 0; n < 20; n++) await subscribe({ chat: { ...chat, chat: String(n) } })
    world.at('2027-01-07T00:00:00Z')
    await Promise.all([world.dispatcher.pass(), world.dispatcher.pass(), world.dispatcher.pass()])
    expect(new Set(world.posts.map(post => post.to.chat)).size).toBe(20)
    expect(world.posts).toHaveLength(20)
  })

  it('keeps its idempotency key in every attempt', async () => {
    await subscribe()
    world.answers.push({ status: 'later', seconds: 5 }, 'lost')
    await pass('2027-01-07T00:00:00Z')
    await pass('2027-01-07T00:00:05Z')
    const [delivery] = await world.store.deliveriesOf(chat, 1)
    expect(world.posts.map(post => post.key)).toEqual([delivery?.id])
  })

  it('waits while the corpus lacks its anniversary, and is not dropped', async () => {
    await subscribe({ anniversary: 'lost' })
    await pass('2027-01-07T00:00:00Z')
    expect(texts()).toEqual([])
    expect(world.errors).toEqual(['anniversary missing'])
    const [waiting] = await world.store.subscriptionsOf(chat)
    expect(waiting).toMatchObject({ status: { type: 'active' } })
    expect(waiting?.next.occurrence.toString()).toBe('2027-01-07')
  })
})

describe('a chat that was down at its hour', () => {
  it('gets the post once, marked as late', async () => {
    await subscribe()
    await pass('2027-01-07T02:00:00Z')
    await pass('2027-01-07T03:00:00Z')
    expect(texts()).toEqual(['2027-01-07 late'])
  })

  it('gets it without that mark within the first ten minutes', async () => {
    await subscribe()
    await pass('2027-01-07T00:09:00Z')
    expect(texts()).toEqual(['2027-01-07'])
  })

  it.each([
    [{ type: 'days', days: 3 }, '2027-01-09T23:00:00Z', '2027-01-10T02:00:00Z'],
    [{ type: 'same-day' }, '2027-01-07T16:59:00Z', '2027-01-07T17:01:00Z'],
    [{ type: 'skip' }, '2027-01-07T00:59:00Z', '2027-01-07T01:01:00Z'],
  ] as const)('with grace %j still gets it at %s and no longer at %s', async (grace, within, after) => {
    await subscribe({ grace })
    await subscribe({ grace, chat: { ...chat, chat: '2' } })
    await world.at(within).dispatcher.pass()
    expect(texts()).toHaveLength(2)

    world = createWorld()
    await subscribe({ grace })
    await pass(after)
    expect(texts()).toEqual([])
    expect(await states()).toEqual(['expired'])
  })

  it('does not lose its post even if thousands of others come first', async () => {
    world = createWorld({ perSecond: 1 })
    for (let n = 0; n < 4000; n++)
      await subscribe({
        grace: { type: 'skip' },
        chat: { ...chat, chat: `${n}` },
        id: String(n).padStart(16, '0'),
      })
    const [row] = await world.opened('2027-01-07T00:00:00Z')
    expect(row?.expiresAt.toString()).toBe('2027-01-07T02:13:20Z')
  })

  it('gets only this year’s post after 400 days', async () => {
    await subscribe()
    await pass('2028-01-07T00:05:00Z')
    expect(texts()).toEqual(['2028-01-07'])
    expect(await states()).toEqual(['sent', 'expired'])
  })
})

describe('an answer', () => {
  it('"later" is retried after the wait', async () => {
    await subscribe()
    world.answers.push({ status: 'later', seconds: 30 })
    await pass('2027-01-07T00:00:00Z')
    await pass('2027-01-07T00:00:29Z')
    expect(texts()).toEqual([])
    await pass('2027-01-07T00:00:30Z')
    expect(texts()).toEqual(['2027-01-07'])
  })

  it('"unknown" is never repeated automatically', async () => {
    await subscribe()
    world.answers.push('lost')
    await pass('2027-01-07T00:00:00Z')
    await pass('2027-01-07T00:10:00Z')
    await pass('2027-01-08T00:00:00Z')
    expect(texts()).toHaveLength(1)
    expect(await states()).toEqual(['unknown'])
  })

  it('that a bug loses is unknown, and logged for the operator', async () => {
    await subscribe()
    world.answers.push('bug')
    await pass('2027-01-07T00:00:00Z')
    expect(await states()).toEqual(['unknown'])
    expect(world.errors).toEqual(['send failed'])
  })

  it('"gone" pauses the chat but drops nothing: the post goes out after a repair', async () => {
    await subscribe()
    world.answers.push({ status: 'gone', reason: 'forbidden' })
    await pass('2027-01-07T00:00:00Z')
    await pass('2027-01-07T06:00:00Z')
    expect(texts()).toEqual([])
    const [paused] = await world.store.subscriptionsOf(chat)
    if (!paused) return expect.fail('the subscription is gone')
    expect(paused.status).toEqual({ type: 'paused', reason: 'forbidden' })
    await world.store.putSubscription({ ...paused, status: { type: 'active' } })
    await pass('2027-01-07T07:00:00Z')
    expect(texts()).toEqual(['2027-01-07 late'])
  })

  it('"gone" notifies the admins once, and the chat resumes when a check says that it takes posts again', async () => {
    await subscribe()
    world.answers.push({ status: 'gone', reason: 'kicked' })
    await pass('2027-01-07T00:00:00Z')
    expect(world.notices).toEqual(['paused: kicked'])
    await pass('2027-01-07T02:00:00Z')
    expect(texts()).toEqual([])
    world.isRepaired = true
    await pass('2027-01-07T02:20:00Z')
    await pass('2027-01-07T02:20:10Z')
    expect(texts()).toEqual(['2027-01-07 late'])
  })

  it('"moved" sends once more, to the new address', async () => {
    await subscribe()
    world.answers.push({ status: 'moved', to: { platform: 'fake', chat: '-100' } })
    await pass('2027-01-07T00:00:00Z')
    await pass('2027-01-07T00:00:02Z')
    expect(world.posts.map(post => post.to.chat)).toEqual(['-100'])
  })
})

describe('a time zone that the program does not know', () => {
  it('keeps the posts of its chat back, of no other, and is reported once', async () => {
    await world.store.putSubscription(subscription({ zone: 'Mars/Olympus' }))
    for (let n = 0; n < 99; n++)
      await world.store.putSubscription(subscription({ chat: { ...chat, chat: `c${n}` } }))
    await pass('2027-01-07T00:00:00Z')
    await pass('2027-01-07T00:01:00Z')
    expect(world.posts).toHaveLength(99)
    expect(world.errors).toEqual(['rows set aside'])
  })
})

describe('a post that cannot be composed', () => {
  it('waits within its grace, and holds no other post back', async () => {
    await subscribe()
    await world.store.putSubscription(subscription({ chat: { ...chat, chat: 'another' } }))
    world.uncomposable = chat.chat
    await pass('2027-01-07T00:00:00Z')
    expect(world.posts.map(post => post.to.chat)).toEqual(['another'])
    expect(world.errors).toEqual(['post not composed'])
    world.uncomposable = undefined
    await pass('2027-01-07T00:10:00Z')
    expect(world.posts.map(post => post.to.chat)).toEqual(['another', chat.chat])
  })
})

describe('a clock that was two days ahead and is right again', () => {
  it('holds no post back, and is reported', async () => {
    await subscribe()
    world.answers.push({ status: 'later', seconds: 30 })
    await pass('2027-01-09T00:00:00Z')
    expect(texts()).toEqual([])
    await pass('2027-01-07T00:05:00Z')
    await pass('2027-01-07T00:05:05Z')
    expect(texts()).toEqual(['2027-01-07'])
    expect(world.errors).toEqual(['clock was ahead'])
  })
})

describe('after a crash in mid-send', () => {
  const crash = async () => {
    await subscribe()
    const due = await world.store.dueGroup(world.at('2027-01-07T00:00:00Z').now())
    if (!due) return expect.fail('nothing is due')
    await world.store.openGroup({
      group: due,
      due: due.next,
      expiresAt: world.now().add({ hours: 72 }),
      next: nextYear,
      limit: 1,
    })
    const lease = { owner: 'the process that died', until: world.now().add({ seconds: 60 }) }
    const [delivery] = await world.store.claim({ platform: 'fake', now: world.now(), lease, limit: 1 })
    if (!delivery) return expect.fail('nothing was claimed')
    await world.store.markSending(delivery, lease)
  }

  it('a post that may have arrived is not repeated', async () => {
    await crash()
    await pass('2027-01-07T00:05:00Z')
    expect(texts()).toEqual([])
    expect(await states()).toContain('unknown')
  })

  it('a post is repeated with the same key on an idempotent platform', async () => {
    world = createWorld({ isIdempotent: true })
    await crash()
    await pass('2027-01-07T00:05:00Z')
    expect(texts()).toEqual(['2027-01-07'])
  })
})
