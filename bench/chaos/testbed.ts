// Sets up a chaos run: a store full of due subscriptions, and processes that deliver them.

import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { createClock } from '../../src/adapters/host/clock.ts'
import { openStore } from '../../src/adapters/storage/open.ts'
import { type Delivery, deliveryStates } from '../../src/core/delivery/ledger.ts'
import type { Store } from '../../src/core/delivery/store.ts'
import type { Subscription } from '../../src/core/delivery/subscription.ts'
import type { Address } from '../../src/core/ports.ts'
import type { SenderOptions } from './sender.ts'

export interface Testbed {
  store: Store
  options: SenderOptions
  /** Adds `count` subscriptions that were due a moment ago, in `chats` distinct chats, by default one each. */
  subscribe(count: number, chats?: number): Promise<void>
  start(more?: Partial<SenderOptions>): ChildProcess
  /** Opens the store again, for instance after its file was replaced. It must be closed. */
  reopen(): Promise<void>
  /** All deliveries, by id. */
  ledger(): Promise<Map<string, Delivery>>
  close(): Promise<void>
}

export type TestbedOptions = Partial<SenderOptions> & {
  url: string
  /** What the testbed itself asks, where the senders reach the database by another way. */
  direct?: string
}

/** The subscription with this number: of the chat, to the anniversary `a`, due at the moment. */
export function dueSubscription(number: number, chat: Address, due: Temporal.Instant): Subscription {
  const local = due.toZonedDateTimeISO('UTC')
  return {
    id: String(number).padStart(16, '0'),
    chat,
    anniversary: 'a',
    zone: 'UTC',
    time: local.toPlainTime(),
    grace: { type: 'days', days: 3 },
    leapDay: 'february-28',
    status: { type: 'active' },
    next: { occurrence: local.toPlainDate(), at: due },
  }
}

export async function createTestbed({ direct, ...overrides }: TestbedOptions): Promise<Testbed> {
  const state = mkdtempSync(join(tmpdir(), 'daybook-chaos-'))
  const options: SenderOptions = {
    state,
    perSecond: 1000,
    perSecondInChat: 1000,
    isIdempotent: false,
    leaseSeconds: 5,
    stallMs: 0,
    aheadMs: 0,
    ...overrides,
  }
  const location = direct ? { ...options, database: direct } : options
  const open = () => openStore(location, createClock(), () => {})
  const due = createClock().now().subtract({ seconds: 1 }).round('second')
  const testbed: Testbed = {
    store: await open(),
    options,
    async subscribe(count, chats = count) {
      for (let from = 0; from < count; from += 500)
        await Promise.all(
          Array.from({ length: Math.min(500, count - from) }, (_, index) =>
            testbed.store.putSubscription({
              ...dueSubscription(from + index, { platform: 'fake', chat: `c${(from + index) % chats}` }, due),
              anniversary: `a${Math.floor((from + index) / chats)}`,
            }),
          ),
        )
    },
    start(more) {
      return fork(new URL('./sender.ts', import.meta.url), [JSON.stringify({ ...options, ...more })], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        execArgv: [],
      })
    },
    async reopen() {
      testbed.store = await open()
    },
    async ledger() {
      const all = await testbed.store.listDeliveries(deliveryStates, 1_000_000)
      return new Map(all.map(delivery => [delivery.id, delivery]))
    },
    async close() {
      await testbed.store.close()
      rmSync(state, { recursive: true, force: true })
    },
  }
  return testbed
}

export const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise(resolve => child.once('exit', () => resolve()))

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) child.kill('SIGTERM')
  await ended(child)
}

/** Waits until the platform has this many posts. False if none arrived for `seconds`: nothing is being sent. */
export async function postsReach(posts: readonly unknown[], count: number, seconds = 30): Promise<boolean> {
  let last = posts.length
  for (let quietSince = performance.now(); posts.length < count; await sleep(2)) {
    if (posts.length !== last) quietSince = performance.now()
    last = posts.length
    if (performance.now() - quietSince > seconds * 1000) return false
  }
  return true
}

/** Waits until no row is open, for at most this many seconds. Returns whether none is. */
export async function settled(store: Store, seconds: number): Promise<boolean> {
  const until = Temporal.Now.instant().add({ seconds })
  while (Temporal.Instant.compare(Temporal.Now.instant(), until) < 0) {
    const counts = await store.countDeliveries().catch(() => undefined)
    const open = counts ? counts.pending + counts.leased + counts.sending : 1
    const hasBegun = counts && Object.values(counts).some(count => count > 0)
    if (hasBegun && open === 0) return true
    await sleep(100)
  }
  return false
}

/** Compares what the platform received with what the ledger says. */
export function comparePosts(posts: readonly { key: string }[], ledger: ReadonlyMap<string, Delivery>) {
  const arrivals = new Map<string, number>()
  for (const { key } of posts) arrivals.set(key, (arrivals.get(key) ?? 0) + 1)
  const missing = [...ledger.values()].filter(({ id }) => !arrivals.has(id))
  const unknown = [...ledger.values()].filter(({ state }) => state === 'unknown')
  return {
    rows: ledger.size,
    arrived: arrivals.size,
    duplicates: posts.length - arrivals.size,
    unknown: unknown.length,
    missing: missing.length,
    /** Rows that did not arrive and are not unknown. */
    lost: missing.filter(({ state }) => state !== 'unknown').length,
    open: [...ledger.values()].filter(({ state }) => ['pending', 'leased', 'sending'].includes(state)).length,
  }
}
