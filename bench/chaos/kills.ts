// Kills the whole program while it posts on the fake Telegram, and counts what did not arrive and nobody knows of.

import { setTimeout as sleep } from 'node:timers/promises'
import { round } from '../table.ts'
import type { Part } from './part.ts'
import { startTelegramProgram } from './telegram-program.ts'
import { postsReach, settled } from './testbed.ts'

/** Between two kills, so that the program has started again and posts at its pace. */
const POSTS_PER_KILL = 30
/** Rows that a killed program had leased wait for the end of its lease. */
const MAX_QUIET_SECONDS = 90
/** A row that was being sent at a kill is settled when its lease of a minute is over. */
const MAX_SETTLE_SECONDS = 120

async function killedRun(kills: number) {
  const chats = (kills + 1) * POSTS_PER_KILL
  const run = await startTelegramProgram({ chats, inSeconds: 3 })
  try {
    const program = run.start()
    const requests = run.telegram.calls
    for (let kill = 1; kill <= kills; kill++) {
      const target = requests.length + POSTS_PER_KILL
      if (!(await postsReach(requests, target, MAX_QUIET_SECONDS))) break
      await sleep(Math.random() * 100)
      await program.kill()
    }
    const isSettled = await settled(run.store, Math.ceil(chats / 20) + MAX_SETTLE_SECONDS)
    await program.stop()
    const counts = run.counts()
    const ledger = await run.ledger()
    const missing = ledger.filter(({ subscription }) => counts.get(subscription.chat.chat) === 0)
    return {
      rows: ledger.length,
      kills: program.kills,
      duplicates: [...counts.values()].reduce((sum, count) => sum + Math.max(0, count - 1), 0),
      unknown: ledger.filter(({ state }) => state === 'unknown').length,
      missing: missing.length,
      lost: missing.filter(({ state }) => state !== 'unknown').length,
      settled: isSettled ? 'yes' : 'NO',
      'missing per kill': round(missing.length / kills, 3),
    }
  } finally {
    await run.close()
  }
}

export const kills: Part = async ({ isShort }) => {
  const count = isShort ? 6 : 34
  return {
    title: `The program on Telegram with SQLite, kill -9 x${count} while it posts`,
    goal: 'what did not arrive is unknown',
    goals: {
      rows: { is: (count + 1) * POSTS_PER_KILL },
      kills: { is: count },
      duplicates: { is: 0 },
      lost: { is: 0 },
      settled: { is: 'yes' },
      // Six kills are too few for a share.
      'missing per kill': { max: isShort ? 0.5 : 0.15 },
    },
    rows: [await killedRun(count)],
  }
}
