// Measures how long each command and question keeps the event loop over 50,000 articles, how many messages it answers with, and questions over 100,000.

import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { partsOf as partsOnDiscord } from '../src/adapters/discord/message/render.ts'
import { partsOf as partsOnTelegram } from '../src/adapters/telegram/message/render.ts'
import { type Chat, caller, createChat } from '../test/core/bundled.ts'
import {
  archiveOf,
  largeArchive,
  linesOver,
  questionsOver,
  subscribeToAll,
} from '../test/core/large-archive.ts'
import { percentile, round, type Table } from './table.ts'

const GOAL_MS = 50
const GOAL_MESSAGES = 2
/** As many milliseconds of a question. */
const GOAL_TURN_MS = 100
/** The processor time of a question: the first one reads the words of all events, subjects and anniversaries. */
const GOAL_QUESTION_MS = 50
const GOAL_FIRST_QUESTION_MS = 350
/** In an archive twice as large. */
const MOST_ARTICLES = 100_000
const GOAL_P99_MS = 95
const QUESTION_ROUNDS = 20
/** The first time, an answer makes the indexes that it needs; later it has them. */
const ROUNDS = 3

export async function lists(): Promise<Table[]> {
  // First, because collecting garbage takes longer with two archives in memory.
  const overMost = await questionsOverMost()
  const archive = largeArchive()
  const chat = await createChat('2026-11-21T12:00:00Z', undefined, archive)
  await subscribeToAll(chat)
  const questions = await questionTimes(chat, questionsOver(archive))
  const measured = new Map<string, { first: number; later: number; messages: number; line: string }>()
  for (let n = 0; n < ROUNDS; n++)
    for (const line of linesOver(archive)) {
      await yieldToEventLoop()
      let messages = 0
      const { longest: ms } = await timesOf(async () => {
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
    {
      title: 'The processor time of a plain question in the same archive, milliseconds',
      goals: {
        'first time ms': { max: GOAL_FIRST_QUESTION_MS },
        'later ms': { max: GOAL_QUESTION_MS },
        'longest turn ms': { max: GOAL_TURN_MS },
      },
      rows: questions,
    },
    overMost,
  ]
}

async function questionsOverMost(): Promise<Table> {
  const archive = archiveOf(MOST_ARTICLES)
  const chat = await createChat('2026-11-21T12:00:00Z', undefined, archive)
  const questions = questionsOver(archive)
  const first = await roundOf(chat, questions)
  const later: Times[] = []
  for (let n = 0; n < QUESTION_ROUNDS; n++) later.push(...(await roundOf(chat, questions)))
  const row = (times: string, list: readonly Times[]) => {
    const totals = list.map(({ total }) => total)
    return {
      times,
      questions: list.length,
      'p50 ms': round(percentile(totals, 0.5), 1),
      'p99 ms': round(percentile(totals, 0.99), 1),
      'longest turn ms': round(Math.max(...list.map(({ longest }) => longest)), 1),
    }
  }
  return {
    title: `The processor time of the same questions over ${MOST_ARTICLES} articles, milliseconds`,
    goal: `p99 ${GOAL_P99_MS} ms once they were asked; ${GOAL_TURN_MS} ms at a time`,
    rows: [row('first', first), row('later', later)],
  }
}

/** Before any command, so that the first ones have to read the archive. */
async function questionTimes(chat: Chat, questions: readonly string[]): Promise<Table['rows']> {
  const rounds: Times[][] = []
  for (let n = 0; n < ROUNDS; n++) rounds.push(await roundOf(chat, questions))
  const [first = [], ...later] = rounds
  return questions.map((question, at) => ({
    question: question.slice(0, 60),
    'first time ms': round(first[at]?.total ?? Number.NaN, 1),
    'later ms': round(Math.max(...later.map(each => each[at]?.total ?? Number.NaN)), 1),
    'longest turn ms': round(Math.max(...rounds.map(each => each[at]?.longest ?? Number.NaN)), 1),
  }))
}

async function roundOf(chat: Chat, questions: readonly string[]): Promise<Times[]> {
  const times: Times[] = []
  for (const question of questions)
    times.push(
      await timesOf(async () => {
        await chat.bot.answer({ command: 'ask', args: { question } }, caller)
      }),
    )
  return times
}

interface Times {
  /** The longest time between two turns of the event loop. */
  longest: number
  total: number
}

/** In milliseconds of the thread's processor time: on a machine with nothing else to do that is the time on the clock. */
async function timesOf(work: () => Promise<void>): Promise<Times> {
  const elapsed = (since: NodeJS.CpuUsage) => {
    const { user, system } = process.threadCpuUsage(since)
    return (user + system) / 1000
  }
  const begun = process.threadCpuUsage()
  let longest = 0
  let last = begun
  let isDone = false
  const turn = () => {
    longest = Math.max(longest, elapsed(last))
    last = process.threadCpuUsage()
    if (!isDone) setImmediate(turn)
  }
  setImmediate(turn)
  await work()
  isDone = true
  turn()
  return { longest, total: elapsed(begun) }
}
