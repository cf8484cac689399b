// Copies and restores the state for the operator: `npm run backup -- FILE`, `-- restore FILE`, `-- restored`.

import { existsSync, rmSync } from 'node:fs'
import { createClock } from '../adapters/host/clock.ts'
import { backUp, restore } from '../adapters/storage/backup.ts'
import { markerPath } from '../adapters/storage/marker.ts'
import { openParts, sqlitePath } from '../adapters/storage/open.ts'
import { markDueUnknown, type RestoreResult, type RowCounts } from '../adapters/storage/restored.ts'
import { StateError } from '../adapters/storage/sql.ts'
import { platforms } from '../app/platforms.ts'
import { type Config, readConfig } from '../config/config.ts'
import { plural } from '../core/languages/en/words.ts'
import { fail } from './fail.ts'

process.env.TZ = 'UTC'

const USAGE = `usage: npm run backup -- FILE             copy the state to a new file, while the bot runs
       npm run backup -- restore FILE     make the state from a backup, where there is none
       npm run backup -- restored         after a restore by other means, before the bot starts: mark what fell
                                          due since the backup as unknown, so that nothing is sent twice`

/** Names the variable instead of the address, which may contain a password. */
const POSTGRES_HELP = [
  'The state is in PostgreSQL. Copy it with',
  '  pg_dump --format=custom --schema=daybook --schema=daybook_jobs --file=FILE "$DATABASE_URL"',
  'and restore it into an empty database with',
  '  pg_restore --single-transaction --no-owner --dbname="$DATABASE_URL" FILE',
  '  npm run backup -- restored',
]

type Task = { verb: 'copy' | 'restore'; file: string } | { verb: 'restored' } | { verb: 'help' }

const task = readTask(process.argv.slice(2))
const parsedConfig = readConfig({ environment: process.env, envFile: '.env', platforms })

if (task?.verb === 'help') console.log(USAGE)
else if ('errors' in parsedConfig) fail(2, ...parsedConfig.errors)
else if (!task) fail(2, USAGE)
else if (parsedConfig.config.database && task.verb !== 'restored') fail(2, ...POSTGRES_HELP)
else
  try {
    await carryOut(task, parsedConfig.config)
  } catch (error) {
    if (!(error instanceof StateError)) throw error
    fail(1, error.message)
  }

function readTask(words: string[]): Task | undefined {
  if (words.includes('--help') || words.includes('-h')) return { verb: 'help' }
  const [first = '', second = '', ...rest] = words
  if (rest.length > 0 || words.some(word => word === '' || word.startsWith('-'))) return undefined
  if (first === 'restore') return second ? { verb: 'restore', file: second } : undefined
  if (first === '' || second !== '') return undefined
  return first === 'restored' ? { verb: 'restored' } : { verb: 'copy', file: first }
}

async function carryOut(task: Exclude<Task, { verb: 'help' }>, config: Config): Promise<void> {
  const state = sqlitePath(config.state)
  switch (task.verb) {
    case 'copy': {
      const counts = await backUp(state, task.file)
      return console.log(`Backed up ${formatCounts(counts)} to ${task.file}.`)
    }
    case 'restore':
      return printResult(await restore(task.file, state, createClock().now()))
    case 'restored':
      if (!config.database && !existsSync(state))
        throw new StateError(`there is no state at ${state}: is DAYBOOK_STATE right?`)
      return printResult(await markRestored(config))
    default:
      task satisfies never
  }
}

async function markRestored(config: Config): Promise<RestoreResult> {
  const clock = createClock()
  const { sql, claims } = await openParts(config, clock, () => {})
  try {
    const result = await markDueUnknown(sql, claims, clock.now())
    if (!config.database) rmSync(markerPath(sqlitePath(config.state)), { force: true })
    return result
  } finally {
    await claims.close()
    await sql.close()
  }
}

function printResult(result: RestoreResult): void {
  console.log(`Restored ${formatCounts(result)}.`)
  if (result.unknown > 0)
    console.log(
      `${result.unknown} of them fell due since the backup and may have been sent. npm run deliveries lists them.`,
    )
}

function formatCounts({ subscriptions, deliveries }: RowCounts): string {
  return `${plural(subscriptions, 'subscription')} and ${plural(deliveries, 'delivery', 'deliveries')}`
}
