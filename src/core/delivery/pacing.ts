// Reserves the moments at which messages may go out, spaced over the account and within each chat.

import type { Temporal } from 'temporal-polyfill'
import type { Clock, Sender } from '../ports.ts'
import type { Delivery } from './ledger.ts'
import type { Pace, Slot } from './store.ts'

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
  /** The platform said wait: no process sends before the returned moment. */
  hold(seconds: number): Promise<Temporal.Instant>
  /** The moment until which the platform told any process to wait. */
  heldUntil(): Promise<Temporal.Instant>
}

export function createPacing({ name, limits }: Sender, pace: Pace, clock: Clock): Pacing {
  const account = { key: name, spacingMs: 1000 / limits.perSecond }
  const chatSpacingMs = 1000 / limits.perSecondInChat
  const holdKey = `${name} hold`
  return {
    async slots(deliveries, { from, isLate = false }) {
      if (deliveries.length === 0) return []
      // Platforms limit a whole chat, whichever thread a message goes to.
      const chats = deliveries.map(({ subscription }) => ({
        key: `${name}/${subscription.chat.chat}`,
        spacingMs: chatSpacingMs,
      }))
      return pace.reserve({ account, chats, from, isLate })
    },
    async hold(seconds) {
      const until = clock.now().add({ milliseconds: Math.ceil(seconds * 1000) })
      await pace.hold(holdKey, until)
      return until
    },
    heldUntil: () => pace.heldUntil(holdKey),
  }
}
