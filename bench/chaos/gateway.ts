// Measures what an outage of Telegram at the hour costs, for each way in which platforms fail.

import type { Fault } from '../../test/fakes/telegram/faults.ts'
import { startTelegramRun } from './telegram.ts'

/** All requests hang until the outage is over; some clients have given up by then. */
type Outage = (over: Promise<void>) => () => Fault

const page = (): Fault => ({ status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' })

/** How often each kind was reported is not known, so `mixed` takes them in turn. */
export const outages: Record<string, Outage> = {
  '502': () => page,
  resets: () => () => 'reset',
  'lost answers': () => () => 'lost',
  hangs: over => () => ({ until: over }),
  mixed(over) {
    const kinds: (() => Fault)[] = [page, () => 'reset', () => 'lost', () => ({ until: over })]
    let next = 0
    return () => (kinds[next++ % kinds.length] ?? page)()
  },
  '503': () => () => ({ status: 503, body: '<html><h1>503 Service Unavailable</h1></html>' }),
}

export interface GatewayOptions {
  kind: string
  chats: number
  seconds: number
}

/** Requests are given up after 40 seconds, and the platform is asked again after at most 60. */
const SLACK_SECONDS = 120

export async function gatewayRun({ kind, chats, seconds }: GatewayOptions) {
  const run = await startTelegramRun({ chats })
  const over = Promise.withResolvers<void>()
  try {
    run.telegram.outage(outages[kind]?.(over.promise))
    run.start()
    await new Promise(resolve => setTimeout(resolve, seconds * 1000))
    run.telegram.outage(undefined)
    over.resolve()
    const isSettled = await run.settled(chats / 29 + SLACK_SECONDS)
    const { sent, unknown } = await run.store.countDeliveries()
    const posts = run.chats.map(({ room }) => room.botMessages.length)
    return {
      kind,
      chats,
      sent,
      unknown,
      lost: chats - sent - unknown,
      duplicates: posts.filter(count => count > 1).length,
      settled: isSettled,
    }
  } finally {
    over.resolve()
    await run.close()
  }
}
