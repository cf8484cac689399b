// A copy of the SQLite state while the bot runs, and a state made from such a copy.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import type { Temporal } from 'temporal-polyfill'
import { makeFolder, openSqlite, StateError } from './sqlite.ts'

export interface Kept {
  subscriptions: number
  deliveries: number
}

/** The whole file in one step: in steps, each write of the bot would make the copy begin anew. */
const allPages = 2 ** 31 - 1

/** Copies a state that may be in use into a new file. Throws a StateError where it cannot. */
export async function backUp(state: string, copy: string): Promise<Kept> {
  if (!existsSync(state)) throw new StateError(`there is no state at ${state}: is DAYBOOK_STATE right?`)
  if (existsSync(copy)) throw new StateError(`${copy} exists already, and is not overwritten`)
  return whole(copy, async fresh => {
    await copyTo(state, fresh)
    const database = new DatabaseSync(fresh)
    try {
      // One file, with nothing beside it that could be forgotten when it is carried away.
      database.exec('PRAGMA journal_mode = DELETE')
      return count(database)
    } finally {
      database.close()
    }
  })
}

/**
 * Makes a state from a copy, where there is none. A post that fell due since the copy was made may have gone out from the
 * state that was lost, so its row is unknown, and not sent unless the operator says so; tells how many. Throws a
 * StateError where it cannot.
 */
export async function restore(
  copy: string,
  state: string,
  now: Temporal.Instant,
): Promise<Kept & { unknown: number }> {
  if (!existsSync(copy)) throw new StateError(`there is no backup at ${copy}`)
  if (existsSync(state))
    throw new StateError(`${state} is a living state, and is not overwritten: move it away first`)
  makeFolder(dirname(state))
  return whole(state, async fresh => {
    await copyTo(copy, fresh)
    // Brings an older schema up to date, and refuses what is no state.
    const sql = openSqlite(fresh)
    try {
      const due = await sql.all(
        `INSERT INTO delivery
           (id, subscription, platform, occurrence, due_at, state, next_at, expires_at, attempt, resent, last_error)
         SELECT id || '-' || REPLACE(next_occurrence, '-', ''), id, platform, next_occurrence, next_due_at, 'unknown',
           next_due_at, next_due_at, 0, 0, $2
         FROM subscription WHERE status <> 'ended' AND next_due_at <= $1
         ON CONFLICT DO NOTHING RETURNING id`,
        now.epochMilliseconds,
        why,
      )
      const open = await sql.all(
        `UPDATE delivery SET state = 'unknown', last_error = $2
         WHERE state IN ('pending', 'leased', 'sending') AND due_at <= $1 RETURNING id`,
        now.epochMilliseconds,
        why,
      )
      const [kept] = await sql.all(counts)
      return { ...(kept as unknown as Kept), unknown: due.length + open.length }
    } finally {
      await sql.close()
    }
  })
}

const why = 'may have been sent after the backup'

const counts = `SELECT (SELECT COUNT(*) FROM subscription) AS subscriptions,
  (SELECT COUNT(*) FROM delivery) AS deliveries`

const count = (database: DatabaseSync) => ({ ...database.prepare(counts).get() }) as unknown as Kept

async function copyTo(from: string, to: string): Promise<void> {
  const database = new DatabaseSync(from, { timeout: 5000 })
  try {
    // Looked at first: a file that is no database would otherwise be copied as an empty one.
    count(database)
    await backup(database, to, { rate: allPages })
  } catch (error) {
    throw new StateError(`${from} cannot be copied as a state: ${(error as Error).message}`, { cause: error })
  } finally {
    database.close()
  }
}

/** Works on a file beside the path and puts it there when all went well, so that half a copy is never taken for a whole. */
async function whole<T>(path: string, work: (fresh: string) => Promise<T>): Promise<T> {
  const fresh = `${path}.new`
  const clear = () => {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(fresh + end, { force: true })
  }
  try {
    clear()
    const result = await work(fresh)
    renameSync(fresh, path)
    return result
  } finally {
    clear()
  }
}
