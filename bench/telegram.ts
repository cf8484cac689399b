// Updates that the bot handles in a second of CPU, held against a bare echo bot on grammY, and how long one takes.
//
// Both bots are processes of their own and talk to the strict fake of the Bot API in this one, so what the fake costs
// falls on neither. They take turns, round by round, with the same updates.
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { type Chat, startTelegram, type Telegram } from '../test/fakes/telegram/index.ts'
import { percentile, round, type Table } from './table.ts'
import type { Report } from './telegram-bot.ts'

/** What people write, with commands of every weight among it. */
const lines = [
  '/start',
  '/help',
  '/search Pol Pot',
  'genocde Kampuchia',
  '/summary sggp-2024',
  '/article vovworld',
  '/onthisday 7/1',
  '/upcoming',
  '/who Hun Sen',
  '/facts death-toll',
]
const chats = 200
const updatesInRound = 2000
const rounds = 5
const timed = 1000

export async function telegram(): Promise<Table[]> {
  const [echo, ours] = [await start('echo'), await start('daybook')]
  try {
    for (const bot of [echo, ours]) await handle(bot, updatesInRound)
    const rates = { echo: [] as number[], daybook: [] as number[] }
    for (let n = 0; n < rounds; n++) {
      rates.echo.push(updatesInRound / (await handle(echo, updatesInRound)))
      rates.daybook.push(updatesInRound / (await handle(ours, updatesInRound)))
    }
    const [base, rate] = [percentile(rates.echo, 0.5), percentile(rates.daybook, 0.5)]
    return [
      {
        title: `Telegram updates per second of CPU, median of ${rounds} rounds of ${updatesInRound}`,
        goal: 'at least 0.5 of the echo bot',
        rows: [
          { bot: 'grammY echo', 'updates/s': Math.round(base), ratio: 1 },
          { bot: 'Daybook', 'updates/s': Math.round(rate), ratio: round(rate / base) },
        ],
      },
      await handlingTimes(),
    ]
  } finally {
    await echo.stop()
    await ours.stop()
  }
}

/** One update at a time: how long it takes in the bot, and not how long it waits for others. */
async function handlingTimes(): Promise<Table> {
  const rows: Table['rows'] = []
  for (const kind of ['echo', 'daybook']) {
    const bot = await start(kind, 'timed')
    await handle(bot, updatesInRound)
    await bot.report()
    for (let n = 0; n < timed; n++) {
      const chat = bot.chats[n % chats] as Chat
      chat.says(lineOf(n))
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
  await fake.until(() => fake.attended() || undefined, `the ${kind} bot`, 30_000)
  return {
    telegram: fake,
    chats: Array.from({ length: chats }, () => fake.privateChat()),
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

const lineOf = (n: number) => lines[n % lines.length] as string

/** Has the bot answer so many updates, and gives the seconds of CPU that it took. */
async function handle({ telegram: fake, chats: all, report }: Bot, count: number): Promise<number> {
  await report()
  // Each chat gets other lines than the one before: 200 chats and 10 lines would never mix.
  for (let n = 0; n < count; n++) (all[n % chats] as Chat).says(lineOf(n + Math.floor(n / chats)))
  await fake.quiet({ within: 120_000 })
  const answered = all.reduce((sum, chat) => sum + chat.unread().length, 0)
  if (answered < count) throw new Error(`${answered} answers to ${count} updates`)
  return (await report()).cpu / 1000
}
