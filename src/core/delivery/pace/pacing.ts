// Reserves the moments at which messages may go out, spaced over the account and within each chat.

import type { Temporal } from 'temporal-polyfill'
import type { Address, Clock, Sender } from '../../ports.ts'
import type { Delivery } from '../ledger.ts'
import type { Pace, Rate, Slot } from '../store.ts'
import type { Slowdown } from '../trouble/slowdown.ts'

/** The pace of one platform, shared by all processes on the store. */
export interface Pacing {
  /**
   * One slot for each delivery, in order, none before `from`. If a moment passed before it could be used, `isLate` gets
   * another one although the chat is not free again.
   */
  slots(
    deliveries: readonly Delivery[],
    options: { from: Temporal.Instant; isLate?: boolean },
  ): Promise<Slot[]>
  /** Waits for the moment at which one more request to the chat may be made. */
  turn(chat: Address, signal: AbortSignal): Promise<void>
  /** A post goes to the chat now, later than its moment: the chat's next one is spaced from here. */
  spaceFromNow(chat: Address): Promise<void>
  /** The platform told the account to wait: no process sends before the returned moment. */
  hold(seconds: number): Promise<Temporal.Instant>
  /** The platform told a chat to wait: no process posts there before the returned moment, or not in this thread. */
  holdChat(chat: Address, seconds: number): Promise<Temporal.Instant>
  /** The moment until which the platform told any process to wait. */
  heldUntil(): Promise<Temporal.Instant>
}

/** The key under which an account is held. */
export const holdKeyOf = (platform: string) => `${platform} hold`

/** How late a moment may be used, as a share of the spacing. The rest is for the way to the platform. */
export const TOLERATED_SHARE = 0.75

/**
 * A process that stands still uses later moments than it reserved. Another process may have the next post to the same
 * chat, and must not come too soon after that.
 */
const MAX_LATENESS_MS = 1000

export interface PacingParts {
  platform: Sender
  pace: Pace
  clock: Clock
  slowdown: Slowdown
}

export function createPacing({ platform, pace, clock, slowdown }: PacingParts): Pacing {
  const { name, limits } = platform
  const account = () => ({ key: name, spacingMs: (1000 / limits.perSecond) * slowdown.factor() })
  // Platforms limit a chat as a whole, whichever of its threads a message goes to.
  const keyOf = ({ chat }: Address) => `${name}/${chat}`
  const rateOf = (chat: Address) => ({ key: keyOf(chat), spacingMs: 1000 / limits.perSecondInChat })
  const holdKey = holdKeyOf(name)
  return {
    async slots(deliveries, { from, isLate = false }) {
      if (deliveries.length === 0) return []
      const chats = deliveries.map(({ subscription }) => {
        const { key, spacingMs } = rateOf(subscription.chat)
        return { key, spacingMs: spacingMs + MAX_LATENESS_MS }
      })
      return pace.reserve({ account: account(), chats, from, isLate })
    },
    async turn(chat, signal) {
      const rate = rateOf(chat)
      let from = clock.now()
      let isLate = false
      while (!signal.aborted) {
        const { at, taken } = await reserveOne(rate, { from, isLate })
        await clock.until(at, signal)
        if (taken && !isPast(at)) return
        isLate = taken
        from = later(clock.now(), at)
      }
    },
    async spaceFromNow(chat) {
      const { key, spacingMs } = rateOf(chat)
      await pace.hold(key, clock.now().add({ milliseconds: Math.ceil(spacingMs) }))
    },
    async hold(seconds) {
      const until = after(seconds)
      await pace.hold(holdKey, until)
      return until
    },
    async holdChat(chat, seconds) {
      const until = after(seconds)
      // Some platforms limit each thread of a chat by itself. What is meant by a wait there, its other threads find out.
      if (chat.thread === undefined) await pace.hold(keyOf(chat), until)
      return until
    },
    heldUntil: () => pace.heldUntil(holdKey),
  }

  async function reserveOne(rate: Rate, when: { from: Temporal.Instant; isLate: boolean }): Promise<Slot> {
    const [slot] = await pace.reserve({ account: account(), chats: [rate], ...when })
    return slot ?? { at: when.from, taken: true }
  }

  /** On a busy machine a wait may be longer than asked. */
  function isPast({ epochMilliseconds }: Temporal.Instant): boolean {
    return clock.now().epochMilliseconds > epochMilliseconds + account().spacingMs * TOLERATED_SHARE
  }

  function after(seconds: number): Temporal.Instant {
    return clock.now().add({ milliseconds: Math.ceil(seconds * 1000) })
  }
}

const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  one.epochMilliseconds > other.epochMilliseconds ? one : other
