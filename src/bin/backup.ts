// The operator's copies of the state: `npm run backup -- FILE`, `-- restore FILE`, `-- restored`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createClock } from '../adapters/host/clock.ts'
import { backUp, restore } from '../adapters/storage/backup.ts'
import { openLedger } from '../adapters/storage/open.ts'
import { doubtDue, type Kept, type Restored } from '../adapters/storage/restored.ts'
import { StateError } from '../adapters/storage/sqlite.ts'
import { platforms } from '../app/platforms.ts'
import { type Config, readConfig } from '../config/config.ts'
import { plural } from '../core/languages/en/words.ts'

process.env.TZ = 'UTC'

const usage = `usage: npm run backup -- FILE             copy the state into a new file, while the bot runs
       npm run backup -- restore FILE     make the state from such a file, where there is none
       npm run backup -- restored         after any other restore, before the bot is started: what fell due since
                                          the backup may have been sent, and is not sent again by itself`

/** The address may hold a password: it is named, not said. */
const postgres = [
  'The state is in PostgreSQL, which has its own way. Copy it with',
  '  pg_dump --format=custom --schema=daybook --schema=daybook_jobs --file=FILE "$DATABASE_URL"',
  'and make it again in an empty database with',
  '  pg_restore --single-transaction --no-owner --dbname="$DATABASE_URL" FILE',
  '  npm run backup -- restored',
]

type Task = { verb: 'copy' | 'restore'; file: string } | { verb: 'restored' }

const task = taskOf(process.argv.slice(2))
const read = readConfig({ environment: process.env, envFile: '.env', platforms })

if ('errors' in read) fail(2, ...read.errors)
else if (!task) fail(2, usage)
else if (read.config.database && task.verb !== 'restored') fail(2, ...postgres)
else
  try {
    await carryOut(task, read.config)
  } catch (error) {
    if (!(error instanceof StateError)) throw error
    fail(1, error.message)
  }

function taskOf(words: string[]): Task | undefined {
  const [first = '', second = '', ...more] = words
  if (more.length > 0 || words.some(word => word === '' || word.startsWith('-'))) return undefined
  if (first === 'restore') return second ? { verb: 'restore', file: second } : undefined
  if (first === '' || second !== '') return undefined
  return first === 'restored' ? { verb: 'restored' } : { verb: 'copy', file: first }
}

async function carryOut(task: Task, config: Config): Promise<void> {
  const ledger = join(config.state, 'daybook.db')
  switch (task.verb) {
    case 'copy':
      return console.log(`Kept ${told(await backUp(ledger, task.file))} in ${task.file}.`)
    case 'restore':
      return tellOf(await restore(task.file, ledger, createClock().now()))
    case 'restored':
      if (!config.database && !existsSync(ledger))
        throw new StateError(`there is no state at ${ledger}: is DAYBOOK_STATE right?`)
      return tellOf(await doubt(config))
    default:
      task satisfies never
  }
}

async function doubt(config: Config): Promise<Restored> {
  const clock = createClock()
  const { sql, claims } = await openLedger(config, clock, () => {})
  try {
    return await doubtDue(sql, claims, clock.now())
  } finally {
    await claims.close()
    await sql.close()
  }
}

function tellOf({ unknown, ...kept }: Restored): void {
  console.log(`Restored ${told(kept)}.`)
  if (unknown > 0)
    console.log(
      `${unknown} of them fell due since the backup and may have been sent: npm run deliveries lists them.`,
    )
}

function told({ subscriptions, deliveries }: Kept): string {
  return `${plural(subscriptions, 'subscription')} and ${plural(deliveries, 'delivery', 'deliveries')}`
}

function fail(code: number, ...lines: string[]): void {
  for (const each of lines) console.error(each)
  process.exitCode = code
}
