// Copies the SQLite state while the bot runs, and makes a state from such a copy.

import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import type { Temporal } from 'temporal-polyfill'
import { writeAtomically } from '../../core/files/atomic-write.ts'
import { rowClaims } from './claims.ts'
import { markerPath } from './marker.ts'
import { COUNT_ROWS, markDueUnknown, type RestoreResult, type RowCounts } from './restored.ts'
import { StateError } from './sql.ts'
import { makeFolder, OPEN_TIMEOUT_MS, openSqlite } from './sqlite.ts'

/** The whole file in one step: between steps, each write of the bot would restart the copy. */
const PAGES_PER_STEP = 2 ** 31 - 1
/** Files that SQLite keeps beside a database. */
const sidecars = ['-wal', '-shm', '-journal']

/** Copies a state that may be in use into a new file. Throws a StateError if it cannot. */
export async function backUp(state: string, copy: string): Promise<RowCounts> {
  if (!existsSync(state)) throw new StateError(`there is no state at ${state}: is DAYBOOK_STATE right?`)
  if (existsSync(copy)) throw new StateError(`${copy} exists already, and is not overwritten`)
  return writeDatabase(copy, async unfinished => {
    await copyDatabase(state, unfinished)
    const database = new DatabaseSync(unfinished)
    try {
      // A single file, so that nothing is left behind when it is moved.
      database.exec('PRAGMA journal_mode = DELETE')
      return countRows(database)
    } finally {
      database.close()
    }
  })
}

/**
 * Creates a state from a copy, if there is none yet. A post that fell due since the copy may have been sent from the
 * lost state, so it becomes unknown. Throws a StateError if it cannot.
 */
export async function restore(copy: string, state: string, now: Temporal.Instant): Promise<RestoreResult> {
  if (!existsSync(copy)) throw new StateError(`there is no backup at ${copy}`)
  // SQLite would replay the files left beside a lost state into the new one.
  const existing = ['', '-wal', '-shm'].map(suffix => state + suffix).filter(existsSync)
  if (existing.length > 0)
    throw new StateError(`${existing.join(', ')}: there is a state already. Move it away first.`)
  makeFolder(dirname(state))
  // It is about the state that was lost.
  rmSync(markerPath(state), { force: true })
  return writeDatabase(state, async unfinished => {
    await copyDatabase(copy, unfinished)
    // Brings an older schema up to date, and refuses a file that is not a state.
    const sql = openSqlite(unfinished)
    try {
      return await markDueUnknown(sql, rowClaims, now)
    } finally {
      await sql.close()
    }
  })
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const database = new DatabaseSync(from, { timeout: OPEN_TIMEOUT_MS })
  try {
    // Read first: a file that is not a database would otherwise be copied as an empty one.
    countRows(database)
    await backup(database, to, { rate: PAGES_PER_STEP })
  } catch (error) {
    throw new StateError(`${from} cannot be copied as a state: ${(error as Error).message}`, { cause: error })
  } finally {
    database.close()
  }
}

const countRows = (database: DatabaseSync) =>
  ({ ...database.prepare(COUNT_ROWS).get() }) as unknown as RowCounts

/** Writes a database completely or not at all, and leaves no files of SQLite beside it. */
function writeDatabase<T>(path: string, write: (unfinished: string) => Promise<T>): Promise<T> {
  return writeAtomically(path, async unfinished => {
    const removeSidecars = () => {
      for (const suffix of sidecars) rmSync(unfinished + suffix, { force: true })
    }
    try {
      removeSidecars()
      // Created here, because SQLite's own error would not name the file.
      writeFileSync(unfinished, '')
    } catch (error) {
      throw new StateError(`${path} cannot be written: ${(error as Error).message}`, { cause: error })
    }
    try {
      return await write(unfinished)
    } finally {
      removeSidecars()
    }
  })
}
