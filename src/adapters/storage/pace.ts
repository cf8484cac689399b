// Stores the pace: for each key the moment from which it is free again, shared by every process on the database.
//
// `tat` is the theoretical arrival time of the generic cell rate algorithm (https://www.itu.int/rec/T-REC-I.371), in
// microseconds since 1970. There are no bursts: each message moves it by the spacing.

import { Temporal } from 'temporal-polyfill'
import type { Pace, Rate, Slot } from '../../core/delivery/store.ts'
import type { Sql } from './sql.ts'

export function paceIn(sql: Sql): Pace {
  return {
    reserve: (account, chats, now) =>
      sql.transaction(async tx => {
        // Locked first, so that two processes wait for each other here.
        const tat = await lockTat(tx, account.key)
        const accountTat = Math.max(tat, now.epochMilliseconds * 1000)
        return reserveFrom(tx, { ...account, tat: accountTat }, chats)
      }),
    hold: (key, until) => writeTat(sql, key, until.epochMilliseconds * 1000),
    heldUntil: async key => instantOf(await readTat(sql, key)),
  }
}

interface Account extends Rate {
  tat: number
}

async function reserveFrom(tx: Sql, account: Account, chats: readonly Rate[]): Promise<Slot[]> {
  const slots: Slot[] = []
  const chatTats = new Map<string, number>()
  const waiting = new Map<string, number>()
  let accountTat = account.tat
  for (const { key, spacingMs } of chats) {
    const chatTat = chatTats.get(key) ?? (await readTat(tx, key))
    if (chatTat > accountTat) {
      // Messages to a chat that is not free queue up behind each other.
      const ahead = waiting.get(key) ?? 0
      waiting.set(key, ahead + 1)
      slots.push({ at: instantOf(chatTat + ahead * spacingMs * 1000), taken: false })
    } else {
      slots.push({ at: instantOf(accountTat), taken: true })
      chatTats.set(key, accountTat + spacingMs * 1000)
      accountTat += account.spacingMs * 1000
    }
  }
  for (const [key, tat] of chatTats) await writeTat(tx, key, tat)
  await writeTat(tx, account.key, accountTat)
  return slots
}

async function readTat(sql: Sql, key: string): Promise<number> {
  const [row] = await sql.all('SELECT tat FROM rate WHERE key = $1', key)
  return Number(row?.tat ?? 0)
}

/** Reads the key and locks it until the transaction ends. */
async function lockTat(tx: Sql, key: string): Promise<number> {
  const [row] = await tx.all(
    'INSERT INTO rate (key, tat) VALUES ($1, 0) ON CONFLICT (key) DO UPDATE SET tat = rate.tat RETURNING tat',
    key,
  )
  return Number(row?.tat ?? 0)
}

/** Moves the key forward, never back. */
async function writeTat(sql: Sql, key: string, tat: number): Promise<void> {
  await sql.all(
    `INSERT INTO rate (key, tat) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET tat = CASE WHEN rate.tat > excluded.tat THEN rate.tat ELSE excluded.tat END`,
    key,
    Math.ceil(tat),
  )
}

const instantOf = (tat: number) => Temporal.Instant.fromEpochMilliseconds(Math.ceil(tat / 1000))
