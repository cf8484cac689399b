// One SQLite file as a Sql port: every write is on disk before it is acknowledged.
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrations } from './migrations.ts'
import type { Row, Sql, Value } from './sql.ts'

/** Opens the file, creating it and its folder, and brings its schema up to date. Throws a StateError where it cannot. */
export function openSqlite(path: string): Sql {
  const database = openFile(path)
  const statements = new Map<string, StatementSync>()
  const all = (text: string, ...values: Value[]): Row[] => {
    // In SQLite `$1` is a name, so the same text serves PostgreSQL.
    const named = Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]))
    try {
      const statement = statements.get(text) ?? database.prepare(text)
      statements.set(text, statement)
      return statement.all(named) as Row[]
    } catch (error) {
      const { errcode = 0, message } = error as { errcode?: number; message: string }
      if (!damaged.has(errcode & 0xff)) throw error
      throw new StateError(
        `${path} is damaged (${message}). Put a copy of it back, or name another DAYBOOK_STATE.`,
      )
    }
  }

  // There is one connection: whoever holds a transaction keeps the others waiting.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
  const inside: Sql = {
    all: async (text, ...values) => all(text, ...values),
    transaction: work => work(inside),
    close: async () => {},
  }
  return {
    all: (text, ...values) => inTurn(() => patiently(() => all(text, ...values))),
    transaction: work =>
      inTurn(async () => {
        await patiently(() => database.exec('BEGIN IMMEDIATE'))
        try {
          const result = await work(inside)
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
 * Waits for another process to let the file go, without keeping this one from anything else: SQLite's own waiting would
 * stop it altogether. Nobody holds the file for long.
 */
async function patiently<T>(work: () => T): Promise<T> {
  for (let waited = 0; ; waited += 5) {
    try {
      return work()
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== busy || waited >= 10_000) throw error
      await sleep(5)
    }
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const damaged = new Set([11, 26])

/** SQLITE_BUSY, https://sqlite.org/rescode.html#busy */
const busy = 5

/** The state cannot be used; the message tells the operator why and what to do. */
export class StateError extends Error {}

function openFile(path: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    makeFolder(dirname(path))
    database = new DatabaseSync(path, { timeout: 5000 })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    migrate(database, path)
    database.exec('PRAGMA busy_timeout = 0')
    return database
  } catch (error) {
    database?.close()
    if (error instanceof StateError) throw error
    throw new StateError(`${path} cannot be used as the state: ${(error as Error).message}`, { cause: error })
  }
}

/**
 * Makes a folder and those above it. Node's own recursive mkdir never returns in places such as /proc, where a folder
 * can neither be made nor be missing.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return
  const parent = dirname(path)
  if (parent !== path) makeFolder(parent)
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function migrate(database: DatabaseSync, path: string): void {
  const steps = migrations('sqlite')
  const version = () => Number(database.prepare('PRAGMA user_version').get()?.user_version)
  if (version() === steps.length) return
  // Immediate, so that of two processes starting at once one migrates and the other finds it done.
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
