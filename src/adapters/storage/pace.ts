// The rate table: the moment from which each key is free again, shared by every process on the database.
import { Temporal } from 'temporal-polyfill'
import type { Rate, Slot } from '../../core/delivery/ledger.ts'
import type { Sql } from './sql.ts'

/** The generic cell rate algorithm (ITU-T I.371) without a burst: a moment taken moves the next one by the spacing. */
export async function reserve(
  sql: Sql,
  account: Rate,
  chats: readonly Rate[],
  now: Temporal.Instant,
): Promise<Slot[]> {
  const from = now.epochMilliseconds * 1000
  return sql.transaction(async tx => {
    const slots: Slot[] = []
    const free = new Map<string, number>()
    const asked = new Map<string, number>()
    // Taken first, so that two processes wait for each other here.
    let next = Math.max(await lock(tx, account.key), from)
    for (const { key, spacing } of chats) {
      const chatFree = free.get(key) ?? (await tatOf(tx, key))
      if (chatFree > next) {
        // The others of this chat come after it, one by one.
        const more = asked.get(key) ?? 0
        asked.set(key, more + 1)
        slots.push({ at: instant(chatFree + more * spacing * 1000), taken: false })
      } else {
        slots.push({ at: instant(next), taken: true })
        free.set(key, next + spacing * 1000)
        next += account.spacing * 1000
      }
    }
    for (const [key, tat] of [...free, [account.key, next] as const]) await put(tx, key, tat)
    return slots
  })
}

export const hold = (sql: Sql, key: string, until: Temporal.Instant): Promise<void> =>
  put(sql, key, until.epochMilliseconds * 1000)

export const heldUntil = async (sql: Sql, key: string): Promise<Temporal.Instant> =>
  instant(await tatOf(sql, key))

async function tatOf(sql: Sql, key: string): Promise<number> {
  const [row] = await sql.all('SELECT tat FROM rate WHERE key = $1', key)
  return Number(row?.tat ?? 0)
}

/** Reads the key and keeps others from it until the transaction ends. */
async function lock(sql: Sql, key: string): Promise<number> {
  const [row] = await sql.all(
    'INSERT INTO rate (key, tat) VALUES ($1, 0) ON CONFLICT (key) DO UPDATE SET tat = rate.tat RETURNING tat',
    key,
  )
  return Number(row?.tat ?? 0)
}

async function put(sql: Sql, key: string, tat: number): Promise<void> {
  await sql.all(
    `INSERT INTO rate (key, tat) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET tat = CASE WHEN rate.tat > excluded.tat THEN rate.tat ELSE excluded.tat END`,
    key,
    Math.ceil(tat),
  )
}

const instant = (us: number) => Temporal.Instant.fromEpochMilliseconds(Math.ceil(us / 1000))
