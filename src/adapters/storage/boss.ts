// Hands pending rows to dispatchers through pg-boss on PostgreSQL: one job per row, changed in the row's transaction.
//
// The job's id is derived from the delivery's, so a row has at most one job. pg-boss hands a job out again when its process
// died and it expired. A job that was handed out too often becomes a dead letter, and its row fails.

import { createHash } from 'node:crypto'
import { PgBoss } from 'pg-boss'
import { LEASE_SECONDS } from '../../core/delivery/ledger.ts'
import type { Clock, Log } from '../../core/ports.ts'
import type { Claims, QueuedDelivery } from './claims.ts'
import { MIGRATION_LOCK, type PostgresSql } from './postgres.ts'
import type { Sql } from './sql.ts'

export interface BossOptions {
  clock: Clock
  log: Log
  /** The schema of pg-boss's own tables. */
  schema?: string
}

interface Job {
  delivery: string
}

const DEAD_LETTER_QUEUE = 'daybook-dead'
const MAX_DEAD_LETTERS = 100
const MAX_RETRIES = 5
const SUPERVISE_SECONDS = 15
/** When the job of a paused chat is looked at again. Its repair queues it at once. */
const PAUSED_DELAY_MS = 600_000

export async function bossClaims(sql: PostgresSql, options: BossOptions): Promise<Claims> {
  const { clock, log, schema = 'daybook_jobs' } = options
  const boss = new PgBoss({
    db: sql.queuePool,
    schema,
    schedule: false,
    supervise: false,
    createSchema: false,
  })
  boss.on('error', error => log('info', 'pg-boss', { error: error.message }))
  await sql.transaction(async tx => {
    // pg-boss does not expect two replicas to create its schema at the same moment.
    await tx.all(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`)
    await tx.all(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  })
  await boss.start()
  await boss.createQueue(DEAD_LETTER_QUEUE)
  const queues = new Map<string, Promise<string>>()
  let supervisedAt = Number.NEGATIVE_INFINITY

  return {
    enqueue,
    remove: (tx, platform, id) => removeJobs(tx, platform, [id]),

    // pg-boss counts this as one failed attempt.
    requeue: async (tx, platform, id) => {
      await boss.fail(await queueOf(platform), jobId(id), null, { db: tx as PostgresSql })
    },

    async lease(_, { platform, now, lease, limit }) {
      const queue = await queueOf(platform)
      // Jobs and rows change hands in one transaction. If only the jobs were taken when the database went away, their rows
      // would wait until pg-boss finds the jobs expired.
      return sql.transaction(async tx => {
        const jobs = await boss.fetch<Job>(queue, { batchSize: limit, db: tx })
        if (jobs.length === 0) return []
        const ids = jobs.map(job => job.data.delivery)
        const { rows } = await tx.executeSql(
          `UPDATE delivery d SET state = 'leased', lease_owner = $2, lease_until = $3
           FROM subscription s
           WHERE d.id = ANY($1) AND s.id = d.subscription AND d.state = 'pending' AND d.next_at <= $4
             AND s.status = 'active'
           RETURNING d.id`,
          [ids, lease.owner, lease.until.epochMilliseconds, now.epochMilliseconds],
        )
        const leased = new Set(rows.map(row => String(row.id)))
        const others = ids.filter(id => !leased.has(id))
        if (others.length > 0) await putBack(tx, platform, others)
        return [...leased]
      })
    },

    async supervise() {
      const now = performance.now() / 1000
      if (now - supervisedAt < SUPERVISE_SECONDS) return []
      supervisedAt = now
      for (const queue of queues.values()) await boss.supervise(await queue)
      const letters = await boss.fetch<Job>(DEAD_LETTER_QUEUE, { batchSize: MAX_DEAD_LETTERS })
      const ids = letters.map(letter => letter.id)
      if (ids.length > 0) await boss.complete(DEAD_LETTER_QUEUE, ids)
      return letters.map(letter => letter.data.delivery)
    },

    close: () => boss.stop({ graceful: false, close: false }),
  }

  function queueOf(platform: string): Promise<string> {
    const name = `daybook-${platform}`
    const queue = queues.get(name) ?? createQueue(name)
    queues.set(name, queue)
    // A failure while the database was away must not be remembered.
    queue.catch(() => queues.delete(name))
    return queue
  }

  async function createQueue(name: string): Promise<string> {
    await boss.createQueue(name, {
      retryLimit: MAX_RETRIES,
      retryDelay: 0,
      expireInSeconds: LEASE_SECONDS,
      deadLetter: DEAD_LETTER_QUEUE,
    })
    return name
  }

  async function enqueue(tx: Sql, deliveries: readonly QueuedDelivery[]): Promise<void> {
    const now = clock.now().epochMilliseconds
    for (const [platform, rows] of Map.groupBy(deliveries, row => row.platform)) {
      const jobs = rows.map(({ id, at }) => ({
        id: jobId(id),
        data: { delivery: id },
        startAfter: Math.max(0, Math.ceil((at - now) / 1000)),
      }))
      await boss.insert(await queueOf(platform), jobs, { db: tx as PostgresSql })
    }
  }

  async function removeJobs(tx: Sql, platform: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0)
      await boss.deleteJob(await queueOf(platform), ids.map(jobId), { db: tx as PostgresSql })
  }

  /** Settles jobs whose rows could not be leased: those of paused chats wait, those of ended rows are removed. */
  async function putBack(tx: PostgresSql, platform: string, ids: string[]): Promise<void> {
    const pausedAt = clock.now().epochMilliseconds + PAUSED_DELAY_MS
    const { rows: pending } = await tx.executeSql(
      `SELECT d.id, d.next_at, s.status FROM delivery d JOIN subscription s ON s.id = d.subscription
       WHERE d.id = ANY($1) AND d.state = 'pending'`,
      [ids],
    )
    // A row that is leased or sending keeps its job: pg-boss hands it out again when the lease is over.
    const { rows: busy } = await tx.executeSql(
      `SELECT id FROM delivery WHERE id = ANY($1) AND state IN ('leased', 'sending')`,
      [ids],
    )
    const busyIds = new Set(busy.map(row => String(row.id)))
    await removeJobs(
      tx,
      platform,
      ids.filter(id => !busyIds.has(id)),
    )
    await enqueue(
      tx,
      pending.map(row => ({
        id: String(row.id),
        platform,
        at: row.status === 'active' ? Number(row.next_at) : Math.max(Number(row.next_at), pausedAt),
      })),
    )
  }
}

/** A UUID that is always the same for the same delivery. */
function jobId(delivery: string): string {
  const hex = createHash('sha256').update(delivery).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
