// Shows the ledger to the operator and resends or skips deliveries: `npm run deliveries [-- resend|skip ID|FILTER] [--yes]`.

import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { createClock } from '../adapters/host/clock.ts'
import { openStore, sqlitePath } from '../adapters/storage/open.ts'
import { StateError } from '../adapters/storage/sql.ts'
import { platforms } from '../app/platforms.ts'
import {
  countMatching,
  RESEND_GRACE_HOURS,
  type RepairVerb,
  readFilter,
  repairMatching,
} from '../app/repair.ts'
import { readConfig } from '../config/config.ts'
import type { Delivery } from '../core/delivery/ledger.ts'
import type {
  BulkDeliveries,
  DeliveryFilter,
  DeliveryLog,
  SetAsideRow,
  SetAsideRows,
} from '../core/delivery/store.ts'
import { en } from '../core/languages/en/phrases.ts'
import type { Address } from '../core/ports.ts'
import { fail } from './fail.ts'

process.env.TZ = 'UTC'

const USAGE = `usage: npm run deliveries                    count the deliveries by state, and list the unknown, the failed
                                            and the subscriptions that cannot be worked out
       npm run deliveries -- resend ID      send a delivery again, now
       npm run deliveries -- skip ID        give a delivery up
       npm run deliveries -- resend FILTER  send all that match again; skip FILTER gives them up
         --state unknown,failed             those are resent, and pending too is skipped, unless others are named
         --anniversary ID --platform NAME
         --since DAY --until DAY            due in this time, in UTC: 2027-01-07, or 2027-01-07T07:00Z
         --dry-run                          count them, and change nothing
       --yes                                do not ask first`

const options = {
  help: { type: 'boolean', short: 'h' },
  yes: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  state: { type: 'string' },
  anniversary: { type: 'string' },
  platform: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
} as const

const MAX_LISTED = 200

type Task =
  | { type: 'list' }
  | { type: 'one'; verb: RepairVerb; id: string }
  | { type: 'many'; verb: RepairVerb; filter: DeliveryFilter; isDryRun: boolean }
  | { type: 'help' }
  | { type: 'error'; lines: string[] }

const isConfirmed = process.argv.includes('--yes')
const task = readTask(process.argv.slice(2))
const parsedConfig = readConfig({ environment: process.env, envFile: '.env', platforms })
const clock = createClock()

if (task.type === 'help') console.log(USAGE)
else if ('errors' in parsedConfig) fail(2, ...parsedConfig.errors)
else if (task.type === 'error') fail(2, ...task.lines)
else if (!parsedConfig.config.database && !existsSync(sqlitePath(parsedConfig.config.state)))
  fail(1, `there is no ledger in ${parsedConfig.config.state}: is DAYBOOK_STATE right?`)
else
  try {
    const store = await openStore(parsedConfig.config, clock, () => {})
    if (task.type === 'list') await printDeliveries(store)
    else if (task.type === 'one') await changeDelivery(store, task.verb, task.id)
    else await changeMany(store, task)
    await store.close()
  } catch (error) {
    if (!(error instanceof StateError)) throw error
    fail(1, error.message)
  }

function readTask(args: string[]): Task {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [verb, id, ...rest] = positionals
    const { help, yes: _, 'dry-run': isDryRun = false, ...words } = values
    if (help) return { type: 'help' }
    const hasFilter = isDryRun || Object.keys(words).length > 0
    if (verb === undefined && !hasFilter) return { type: 'list' }
    if ((verb !== 'resend' && verb !== 'skip') || rest.length > 0) return { type: 'error', lines: [USAGE] }
    if (id !== undefined) return hasFilter ? { type: 'error', lines: [USAGE] } : { type: 'one', verb, id }
    const filter = readFilter(verb, words)
    if ('error' in filter) return { type: 'error', lines: [filter.error, USAGE] }
    return { type: 'many', verb, filter, isDryRun }
  } catch (error) {
    return { type: 'error', lines: [(error as Error).message, USAGE] }
  }
}

async function changeMany(store: BulkDeliveries & DeliveryLog, task: Task & { type: 'many' }): Promise<void> {
  const { verb, filter, isDryRun } = task
  const counts = await countMatching(store, filter)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  for (const [group, count] of counts) console.log(`${String(count).padStart(6)}  ${group}`)
  console.log(`${total} in all`)
  if (isDryRun || total === 0) return
  const mayHaveArrived = [...counts.keys()].some(group => group.endsWith('unknown'))
  const risk = verb === 'resend' && mayHaveArrived ? ' The unknown ones may have arrived already.' : ''
  const question = verb === 'resend' ? `Send ${total} again?` : `Give ${total} up?`
  if (!(await confirm(question + risk))) return
  const changed = await repairMatching(verb, filter, { store, clock })
  console.log(`${changed} of ${total} are now ${verb === 'resend' ? 'pending' : 'skipped'}.`)
}

async function printDeliveries(log: DeliveryLog & SetAsideRows): Promise<void> {
  const counts = await log.countDeliveries()
  for (const [state, count] of Object.entries(counts)) console.log(`${state.padEnd(8)} ${count}`)
  const deliveries = await log.listDeliveries(['unknown', 'failed'], MAX_LISTED)
  if (deliveries.length > 0) console.log('')
  for (const delivery of deliveries) console.log(formatDelivery(delivery))
  const rows = await log.listSetAside(MAX_LISTED)
  if (rows.length === 0) return
  console.log(`\n${await log.countSetAside()} set aside: the next start looks at them again`)
  for (const row of rows) console.log(formatSetAside(row))
}

async function changeDelivery(log: DeliveryLog, verb: 'resend' | 'skip', id: string): Promise<void> {
  const delivery = await log.findDelivery(id)
  if (!delivery) return fail(1, `there is no delivery ${id}`)
  if (delivery.state === 'sent') return fail(1, `${id} was sent: there is nothing to change`)
  const risk = verb === 'resend' && delivery.state === 'unknown' ? ' It may have arrived already.' : ''
  const question = verb === 'resend' ? 'Send it again?' : 'Skip it?'
  if (!(await confirm(`${formatDelivery(delivery)}\n${question}${risk}`))) return
  const now = clock.now()
  const changed =
    verb === 'resend' ? await log.resend(id, now, now.add({ hours: RESEND_GRACE_HOURS })) : await log.skip(id)
  if (changed) console.log(`${id} is now ${changed.state}.`)
  else fail(1, `${id} changed in the meantime and was left as it is.`)
}

function formatDelivery({ id, state, subscription, due, attempt, lastError }: Delivery): string {
  const post = `${subscription.anniversary} ${en.date(due.occurrence)}`
  return `${id}  ${state}  ${formatAddress(subscription.chat)}  ${post}  attempt ${attempt}${lastError ? `  ${lastError}` : ''}`
}

function formatSetAside({ id, chat, anniversary, error }: SetAsideRow): string {
  return `${id}  ${formatAddress(chat)}  ${anniversary}  ${error}`
}

function formatAddress({ platform, chat, thread }: Address): string {
  return [platform, chat, thread].filter(Boolean).join('/')
}

/** Asks the operator. Without a terminal, nothing is done unless --yes is given. */
async function confirm(question: string): Promise<boolean> {
  if (isConfirmed) return true
  if (!process.stdin.isTTY) {
    fail(2, question, 'Nothing was done, because there is no terminal to ask in. Add --yes to do it.')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}
