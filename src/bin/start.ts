// Runs `npm start`: reads the command line and the environment, serves or checks, and decides the exit code.

process.env.TZ = 'UTC'

import { AccountInUse } from '../adapters/host/account.ts'
import { createClock } from '../adapters/host/clock.ts'
import { openStore } from '../adapters/storage/open.ts'
import { StateError } from '../adapters/storage/sql.ts'
import { openPlatforms } from '../app/parts.ts'
import { platforms } from '../app/platforms.ts'
import { serve } from '../app/serve.ts'
import { type Config, readConfig } from '../config/config.ts'
import { PlatformError } from '../core/platform.ts'
import { fail } from './fail.ts'

const parsed = readConfig({
  ...{ args: process.argv.slice(2), environment: process.env },
  ...{ envFile: '.env', platforms },
})
if ('errors' in parsed)
  fail(process.argv.includes('--check') ? 1 : 2, ...parsed.errors, 'Every setting: npm start -- --help')
else if (parsed.config.help) await printUsage()
else if (parsed.config.check) await check(parsed.config)
else await start(parsed.config)

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
  const log = () => {}
  const { checkStart } = await import('../app/check.ts')
  const isWell = await checkStart({
    config,
    clock,
    openStore: () => openStore(config, clock, log),
    openPlatforms: memory => openPlatforms(config, { memory, clock, log }),
    checkListening: async place => (await import('../adapters/http/server.ts')).checkListening(place),
  })
  if (!isWell) process.exitCode = 1
}

/** Its text is loaded only when it is printed. */
async function printUsage(): Promise<void> {
  const { usageFor } = await import('../config/usage.ts')
  console.log(usageFor(platforms))
}

function isForOperator(error: unknown): error is Error {
  return error instanceof StateError || error instanceof AccountInUse || error instanceof PlatformError
}
