// Spoils the state between two starts: a row that cannot be worked out, a clock that was ahead, a state that was lost.

import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sqlitePath } from '../../src/adapters/storage/open.ts'
import { openSqlite } from '../../src/adapters/storage/sqlite.ts'
import { round, type Table } from '../table.ts'
import { figures, type Part, stores } from './part.ts'
import { type FakePlatform, type PlatformBehaviour, startFakePlatform } from './server.ts'
import { comparePosts, createTestbed, ended, settled, stop, type Testbed } from './testbed.ts'

const unlimitedPlatform: PlatformBehaviour = {
  perSecond: 0,
  perSecondInChat: 0,
  limits: 'none',
  loseAnswers: 0,
  isIdempotent: false,
  latency: () => 5,
}

/** One subscription of a hundred is in a time zone that nobody knows. */
async function badRowRun({ database }: { database?: string }) {
  return withTestbed({ ...(database && { database }) }, async ({ platform, testbed }) => {
    await testbed.subscribe(100)
    const [bad] = await testbed.store.subscriptionsOf({ platform: 'fake', chat: 'c7' })
    if (!bad) throw new Error('there is no such subscription')
    await testbed.store.putSubscription({ ...bad, zone: 'Mars/Olympus' })
    const sender = testbed.start()
    const isSettled = await settled(testbed.store, 60)
    await stop(sender)
    const { arrived, duplicates } = comparePosts(platform.posts, await testbed.ledger())
    return { arrived, duplicates, 'set aside': await testbed.store.countSetAside(), settled: isSettled }
  })
}

const CLOCK_ROWS = 60

/** The first process has a clock that is ahead, and is told to wait. The second has the right time. */
async function clockRun({ aheadHours, database }: { aheadHours: number; database?: string }) {
  return withTestbed({ ...(database && { database }) }, async ({ platform, testbed }) => {
    await testbed.subscribe(CLOCK_ROWS)
    platform.waitSeconds = 30
    const ahead = testbed.start({ aheadMs: aheadHours * 3_600_000 })
    await sleep(3000)
    ahead.kill('SIGKILL')
    await ended(ahead)
    platform.waitSeconds = 0
    const start = performance.now()
    const sender = testbed.start()
    const isSettled = await settled(testbed.store, 60)
    await stop(sender)
    const { arrived, duplicates, lost } = comparePosts(platform.posts, await testbed.ledger())
    return {
      arrived,
      duplicates,
      lost,
      seconds: round((performance.now() - start) / 1000, 1),
      settled: isSettled,
    }
  })
}

const losses = ['deleted', 'emptied', 'older copy', 'lost log'] as const

/** Kills the process in the middle of 200 posts, spoils its SQLite file, subscribes everybody again and starts anew. */
async function lossRun(loss: (typeof losses)[number]) {
  const rows = 200
  return withTestbed({ perSecond: 100 }, async ({ platform, testbed }) => {
    const { state } = testbed.options
    const path = sqlitePath(state)
    const copy = join(state, 'copy.db')
    await testbed.subscribe(rows)
    const first = testbed.start()
    await postsReach(platform, 50)
    const sql = openSqlite(path)
    await sql.all('PRAGMA wal_checkpoint(TRUNCATE)')
    copyFileSync(path, copy)
    await sql.close()
    await postsReach(platform, 100)
    first.kill('SIGKILL')
    await ended(first)
    // Before the last one closes it, which folds the log into the file.
    if (loss === 'lost log') copyFileSync(path, copy)
    await testbed.store.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    if (loss === 'emptied') writeFileSync(path, '')
    if (loss === 'older copy' || loss === 'lost log') copyFileSync(copy, path)
    let errors = 0
    const second = testbed.start()
    second.on('message', message => {
      if (message === 'error') errors++
    })
    await sleep(1000)
    await testbed.reopen()
    if (loss === 'deleted' || loss === 'emptied') await testbed.subscribe(rows)
    const isSettled = await settled(testbed.store, 60)
    await stop(second)
    const { duplicates, unknown } = comparePosts(platform.posts, await testbed.ledger())
    return { duplicates, unknown, 'error lines': errors, settled: isSettled }
  })
}

async function postsReach({ posts }: FakePlatform, count: number): Promise<void> {
  while (posts.length < count) await sleep(2)
}

async function withTestbed<T>(
  options: { database?: string; perSecond?: number },
  work: (parts: { platform: FakePlatform; testbed: Testbed }) => Promise<T>,
): Promise<T> {
  const platform = await startFakePlatform(unlimitedPlatform)
  const testbed = await createTestbed({ url: platform.url, perSecond: 30, ...options })
  try {
    return await work({ platform, testbed })
  } finally {
    await testbed.close()
    await platform.close()
  }
}

export const row: Part = async ({ databaseOf }) => {
  const table: Table = {
    title: '100 subscriptions, one of them in a time zone that nobody knows',
    goals: { arrived: { is: 99 }, duplicates: { is: 0 }, 'set aside': { is: 1 }, settled: { is: 'yes' } },
    rows: [],
  }
  for (const store of stores) table.rows.push({ store, ...figures(await badRowRun(await databaseOf(store))) })
  return table
}

export const clock: Part = async ({ databaseOf }) => {
  const table: Table = {
    title: `${CLOCK_ROWS} messages, after a process whose clock was ahead and which was told to wait`,
    goals: {
      arrived: { is: CLOCK_ROWS },
      duplicates: { is: 0 },
      lost: { is: 0 },
      seconds: { max: 30 },
      settled: { is: 'yes' },
    },
    rows: [],
  }
  for (const store of stores)
    for (const aheadHours of [6, 48]) {
      const result = await clockRun({ aheadHours, ...(await databaseOf(store)) })
      table.rows.push({ store, 'hours ahead': aheadHours, ...figures(result) })
    }
  return table
}

export const loss: Part = async () => {
  const table: Table = {
    title: 'A SQLite state that is lost after 100 of 200 messages were sent',
    goals: { duplicates: { is: 0 }, 'error lines': { min: 1 }, settled: { is: 'yes' } },
    rows: [],
  }
  for (const loss of losses) table.rows.push({ loss, ...figures(await lossRun(loss)) })
  return table
}
