// Describes a part of `npm run chaos`, and what it is run with.

import { createServerOfPostgres, type Server } from '../../test/postgres.ts'
import type { Goal, Table } from '../table.ts'

/** Makes one kind of trouble and returns the figures beside their goals. */
export type Part = (context: Context) => Promise<Table | Table[]>

export interface Context {
  isShort: boolean
  /** Started when a part first asks for it. */
  server(): Promise<Server>
  /** The options of a fresh store: none for SQLite, which lies in the testbed's own folder. */
  databaseOf(store: StoreName): Promise<{ database?: string }>
  close(): Promise<void>
}

export const stores = ['SQLite', 'PostgreSQL'] as const
export type StoreName = (typeof stores)[number]

/** Of every run that ends: each post once, and no row left open. */
export const nothingLost: Record<string, Goal> = {
  duplicates: { is: 0 },
  lost: { is: 0 },
  open: { is: 0 },
  settled: { is: 'yes' },
}

export function createContext(isShort: boolean): Context {
  let started: Promise<Server> | undefined
  let databases = 0
  const server = () => {
    started ??= createServerOfPostgres()
    return started
  }
  return {
    isShort,
    server,
    async databaseOf(store) {
      if (store === 'SQLite') return {}
      const name = `chaos${++databases}`
      const { createDatabase, url } = await server()
      await createDatabase(name)
      return { database: url.replace(/[^/]+$/, name) }
    },
    async close() {
      await (await started)?.remove()
    },
  }
}

/** Prints yes and NO instead of true and false. */
export const figures = (result: Record<string, string | number | boolean>) =>
  Object.fromEntries(
    Object.entries(result).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? (value ? 'yes' : 'NO') : value,
    ]),
  )
