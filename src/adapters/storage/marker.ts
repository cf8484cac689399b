// Notices at the start that the state is not the one that sent the last posts: emptied, replaced, or an older copy.
//
// A small file beside the state says how many sends there were, and of which moment the newest was. The database counts
// the sends itself, in the transaction of each. The file is written after it and before the post goes out. So the
// database may be ahead of the file, but a file that is ahead of its database has seen sends that are lost.

import { randomBytes } from 'node:crypto'
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import type { Delivery } from '../../core/delivery/ledger.ts'
import type { Log } from '../../core/ports.ts'
import type { Claims } from './claims.ts'
import { markDueUnknown } from './restored.ts'
import type { Sql } from './sql.ts'

export interface Marker {
  /** Records that the delivery is about to be sent. */
  write(delivery: Delivery): Promise<void>
  close(): void
}

interface Mark {
  /** Chosen at random, and in the database too. */
  id: string
  /** How often a delivery began to be sent from this state. */
  sends: number
  /** The latest moment that a delivery which was sent was due at, in milliseconds since 1970. */
  newest: number
}

export interface MarkerParts {
  sql: Sql
  claims: Claims
  /** The state, which is named to the operator. */
  state: string
  log: Log
}

/** So that a shorter mark overwrites a longer one. */
const MARK_BYTES = 160

export const markerPath = (state: string) => `${state}.marker`

/**
 * Compares the state with its marker. Where sends are lost, what fell due until the newest of them is unknown, as after a
 * restore, and the operator is told.
 */
export async function openMarker(parts: MarkerParts): Promise<Marker> {
  const { sql, state, log } = parts
  // Read first: another process on this state may be sending.
  const mark = readMark(markerPath(state))
  const stored = await readFacts(sql)
  const isLost = mark && (mark.id !== stored.id || mark.sends > stored.sends)
  if (mark && isLost) await reportLoss(parts, mark, stored)
  const id = isLost || !stored.id ? randomBytes(8).toString('hex') : stored.id
  const sends = Math.max(stored.sends, mark?.sends ?? 0)
  await writeFact(sql, 'state id', id)
  if (sends !== stored.sends) await writeFact(sql, 'sends', String(sends))
  let newest = Math.max(mark?.newest ?? 0, await newestIn(sql))
  const file = openFile(markerPath(state), log)
  overwrite({ id, sends, newest })
  return {
    async write({ due }) {
      newest = Math.max(newest, due.at.epochMilliseconds)
      overwrite({ id, sends: (await readFacts(sql)).sends, newest })
    },
    close() {
      if (file !== undefined) closeSync(file)
    },
  }

  function overwrite(next: Mark) {
    if (file === undefined) return
    try {
      writeSync(file, `${JSON.stringify(next).padEnd(MARK_BYTES - 1)}\n`, 0)
    } catch (error) {
      reportUnwritten(error, log)
    }
  }
}

async function reportLoss(
  { sql, claims, state, log }: MarkerParts,
  mark: Mark,
  stored: Partial<Mark>,
): Promise<void> {
  const newest = Temporal.Instant.fromEpochMilliseconds(mark.newest)
  await writeFact(sql, 'unknown until', String(mark.newest))
  const { subscriptions, unknown } = await markDueUnknown(sql, claims, newest)
  log('error', 'posts were sent that the state does not know', {
    state,
    kind: !stored.id ? 'new or emptied' : stored.id === mark.id ? 'an older copy' : 'another state',
    newest: newest.toString(),
    subscriptions,
    unknown,
    help: 'What fell due until then is unknown and is not sent again by itself: npm run deliveries',
  })
}

/** Undefined if there is none: a state of an earlier version, or one that was moved without it. */
function readMark(path: string): Mark | undefined {
  try {
    const { id, sends, newest } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Mark>
    return typeof id === 'string' && Number.isSafeInteger(sends) && Number.isSafeInteger(newest)
      ? { id, sends: Number(sends), newest: Number(newest) }
      : undefined
  } catch {
    return undefined
  }
}

/** Kept open, and overwritten in place, because it is written before each post. */
function openFile(path: string, log: Log): number | undefined {
  try {
    return openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  } catch (error) {
    reportUnwritten(error, log)
    return undefined
  }
}

function reportUnwritten(error: unknown, log: Log): void {
  log('error', 'marker not written', {
    error: String(error),
    help: 'Without it, nobody notices that the state was lost and posts may be sent twice. Give the file to the user that runs Daybook.',
  })
}

async function readFacts(sql: Sql): Promise<{ id?: string; sends: number }> {
  const rows = await sql.all("SELECT name, value FROM fact WHERE name IN ('state id', 'sends')")
  const facts = new Map(rows.map(({ name, value }) => [name, String(value)]))
  const id = facts.get('state id')
  return { ...(id && { id }), sends: Number(facts.get('sends') ?? 0) }
}

async function newestIn(sql: Sql): Promise<number> {
  const [row] = await sql.all("SELECT MAX(due_at) AS newest FROM delivery WHERE state IN ('sending', 'sent')")
  return Number(row?.newest ?? 0)
}

async function writeFact(sql: Sql, name: string, value: string): Promise<void> {
  await sql.all(
    'INSERT INTO fact (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  )
}
