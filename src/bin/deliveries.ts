// Shows the ledger to the operator and resends or skips a delivery: `npm run deliveries [-- resend ID | skip ID] [--yes]`.

import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { createClock } from '../adapters/host/clock.ts'
import { openStore, sqlitePath } from '../adapters/storage/open.ts'
import { StateError } from '../adapters/storage/sql.ts'
import { platforms } from '../app/platforms.ts'
import { readConfig } from '../config/config.ts'
import type { Delivery } from '../core/delivery/ledger.ts'
import type { DeliveryLog, SetAsideRow, SetAsideRows } from '../core/delivery/store.ts'
import { en } from '../core/languages/en/phrases.ts'
import type { Address } from '../core/ports.ts'

process.env.TZ = 'UTC'

const USAGE = `usage: npm run deliveries                    count the deliveries by state, and list the unknown, the failed
                                            and the subscriptions that cannot be worked out
       npm run deliveries -- resend ID      send a delivery again, now
       npm run deliveries -- skip ID        give a delivery up
       --yes                                do not ask first`

const MAX_LISTED = 200
/** How long a resent delivery may wait before it expires. */
const RESEND_GRACE_HOURS = 24

type Task = { verb: 'list' } | { verb: 'resend' | 'skip'; id: string }

const isConfirmed = process.argv.includes('--yes')
const task = readTask(process.argv.slice(2).filter(word => word !== '--yes'))
const parsedConfig = readConfig({ environment: process.env, envFile: '.env', platforms })
const clock = createClock()

if ('errors' in parsedConfig) fail(2, ...parsedConfig.errors)
else if (!task) fail(2, USAGE)
else if (!parsedConfig.config.database && !existsSync(sqlitePath(parsedConfig.config.state)))
  fail(1, `there is no ledger in ${parsedConfig.config.state}: is DAYBOOK_STATE right?`)
else
  try {
    const store = await openStore(parsedConfig.config, clock, () => {})
    if (task.verb === 'list') await printDeliveries(store)
    else await changeDelivery(store, task.verb, task.id)
    await store.close()
  } catch (error) {
    if (!(error instanceof StateError)) throw error
    fail(1, error.message)
  }

function readTask([verb, id, ...rest]: string[]): Task | undefined {
  if (rest.length > 0) return undefined
  if (verb === undefined) return { verb: 'list' }
  return (verb === 'resend' || verb === 'skip') && id ? { verb, id } : undefined
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

function fail(code: number, ...lines: string[]): void {
  for (const line of lines) console.error(line)
  process.exitCode = code
}
