// The operator's view of the ledger: `npm run deliveries [-- resend ID | skip ID] [--yes]`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { createClock } from '../adapters/host/clock.ts'
import { openStore } from '../adapters/storage/open.ts'
import { StateError } from '../adapters/storage/sqlite.ts'
import { platforms } from '../app/platforms.ts'
import { readConfig } from '../config/config.ts'
import type { Delivery, Store } from '../core/delivery/ledger.ts'
import { en } from '../core/languages/en/phrases.ts'

process.env.TZ = 'UTC'

const usage = `usage: npm run deliveries                    counts by state, and what is unknown or failed
       npm run deliveries -- resend ID      send it again, now
       npm run deliveries -- skip ID        give it up
       --yes                                do not ask first`

const words = process.argv.slice(2).filter(word => word !== '--yes')
const sure = process.argv.includes('--yes')
const [verb, id, ...more] = words
const read = readConfig({ environment: process.env, envFile: '.env', platforms })

if ('errors' in read) fail(2, ...read.errors)
else if (more.length > 0 || !(verb === undefined || ((verb === 'resend' || verb === 'skip') && id)))
  fail(2, usage)
else {
  const clock = createClock()
  const { database, state } = read.config
  if (!database && !existsSync(join(state, 'daybook.db')))
    fail(1, `there is no ledger in ${state}: is DAYBOOK_STATE right?`)
  else
    try {
      const store = await openStore(read.config, clock, () => {})
      if (verb === undefined) await list(store)
      else await change(store, verb, id ?? '')
      await store.close()
    } catch (error) {
      if (!(error instanceof StateError)) throw error
      fail(1, error.message)
    }

  async function change(store: Store, verb: string, id: string): Promise<void> {
    const found = await store.findDelivery(id)
    if (!found) return fail(1, `there is no delivery ${id}`)
    if (found.state === 'sent') return fail(1, `${id} was sent: there is nothing to change`)
    const risk = verb === 'resend' && found.state === 'unknown' ? ' It may have arrived already.' : ''
    if (!(await agreed(`${line(found)}\n${verb === 'resend' ? 'Send it again?' : 'Give it up?'}${risk}`)))
      return
    const now = clock.now()
    const done =
      verb === 'resend' ? await store.resend(id, now, now.add({ hours: 24 })) : await store.skip(id)
    if (done) console.log(`${id} is ${done.state} now.`)
    else fail(1, `${id} changed meanwhile, and was left as it is.`)
  }
}

async function list(store: Store): Promise<void> {
  const counts = await store.countDeliveries()
  for (const [state, count] of Object.entries(counts)) console.log(`${state.padEnd(8)} ${count}`)
  const open = await store.listDeliveries(['unknown', 'failed'], 200)
  if (open.length > 0) console.log('')
  for (const delivery of open) console.log(line(delivery))
}

function line({ id, state, subscription, due, attempt, lastError }: Delivery): string {
  const { platform, chat, thread } = subscription.chat
  const where = [platform, chat, thread].filter(Boolean).join('/')
  const what = `${subscription.anniversary} ${en.date(due.occurrence)}`
  return `${id}  ${state}  ${where}  ${what}  attempt ${attempt}${lastError ? `  ${lastError}` : ''}`
}

/** Asks the operator; where nobody can answer, nothing is done without --yes. */
async function agreed(question: string): Promise<boolean> {
  if (sure) return true
  if (!process.stdin.isTTY) {
    fail(2, question, 'Nothing was done: there is nobody to ask here. Add --yes to do it.')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

function fail(code: number, ...lines: string[]): void {
  for (const each of lines) console.error(each)
  process.exitCode = code
}
