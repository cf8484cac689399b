// The operator's copies of the state: `npm run backup -- FILE`, `npm run backup -- restore FILE`.
import { join } from 'node:path'
import { createClock } from './adapters/clock/system.ts'
import { backUp, restore } from './adapters/storage/backup.ts'
import { StateError } from './adapters/storage/sqlite.ts'
import { readConfig } from './config/config.ts'

process.env.TZ = 'UTC'

const usage = `usage: npm run backup -- FILE             copy the state into a new file, while the bot runs
       npm run backup -- restore FILE     make the state from such a file, where there is none`

const words = process.argv.slice(2)
const [file, ...more] = words[0] === 'restore' ? words.slice(1) : words
const read = readConfig([], process.env, '.env')

if ('errors' in read) fail(2, ...read.errors)
else if (file === undefined || file.startsWith('-') || more.length > 0) fail(2, usage)
else if (read.config.database)
  // The address may hold a password: it is named, not said.
  fail(
    2,
    'The state is in PostgreSQL, which has its own way. Copy it with',
    '  pg_dump --format=custom --schema=daybook --schema=daybook_jobs --file=FILE "$DATABASE_URL"',
    'and make it again in an empty database with',
    '  pg_restore --no-owner --dbname="$DATABASE_URL" FILE',
  )
else
  try {
    const { state } = read.config
    const path = join(state, 'daybook.db')
    if (words[0] === 'restore') {
      const { unknown, ...kept } = await restore(file, path, createClock().now())
      console.log(`Restored ${told(kept)} from ${file}.`)
      if (unknown > 0)
        console.log(
          `${unknown} of them fell due since the backup and may have been sent: npm run deliveries lists them.`,
        )
    } else console.log(`Kept ${told(await backUp(path, file))} in ${file}.`)
  } catch (error) {
    if (!(error instanceof StateError)) throw error
    fail(1, error.message)
  }

function told({ subscriptions, deliveries }: { subscriptions: number; deliveries: number }): string {
  return `${subscriptions} subscriptions and ${deliveries} deliveries`
}

function fail(code: number, ...lines: string[]): void {
  for (const each of lines) console.error(each)
  process.exitCode = code
}
