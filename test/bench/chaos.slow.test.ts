// Runs a short `npm run chaos`: kills and lost answers in the middle of sending, on both stores.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frozenRun } from '../../bench/chaos/catchup.ts'
import { killRun } from '../../bench/chaos/kill.ts'
import { rateRun } from '../../bench/chaos/rate.ts'
import { createServerOfPostgres, type Server } from '../postgres.ts'

let server: Server
beforeAll(async () => {
  server = await createServerOfPostgres()
}, 60_000)
afterAll(() => server.remove(), 60_000)

const small = { rows: 150, kills: 3, perSecond: 150 }
const whole = { duplicates: 0, lost: 0, open: 0, settled: true }

describe('a process that is killed while it sends', { timeout: 120_000 }, () => {
  it('posts nothing twice and lists what did not arrive, with SQLite', async () => {
    expect(await killRun({ ...small, processes: 2 })).toMatchObject(whole)
  })

  it('posts nothing twice and lists what did not arrive, with PostgreSQL', async () => {
    const run = killRun({ ...small, processes: 2, database: server.url })
    expect(await run).toMatchObject(whole)
  })

  it('loses nothing if the platform knows the key, even when answers are lost', async () => {
    const run = killRun({ ...small, processes: 2, isIdempotent: true, loseAnswers: 0.1 })
    expect(await run).toMatchObject({ ...whole, arrived: 150, unknown: 0 })
  })
})

describe('a platform that limits rates', { timeout: 120_000 }, () => {
  it('refuses nothing from two processes that share their pace, even if they stall now and then', async () => {
    const run = rateRun({ rows: 120, chats: 60, limit: 30, limits: 'strict', processes: 2, stallMs: 150 })
    expect(await run).toMatchObject({ refusals: 0, duplicates: 0, lost: 0, settled: true })
  })
})

describe('a process that was frozen over the hour', { timeout: 60_000 }, () => {
  it('posts once when it wakes', async () => {
    expect(await frozenRun()).toMatchObject({ ...whole, 'posts while frozen': 0, arrived: 5 })
  })
})
