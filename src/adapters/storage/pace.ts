// Stores the pace: for each key the moment from which it is free again, shared by every process on the database.
//
// `tat` is the theoretical arrival time of the generic cell rate algorithm (https://www.itu.int/rec/T-REC-I.371), in
// microseconds since 1970. There are no bursts: each message moves it by the spacing.

import { Temporal } from 'temporal-polyfill'
import type { Pace, Rate, ReserveRequest, Slot } from '../../core/delivery/store.ts'
import type { Sql } from './sql.ts'

/**
 * No process reserves so far ahead: what lies beyond was reserved by a clock that was ahead, and is void. Also how much
 * the clocks of two replicas may differ.
 */
export const MAX_AHEAD_MS = 600_000

/**
 * Twice the longest wait that a platform was seen to ask for: 43,838 s
 * (https://github.com/Rongronggg9/RSS-to-Telegram-Bot/issues/575). What lies beyond, a clock that was ahead has written.
 */
export const MAX_WAIT_MS = 86_400_000

export function paceIn(sql: Sql): Pace {
  return {
    async reserve(request) {
      const { account, chats, from, isLate = false } = request
      const first = new Map(chats.toReversed().map(({ key }, index) => [key, chats.length - 1 - index]))
      const hasMoment = (key: string, index: number) => isLate || first.get(key) === index
      const count = isLate ? chats.length : first.size
      if (count === 0) return []
      const start = await reserveMoments(sql, account, { count, from })
      const end = start + (count - 1) * account.spacingMs * 1000
      const states = await occupy(sql, { ...request, start, end })
      const waiting = new Map<string, number>()
      let taken = 0
      return chats.map(({ key, spacingMs }, index): Slot => {
        const { tat, isOurs } = states.get(key) ?? { tat: 0, isOurs: false }
        // A moment whose chat turned out not to be free stays unused.
        const moment = hasMoment(key, index) ? start + taken++ * account.spacingMs * 1000 : undefined
        if (isOurs && moment !== undefined) return { at: instantOf(moment), taken: true }
        // Messages to a chat that is not free queue up behind each other.
        const ahead = waiting.get(key) ?? 0
        waiting.set(key, ahead + 1)
        return { at: instantOf(tat + ahead * spacingMs * 1000), taken: false }
      })
    },
    async hold(key, until) {
      await sql.all(
        `INSERT INTO rate (key, tat) VALUES ($1, $2)
         ON CONFLICT (key) DO UPDATE SET tat = CASE WHEN rate.tat > excluded.tat THEN rate.tat ELSE excluded.tat END`,
        key,
        until.epochMilliseconds * 1000,
      )
    },
    async heldUntil(key) {
      const [row] = await sql.all('SELECT tat FROM rate WHERE key = $1', key)
      return instantOf(Number(row?.tat ?? 0))
    },
  }
}

/** Moves the account on by `count` messages in one step that no other process can come between. Returns the first moment. */
async function reserveMoments(
  sql: Sql,
  { key, spacingMs }: Rate,
  { count, from }: { count: number; from: Temporal.Instant },
): Promise<number> {
  const fromTat = from.epochMilliseconds * 1000
  const length = Math.ceil(count * spacingMs * 1000)
  const [row] = await sql.all(
    `INSERT INTO rate (key, tat) VALUES ($1, CAST($2 AS BIGINT) + CAST($3 AS BIGINT))
     ON CONFLICT (key) DO UPDATE SET tat = CAST($3 AS BIGINT) +
       CASE WHEN rate.tat < CAST($2 AS BIGINT) OR rate.tat > CAST($4 AS BIGINT) THEN CAST($2 AS BIGINT) ELSE rate.tat END
     RETURNING tat`,
    key,
    fromTat,
    length,
    fromTat + MAX_AHEAD_MS * 1000,
  )
  return Number(row?.tat) - length
}

/**
 * Marks the chats that are free at `start` as not free until their spacing after `end`, in one statement. Returns for each
 * chat whether that was done here, and from when it is free.
 */
async function occupy(
  sql: Sql,
  { chats, start, end, isLate }: ReserveRequest & { start: number; end: number },
): Promise<Map<string, { tat: number; isOurs: boolean }>> {
  const tats = new Map(chats.map(({ key, spacingMs }) => [key, Math.ceil(end + spacingMs * 1000)]))
  // In the same order in every process, so that two of them cannot lock each other out.
  const entries = [...tats].sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = await sql.all(
    `INSERT INTO rate (key, tat) VALUES ${entries.map((_, index) => `($${2 * index + 3}, $${2 * index + 4})`).join(', ')}
     ON CONFLICT (key) DO UPDATE SET
       tat = CASE WHEN rate.tat > $1 AND rate.tat <= $2 THEN rate.tat ELSE excluded.tat END
     RETURNING key, tat`,
    isLate ? Number.MAX_SAFE_INTEGER : Math.floor(start),
    // A platform may have told a chat to wait.
    start + MAX_WAIT_MS * 1000,
    ...entries.flat(),
  )
  return new Map(
    rows.map(({ key, tat }) => [
      String(key),
      { tat: Number(tat), isOurs: Number(tat) === tats.get(String(key)) },
    ]),
  )
}

const instantOf = (tat: number) => Temporal.Instant.fromEpochMilliseconds(Math.ceil(tat / 1000))
