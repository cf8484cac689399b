// Reads the command line and the environment into a typed configuration, or lists the errors, one line each.

import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import type { PlatformModule, PlatformValues } from '../core/platform.ts'
import type { ValuesOf } from '../core/setting.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { unknownInEnvironment } from './names.ts'
import { flags, ownSettings } from './settings.ts'
import { tableOf } from './table.ts'
import { missingSettings, readValues, secretsIn } from './values.ts'

export interface Config {
  /** The settings of each served platform by its name. If there are none, the terminal is served. */
  platforms: Readonly<Record<string, PlatformValues>>
  /** The platform whose library spawned this process. The process answers people there and does nothing else. */
  shardOf?: string
  /** Where HTTP is served, if at all. */
  http?: { port: number; host: string }
  corpus: string
  state: string
  /** A PostgreSQL address; without it the ledger is a SQLite file in the state folder. */
  database?: string
  /** The time at which the clock starts; the machine's time by default. */
  now?: Temporal.Instant
  /** The locale of the person at the terminal, as POSIX writes it: `km_KH.UTF-8`. */
  locale: string
  /** No ANSI styles in the terminal. */
  noColor: boolean
  log: ValuesOf<typeof ownSettings>['log']
  help: boolean
  /** Say what would start, and start nothing. */
  check: boolean
  /** A line for each variable that looks like ours but is not. */
  ignored: string[]
  /** A line for each value that is used, but perhaps not as it was meant. None repeats a value. */
  warnings: string[]
  /** Texts that must never be logged. */
  secrets: string[]
}

export interface ConfigSources {
  /** The arguments after the program's name. */
  args?: readonly string[]
  environment: Environment
  /** Settings that the environment lacks are read from this file, if it exists. */
  envFile?: string
  platforms: readonly PlatformModule[]
}

export function readConfig({
  args = [],
  environment: real,
  envFile,
  platforms,
}: ConfigSources): { config: Config } | { errors: string[] } {
  const errors: string[] = []
  const warnings: string[] = []
  const options = readArguments(args, errors)
  const now = options.now === undefined ? undefined : readInstant(options.now)
  if (options.now !== undefined && !now)
    errors.push(`--now "${options.now}" is not a moment with an offset, such as 2027-01-07T06:59:57+07:00`)
  const table = tableOf(platforms)
  const environment = readEnvironment({ real, envFile, table }, { errors, warnings })
  const own = readValues(ownSettings, environment, errors)
  const values = Object.fromEntries(
    platforms
      .filter(({ settings }) => environment[settings.token.name])
      .map(({ name, settings }) => [name, readValues(settings, environment, errors) as PlatformValues]),
  )
  errors.push(...missingSettings(table, environment, real))
  if (errors.length > 0) return { errors }
  const shardOf = platforms.find(
    ({ name, shardVariable }) => values[name] && shardVariable && environment[shardVariable],
  )?.name
  const { corpus, state, database, log, port, host } = own
  return {
    config: {
      ...{ corpus, state, database, log, now, shardOf },
      platforms: values,
      ...(port && { http: { port, host } }),
      locale: own.localeOfAll ?? own.localeOfMessages ?? own.locale ?? '',
      noColor: own.noColor !== undefined,
      help: options.help ?? false,
      check: options.check ?? false,
      ignored: unknownInEnvironment(Object.keys(real), table),
      warnings,
      secrets: secretsIn(table, environment),
    },
  }
}

function readArguments(
  args: readonly string[],
  errors: string[],
): { now?: string; help?: boolean; check?: boolean } {
  try {
    return parseArgs({ args: [...args], options: flags }).values
  } catch (error) {
    errors.push((error as Error).message)
    return {}
  }
}

function readInstant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}
