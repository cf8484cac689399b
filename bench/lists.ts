// Measures how long each command keeps the event loop over 50,000 articles, and how many messages it answers with.

import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { partsOf as partsOnDiscord } from '../src/adapters/discord/message/render.ts'
import { partsOf as partsOnTelegram } from '../src/adapters/telegram/message/render.ts'
import { caller, createChat } from '../test/core/bundled.ts'
import { largeArchive, linesOver, subscribeToAll } from '../test/core/large-archive.ts'
import { round, type Table } from './table.ts'

const GOAL_MS = 50
const GOAL_MESSAGES = 2
/** The first time, an answer makes the indexes that it needs; later it has them. */
const ROUNDS = 3

export async function lists(): Promise<Table[]> {
  const archive = largeArchive()
  const chat = await createChat('2026-11-21T12:00:00Z', undefined, archive)
  await subscribeToAll(chat)
  const measured = new Map<string, { first: number; later: number; messages: number; line: string }>()
  for (let n = 0; n < ROUNDS; n++)
    for (const line of linesOver(archive)) {
      await yieldToEventLoop()
      let messages = 0
      const ms = await longestTurn(async () => {
        const answer = await chat.bot.answer(chat.bot.read(line), caller)
        messages = Math.max(partsOnTelegram(answer).length, partsOnDiscord(answer).length)
      })
      const [name = ''] = line.split(' ')
      const known = measured.get(name) ?? { first: 0, later: 0, messages: 0, line }
      const longest = Math.max(known.first, known.later)
      measured.set(name, {
        first: n === 0 ? Math.max(known.first, ms) : known.first,
        later: n > 0 ? Math.max(known.later, ms) : known.later,
        messages: Math.max(known.messages, messages),
        line: ms > longest ? line : known.line,
      })
    }
  const isMissed = [...measured.values()].some(
    ({ first, later, messages }) => Math.max(first, later) > GOAL_MS || messages > GOAL_MESSAGES,
  )
  if (isMissed) process.exitCode = 1
  return [
    {
      title:
        'The longest time that a command keeps the event loop, 50,000 articles, 6,000 events, 300 anniversaries',
      goal: `${GOAL_MS} ms at a time, ${GOAL_MESSAGES} messages`,
      rows: Array.from(measured, ([command, { first, later, messages, line }]) => ({
        command,
        'first time ms': round(first, 1),
        'later ms': round(later, 1),
        messages,
        'the slowest': line.slice(0, 60),
      })),
    },
  ]
}

/**
 * The longest time between two turns of the event loop while the work is done, in milliseconds of the thread's processor
 * time: on a machine with nothing else to do that is the time on the clock.
 */
async function longestTurn(work: () => Promise<void>): Promise<number> {
  let longest = 0
  let last = process.threadCpuUsage()
  let isDone = false
  const turn = () => {
    const { user, system } = process.threadCpuUsage(last)
    longest = Math.max(longest, (user + system) / 1000)
    last = process.threadCpuUsage()
    if (!isDone) setImmediate(turn)
  }
  setImmediate(turn)
  await work()
  isDone = true
  turn()
  return longest
}
