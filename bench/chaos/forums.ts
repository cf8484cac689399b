// Posts to forums of Discord, which refuse messages, and to channels beside one that is in trouble.

import { round, type Table } from '../table.ts'
import { type DiscordRun, startDiscordRun } from './discord.ts'
import type { Part } from './part.ts'

const FORUMS = 10
const tagged = { tags: ['news'], requireTag: true }

/** Forums in one server and in servers of their own, some of which take no post without a tag. */
export async function forumsRun() {
  const run = await startDiscordRun(
    Array.from({ length: FORUMS }, (_, nth) => ({
      ...{ type: 'forum' as const, isNeighbour: nth % 2 === 1 },
      ...(nth % 3 === 0 && tagged),
    })),
  )
  try {
    const seconds = await run.deliver(60)
    const counts = run.counts()
    return {
      forums: FORUMS,
      posted: counts.filter(count => count > 0).length,
      duplicates: counts.filter(count => count > 1).length,
      refused: run.discord.denied.length + run.discord.refused.length,
      seconds: round(seconds, 1),
    }
  } finally {
    await run.close()
  }
}

export const troubles = {
  'a 429 of 600 s for its bucket': { status: 429, retryAfter: 600, scope: 'user' },
  'a 429 of 600 s by other bots': { status: 429, retryAfter: 600, scope: 'shared' },
  'an answer of 500': { status: 500 },
  'no answer': 'hang',
} as const

const OTHERS = 60

/** One channel is in trouble all the time. How soon do the others have their post, and how often is it asked? */
export async function troubledRun(trouble: keyof typeof troubles) {
  const run = await startDiscordRun(Array.from({ length: OTHERS + 1 }, () => ({})))
  try {
    const [troubled] = run.places
    const path = new RegExp(`^/channels/${troubled?.id}/messages$`)
    run.discord.next('POST', path, troubles[trouble], 1e6)
    const seconds = await untilOthersArrived(run)
    const arrived = run.counts().filter(count => count > 0).length
    const asked = run.discord.requests.filter(each => path.test(each.path)).length
    return { trouble, others: OTHERS, arrived, seconds: round(seconds, 1), 'asks in 30 s': asked }
  } finally {
    await run.close()
  }
}

/** Goes on for 30 seconds, to see how often the troubled channel is asked. Returns when the others had their post. */
async function untilOthersArrived(run: DiscordRun): Promise<number> {
  const begun = performance.now()
  const done = run.deliver(30)
  let seconds = 30
  const look = setInterval(() => {
    if (run.counts().filter(count => count > 0).length < OTHERS) return
    seconds = Math.min(seconds, (performance.now() - begun) / 1000)
  }, 50)
  await done
  clearInterval(look)
  return seconds
}

/** How long the others may take: two requests each, fifty a second, and as long again for a busy machine. */
const MAX_SECONDS = 5
/** Every few seconds at most. */
const MAX_ASKS = 10

export const forums: Part = async () => ({
  title: 'Posts to forums of Discord',
  goals: { posted: { is: FORUMS }, duplicates: { is: 0 }, refused: { is: 0 } },
  rows: [await forumsRun()],
})

export const discord: Part = async () => {
  const table: Table = {
    title: `One channel of Discord in trouble, ${OTHERS} others`,
    goals: { arrived: { min: OTHERS }, seconds: { max: MAX_SECONDS }, 'asks in 30 s': { max: MAX_ASKS } },
    rows: [],
  }
  for (const trouble of Object.keys(troubles) as (keyof typeof troubles)[])
    table.rows.push(await troubledRun(trouble))
  return table
}
