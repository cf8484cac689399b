// Runs `npm run soak [-- --short]`: half an hour, or a minute, of mixed traffic, reloads, lost answers and kills.

import { setTimeout as sleep } from 'node:timers/promises'
import { aborted } from '../../src/core/waiting.ts'
import { settled } from '../chaos/testbed.ts'
import { print, round } from '../table.ts'
import { type Sample, startProgram } from './program.ts'
import { createTestbed } from './testbed.ts'
import { ask } from './traffic.ts'

const isShort = process.argv.includes('--short')
/**
 * Lengths and moments in seconds. A fan-out to 5,000 chats takes about 90, so each kill comes in the middle of one, and
 * so do the lost answers.
 */
const plan = isShort
  ? { length: 60, reload: 12, kill: 25, loss: 20, fanOuts: [12], people: 6, chats: 1500 }
  : {
      length: 1800,
      reload: 60,
      kill: 300,
      loss: 290,
      fanOuts: [285, 585, 885, 1185, 1485],
      people: 10,
      chats: 5000,
    }

const LOST_ANSWERS = 10
/** What one process sends at the same time. */
const MAX_IN_FLIGHT = 64
/** A row that was being sent at a kill is settled when its lease of a minute is over. */
const MAX_SETTLE_SECONDS = 150

const testbed = await createTestbed(plan)
const program = startProgram(testbed.env)
const ending = AbortSignal.timeout(plan.length * 1000)
const wait = (seconds: number) => sleep(seconds * 1000, undefined, { signal: ending }).catch(() => {})

async function kills(): Promise<void> {
  // Between two editions, because a program rightly refuses to start over a corpus with faults.
  await wait(plan.reload / 2)
  for (await wait(plan.kill); !ending.aborted; await wait(plan.kill)) await program.kill()
}

/** Loses answers on Telegram after it took the post: such a post may not be sent again. Returns how many were lost. */
async function losses(): Promise<number> {
  await wait(plan.loss)
  testbed.telegram.next('sendPhoto', 'lost', LOST_ANSWERS)
  await aborted(ending)
  return LOST_ANSWERS - testbed.telegram.faultsLeft().length
}

/** Breaks every third edition for a while. That must change nothing but the log. */
async function reloads(): Promise<{ good: number; broken: number }> {
  const written = { good: 0, broken: 0 }
  for (let n = 1; ; n++) {
    await wait(plan.reload)
    if (ending.aborted) return written
    const isBroken = n % 3 === 2
    testbed.edit(n, isBroken)
    if (isBroken) {
      written.broken++
      await wait(plan.reload / 4)
      testbed.edit(n, false)
    }
    written.good++
  }
}

/** Mean resident MiB over a part of the run, from one share of its length to another. */
function meanMemory(samples: readonly Sample[], from: number, to: number): number {
  const part = samples.filter(({ at }) => at >= from * plan.length * 1000 && at < to * plan.length * 1000)
  return part.reduce((sum, { rss }) => sum + rss, 0) / Math.max(1, part.length) / 2 ** 20
}

try {
  const [counts, written, lost] = await Promise.all([
    ask(testbed, plan.people, ending),
    reloads(),
    losses(),
    kills(),
  ])
  // Where nothing was posted by now, waiting longer shows nothing new.
  const isPosting = (await testbed.compare()).arrived > 0
  const isSettled = isPosting && (await settled(testbed.store, MAX_SETTLE_SECONDS))
  const code = await program.stop()
  const posts = await testbed.compare()
  const countLines = (words: string) => program.lines.filter(line => line.includes(words)).length
  const [middle, last] = [meanMemory(program.samples, 1 / 3, 2 / 3), meanMemory(program.samples, 2 / 3, 1)]

  const unknownLimit = MAX_IN_FLIGHT * program.kills + lost
  print({
    title: `${plan.length / 60} minutes, ${program.kills} kills, ${plan.fanOuts.length} fan-outs to ${plan.chats} chats`,
    goals: {
      arrived: { min: posts.expected - unknownLimit },
      duplicates: { is: 0 },
      unknown: { max: unknownLimit },
      lost: { is: 0 },
      open: { is: 0 },
      crashes: { is: 0 },
      // A minute is mostly the start.
      ...(!isShort && { 'MiB last third': { max: round(middle * 1.1, 1) } }),
    },
    rows: [
      {
        ...posts,
        crashes: program.crashes.length,
        'MiB middle third': round(middle, 1),
        'MiB last third': round(last, 1),
      },
    ],
  })
  print({
    title: 'Questions',
    rows: Object.entries(counts).map(([platform, count]) => ({
      platform,
      ...count,
      refused: platform === 'telegram' ? testbed.telegram.refused.length : testbed.discord.refused.length,
    })),
  })
  print({
    title: 'Editions of the corpus',
    rows: [
      {
        ...written,
        loaded: countLines('corpus loaded'),
        'not loaded': countLines('corpus not loaded'),
        faults: countLines('corpus fault'),
      },
    ],
  })

  const asked = counts.telegram.asked + counts.discord.asked
  const answered = counts.telegram.answered + counts.discord.answered
  // A question in hand at a kill gets no answer; the person asks again.
  const mayBeLost = 4 * plan.people * program.kills
  const failures = Object.entries({
    'posts were sent twice': posts.duplicates > 0,
    'posts were lost': posts.lost > 0 || posts.rows < posts.expected,
    'posts are still open': posts.open > 0 || !isSettled,
    'nothing was posted': !isPosting,
    'a kill lost more than was in flight': posts.unknown > unknownLimit,
    'no answer was lost, so nothing shows that such a post is not repeated': lost === 0,
    [`the program crashed: ${program.crashes.join(', ')}`]: program.crashes.length > 0 || code !== 0,
    'rejections went unhandled': countLines('nhandled') > 0,
    'memory grew': !isShort && last > middle * 1.1,
    'a platform refused what the bot sent':
      testbed.telegram.refused.length + testbed.discord.refused.length > 0,
    'questions went unanswered': asked - answered > mayBeLost,
    'editions were not loaded':
      countLines('corpus loaded') === 0 || (written.broken > 0 && countLines('corpus not loaded') === 0),
  }).flatMap(([failure, isTrue]) => (isTrue ? [failure] : []))
  for (const failure of failures) console.error(failure)
  if (failures.length > 0) {
    console.error(
      program.lines
        .filter(line => /error|nhandled/i.test(line))
        .slice(-20)
        .join('\n'),
    )
    process.exitCode = 1
  }
} catch (error) {
  console.error(program.lines.slice(-20).join('\n'))
  throw error
} finally {
  await program.stop()
  await testbed.close()
}
