// Pacing: when each message of a batch may go out, evenly spaced over the account and within a chat, in all processes.
import type { Temporal } from 'temporal-polyfill'
import type { Clock, Sender } from '../ports.ts'
import type { Delivery, Slot, Store } from './ledger.ts'

export interface Pacing {
  /** A moment for each delivery, in order. */
  slots(deliveries: readonly Delivery[]): Promise<Slot[]>
  /** The platform said wait: nobody sends before that is over. */
  hold(seconds: number): Promise<Temporal.Instant>
  /** Until when the platform said wait, to any process. */
  heldUntil(): Promise<Temporal.Instant>
}

export function createPacing({ name, limits }: Sender, store: Store, clock: Clock): Pacing {
  const account = { key: name, spacing: 1000 / limits.perSecond }
  const spacing = 1000 / limits.perSecondInChat
  const holdKey = `${name} hold`
  return {
    async slots(deliveries) {
      if (deliveries.length === 0) return []
      // The limit is the chat's, whichever of its threads is meant.
      const chats = deliveries.map(({ subscription }) => ({
        key: `${name}/${subscription.chat.chat}`,
        spacing,
      }))
      return store.reserve(account, chats, clock.now())
    },
    async hold(seconds) {
      const until = clock.now().add({ milliseconds: Math.ceil(seconds * 1000) })
      await store.hold(holdKey, until)
      return until
    },
    heldUntil: () => store.heldUntil(holdKey),
  }
}
