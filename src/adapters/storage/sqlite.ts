// Opens one SQLite file as a Sql port: every write is on disk before it is acknowledged.

import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { retryTransient } from '../../core/delivery/retry.ts'
import { migrations } from './migrations.ts'
import { type Row, type Sql, type SqlValue, StateError } from './sql.ts'

/** SQLite's own wait, used while opening and copying: it blocks the whole process. */
export const OPEN_TIMEOUT_MS = 5000
const BUSY_BACKOFF_MS = 5
const MAX_BUSY_ATTEMPTS = 2000
/** https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5
/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const damageCodes = new Set([11, 26])

/** Opens the file, creates it and its folder, and brings its schema up to date. Throws a StateError if it cannot. */
export function openSqlite(path: string): Sql {
  const database = openFile(path)
  const statements = new Map<string, StatementSync>()
  const all = (text: string, ...values: SqlValue[]): Row[] => {
    // In SQLite `$1` is a name, so the same text works on PostgreSQL.
    const named = Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]))
    try {
      const statement = statements.get(text) ?? database.prepare(text)
      statements.set(text, statement)
      return statement.all(named) as Row[]
    } catch (error) {
      const { errcode = 0, message } = error as { errcode?: number; message: string }
      if (!damageCodes.has(errcode & 0xff)) throw error
      throw new StateError(
        `${path} is damaged (${message}). Restore a backup, or name another DAYBOOK_STATE.`,
      )
    }
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
        await retryWhileBusy(() => database.exec('BEGIN IMMEDIATE'))
        try {
          const result = await work(insideTransaction)
          database.exec('COMMIT')
          return result
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK')
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
    isTransient: error => (error as { errcode?: number }).errcode === SQLITE_BUSY,
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
    if (error instanceof StateError) throw error
    throw new StateError(`${path} cannot be used as the state: ${(error as Error).message}`, { cause: error })
  }
}

/** A state that is read-only opens, and even begins a transaction, and would fail at the first write. */
function checkWritable(database: DatabaseSync): void {
  try {
    const { user_version } = database.prepare('PRAGMA user_version').get() ?? {}
    database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${user_version}; ROLLBACK`)
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    // Another process is writing, so it can be written.
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error
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
    database.exec('ROLLBACK')
    throw error
  }
}
