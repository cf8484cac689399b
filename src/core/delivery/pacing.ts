// Reserves the moment at which each message of a batch may go out, spaced over the account and within each chat.

import type { Temporal } from 'temporal-polyfill'
import type { Clock, Sender } from '../ports.ts'
import type { Delivery } from './ledger.ts'
import type { Pace, Slot } from './store.ts'

/** The pace of one platform, shared by every process on the store. */
export interface Pacing {
  /** One slot for each delivery, in order. */
  slots(deliveries: readonly Delivery[]): Promise<Slot[]>
  /** The platform said wait: no process sends before the returned moment. */
  hold(seconds: number): Promise<Temporal.Instant>
  /** Until when the platform told any process to wait. */
  heldUntil(): Promise<Temporal.Instant>
}

export function createPacing({ name, limits }: Sender, pace: Pace, clock: Clock): Pacing {
  const account = { key: name, spacingMs: 1000 / limits.perSecond }
  const chatSpacingMs = 1000 / limits.perSecondInChat
  const holdKey = `${name} hold`
  return {
    async slots(deliveries) {
      if (deliveries.length === 0) return []
      // Platforms limit a chat as a whole, whichever of its threads a message goes to.
      const chats = deliveries.map(({ subscription }) => ({
        key: `${name}/${subscription.chat.chat}`,
        spacingMs: chatSpacingMs,
      }))
      return pace.reserve(account, chats, clock.now())
    },
    async hold(seconds) {
      const until = clock.now().add({ milliseconds: Math.ceil(seconds * 1000) })
      await pace.hold(holdKey, until)
      return until
    },
    heldUntil: () => pace.heldUntil(holdKey),
  }
}
