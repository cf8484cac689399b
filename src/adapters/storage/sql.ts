// The little that the ledger needs of a database that speaks SQL.

export type Value = string | number | null
export type Row = Record<string, Value>

export interface Sql {
  /** Runs one statement, its parameters $1, $2 ..., and returns its rows. */
  all(text: string, ...values: Value[]): Promise<Row[]>
  /** Runs the work in one transaction: all of it happens, or none. Nothing else runs in between. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Rows that one statement may change without keeping this process from its people. */
const atOnce = 250

/** Does as many rows at a time as one statement may, with a breath in between; the work tells how many it found. */
export async function inBatches(work: (limit: number) => Promise<number>): Promise<void> {
  while ((await work(atOnce)) === atOnce) await new Promise<void>(resolve => setImmediate(resolve))
}
