// Resends or skips every delivery that matches a filter: counts them first, then changes one after another.

import { Temporal } from 'temporal-polyfill'
import { type DeliveryState, deliveryStates } from '../core/delivery/ledger.ts'
import type { BulkDeliveries, DeliveryFilter, DeliveryLog } from '../core/delivery/store.ts'
import type { Clock } from '../core/ports.ts'

export type RepairVerb = 'resend' | 'skip'

/** How long a resent delivery may wait before it expires. */
export const RESEND_GRACE_HOURS = 24

/** The states that are changed if none is named: those that an outage leaves behind. */
const usualStates: Record<RepairVerb, readonly DeliveryState[]> = {
  resend: ['unknown', 'failed'],
  skip: ['pending', 'unknown', 'failed'],
}

export interface FilterWords {
  state?: string
  anniversary?: string
  platform?: string
  since?: string
  until?: string
}

/** Reads a filter as typed. Without any word there is none: nobody means the whole ledger. */
export function readFilter(verb: RepairVerb, words: FilterWords): DeliveryFilter | { error: string } {
  const { state, anniversary, platform } = words
  if (Object.values(words).every(word => word === undefined)) return { error: 'name an ID, or a filter' }
  const names = state?.split(',') ?? usualStates[verb]
  const states = names.filter((name): name is DeliveryState => deliveryStates.some(each => each === name))
  const unknown = names.filter(name => !deliveryStates.some(each => each === name))
  if (unknown.length > 0)
    return { error: `there is no state ${unknown.join(', ')}. The states are ${deliveryStates.join(', ')}` }
  const moments: { since?: Temporal.Instant; until?: Temporal.Instant } = {}
  for (const name of ['since', 'until'] as const) {
    const text = words[name]
    const moment = text === undefined ? undefined : momentOf(text)
    if (text !== undefined && !moment)
      return { error: `--${name} takes a day or a moment in UTC, such as 2027-01-07 or 2027-01-07T07:00Z` }
    if (moment) moments[name] = moment
  }
  return { states, ...(anniversary && { anniversary }), ...(platform && { platform }), ...moments }
}

/** How many deliveries match, by anniversary, platform and state. */
export async function countMatching(
  store: BulkDeliveries,
  filter: DeliveryFilter,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for await (const page of store.matching(filter))
    for (const { subscription, state } of page) {
      const group = `${subscription.anniversary}  ${subscription.chat.platform}  ${state}`
      counts.set(group, (counts.get(group) ?? 0) + 1)
    }
  return counts
}

/** Returns how many were changed. One that ended in the meantime is left as it is. */
export async function repairMatching(
  verb: RepairVerb,
  filter: DeliveryFilter,
  { store, clock }: { store: BulkDeliveries & DeliveryLog; clock: Clock },
): Promise<number> {
  let changed = 0
  for await (const page of store.matching(filter))
    for (const { id } of page) {
      const now = clock.now()
      const done =
        verb === 'resend'
          ? await store.resend(id, now, now.add({ hours: RESEND_GRACE_HOURS }))
          : await store.skip(id)
      if (done) changed++
    }
  return changed
}

function momentOf(text: string): Temporal.Instant | undefined {
  try {
    return /T/i.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDate.from(text).toZonedDateTime('UTC').toInstant()
  } catch {
    return undefined
  }
}
