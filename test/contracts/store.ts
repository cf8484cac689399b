// Checks every store by the same rules, whichever database is behind it.

import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecurringDay } from '../../src/core/calendar/recurrence.ts'
import { UNANSWERED } from '../../src/core/delivery/ledger.ts'
import { type DeliveryFilter, DIALOGUE_PREFIX, type Store } from '../../src/core/delivery/store.ts'
import type { Subscription } from '../../src/core/delivery/subscription.ts'
import type { Address } from '../../src/core/ports.ts'

const instant = (text: string) => Temporal.Instant.from(text)
export const january7: RecurringDay = {
  recurrence: { type: 'yearly', month: 1, day: 7 },
  since: { year: 1979, month: 1, day: 7 },
}
export const chat: Address = { platform: 'fake', chat: '1' }
const due = { occurrence: Temporal.PlainDate.from('2027-01-07'), at: instant('2027-01-07T00:00:00Z') }
export const nextYear = {
  occurrence: Temporal.PlainDate.from('2028-01-07'),
  at: instant('2028-01-07T00:00:00Z'),
}
const expiresAt = instant('2027-01-10T00:00:00Z')
const soon = instant('2027-01-07T00:01:00Z')
const later = instant('2027-01-07T00:02:00Z')

let count = 0
export const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  id: `subscription-${++count}`,
  chat,
  anniversary: 'january-7',
  zone: 'Asia/Phnom_Penh',
  time: Temporal.PlainTime.from('07:00'),
  grace: { type: 'days', days: 3 },
  leapDay: 'february-28',
  status: { type: 'active' },
  next: due,
  ...more,
})

/** Leaves a failed post for the chat and returns its id. */
export async function failedIn(store: Store, address: Address): Promise<string> {
  const saved = await store.putSubscription(subscription({ chat: address, anniversary: 'another' }))
  await store.openGroup({ group: saved, due, expiresAt, next: nextYear, limit: 1000 })
  const lease = { owner: 'a', until: soon }
  const [delivery] = await store.claim({ platform: address.platform, now: due.at, lease, limit: 1 })
  if (!delivery) throw new Error('nothing was claimed')
  await store.settle(delivery, 'a', { state: 'failed' })
  return delivery.id
}

