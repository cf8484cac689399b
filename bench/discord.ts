// Measures interactions answered per second against a bare discord.js bot on the same fake in the same run.

import {
  ApplicationCommandOptionType,
  Client,
  Events,
  GatewayIntentBits,
  type InteractionReplyOptions,
} from 'discord.js'
import { Temporal } from 'temporal-polyfill'
import { createDiscord } from '../src/adapters/discord/index.ts'
import { openSqlite } from '../src/adapters/storage/sqlite.ts'
import { createStore } from '../src/adapters/storage/store.ts'
import { createBot } from '../src/core/bot/bot.ts'
import { loadCorpus } from '../src/core/corpus/load/folder.ts'
import { buildIndex } from '../src/core/search/index/build.ts'
import { type Discord, startDiscord } from '../test/fakes/discord/index.ts'
import type { Person } from '../test/fakes/discord/people.ts'
import type { Posted } from '../test/fakes/discord/posted.ts'
import { percentile, round, type Table } from './table.ts'

const token = 'MTIz.bench.token-of-nobody'
const calls: [string, Record<string, string>][] = [
  ['/summary', { article: 'sggp-2024' }],
  ['/search', { words: 'Pol Pot' }],
  ['/search', { words: 'genocde Kampuchia' }],
  ['/article', { name: 'vovworld-2014' }],
  ['/facts', { subject: 'death-toll' }],
  ['/who', { name: 'Hun Sen' }],
  ['/onthisday', { date: '7 January' }],
  ['/settings', {}],
  ['/help', {}],
]
const ROUNDS = 6
const CALLS_PER_ROUND = 450
/** How many people ask at the same time. */
const MAX_IN_FLIGHT = 16

interface Served {
  lan: Person
  stop(): Promise<void>
}

export async function discord(): Promise<Table[]> {
  const ours = await serveOurs()
  const answers: Answers = new Map()
  for (const [line, values] of calls) {
    const { body } = await ours.lan.runs(line, values).answer()
    answers.set(keyOf(line.slice(1), Object.values(values)), body)
  }
  const bots = { 'bare discord.js': await serveBare(answers), Daybook: ours }
  const names = Object.keys(bots) as (keyof typeof bots)[]
  const rates = { 'bare discord.js': [] as number[], Daybook: [] as number[] }
  const times = { 'bare discord.js': [] as number[], Daybook: [] as number[] }
  try {
    for (const name of names) await answersPerSecond(bots[name])
    // In turn, so that other load on the machine affects both alike.
    for (let round = 0; round < ROUNDS; round++)
      for (const name of names) {
        rates[name].push(await answersPerSecond(bots[name]))
        times[name].push(...(await answerTimes(bots[name])))
      }
  } finally {
    for (const name of names) await bots[name].stop()
  }
  const base = percentile(rates['bare discord.js'], 0.5)
  return [
    {
      title: `Discord: interactions per second, ${MAX_IN_FLIGHT} at once, median of ${ROUNDS} rounds of ${CALLS_PER_ROUND}`,
      goal: 'at least 0.5 of a bare bot that has the same answers ready',
      rows: names.map(name => {
        const own = percentile(rates[name], 0.5)
        return { bot: name, 'per second': round(own, 0), ratio: round(own / base) }
      }),
    },
    {
      title: `Discord: from the gateway's event to the answer at the fake, one at a time, ${times.Daybook.length} times`,
      goal: 'p99 under 10 ms',
      rows: names.map(name => ({
        bot: name,
        'p50 ms': round(percentile(times[name], 0.5)),
        'p99 ms': round(percentile(times[name], 0.99)),
      })),
    },
  ]
}

/** How many interactions are answered per second. */
async function answersPerSecond({ lan }: Served): Promise<number> {
  const start = performance.now()
  let left = CALLS_PER_ROUND
  const askInTurn = async () => {
    while (left > 0) await ask(lan, left--)
  }
  await Promise.all(Array.from({ length: MAX_IN_FLIGHT }, askInTurn))
  return (CALLS_PER_ROUND / (performance.now() - start)) * 1000
}

/** The milliseconds of each answer. */
async function answerTimes({ lan }: Served): Promise<number[]> {
  const times: number[] = []
  for (let nth = 0; nth < CALLS_PER_ROUND / 5; nth++) {
    const start = performance.now()
    await ask(lan, nth)
    times.push(performance.now() - start)
  }
  return times
}

function ask(lan: Person, nth: number): Promise<unknown> {
  const [line, values] = calls[nth % calls.length] as (typeof calls)[number]
  return lan.runs(line, values).answer()
}

async function openServer(): Promise<{ discord: Discord; lan: Person }> {
  const discord = await startDiscord({ token })
  const server = discord.guild('Archive')
  server.channel('general')
  return { discord, lan: server.member('Lan') }
}

async function serveOurs(): Promise<Served> {
  const { discord, lan } = await openServer()
  const loaded = await loadCorpus('data')
  if ('faults' in loaded) throw new Error('the bundled corpus has faults')
  const store = createStore(openSqlite(':memory:'))
  const clock = { now: () => Temporal.Now.instant(), until: async () => {} }
  let ids = 0
  const newId = () => `id-${++ids}`
  const bot = createBot({
    corpus: loaded.corpus,
    index: buildIndex(loaded.corpus),
    store,
    clock,
    newId,
    random: Math.random,
    log: () => {},
  })
  const stopped = new AbortController()
  const platform = createDiscord({ token, api: discord.api, memory: store, clock, log: () => {} })
  const running = platform.run(bot, stopped.signal)
  await discord.until('the commands', () => discord.commands()[0])
  return {
    lan,
    async stop() {
      stopped.abort()
      await running
      await discord.close()
    },
  }
}

type Answers = Map<string, Pick<Posted['body'], 'flags' | 'components'>>
const keyOf = (command: string, values: readonly unknown[]) => [command, ...values].join('\n')

/** Serves the least that a bot can do: it looks up Daybook's answer and sends it. */
async function serveBare(answers: Answers): Promise<Served> {
  const { discord, lan } = await openServer()
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.api } })
  client.on(Events.InteractionCreate, interaction => {
    if (!interaction.isChatInputCommand()) return
    const { commandName, options } = interaction
    const answer = answers.get(
      keyOf(
        commandName,
        options.data.map(({ value }) => value),
      ),
    )
    void interaction.reply({ ...answer } as InteractionReplyOptions)
  })
  const ready = new Promise(resolve => client.once(Events.ClientReady, resolve))
  await client.login(token)
  await ready
  const named = [...new Set(calls.map(([line]) => line.slice(1)))]
  const text = { type: ApplicationCommandOptionType.String, description: 'words' } as const
  await client.application?.commands.set(
    named.map(name => {
      const options = calls.flatMap(([line, values]) => (line === `/${name}` ? Object.keys(values) : []))
      return {
        name,
        description: name,
        options: [...new Set(options)].map(each => ({ ...text, name: each })),
      }
    }),
  )
  return {
    lan,
    async stop() {
      await client.destroy()
      await discord.close()
    },
  }
}
