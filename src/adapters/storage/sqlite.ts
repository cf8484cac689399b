// One SQLite file as a Sql port: every write is on disk before it is acknowledged.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { migrations } from './migrations.ts'
import type { Row, Sql, Value } from './sql.ts'

/** Opens the file, creating it and its folder, and brings its schema up to date. Throws a StateError where it cannot. */
export function openSqlite(path: string): Sql {
  const database = openFile(path)
  const statements = new Map<string, StatementSync>()
  const all = (text: string, ...values: Value[]): Row[] => {
    const statement = statements.get(text) ?? database.prepare(text)
    statements.set(text, statement)
    // In SQLite `$1` is a name, so the same text serves PostgreSQL.
    const named = Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]))
    return statement.all(named) as Row[]
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
    all: (text, ...values) => inTurn(() => all(text, ...values)),
    transaction: work =>
      inTurn(async () => {
        database.exec('BEGIN IMMEDIATE')
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

/** The state cannot be used; the message tells the operator why and what to do. */
export class StateError extends Error {}

function openFile(path: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    mkdirSync(dirname(path), { recursive: true })
    database = new DatabaseSync(path, { timeout: 5000 })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    migrate(database, path)
    return database
  } catch (error) {
    database?.close()
    if (error instanceof StateError) throw error
    throw new StateError(`${path} cannot be used as the state: ${(error as Error).message}`, { cause: error })
  }
}

function migrate(database: DatabaseSync, path: string): void {
  const version = () => Number(database.prepare('PRAGMA user_version').get()?.user_version)
  if (version() === migrations.length) return
  // Immediate, so that of two processes starting at once one migrates and the other finds it done.
  database.exec('BEGIN IMMEDIATE')
  try {
    const from = version()
    if (from > migrations.length)
      throw new StateError(
        `${path} was written by a newer Daybook (schema ${from}; this one knows ${migrations.length}). Run that version, or name another folder in DAYBOOK_STATE.`,
      )
    for (const step of migrations.slice(from)) database.exec(step)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