/** `open` returns an empty store, `reopen` the same one as another process would find it. */
export function storeContract(name: string, open: () => Promise<Store>, reopen: () => Promise<Store>): void {
  describe(`${name} as a store`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const opened = async (more: Partial<Subscription> = {}) => {
      const saved = await store.putSubscription(subscription(more))
      await store.openGroup({ group: saved, due, expiresAt, next: nextYear, limit: 1000 })
      return saved
    }
    const claim = (owner: string, now = due.at, until = soon) =>
      store.claim({ platform: 'fake', now, lease: { owner, until }, limit: 100 })
    const states = async () => (await store.deliveriesOf(chat, 10)).map(each => each.state)

    describe('subscriptions', () => {
      it('come back as they were put, even after a restart', async () => {
        const saved = await store.putSubscription(
          subscription({
            chat: { ...chat, thread: '9' },
            grace: { type: 'same-day' },
            status: { type: 'paused', reason: 'kicked' },
            subscriber: '42',
          }),
        )
        const again = await reopen()
        expect(await again.subscriptionsOf({ ...chat, thread: '9' })).toEqual([saved])
        await again.close()
      })

      it('are one for each chat, thread and anniversary; the first id stays', async () => {
        const first = await store.putSubscription(subscription())
        const second = await store.putSubscription(subscription({ zone: 'UTC' }))
        expect(second).toEqual({ ...first, zone: 'UTC' })
        await store.putSubscription(subscription({ chat: { ...chat, thread: '9' } }))
        await store.putSubscription(subscription({ anniversary: 'other' }))
        expect(await store.subscriptionsOf(chat)).toHaveLength(2)
        expect(await store.subscriptionsOf({ ...chat, thread: '9' })).toHaveLength(1)
      })

      it('are due at their moment, not before it, and not when paused or ended', async () => {
        await store.putSubscription(subscription())
        await store.putSubscription(subscription({ anniversary: 'ended', status: { type: 'ended' } }))
        await store.putSubscription(
          subscription({ anniversary: 'paused', status: { type: 'paused', reason: 'blocked' } }),
        )
        expect(await store.dueGroup(due.at.subtract({ milliseconds: 1 }))).toBeUndefined()
        expect(await store.dueGroup(due.at)).toMatchObject({ anniversary: 'january-7', next: due })
        await store.putSubscription(subscription({ next: nextYear }))
        expect(await store.dueGroup(due.at)).toBeUndefined()
      })

      it('keep their id and their deliveries when their chat moves', async () => {
        const saved = await opened()
        const to = { platform: 'fake', chat: '-100' }
        await store.move(chat, to)
        expect(await store.subscriptionsOf(chat)).toEqual([])
        expect((await store.subscriptionsOf(to)).map(each => each.id)).toEqual([saved.id])
        expect(await store.deliveriesOf(to, 10)).toHaveLength(1)
      })

      it('merge when their chat moves to one that already has the same: one stays, the other ends', async () => {
        const old = await opened()
        const to = { platform: 'fake', chat: '-100' }
        await store.putSubscription(subscription({ chat: to }))
        await store.move(chat, to)
        expect(await store.subscriptionsOf(to)).toHaveLength(1)
        expect(await store.subscriptionsOf(chat)).toMatchObject([{ id: old.id, status: { type: 'ended' } }])
      })
    })

    describe('a subscription that moves to another thread', () => {
      const to = { ...chat, thread: '9' }
      const goal = { to, next: due }

      it('keeps its id, its settings and its deliveries', async () => {
        const saved = await opened({ grace: { type: 'same-day' } })
        expect(await store.moveSubscription(saved.id, { to, next: nextYear })).toBe(true)
        expect(await store.subscriptionsOf(chat)).toEqual([])
        const [moved] = await store.subscriptionsOf(to)
        expect(moved).toEqual({ ...saved, chat: to, next: nextYear })
        expect(String(moved?.next.at)).toBe(String(nextYear.at))
        expect(String(moved?.next.occurrence)).toBe(String(nextYear.occurrence))
        expect(await claim('a')).toMatchObject([{ subscription: { chat: to } }])
      })

      it('takes along what is remembered about its posts, and nothing else', async () => {
        const saved = await opened()
        const [delivery] = await store.deliveriesOf(chat, 1)
        for (const key of [`refusals ${delivery?.id}`, 'refusals another', 'a wish'])
          await store.remember({ key, value: '1', now: soon, chat })
        await store.moveSubscription(saved.id, goal)
        expect((await store.rowsOf(to)).memory).toMatchObject([{ key: `refusals ${delivery?.id}` }])
        expect((await store.rowsOf(chat)).memory).toHaveLength(3)
      })

      it('takes posts again, also the one that waited', async () => {
        const saved = await opened()
        await store.pause(chat, 'deleted')
        expect(await claim('a')).toEqual([])
        expect(await store.moveSubscription(saved.id, goal)).toBe(true)
        expect(await claim('a')).toMatchObject([{ subscription: { chat: to, status: { type: 'active' } } }])
      })

      it('changes places with one that has ended there', async () => {
        const ended = await store.putSubscription(subscription({ chat: to, status: { type: 'ended' } }))
        const saved = await store.putSubscription(subscription())
        expect(await store.moveSubscription(saved.id, goal)).toBe(true)
        expect(await store.subscriptionsOf(to)).toMatchObject([{ id: saved.id, status: { type: 'active' } }])
        expect(await store.subscriptionsOf(chat)).toMatchObject([{ id: ended.id, status: { type: 'ended' } }])
      })

      it.each([{ type: 'active' }, { type: 'paused', reason: 'forbidden' }] as const)(
        'stays if the thread has one that is $type',
        async status => {
          const there = await store.putSubscription(subscription({ chat: to, status }))
          const saved = await store.putSubscription(subscription())
          expect(await store.moveSubscription(saved.id, goal)).toBe(false)
          expect(await store.subscriptionsOf(to)).toEqual([there])
          expect(await store.subscriptionsOf(chat)).toEqual([saved])
        },
      )

      it('stays while a post is on its way, or may have arrived', async () => {
        const saved = await opened()
        const [delivery] = await claim('a')
        if (!delivery) return expect.fail('nothing was claimed')
        const move = () => store.moveSubscription(saved.id, goal)
        expect(await move()).toBe(false)
        await store.markSending(delivery, { owner: 'a', until: later })
        expect(await move()).toBe(false)
        await store.settle(delivery, 'a', { state: 'pending', nextAt: soon, error: UNANSWERED })
        expect(await move()).toBe(false)
        const [again] = await claim('a', later, instant('2027-01-07T00:03:00Z'))
        if (!again) return expect.fail('nothing was claimed')
        await store.settle(again, 'a', { state: 'sent', messageId: 'm' })
        expect(await move()).toBe(true)
      })
    })

    describe('a chat', () => {
      const other = { platform: 'fake', chat: '-100' }
      const topic = { ...chat, thread: '9' }

      it('has the language it chose last, shares it with its places, and keeps it when it moves', async () => {
        expect(await store.languageOf(chat)).toBeUndefined()
        await store.setLanguage(chat, 'vi')
        await store.setLanguage(chat, 'km')
        expect(await store.languageOf(chat)).toBe('km')
        expect(await store.languageOf(topic)).toBe('km')
        expect(await store.languageOf(other)).toBeUndefined()
        await store.move(chat, other)
        expect(await store.languageOf(other)).toBe('km')
      })

      it('may have a place with a language of its own, which others do not share and which moves along', async () => {
        await store.setLanguage(chat, 'vi')
        await store.setLanguage(topic, 'km')
        expect(await store.languageOf(topic)).toBe('km')
        expect(await store.ownLanguageOf(topic)).toBe('km')
        for (const address of [chat, { ...chat, thread: '10' }]) {
          expect(await store.languageOf(address)).toBe('vi')
          expect(await store.languageOf({ ...other, thread: '9' })).toBeUndefined()
        }
        expect(await store.ownLanguageOf({ ...chat, thread: '10' })).toBeUndefined()
        await store.pause(topic, 'forbidden')
        await store.resume(topic)
        expect(await store.languageOf(topic)).toBe('km')
        await store.move(topic, { ...other, thread: '9' })
        expect(await store.languageOf({ ...other, thread: '9' })).toBe('km')
        expect(await store.languageOf(other)).toBe('vi')
      })

      it('may take the language of a place back', async () => {
        await store.setLanguage(chat, 'vi')
        await store.setLanguage(topic, 'km')
        await store.setLanguage(topic, undefined)
        expect(await store.ownLanguageOf(topic)).toBeUndefined()
        expect(await store.languageOf(topic)).toBe('vi')
      })

      it('has its language in its deliveries', async () => {
        await opened()
        expect(await store.deliveriesOf(chat, 1)).not.toHaveProperty('0.language')
        await store.setLanguage(chat, 'vi')
        expect(await claim('a')).toMatchObject([{ language: 'vi' }])
      })

      it('has the language of the place in the deliveries of the place', async () => {
        await store.setLanguage(topic, 'km')
        await store.setLanguage({ ...chat, thread: '10' }, 'en')
        await opened({ chat: topic })
        await store.setLanguage(chat, 'vi')
        await opened({ chat: { ...chat, thread: '11' } })
        const rows = await claim('a')
        expect(
          Object.fromEntries(rows.map(({ subscription, language }) => [subscription.chat.thread, language])),
        ).toEqual({ 9: 'km', 11: 'vi' })
      })

      it('takes what is remembered about it along when it moves', async () => {
        await store.remember({ key: 'of the topic', value: 'x', now: soon, chat: topic })
        await store.remember({
          key: 'of another topic',
          value: 'x',
          now: soon,
          chat: { ...chat, thread: '10' },
        })
        await store.move(topic, { ...other, thread: '9' })
        expect((await store.rowsOf(other)).memory).toMatchObject([{ key: 'of the topic', thread: '9' }])
        expect((await store.rowsOf(chat)).memory).toMatchObject([{ key: 'of another topic' }])
      })

      it('lists the threads that have subscriptions', async () => {
        expect(await store.threadsOf(chat)).toEqual([])
        await store.putSubscription(subscription({ chat: { ...chat, thread: '9' } }))
        await store.putSubscription(subscription({ anniversary: 'other' }))
        await store.putSubscription(subscription())
        await store.putSubscription(subscription({ chat: other }))
        expect(await store.threadsOf(chat)).toEqual([chat, { ...chat, thread: '9' }])
      })
    })

    describe('privacy', () => {
      const topic = { ...chat, thread: '9' }
      const other = { platform: 'fake', chat: 'somebody else' }
      const storeEverything = async () => {
        for (const address of [chat, topic, other] as Address[]) {
          await opened({ chat: address })
          await store.setLanguage(address, 'km')
          await store.remember({
            key: `wishes of ${address.chat} ${address.thread}`,
            value: '{}',
            now: soon,
            chat: address,
          })
        }
        await store.reserve({
          account: { key: 'fake', spacingMs: 1 },
          chats: [{ key: `fake/${chat.chat}`, spacingMs: 1 }],
          from: soon,
        })
        await claim('a')
      }

      it('exports everything about a chat and its threads, and nothing about others', async () => {
        await storeEverything()
        const rows = await store.rowsOf(chat)
        expect(Object.fromEntries(Object.entries(rows).map(([name, { length }]) => [name, length]))).toEqual({
          subscriptions: 2,
          deliveries: 2,
          language: 2,
          memory: 2,
          rate: 1,
        })
        expect(JSON.stringify(rows)).not.toContain(other.chat)
      })

      it('exports what is about one place, and nothing about the rest of its chat', async () => {
        await storeEverything()
        const rows = await store.rowsOf(topic)
        expect(rows).toMatchObject({
          subscriptions: [{ thread: '9' }],
          deliveries: [{ subscription: rows.subscriptions?.[0]?.id }],
          language: [{ thread: '9' }],
          memory: [{ thread: '9' }],
          rate: [],
        })
        expect(rows).toEqual({
          subscriptions: [expect.anything()],
          deliveries: [expect.anything()],
          language: [expect.anything()],
          memory: [expect.anything()],
          rate: [],
        })
      })

      it('erases what is about one place, and nothing about the rest of its chat', async () => {
        await storeEverything()
        await store.forget(topic)
        expect(Object.values(await store.rowsOf(topic)).flat()).toEqual([])
        const rows = await store.rowsOf(chat)
        expect(Object.entries(rows).map(([name, { length }]) => [name, length])).toEqual([
          ['subscriptions', 1],
          ['deliveries', 1],
          ['language', 1],
          ['memory', 1],
          ['rate', 1],
        ])
        expect(await store.countActive()).toBe(2)
      })

      it('erases everything about a chat and its threads, and nothing about others', async () => {
        await storeEverything()
        await store.forget(chat)
        expect(Object.values(await store.rowsOf(chat)).flat()).toEqual([])
        expect(await store.subscriptionsOf(other)).toHaveLength(1)
        expect(await store.languageOf(other)).toBe('km')
        expect(await store.listDeliveries(['pending', 'leased'], 10)).toHaveLength(1)
        // A post that was being sent then has no row to settle, which is fine.
        expect(await store.countActive()).toBe(1)
      })

      it('erases ended deliveries and old memory', async () => {
        const saved = await opened()
        const [delivery] = await claim('a')
        if (!delivery) return expect.fail('nothing was claimed')
        await store.remember({ key: 'old', value: 'x', now: soon })
        await store.prune(soon, soon)
        expect(await store.findDelivery(delivery.id)).toBeDefined()
        await store.markSending(delivery, { owner: 'a', until: later })
        await store.settle(delivery, 'a', { state: 'sent', messageId: '1' })
        await store.prune(later, later)
        expect(await store.findDelivery(delivery.id)).toBeUndefined()
        expect(await store.recall('old')).toBeUndefined()
        expect(await store.subscriptionsOf(chat)).toMatchObject([{ id: saved.id }])
      })
    })

    describe('the memory', () => {
      it('keeps the last value of a key, even after a restart', async () => {
        expect(await store.recall('menu')).toBeUndefined()
        await store.remember({ key: 'menu', value: 'a', now: soon })
        await store.remember({ key: 'menu', value: 'b', now: later })
        const again = await reopen()
        expect(await again.recall('menu')).toBe('b')
        await again.close()
      })

      it('takes any text, because anybody can make up the data of a button', async () => {
        for (const key of ['call 1 \0', 'call 2 \ud800', 'call 3 \u{1f4a5}']) {
          expect(await store.recall(key)).toBeUndefined()
          await store.remember({ key, value: key, now: soon })
          expect(await store.recall(key)).toMatch(/^call /)
        }
        expect(await store.findDelivery('\0')).toBeUndefined()
      })

      it('marks a key once, however many ask at the same time', async () => {
        const marks = await Promise.all(Array.from({ length: 20 }, () => store.markOnce('update 1', soon)))
        expect(marks.filter(Boolean)).toHaveLength(1)
        expect(await store.markOnce('update 2', soon)).toBe(true)
      })

      it('leases work to one owner at a time, until it is done', async () => {
        const take = (owner: string, now: Temporal.Instant) =>
          store.takeWork({ key: 'update 3', owner, now, until: now.add({ seconds: 10 }) })
        const taken = await Promise.all(Array.from({ length: 20 }, (_, n) => take(`o${n}`, soon)))
        expect(taken.filter(each => each === 'taken')).toHaveLength(1)
        expect(taken.filter(each => each === 'busy')).toHaveLength(19)
        const owner = `o${taken.indexOf('taken')}`
        expect(await take(owner, soon.add({ seconds: 5 }))).toBe('taken')
        expect(await take('another', soon.add({ seconds: 12 }))).toBe('busy')
        expect(await take('another', soon.add({ seconds: 15 }))).toBe('taken')
        await store.finishWork('update 3', soon)
        expect(await take('another', soon.add({ seconds: 60 }))).toBe('done')
      })

      it('erases one key', async () => {
        await store.remember({ key: 'menu', value: 'a', now: soon })
        await store.remember({ key: 'other', value: 'b', now: soon })
        await store.erase('menu')
        await store.erase('nothing')
        expect(await store.recall('menu')).toBeUndefined()
        expect(await store.recall('other')).toBe('b')
      })

      it('forgets questions that await an answer earlier than the rest', async () => {
        const key = `${DIALOGUE_PREFIX}telegram 1 - 2`
        await store.remember({ key, value: 'a', now: soon })
        await store.prune(soon, soon)
        expect(await store.recall(key)).toBe('a')
        await store.prune(soon, later)
        expect(await store.recall(key)).toBeUndefined()
      })

      it('forgets finished work earlier than the rest', async () => {
        const work = { key: 'update 4', owner: 'a', now: soon, until: soon }
        await store.takeWork(work)
        await store.finishWork('update 4', soon)
        await store.remember({ key: 'menu', value: 'a', now: soon })
        await store.prune(soon, later)
        expect(await store.recall('menu')).toBe('a')
        expect(await store.takeWork(work)).toBe('taken')
      })
    })

    describe('the backlog', () => {
      it('is since when rows wait, and how many were put off', async () => {
        await opened()
        expect(await store.backlog(due.at.subtract({ seconds: 1 }))).toEqual({ held: 1, heldSince: due.at })
        expect(await store.backlog(due.at)).toEqual({ since: due.at, held: 0 })
        await claim('a')
        expect(await store.backlog(soon)).toEqual({ since: due.at, held: 0 })
      })
    })

    describe('the deliveries that match a filter', () => {
      it('are those of its states, anniversary, platform and time', async () => {
        const saved = await opened()
        const count = async (filter: Partial<DeliveryFilter>) => {
          let found = 0
          for await (const page of store.matching({ states: ['pending'], ...filter })) found += page.length
          return found
        }
        expect(await count({ anniversary: saved.anniversary, platform: 'fake', since: due.at })).toBe(1)
        expect(await count({ until: due.at })).toBe(0)
        expect(await count({ states: ['sent', 'failed'] })).toBe(0)
        expect(await count({ platform: 'another' })).toBe(0)
        expect(await count({ anniversary: 'another' })).toBe(0)
      })
    })

    describe('the ledger', () => {
      it('has one row per subscription and occurrence, however often it is opened', async () => {
        const saved = await opened()
        await store.openGroup({ group: saved, due, expiresAt, next: nextYear, limit: 1000 })
        expect(await states()).toEqual(['pending'])
      })

      it('has a row for every subscription that moved on, including those made meanwhile', async () => {
        const group = await store.putSubscription(subscription({ chat: { ...chat, chat: 'first' } }))
        const made = Array.from({ length: 120 }, (_, n) =>
          store.putSubscription(subscription({ chat: { ...chat, chat: `c${n}` } })),
        )
        const opening = Array.from({ length: 12 }, () =>
          store.openGroup({ group, due, expiresAt, next: nextYear, limit: 1000 }),
        )
        await Promise.all([...made, ...opening])
        while (await store.dueGroup(due.at))
          await store.openGroup({ group, due, expiresAt, next: nextYear, limit: 1000 })
        const rows = await store.listDeliveries(['pending'], 1000)
        expect(rows).toHaveLength(121)
        expect(await claim('a')).toHaveLength(100)
      })

      it('moves the subscription on in the same transaction', async () => {
        await opened()
        expect((await store.subscriptionsOf(chat))[0]?.next).toEqual(nextYear)
        expect(await store.dueGroup(later)).toBeUndefined()
      })

      it('leases a row to one owner only', async () => {
        await opened()
        expect(await claim('a')).toHaveLength(1)
        expect(await claim('b')).toEqual([])
      })

      it('leases no row twice when many claim at once', async () => {
        for (let n = 0; n < 30; n++) await opened({ chat: { platform: 'fake', chat: `c${n}` } })
        const taken = await Promise.all(
          ['a', 'b', 'c'].map(owner =>
            store.claim({ platform: 'fake', now: due.at, lease: { owner, until: soon }, limit: 15 }),
          ),
        )
        const ids = taken.flat().map(delivery => delivery.id)
        expect(ids).toHaveLength(30)
        expect(new Set(ids).size).toBe(30)
      })

      it('leases nothing early, and nothing of a paused chat', async () => {
        await opened()
        expect(await claim('a', due.at.subtract({ milliseconds: 1 }))).toEqual([])
        await store.pause(chat, 'blocked')
        expect(await claim('a')).toEqual([])
      })

      it('marks a row as sending once, for the owner of the lease only', async () => {
        await opened()
        const [delivery] = await claim('a')
        if (!delivery) return expect.fail('nothing was claimed')
        expect(await store.markSending(delivery, { owner: 'b', until: later })).toBe(false)
        expect(await store.markSending(delivery, { owner: 'a', until: later })).toBe(true)
        expect(await store.markSending(delivery, { owner: 'a', until: later })).toBe(false)
      })

      it('keeps the result of a send, even after a restart', async () => {
        await opened()
        const [delivery] = await claim('a')
        if (!delivery) return expect.fail('nothing was claimed')
        await store.markSending(delivery, { owner: 'a', until: later })
        await store.settle(delivery, 'a', { state: 'sent', messageId: '42' })
        const again = await reopen()
        expect(await again.deliveriesOf(chat, 10)).toMatchObject([
          { state: 'sent', messageId: '42', attempt: 1 },
        ])
        await again.close()
      })

      it('ignores an owner whose lease was lost', async () => {
        await opened()
        const [delivery] = await claim('a')
        if (!delivery) return expect.fail('nothing was claimed')
        await store.recover(later, [])
        await claim('b', later)
        await store.settle(delivery, 'a', { state: 'failed' })
        expect(await states()).toEqual(['leased'])
      })

      it('postpones a row to its next time', async () => {
        await opened()
        const [delivery] = await claim('a')
        if (!delivery) return expect.fail('nothing was claimed')
        await store.settle(delivery, 'a', { state: 'pending', nextAt: later, error: 'wait' })
        expect(await claim('a', soon)).toEqual([])
        expect(await claim('a', later, later)).toHaveLength(1)
      })
    })

    describe('after a crash', () => {
      it('a leased row is pending again once its lease is over', async () => {
        await opened()
        await claim('a')
        await store.recover(soon, [])
        expect(await states()).toEqual(['leased'])
        await store.recover(later, [])
        expect(await states()).toEqual(['pending'])
      })

      it('a row in sending is unknown, because it may have been posted', async () => {
        await opened()
        const [delivery] = await claim('a')
        if (!delivery) return expect.fail('nothing was claimed')
        await store.markSending(delivery, { owner: 'a', until: soon })
        await store.recover(later, [])
        expect(await states()).toEqual(['unknown'])
      })

      it('a row in sending is pending again on an idempotent platform', async () => {
        await opened()
        const [delivery] = await claim('a')
        if (!delivery) return expect.fail('nothing was claimed')
        await store.markSending(delivery, { owner: 'a', until: soon })
        await store.recover(later, ['fake'])
        expect(await states()).toEqual(['pending'])
      })

      it('a pending row past its expiry is expired', async () => {
        await opened()
        await store.recover(expiresAt.add({ seconds: 1 }), [])
        expect(await states()).toEqual(['expired'])
      })
    })

    describe('the operator', () => {
      const ended = async (state: 'unknown' | 'failed') => {
        await opened()
        const [delivery] = await claim('a')
        if (!delivery) throw new Error('nothing was claimed')
        await store.markSending(delivery, { owner: 'a', until: soon })
        await store.settle(delivery, 'a', { state, error: 'no answer' })
        return delivery
      }

      it('sees how many deliveries are in each state, and lists some states', async () => {
        const delivery = await ended('unknown')
        await opened({ chat: { ...chat, chat: '2' } })
        expect(await store.countDeliveries()).toMatchObject({ unknown: 1, pending: 1, sent: 0 })
        const listed = await store.listDeliveries(['unknown', 'failed'], 10)
        expect(listed).toMatchObject([{ id: delivery.id, state: 'unknown', lastError: 'no answer' }])
        expect(await store.findDelivery(delivery.id)).toMatchObject({ id: delivery.id })
        expect(await store.findDelivery('nothing')).toBeUndefined()
      })

      it('resends an unknown delivery once, marked as resent', async () => {
        const { id } = await ended('unknown')
        expect(await store.resend(id, later, expiresAt)).toMatchObject({ id, state: 'pending', resent: true })
        expect(await store.resend(id, later, expiresAt)).toBeUndefined()
        expect(await claim('a', later, later)).toMatchObject([{ id, resent: true }])
      })

      it('skips a delivery, so that it is not sent', async () => {
        const { id } = await ended('failed')
        expect(await store.skip(id)).toMatchObject({ state: 'skipped' })
        await opened({ chat: { ...chat, chat: '2' } })
        const [waiting] = await store.listDeliveries(['pending'], 1)
        expect(await store.skip(waiting?.id ?? '')).toMatchObject({ state: 'skipped' })
        expect(await claim('a', later)).toEqual([])
      })

      it('cannot resend or skip what was sent', async () => {
        await opened()
        const [delivery] = await claim('a')
        if (!delivery) return expect.fail('nothing was claimed')
        await store.markSending(delivery, { owner: 'a', until: soon })
        await store.settle(delivery, 'a', { state: 'sent', messageId: '1' })
        expect(await store.resend(delivery.id, later, expiresAt)).toBeUndefined()
        expect(await store.skip(delivery.id)).toBeUndefined()
      })
    })

    describe('a chat that is repaired', () => {
      it('gets the row that was waiting', async () => {
        await opened()
        expect(await store.pause(chat, 'forbidden')).toBe(true)
        expect(await store.pause(chat, 'forbidden')).toBe(false)
        expect(await store.pausedChats('fake', due.at, 10)).toEqual([chat])
        expect(await claim('a')).toEqual([])
        await store.resume(chat)
        expect(await store.pausedChats('fake', due.at, 10)).toEqual([])
        expect(await claim('a')).toHaveLength(1)
      })
    })

    describe('pacing', () => {
      const account = { key: 'fake', spacingMs: 100 }
      const at = (ms: number) => due.at.add({ milliseconds: ms })
      const reserve = (chats: string[], from = due.at, isLate = false) =>
        store.reserve({ account, chats: chats.map(key => ({ key, spacingMs: 1000 })), from, isLate })
      const taken = (...moments: number[]) => moments.map(ms => ({ at: at(ms), taken: true }))

      it('spaces the messages of an account evenly, from the moment asked for', async () => {
        expect(await reserve(['a', 'b', 'c'])).toEqual(taken(0, 100, 200))
        expect(await reserve(['d'])).toEqual(taken(300))
      })

      it('allows no burst after a pause', async () => {
        await reserve(['a'])
        expect(await reserve(['b', 'c'], at(5000))).toEqual(taken(5000, 5100))
      })

      it('gives a chat one moment of a batch, and the next one after every moment of the batch', async () => {
        expect(await reserve(['a', 'a', 'a', 'b'])).toEqual([
          { at: at(0), taken: true },
          { at: at(1100), taken: false },
          { at: at(2100), taken: false },
          { at: at(100), taken: true },
        ])
        expect(await reserve(['a'], at(1000))).toEqual([{ at: at(1100), taken: false }])
        expect(await reserve(['a'], at(1100))).toEqual(taken(1100))
      })

      it('gives those that were late another moment, and their chats are free after that one', async () => {
        await reserve(['a', 'b'])
        expect(await reserve(['a', 'b'], at(500), true)).toEqual(taken(500, 600))
        expect(await reserve(['a'], at(1500))).toEqual([{ at: at(1600), taken: false }])
      })

      it('takes no account of what a clock that was a day ahead has reserved', async () => {
        await reserve(['a'], at(86_400_000))
        expect(await reserve(['a', 'b'])).toEqual(taken(0, 100))
        expect(await reserve(['c'])).toEqual(taken(200))
      })

      it('gives no moment twice to processes that ask at the same time', async () => {
        const other = await reopen()
        const asked = Array.from({ length: 10 }, (_, n) =>
          (n % 2 ? store : other).reserve({
            account,
            chats: [`x${n}`, `y${n}`].map(key => ({ key, spacingMs: 1000 })),
            from: due.at,
          }),
        )
        const moments = (await Promise.all(asked)).flat().map(slot => slot.at.epochMilliseconds)
        expect(new Set(moments).size).toBe(20)
        await other.close()
      })

      it('gives a chat to one of the processes that ask for it at the same time', async () => {
        const other = await reopen()
        const chats = [{ key: 'a', spacingMs: 10_000 }]
        const asked = Array.from({ length: 10 }, (_, n) =>
          (n % 2 ? store : other).reserve({ account, chats, from: due.at }),
        )
        expect((await Promise.all(asked)).flat().filter(slot => slot.taken)).toHaveLength(1)
        await other.close()
      })

      it('holds a key in every process, until the latest moment given', async () => {
        expect((await store.heldUntil('fake hold')).epochMilliseconds).toBe(0)
        await store.hold('fake hold', at(5000))
        await store.hold('fake hold', at(1000))
        const other = await reopen()
        expect(await other.heldUntil('fake hold')).toEqual(at(5000))
        await other.close()
      })
    })

    describe('a subscription that is set aside', () => {
      it('is not due and takes no posts until it is looked at again', async () => {
        const kept = await store.putSubscription(subscription())
        await store.setAside(kept, 'no such zone')
        expect(await store.dueGroup(due.at)).toBeUndefined()
        expect(await store.nextWake()).toBeUndefined()
        expect(await store.countActive()).toBe(0)
        expect(await store.countSetAside()).toBe(1)
        expect(await store.listSetAside(10)).toEqual([
          { id: kept.id, chat, anniversary: 'january-7', error: 'no such zone' },
        ])
        expect(await store.reviewSetAside()).toBe(1)
        expect(await store.dueGroup(due.at)).toMatchObject({ next: due })
        expect(await store.countActive()).toBe(1)
      })

      it('keeps its rows', async () => {
        const kept = await opened()
        await store.setAside({ ...kept, next: nextYear }, 'no such zone')
        expect(await claim('a')).toEqual([])
        await store.reviewSetAside()
        await store.resume(chat)
        expect(await store.listDeliveries(['pending'], 10)).toHaveLength(1)
      })

      it('is active again when its chat subscribes again', async () => {
        const kept = await store.putSubscription(subscription())
        await store.setAside(kept, 'no such zone')
        await store.putSubscription(kept)
        expect(await store.countSetAside()).toBe(0)
        expect(await store.dueGroup(due.at)).toMatchObject({ next: due })
      })
    })

    describe('what a clock that was ahead has written', () => {
      const account = { key: 'fake', spacingMs: 100 }
      const keys = { accounts: ['fake'], holds: ['fake hold'] }
      const ahead = (hours: number) => due.at.add({ hours })
      const nothing = { keys: 0, leases: 0, rows: 0 }

      it('is void if it lies farther ahead than any rule allows', async () => {
        await opened()
        await opened({ chat: { ...chat, chat: '2' } })
        await store.reserve({ account, chats: [{ key: 'fake/1', spacingMs: 1 }], from: ahead(48) })
        await store.hold('fake hold', ahead(48))
        const [first] = await store.claim({
          ...{ platform: 'fake', now: ahead(1), limit: 1 },
          lease: { owner: 'a', until: ahead(48) },
        })
        if (!first) return expect.fail('nothing was claimed')
        const [second] = await claim('b')
        if (!second) return expect.fail('nothing was claimed')
        await store.settle(second, 'b', { state: 'pending', nextAt: ahead(48) })
        expect(await store.voidAhead(due.at, keys)).toEqual({ keys: 2, leases: 1, rows: 1 })
        expect(await store.voidAhead(due.at, keys)).toEqual(nothing)
        await store.recover(due.at, [])
        expect((await store.heldUntil('fake hold')).epochMilliseconds).toBe(due.at.epochMilliseconds)
        expect(await claim('a')).toHaveLength(2)
      })

      it('is void if it lies a few hours ahead and the clock has gone back since', async () => {
        await store.voidAhead(ahead(6), keys)
        await store.hold('fake hold', ahead(7))
        await store.hold('fake/1', ahead(7))
        expect(await store.voidAhead(due.at, keys)).toEqual({ ...nothing, keys: 2 })
      })

      it('stands if a platform may have asked for it', async () => {
        await opened()
        await store.voidAhead(due.at, keys)
        await store.hold('fake hold', ahead(13))
        await store.hold('fake/1', ahead(13))
        const [delivery] = await claim('a')
        if (!delivery) return expect.fail('nothing was claimed')
        await store.settle(delivery, 'a', { state: 'pending', nextAt: ahead(13) })
        expect(await store.voidAhead(due.at, keys)).toEqual(nothing)
        expect(await store.heldUntil('fake hold')).toEqual(ahead(13))
        const chats = [{ key: 'fake/1', spacingMs: 1 }]
        expect(await store.reserve({ account, chats, from: due.at })).toEqual([
          { at: ahead(13), taken: false },
        ])
      })
    })

    describe('a post that a clock that was ahead gave up', () => {
      const before = due.at.subtract({ hours: 48 })
      const next = async () => (await store.subscriptionsOf(chat))[0]?.next

      it('is taken back, and its subscription waits for the day again', async () => {
        await opened()
        await store.recover(expiresAt.add({ hours: 1 }), [])
        expect(await states()).toEqual(['expired'])
        expect(await store.takeBack(before)).toBe(1)
        expect(await states()).toEqual([])
        expect(await next()).toEqual(due)
        expect(await store.takeBack(before)).toBe(0)
      })

      it('is taken back while it waits too, and is handed out once when its day comes', async () => {
        const saved = await opened()
        expect(await store.takeBack(before)).toBe(1)
        expect(await claim('a')).toEqual([])
        await store.openGroup({ group: saved, due, expiresAt, next: nextYear, limit: 1000 })
        expect(await claim('a')).toHaveLength(1)
      })

      it('waits for the hour that the chat has chosen since', async () => {
        const saved = await opened()
        await store.putSubscription({ ...saved, time: Temporal.PlainTime.from('09:00'), next: nextYear })
        expect(await store.takeBack(before)).toBe(1)
        expect((await next())?.at).toEqual(instant('2027-01-07T02:00:00Z'))
      })

      it('stands if it may have arrived, if its day has come, and between clocks that differ by minutes', async () => {
        await opened()
        expect(await store.takeBack(due.at)).toBe(0)
        expect(await store.takeBack(due.at.subtract({ minutes: 9 }))).toBe(0)
        const [delivery] = await claim('a')
        if (!delivery) return expect.fail('nothing was claimed')
        expect(await store.takeBack(before)).toBe(0)
        await store.markSending(delivery, { owner: 'a', until: soon })
        expect(await store.takeBack(before)).toBe(0)
        await store.settle(delivery, 'a', { state: 'pending', nextAt: soon, error: UNANSWERED })
        expect(await store.takeBack(before)).toBe(0)
        expect(await next()).toEqual(nextYear)
      })
    })

    describe('the groups that wait longer than until a moment', () => {
      it('are those of active and paused subscriptions, a page of each group at a time', async () => {
        const far = { next: nextYear }
        const ids = ['1', '2', '3'].map(async each => {
          const saved = await store.putSubscription(subscription({ ...far, chat: { ...chat, chat: each } }))
          return saved.id
        })
        const all = (await Promise.all(ids)).sort()
        await store.pause({ ...chat, chat: '3' }, 'kicked')
        await store.putSubscription(subscription({ ...far, anniversary: 'ended', status: { type: 'ended' } }))
        await store.putSubscription(subscription({ anniversary: 'soon' }))
        const groups = await store.groupsAfter(due.at)
        expect(groups).toMatchObject([{ anniversary: 'january-7', next: nextYear }])
        const [group] = groups
        if (!group) return expect.fail('there is no group')
        const page = await store.subscriptionsIn(group, { after: '', limit: 2 })
        const rest = await store.subscriptionsIn(group, { after: page.at(-1)?.id ?? '', limit: 2 })
        expect([...page, ...rest].map(({ id }) => id)).toEqual(all)
        expect(await store.groupsAfter(nextYear.at)).toEqual([])
      })
    })

    describe('new rules for the moments', () => {
      it('leaves a moment alone that cannot be worked out', async () => {
        await store.putSubscription(subscription())
        const unknownZone = () => {
          throw new RangeError('no such zone')
        }
        expect(await store.retime('2026c', unknownZone)).toBe(0)
        expect((await store.subscriptionsOf(chat))[0]?.next).toEqual(due)
      })

      it('moves the moments of subscriptions once per version', async () => {
        await store.putSubscription(subscription())
        const dayLater = { occurrence: due.occurrence.add({ days: 1 }), at: due.at.add({ hours: 25 }) }
        expect(await store.retime('2026c', () => dayLater)).toBe(1)
        expect((await store.subscriptionsOf(chat))[0]?.next).toEqual(dayLater)
        expect(await store.retime('2026c', () => due)).toBe(0)
        expect(await store.retime('2027a', () => due)).toBe(1)
      })
    })

    describe('the next wake', () => {
      it('is undefined in an empty store', async () => {
        expect(await store.nextWake()).toBeUndefined()
      })

      it('is the next subscription or pending row of a chat that takes posts', async () => {
        await store.putSubscription(subscription())
        expect(await store.nextWake()).toEqual(due.at)
        await opened()
        expect(await store.nextWake()).toEqual(due.at)
        await claim('a')
        expect(await store.nextWake()).toEqual(nextYear.at)
        await store.pause(chat, 'deleted')
        expect(await store.nextWake()).toBeUndefined()
      })
    })
  })
}
