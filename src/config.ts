// The environment and the command line as a typed configuration, or one clear line for each thing that is wrong.
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'

export interface Config {
  discord?: { token: string; api?: string; guild?: string; shards?: number | 'auto'; isShard?: boolean }
  telegram?: {
    token: string
    apiRoot?: string
    webhook?: { url: string; secret: string; port: number; host: string }
  }
  corpus: string
  state: string
  /** A PostgreSQL address; without it the ledger is a SQLite file in the state folder. */
  database?: string
  /** Where the clock starts; the machine's time without it. */
  now?: Temporal.Instant
  /** What the person at the terminal speaks, as POSIX has it: `km_KH.UTF-8`. */
  locale: string
  help: boolean
}

export const usage = `usage: npm start [-- --now 2027-01-07T06:59:57+07:00]

  --now TIME   start the clock at this moment (ISO 8601 with an offset) and let it run
  --help       this text

  DAYBOOK_CORPUS   the folder of the corpus (default: data)
  DAYBOOK_STATE    the folder of the state: subscriptions and what was posted (default: state)
  TELEGRAM_TOKEN           the bot's token from @BotFather: serve Telegram in place of the terminal
  TELEGRAM_API_ROOT        a Bot API server of your own (default: Telegram's)
  TELEGRAM_WEBHOOK_URL     https://...: have updates delivered here, on PORT (default: ask for them)
  TELEGRAM_WEBHOOK_SECRET  with it: 1 to 256 letters of A-Z a-z 0-9 _ - that only Telegram is told
  PORT, HOST               where the webhook listens (HOST default: 127.0.0.1)

  DISCORD_TOKEN    the bot's token from the developer portal: serve Discord in place of the terminal
  DISCORD_API      a REST base other than Discord's, such as http://localhost:8080/api
  DISCORD_GUILD    a server's id: register the commands there alone, where they change at once
  DISCORD_SHARDS   auto, or a number of processes for very many servers (default: one process)

  DATABASE_URL     postgres://...: the ledger in PostgreSQL, for several replicas (default: SQLite in the state)
  LANG             vi_VN or km_KH: the terminal speaks Vietnamese or Khmer (default: English)
  NO_COLOR         set to anything: no ANSI marks`

/** Reads the arguments after the program's name and the environment. */
export function readConfig(
  args: readonly string[],
  environment: Record<string, string | undefined>,
): { config: Config } | { errors: string[] } {
  const errors: string[] = []
  let options: { now?: string; help?: boolean } = {}
  try {
    options = parseArgs({
      args: [...args],
      options: { now: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    }).values
  } catch (error) {
    errors.push((error as Error).message)
  }
  const now = options.now === undefined ? undefined : readInstant(options.now)
  if (options.now !== undefined && !now)
    errors.push(`--now "${options.now}" is not a moment with an offset, such as 2027-01-07T06:59:57+07:00`)
  const database = environment.DATABASE_URL
  if (database && !/^postgres(ql)?:\/\/\S+$/.test(database))
    // Not repeated in the message: it may hold a password.
    errors.push(
      'DATABASE_URL is not a PostgreSQL address, such as postgres://user:password@host:5432/daybook',
    )
  const telegram = readTelegram(environment, errors)
  const discord = readDiscord(environment, errors)
  if (errors.length > 0) return { errors }
  return {
    config: {
      corpus: environment.DAYBOOK_CORPUS || 'data',
      state: environment.DAYBOOK_STATE || 'state',
      ...(telegram && { telegram }),
      ...(discord && { discord }),
      ...(database && { database }),
      ...(now && { now }),
      locale: environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '',
      help: options.help ?? false,
    },
  }
}

/** Nothing of a token or a secret is repeated in an error. */
function readTelegram(
  environment: Record<string, string | undefined>,
  errors: string[],
): Config['telegram'] | undefined {
  const {
    TELEGRAM_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_WEBHOOK_URL: url,
    TELEGRAM_WEBHOOK_SECRET: secret = '',
    PORT = '',
    HOST: host = '127.0.0.1',
  } = environment
  if (!token) {
    if (url || apiRoot) errors.push('TELEGRAM_TOKEN is missing: the other TELEGRAM_ settings need it')
    return undefined
  }
  if (!/^\d+:[\w-]{5,}$/.test(token))
    errors.push('TELEGRAM_TOKEN is not a token as @BotFather gives it, such as 123456789:AbC-dEf...')
  if (apiRoot && !/^https?:\/\/\S+[^/]$/.test(apiRoot))
    errors.push(
      'TELEGRAM_API_ROOT is not an address without a slash at its end, such as http://localhost:8081',
    )
  const root = apiRoot && { apiRoot }
  if (!url) return { token, ...root }
  const port = Number(PORT)
  if (!/^https?:\/\/\S+$/.test(url))
    errors.push('TELEGRAM_WEBHOOK_URL is not an address, such as https://bot.example.org/telegram')
  if (!/^[\w-]{1,256}$/.test(secret))
    errors.push(
      'TELEGRAM_WEBHOOK_SECRET is needed with TELEGRAM_WEBHOOK_URL: 1 to 256 letters of A-Z a-z 0-9 _ -',
    )
  if (!(Number.isInteger(port) && port > 0 && port < 65536))
    errors.push('PORT is needed with TELEGRAM_WEBHOOK_URL: a number from 1 to 65535')
  return { token, ...root, webhook: { url, secret, port, host } }
}

function readDiscord(
  environment: Record<string, string | undefined>,
  errors: string[],
): Config['discord'] | undefined {
  const { DISCORD_TOKEN: token, DISCORD_API: api, DISCORD_GUILD: guild, DISCORD_SHARDS: shards } = environment
  if (!token) {
    if (api || guild || shards) errors.push('DISCORD_TOKEN is missing: the other DISCORD_ settings need it')
    return undefined
  }
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    errors.push(
      'DISCORD_TOKEN is not a bot token as the developer portal gives it: three parts with dots between',
    )
  if (api && !/^https?:\/\/\S+[^/]$/.test(api))
    errors.push('DISCORD_API is not an address without a slash at its end, such as http://localhost:8080/api')
  if (guild && !/^\d{5,20}$/.test(guild)) errors.push('DISCORD_GUILD is not the id of a server: digits only')
  if (shards && shards !== 'auto' && !/^[1-9]\d{0,3}$/.test(shards))
    errors.push('DISCORD_SHARDS is neither auto nor a number')
  return {
    token,
    ...(api && { api }),
    ...(guild && { guild }),
    ...(shards && { shards: shards === 'auto' ? ('auto' as const) : Number(shards) }),
    // discord.js tells the processes that it spawns.
    ...(environment.SHARDING_MANAGER && { isShard: true }),
  }
}

function readInstant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}
