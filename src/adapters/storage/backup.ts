// A copy of the SQLite state while the bot runs, and a state made from such a copy.
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import type { Temporal } from 'temporal-polyfill'
import { writeAtomically } from '../../core/files/atomic-write.ts'
import { rowClaims } from './claims.ts'
import { counts, doubtDue, type Kept, type Restored } from './restored.ts'
import { makeFolder, openSqlite, StateError } from './sqlite.ts'

/** The whole file in one step: in steps, each write of the bot would make the copy begin anew. */
const allPages = 2 ** 31 - 1

/** Copies a state that may be in use into a new file. Throws a StateError where it cannot. */
export async function backUp(state: string, copy: string): Promise<Kept> {
  if (!existsSync(state)) throw new StateError(`there is no state at ${state}: is DAYBOOK_STATE right?`)
  if (existsSync(copy)) throw new StateError(`${copy} exists already, and is not overwritten`)
  return writeDatabase(copy, async temporary => {
    await copyTo(state, temporary)
    const database = new DatabaseSync(temporary)
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
 * state that was lost, so it is unknown. Throws a StateError where it cannot.
 */
export async function restore(copy: string, state: string, now: Temporal.Instant): Promise<Restored> {
  if (!existsSync(copy)) throw new StateError(`there is no backup at ${copy}`)
  // What SQLite left beside a state that is gone would be played into the new one.
  const there = ['', '-wal', '-shm'].map(end => state + end).filter(existsSync)
  if (there.length > 0)
    throw new StateError(`${there.join(', ')}: a living state, which is not overwritten: move it away first`)
  makeFolder(dirname(state))
  return writeDatabase(state, async temporary => {
    await copyTo(copy, temporary)
    // Brings an older schema up to date, and refuses what is no state.
    const sql = openSqlite(temporary)
    try {
      return await doubtDue(sql, rowClaims, now)
    } finally {
      await sql.close()
    }
  })
}

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

/** As `writeAtomically`; a path that cannot be written is a StateError, and SQLite leaves no file beside it. */
function writeDatabase<T>(path: string, fill: (temporary: string) => Promise<T>): Promise<T> {
  return writeAtomically(path, async temporary => {
    const removeSidecars = () => {
      for (const ending of ['-wal', '-shm', '-journal']) rmSync(temporary + ending, { force: true })
    }
    // Those of an attempt that was killed would be played into this one.
    removeSidecars()
    try {
      // Made here, because SQLite would only say that it cannot open some file.
      writeFileSync(temporary, '')
    } catch (error) {
      throw new StateError(`${path} cannot be written: ${(error as Error).message}`, { cause: error })
    }
    try {
      return await fill(temporary)
    } finally {
      removeSidecars()
    }
  })
}
