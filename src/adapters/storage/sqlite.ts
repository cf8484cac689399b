// Opens one SQLite file as a Sql port: every write is on disk before it is acknowledged.

import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { retryTransient } from '../../core/delivery/retry.ts'
import { migrations } from './migrations.ts'
import { type Row, type Sql, type SqlValue, StateError } from './sql.ts'
import { isBusy, stateFault } from './state-fault.ts'

/** SQLite's own wait, used while opening and copying: it blocks the whole process. */
export const OPEN_TIMEOUT_MS = 5000
const BUSY_BACKOFF_MS = 5
const MAX_BUSY_ATTEMPTS = 2000

/** Opens the file, creates it and its folder, and brings its schema up to date. Throws a StateError if it cannot. */
export function openSqlite(path: string): Sql {
  const database = openFile(path)
  const statements = new Map<string, StatementSync>()
  /** A disk that is full, or a file that became read-only or damaged, is nothing that the program could mend. */
  const run = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      // Another process holds the file for a moment.
      if (isBusy(error)) throw error
      throw stateFault(path, error) ?? error
    }
  }
  const all = (text: string, ...values: SqlValue[]): Row[] => {
    // In SQLite `$1` is a name, so the same text works on PostgreSQL.
    const named = Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]))
    return run(() => {
      const statement = statements.get(text) ?? database.prepare(text)
      statements.set(text, statement)
      return statement.all(named) as Row[]
    })
  }

  // There is one connection: while one caller holds a transaction, the others wait.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
  const insideTransaction: Sql = {
    all: async (text, ...values) => all(text, ...values),
    transaction: work => work(insideTransaction),
    close: async () => {},
  }
  return {
    all: (text, ...values) => inTurn(() => retryWhileBusy(() => all(text, ...values))),
    transaction: work =>
      inTurn(async () => {
        await retryWhileBusy(() => run(() => database.exec('BEGIN IMMEDIATE')))
        try {
          const result = await work(insideTransaction)
          run(() => database.exec('COMMIT'))
          return result
        } catch (error) {
          rollBack(database)
          throw error
        }
      }),
    close: () => inTurn(() => database.close()),
  }
}

/**
 * Creates a folder and its parents. Node's own recursive mkdir never returns in places such as /proc, where a folder can
 * neither be created nor be missing.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return
  const parent = dirname(path)
  if (parent !== path) makeFolder(parent)
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process may have created it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Waits while another process holds the file, and lets this one work meanwhile. Nobody holds it for long. */
const retryWhileBusy = <T>(work: () => T): Promise<T> =>
  retryTransient(work, {
    maxAttempts: MAX_BUSY_ATTEMPTS,
    backoff: () => sleep(BUSY_BACKOFF_MS),
    isTransient: isBusy,
  })

function openFile(path: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    makeFolder(dirname(path))
    database = new DatabaseSync(path, { timeout: OPEN_TIMEOUT_MS })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    migrate(database, path)
    database.exec('PRAGMA busy_timeout = 0')
    checkWritable(database)
    return database
  } catch (error) {
    database?.close()
    const { message } = error as Error
    throw (
      stateFault(path, error) ??
      new StateError(`${path} cannot be used as the state: ${message}`, { cause: error })
    )
  }
}

/**
 * Ends a transaction after an error. SQLite has ended it itself after some errors, such as a full disk
 * (https://sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction), and a second error would hide the
 * first.
 */
function rollBack(database: DatabaseSync): void {
  try {
    if (database.isTransaction) database.exec('ROLLBACK')
  } catch {
    // The next statement fails too, and says why.
  }
}

/** A state that is read-only opens, and even begins a transaction, and would fail at the first write. */
function checkWritable(database: DatabaseSync): void {
  try {
    const { user_version } = database.prepare('PRAGMA user_version').get() ?? {}
    database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${user_version}; ROLLBACK`)
  } catch (error) {
    rollBack(database)
    // Another process is writing, so it can be written.
    if (!isBusy(error)) throw error
  }
}

function migrate(database: DatabaseSync, path: string): void {
  const steps = migrations('sqlite')
  const version = () => Number(database.prepare('PRAGMA user_version').get()?.user_version)
  if (version() === steps.length) return
  // Immediate, so that if two processes start at once, one migrates and the other finds it done.
  database.exec('BEGIN IMMEDIATE')
  try {
    const from = version()
    if (from > steps.length)
      throw new StateError(
        `${path} was written by a newer Daybook (schema ${from}; this one knows ${steps.length}). Run that version, or name another folder in DAYBOOK_STATE.`,
      )
    for (const step of steps.slice(from)) database.exec(step)
    database.exec(`PRAGMA user_version = ${steps.length}`)
    database.exec('COMMIT')
  } catch (error) {
    rollBack(database)
    throw error
  }
}
