// Defines the little that storage needs of an SQL database, and does long work in small batches.

import { yieldToEventLoop } from '../../core/delivery/retry.ts'

export type SqlValue = string | number | null
export type Row = Record<string, SqlValue>

export interface Sql {
  /** Runs one statement with the parameters $1, $2 ... and returns its rows. */
  all(text: string, ...values: SqlValue[]): Promise<Row[]>
  /** Runs the work in one transaction: all of it happens, or none. Nothing else runs in between. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Few enough rows that one statement does not keep this process from answering. */
const MAX_BATCH_ROWS = 250

/** Repeats the work, which returns how many rows it changed, until a batch is not full. */
export async function inBatches(work: (limit: number) => Promise<number>): Promise<void> {
  while ((await work(MAX_BATCH_ROWS)) === MAX_BATCH_ROWS) await yieldToEventLoop()
}

/** The state cannot be used. The message tells the operator why, and what to do. */
export class StateError extends Error {}
