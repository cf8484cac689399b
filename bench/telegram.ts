// Measures updates handled per second of CPU against a bare echo bot on grammY, and how long one update takes.
//
// Each bot runs in its own process and talks to the strict fake of the Bot API in this one, so neither pays for the
// fake. They take turns, round by round, with the same updates.

import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { type Chat, startTelegram, type Telegram } from '../test/fakes/telegram/index.ts'
import { percentile, round, type Table } from './table.ts'
import type { Report } from './telegram-bot.ts'

/** What people write: light and heavy commands, and searches, one of them misspelt. */
const commands = [
  '/start',
  '/help',
  '/summary sggp-2024',
  '/article vovworld',
  '/onthisday 7/1',
  '/upcoming',
  '/facts death-toll',
]
const searches = ['/search Pol Pot', 'genocde Kampuchia', '/who Hun Sen']
const mixed = [...commands, ...searches]
const CHATS = 200
const UPDATES_PER_ROUND = 2000
const ROUNDS = 5
const TIMED_UPDATES = 1000

export async function telegram(): Promise<Table[]> {
  const [echo, ours] = [await start('echo'), await start('daybook')]
  const turns = [
    { what: 'grammY echo', bot: echo, lines: mixed, rates: [] as number[] },
    { what: 'Daybook', bot: ours, lines: mixed, rates: [] as number[] },
    { what: 'Daybook, commands only', bot: ours, lines: commands, rates: [] as number[] },
    { what: 'Daybook, searches only', bot: ours, lines: searches, rates: [] as number[] },
  ]
  try {
    for (const { bot, lines } of turns) await answerRound(bot, lines)
    for (let n = 0; n < ROUNDS; n++)
      for (const { bot, lines, rates } of turns)
        rates.push(UPDATES_PER_ROUND / (await answerRound(bot, lines)))
    const base = percentile(turns[0]?.rates ?? [], 0.5)
    return [
      {
        title: `Telegram updates per second of CPU, median of ${ROUNDS} rounds of ${UPDATES_PER_ROUND}`,
        goal: 'at least 0.5 of the echo bot',
        rows: turns.map(({ what, rates }) => {
          const rate = percentile(rates, 0.5)
          return { bot: what, 'updates/s': Math.round(rate), ratio: round(rate / base) }
        }),
      },
      await handlingTimes(),
    ]
  } finally {
    await echo.stop()
    await ours.stop()
  }
}

/** Times one update after another, so that none waits for others. */
async function handlingTimes(): Promise<Table> {
  const rows: Table['rows'] = []
  for (const kind of ['echo', 'daybook']) {
    const bot = await start(kind, 'timed')
    await answerRound(bot, mixed)
    await bot.report()
    for (let n = 0; n < TIMED_UPDATES; n++) {
      const chat = bot.chats[n % CHATS] as Chat
      chat.says(mixed[n % mixed.length] as string)
      await chat.answer()
    }
    await bot.telegram.quiet()
    const { times } = await bot.report()
    rows.push({
      bot: kind === 'echo' ? 'grammY echo' : 'Daybook',
      updates: times.length,
      'p50 ms': round(percentile(times, 0.5)),
      'p99 ms': round(percentile(times, 0.99)),
      'max ms': round(Math.max(...times)),
    })
    await bot.stop()
  }
  return {
    title: "From an update's arrival in the bot to the request of its answer, one at a time",
    goal: 'p99 under 10 ms',
    rows,
  }
}

interface Bot {
  telegram: Telegram
  chats: Chat[]
  report(): Promise<Report>
  stop(): Promise<void>
}

async function start(kind: string, ...more: string[]): Promise<Bot> {
  const fake = await startTelegram()
  const child: ChildProcess = fork(join(import.meta.dirname, 'telegram-bot.ts'), [
    kind,
    fake.token,
    fake.url,
    ...more,
  ])
  await fake.until(() => fake.hasReceiver() || undefined, `the ${kind} bot`, 30_000)
  return {
    telegram: fake,
    chats: Array.from({ length: CHATS }, () => fake.privateChat()),
    report: () =>
      new Promise(resolve => {
        child.once('message', report => resolve(report as Report))
        child.send('report')
      }),
    async stop() {
      child.kill('SIGKILL')
      await fake.close()
    },
  }
}

/** Has the bot answer a round of updates, and returns the seconds of CPU that it took. */
async function answerRound(
  { telegram: fake, chats: all, report }: Bot,
  lines: readonly string[],
): Promise<number> {
  await report()
  for (let n = 0; n < UPDATES_PER_ROUND; n++) {
    // Shifted, so that a chat does not always get the same line.
    const line = lines[(n + Math.floor(n / CHATS)) % lines.length] as string
    all[n % CHATS]?.says(line)
  }
  const answers = () => all.reduce((sum, { room }) => sum + room.botMessages.length - room.readCount, 0)
  await fake.until(() => answers() >= UPDATES_PER_ROUND || undefined, 'the answers of a round', 120_000)
  for (const chat of all) chat.unread()
  return (await report()).cpu / 1000
}
