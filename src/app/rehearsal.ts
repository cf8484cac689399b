// Warns that `--now` over a state in real use would use up a post that is still to come.

import { Temporal } from 'temporal-polyfill'
import type { Memory, Store } from '../core/delivery/store.ts'

/** So long after its start a program with `--now` may still reach a post. */
const MAX_SESSION_HOURS = 24
/** The memory of a state that was begun with `--now` and never used without: nothing in it is real. */
const REHEARSAL_KEY = 'begun with --now'

interface Start {
  store: Pick<Store, 'nextWake'> & Memory
  /** The moment of `--now`, if it was given. */
  now: Temporal.Instant | undefined
  /** The machine's own time. */
  machineNow: Temporal.Instant
}

/** The warning, in one line; undefined if the start uses up nothing real. Call it before the state is filled. */
export async function rehearsalWarning({ store, now, machineNow }: Start): Promise<string | undefined> {
  const isRehearsal = (await store.recall(REHEARSAL_KEY)) === 'yes'
  if (!now) {
    if (isRehearsal) await store.remember({ key: REHEARSAL_KEY, value: 'no', now: machineNow })
    return undefined
  }
  const next = await store.nextWake()
  if (isRehearsal || !next) {
    // Again at each start, because memory that nobody touches is erased.
    await store.remember({ key: REHEARSAL_KEY, value: 'yes', now })
    return undefined
  }
  const isAhead = Temporal.Instant.compare(now, machineNow) > 0
  const end = now.add({ hours: MAX_SESSION_HOURS })
  if (!isAhead || Temporal.Instant.compare(next, end) > 0) return undefined
  const due = next.toString({ smallestUnit: 'second' })
  return `Warning: this state is in real use, and with --now its post due at ${due} would be used up. To try things out, name another state: DAYBOOK_STATE=/tmp/daybook npm start -- --now ...`
}
