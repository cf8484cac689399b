// Has a noisy group ask all the time while posts are due, and compares the time of the posts with that of a calm run.

import { setTimeout as sleep } from 'node:timers/promises'
import { round } from '../table.ts'
import type { Part } from './part.ts'
import { startTelegramProgram } from './telegram-program.ts'

const CHATS = 300
const PEOPLE = 8
/** After the program has started and before the posts are due, so that the group is already noisy. */
const START_SECONDS = 12
const MAX_SECONDS = 180

/** Seconds from the moment the posts were due until the last has arrived. */
async function secondsToPost(
  isNoisy: boolean,
): Promise<{ seconds: number; posted: number; refused: number }> {
  const run = await startTelegramProgram({ chats: CHATS, inSeconds: START_SECONDS })
  const ending = new AbortController()
  try {
    run.start()
    await run.telegram.until(() => run.telegram.hasReceiver() || undefined, 'the program', 30_000)
    const noise = isNoisy ? askInGroup(run.telegram, ending.signal) : undefined
    const posted = () => [...run.counts().values()].filter(count => count > 0).length
    const due = run.dueAt.epochMilliseconds
    while (posted() < CHATS && Date.now() < due + MAX_SECONDS * 1000) await sleep(50)
    const seconds = (Date.now() - due) / 1000
    ending.abort()
    await noise
    return { seconds, posted: posted(), refused: run.telegram.declined.length }
  } finally {
    await run.close()
  }
}

async function askInGroup(
  telegram: Awaited<ReturnType<typeof startTelegramProgram>>['telegram'],
  signal: AbortSignal,
): Promise<void> {
  const group = telegram.supergroup({ title: 'Noisy' })
  const people = Array.from({ length: PEOPLE }, (_, n) => telegram.person(`Person ${n}`))
  await Promise.all(
    people.map(async (from, n) => {
      await sleep((1000 / PEOPLE) * n)
      while (!signal.aborted) {
        group.says('/help', { from })
        await sleep(1000, undefined, { signal }).catch(() => {})
      }
    }),
  )
}

export const noisy: Part = async () => {
  const calm = await secondsToPost(false)
  const noise = await secondsToPost(true)
  const row = (group: string, { seconds, ...run }: typeof calm) => ({
    group,
    chats: CHATS,
    posted: run.posted,
    seconds: round(seconds, 1),
    'of the calm run': round(seconds / calm.seconds),
    'requests refused': run.refused,
  })
  return {
    title: `${CHATS} posts while ${PEOPLE} people in a group write /help every second`,
    goals: { posted: { is: CHATS }, 'of the calm run': { max: 1.2 } },
    rows: [row('calm', calm), row('noisy', noise)],
  }
}
