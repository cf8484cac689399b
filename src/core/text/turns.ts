// Goes through long lists in turns, so that no answer keeps others waiting.

import { setImmediate as yieldToEventLoop } from 'node:timers/promises'

/** Resolves once other work of the process has had its turn. */
export const nextTurn = (): Promise<void> => yieldToEventLoop()

/** Some milliseconds of work of the kind done here: folding a title, looking up a name. */
const ITEMS_PER_TURN = 2000

/** Visits each item in order, so many in a turn. */
export async function visitInTurns<T>(
  items: readonly T[],
  visit: (item: T, at: number) => void,
  itemsPerTurn = ITEMS_PER_TURN,
): Promise<void> {
  for (let from = 0; from < items.length; from += itemsPerTurn) {
    if (from > 0) await nextTurn()
    const end = Math.min(from + itemsPerTurn, items.length)
    for (let at = from; at < end; at++) visit(items[at] as T, at)
  }
}
