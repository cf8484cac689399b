// Claims on PostgreSQL by pg-boss: one job for each waiting row, made and ended in the transaction of the row itself.
//
// The job's id is derived from the delivery's, so that a row has one job at most. A job whose process died is handed out
// again when pg-boss finds it expired; one that was handed out too often goes to the dead letters, and its row fails.
import { createHash } from 'node:crypto'
import { PgBoss } from 'pg-boss'
import type { Clock, Log } from '../../core/ports.ts'
import type { Claims, Waiting } from './claims.ts'
import type { PostgresSql } from './postgres.ts'
import type { Sql } from './sql.ts'

interface Job {
  delivery: string
}

const dead = 'daybook-dead'
/** As long as the lane's lease. */
const leaseSeconds = 60
const handOuts = 5
const superviseEvery = 15

export async function bossClaims(
  sql: PostgresSql,
  clock: Clock,
  log: Log,
  schema = 'daybook_jobs',
): Promise<Claims> {
  const boss = new PgBoss({ db: sql.aside, schema, schedule: false, supervise: false, createSchema: false })
  boss.on('error', error => log('info', 'pg-boss', { error: error.message }))
  await sql.transaction(async tx => {
    // pg-boss does not expect two replicas to make its schema in the same moment.
    await tx.all('SELECT pg_advisory_xact_lock(7011979)')
    await tx.all(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  })
  await boss.start()
  await boss.createQueue(dead)
  const queues = new Map<string, Promise<string>>()
  let supervised = Number.NEGATIVE_INFINITY

  const queueOf = (platform: string): Promise<string> => {
    const name = `daybook-${platform}`
    const made = queues.get(name) ?? create(name)
    queues.set(name, made)
    // What failed while the database was away must not fail for ever.
    made.catch(() => queues.delete(name))
    return made
  }
  const create = async (name: string) => {
    await boss.createQueue(name, {
      retryLimit: handOuts,
      retryDelay: 0,
      expireInSeconds: leaseSeconds,
      deadLetter: dead,
    })
    return name
  }
  const offer = async (tx: Sql, waiting: readonly Waiting[]) => {
    const now = clock.now().epochMilliseconds
    for (const [platform, rows] of Map.groupBy(waiting, row => row.platform)) {
      const jobs = rows.map(({ id, at }) => ({
        id: jobId(id),
        data: { delivery: id },
        startAfter: Math.max(0, Math.ceil((at - now) / 1000)),
      }))
      await boss.insert(await queueOf(platform), jobs, { db: tx as PostgresSql })
    }
  }
  const release = async (tx: Sql, platform: string, ids: readonly string[]) => {
    if (ids.length > 0)
      await boss.deleteJob(await queueOf(platform), ids.map(jobId), { db: tx as PostgresSql })
  }

  return {
    offer,
    release: (tx, platform, id) => release(tx, platform, [id]),

    // Counted by pg-boss as one hand-out that came to nothing.
    again: async (tx, platform, id) => {
      await boss.fail(await queueOf(platform), jobId(id), null, { db: tx as PostgresSql })
    },

    async take(_, platform, now, { owner, until }, limit) {
      const queue = await queueOf(platform)
      // Jobs and rows change hands together: were only the jobs taken when the database went away, their rows would
      // wait until pg-boss finds the jobs expired.
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
          [ids, owner, until.epochMilliseconds, now.epochMilliseconds],
        )
        const leased = new Set(rows.map(row => String(row.id)))
        const others = ids.filter(id => !leased.has(id))
        await putBack(tx, platform, others, now.epochMilliseconds)
        return [...leased]
      })
    },

    async supervise() {
      const now = performance.now() / 1000
      if (now - supervised < superviseEvery) return []
      supervised = now
      for (const queue of queues.values()) await boss.supervise(await queue)
      const letters = await boss.fetch<Job>(dead, { batchSize: 100 })
      if (letters.length > 0)
        await boss.complete(
          dead,
          letters.map(letter => letter.id),
        )
      return letters.map(letter => letter.data.delivery)
    },

    close: () => boss.stop({ graceful: false, close: false }),
  }

  /** Jobs whose rows could not be leased: those of paused chats wait, those of ended rows go. */
  async function putBack(tx: PostgresSql, platform: string, ids: string[], now: number): Promise<void> {
    if (ids.length === 0) return
    const { rows } = await tx.executeSql(
      `SELECT d.id, d.next_at, s.status FROM delivery d JOIN subscription s ON s.id = d.subscription
       WHERE d.id = ANY($1) AND d.state = 'pending'`,
      [ids],
    )
    // A row that is leased or sending keeps its job: pg-boss hands it out again when the lease is over.
    const { rows: held } = await tx.executeSql(
      `SELECT id FROM delivery WHERE id = ANY($1) AND state IN ('leased', 'sending')`,
      [ids],
    )
    const kept = new Set(held.map(row => String(row.id)))
    await release(
      tx,
      platform,
      ids.filter(id => !kept.has(id)),
    )
    await offer(
      tx,
      rows.map(row => ({
        id: String(row.id),
        platform,
        at: row.status === 'active' ? Number(row.next_at) : Math.max(Number(row.next_at), now + pausedFor),
      })),
    )
  }
}

/** A paused chat's job is looked at again after ten minutes; its repair offers it at once. */
const pausedFor = 600_000

/** A UUID that is the same for the same delivery. */
function jobId(delivery: string): string {
  const hex = createHash('sha256').update(delivery).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
