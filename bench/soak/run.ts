// Runs `npm run soak [-- --short]`: half an hour, or two minutes, of mixed traffic on both platforms, reloads and kills.

import { setTimeout as sleep } from 'node:timers/promises'
import { settled } from '../chaos/testbed.ts'
import { print, round } from '../table.ts'
import { type Sample, startProgram } from './program.ts'
import { createTestbed } from './testbed.ts'
import { ask } from './traffic.ts'

const isShort = process.argv.includes('--short')
/** Lengths and moments in seconds. A fan-out takes about 90, so each kill comes in the middle of one. */
const plan = isShort
  ? { length: 120, reload: 15, kill: 50, fanOuts: [12], people: 6, chats: 5000 }
  : { length: 1800, reload: 60, kill: 300, fanOuts: [285, 585, 885, 1185, 1485], people: 10, chats: 5000 }

const testbed = await createTestbed(plan)
const program = startProgram(testbed.env)
const ending = AbortSignal.timeout(plan.length * 1000)
const wait = (seconds: number) => sleep(seconds * 1000, undefined, { signal: ending }).catch(() => {})

async function kills(): Promise<void> {
  // Between two editions, because a program rightly refuses to start over a corpus with faults.
  await wait(plan.reload / 2)
  for (await wait(plan.kill); !ending.aborted; await wait(plan.kill)) await program.kill()
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
  const [counts, written] = await Promise.all([ask(testbed, plan.people, ending), reloads(), kills()])
  // A row that was being sent at a kill is settled when its lease of a minute is over.
  const isSettled = await settled(testbed.store, 150)
  const code = await program.stop()
  const posts = await testbed.compare()
  const countLines = (words: string) => program.lines.filter(line => line.includes(words)).length
  const [middle, last] = [meanMemory(program.samples, 1 / 3, 2 / 3), meanMemory(program.samples, 2 / 3, 1)]

  print({
    title: `${plan.length / 60} minutes, ${program.kills} kills, ${plan.fanOuts.length} fan-outs to ${plan.chats} chats`,
    goal: '0 duplicates, 0 lost, memory within 10 %, no crash',
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
    'a kill lost more than was in flight': posts.unknown > 64 * program.kills,
    [`the program crashed: ${program.crashes.join(', ')}`]: program.crashes.length > 0 || code !== 0,
    'rejections went unhandled': countLines('nhandled') > 0,
    // Two minutes are mostly the start.
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
