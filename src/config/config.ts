// The command line and the environment as a typed configuration, or one clear line for each thing that is wrong.
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { type DiscordConfig, readDiscord } from './discord.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { unknownIn } from './names.ts'
import { readTelegram, type TelegramConfig } from './telegram.ts'

export interface Config {
  discord?: DiscordConfig
  telegram?: TelegramConfig
  /** Where the program can be asked over HTTP; not at all without it. */
  http?: { port: number; host: string }
  corpus: string
  state: string
  /** A PostgreSQL address; without it the ledger is a SQLite file in the state folder. */
  database?: string
  /** Where the clock starts; the machine's time without it. */
  now?: Temporal.Instant
  /** What the person at the terminal speaks, as POSIX has it: `km_KH.UTF-8`. */
  locale: string
  /** No ANSI marks in the terminal. */
  plain: boolean
  log: LogLevel
  help: boolean
  /** Say what would start, and start nothing. */
  check: boolean
  /** A line for each variable that looks like ours and is none. */
  unread: string[]
}

const logLevels = ['error', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/**
 * Reads the arguments after the program's name and the environment. What the environment does not say is taken from the
 * .env file, where its path is given and there is one.
 */
export function readConfig(
  args: readonly string[],
  real: Environment,
  envFile?: string,
): { config: Config } | { errors: string[] } {
  const errors: string[] = []
  const options = readArguments(args, errors)
  const now = options.now === undefined ? undefined : readInstant(options.now)
  if (options.now !== undefined && !now)
    errors.push(`--now "${options.now}" is not a moment with an offset, such as 2027-01-07T06:59:57+07:00`)
  const environment = readEnvironment(real, envFile, errors)
  const { DATABASE_URL: database, DAYBOOK_LOG: log = 'info' } = environment
  if (database && !/^postgres(ql)?:\/\/\S+$/.test(database))
    // Not repeated in the message: it may hold a password.
    errors.push(
      'DATABASE_URL is not a PostgreSQL address, such as postgres://user:password@host:5432/daybook',
    )
  if (!isOneOf(logLevels, log)) errors.push(`DAYBOOK_LOG "${log}" is none of ${logLevels.join(', ')}`)
  const telegram = readTelegram(environment, errors)
  const discord = readDiscord(environment, errors)
  const http = readHttp(environment, errors)
  if (errors.length > 0) return { errors }
  return {
    config: {
      corpus: environment.DAYBOOK_CORPUS ?? 'data',
      state: environment.DAYBOOK_STATE ?? 'state',
      ...(telegram && { telegram }),
      ...(discord && { discord }),
      ...(http && { http }),
      ...(database && { database }),
      ...(now && { now }),
      locale: environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? '',
      plain: environment.NO_COLOR !== undefined,
      log: log as LogLevel,
      help: options.help ?? false,
      check: options.check ?? false,
      unread: unknownIn(Object.keys(real)),
    },
  }
}

/** What must stand in no log: tokens, secrets, the database's address and the password in it. */
export function secretsOf({ telegram, discord, database }: Config): string[] {
  const password = database && URL.canParse(database) ? new URL(database).password : ''
  // An address has its password with % escapes, and drivers repeat it without.
  const passwords = [password, decoded(password)]
  const all = [telegram?.token, telegram?.webhook?.secret, discord?.token, database, ...passwords]
  // The half behind the colon is a Telegram token's secret. What is shorter than this is in every other word.
  return [...new Set([...all, telegram?.token.split(':')[1]])].filter(
    (each = ''): each is string => each.length >= 8,
  )
}

function readArguments(
  args: readonly string[],
  errors: string[],
): { now?: string; help?: boolean; check?: boolean } {
  try {
    return parseArgs({
      args: [...args],
      options: {
        now: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        check: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    errors.push((error as Error).message)
    return {}
  }
}

function readHttp({ PORT, HOST: host = '127.0.0.1' }: Environment, errors: string[]): Config['http'] {
  if (!PORT) return undefined
  const port = Number(PORT)
  if (!/^\d+$/.test(PORT) || port < 1 || port > 65_535)
    errors.push(`PORT "${PORT}" is not a number from 1 to 65535`)
  if (/[\s/]/.test(host)) errors.push(`HOST "${host}" is not an address to listen on, such as 0.0.0.0`)
  return { port, host }
}

function readInstant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}

function decoded(text = ''): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const isOneOf = <T extends string>(all: readonly T[], word: string): word is T =>
  all.some(each => each === word)
