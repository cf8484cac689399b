// The environment and the command line as a typed configuration, or one clear line for each thing that is wrong.
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'

export interface Config {
  corpus: string
  state: string
  /** A PostgreSQL address; without it the ledger is a SQLite file in the state folder. */
  database?: string
  /** Where the clock starts; the machine's time without it. */
  now?: Temporal.Instant
  help: boolean
}

export const usage = `usage: npm start [-- --now 2027-01-07T06:59:57+07:00]

  --now TIME   start the clock at this moment (ISO 8601 with an offset) and let it run
  --help       this text

  DAYBOOK_CORPUS   the folder of the corpus (default: data)
  DAYBOOK_STATE    the folder of the state: subscriptions and what was posted (default: state)
  DATABASE_URL     postgres://...: the ledger in PostgreSQL, for several replicas (default: SQLite in the state)
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
  if (errors.length > 0) return { errors }
  return {
    config: {
      corpus: environment.DAYBOOK_CORPUS || 'data',
      state: environment.DAYBOOK_STATE || 'state',
      ...(database && { database }),
      ...(now && { now }),
      help: options.help ?? false,
    },
  }
}

function readInstant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}
