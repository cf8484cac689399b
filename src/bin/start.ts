// `npm start`: reads the command line and the environment, serves or checks, and decides the exit code.
process.env.TZ = 'UTC'

import { AccountInUse } from '../adapters/host/account.ts'
import { createClock } from '../adapters/host/clock.ts'
import { openStore } from '../adapters/storage/open.ts'
import { StateError } from '../adapters/storage/sqlite.ts'
import { platformsFor } from '../app/platforms.ts'
import { serve } from '../app/serve.ts'
import { type Config, readConfig } from '../config/config.ts'
import { PlatformError } from '../core/platform.ts'

const read = readConfig(process.argv.slice(2), process.env, '.env')
if ('errors' in read)
  fail(process.argv.includes('--check') ? 1 : 2, ...read.errors, 'Every setting: npm start -- --help')
else if (read.config.help) console.log(await usage())
else if (read.config.check) await check(read.config)
else await start(read.config)

async function start(config: Config): Promise<void> {
  try {
    const problems = await serve(config)
    if (problems.length > 0) fail(1, ...problems)
  } catch (error) {
    if (!isForOperator(error)) throw error
    fail(1, error.message)
  }
}

async function check(config: Config): Promise<void> {
  const clock = createClock(config.now)
  const { checkStart } = await import('../app/check.ts')
  const isWell = await checkStart({
    config,
    clock,
    open: () => openStore(config, clock, () => {}),
    platformsFor: memory => platformsFor(config, { memory, clock, log: () => {} }),
  })
  if (!isWell) process.exitCode = 1
}

/** Loaded only where somebody is to read it. */
async function usage(): Promise<string> {
  return (await import('../config/usage.ts')).usage
}

function isForOperator(error: unknown): error is Error {
  return error instanceof StateError || error instanceof AccountInUse || error instanceof PlatformError
}

function fail(code: number, ...lines: string[]): void {
  for (const line of lines) console.error(line)
  process.exitCode = code
}
