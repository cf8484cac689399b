// Measures what an outage of Telegram at the hour costs, for each way in which platforms fail.

import type { Fault } from '../../test/fakes/telegram/faults.ts'
import { figures, nothingLost, type Part } from './part.ts'
import { startTelegramRun } from './telegram.ts'

/** All requests hang until the outage is over; some clients have given up by then. */
type Outage = (over: Promise<void>) => () => Fault

const page = (): Fault => ({ status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' })

/** How often each kind was reported is not known, so `mixed` takes them in turn. */
const outages: Record<string, Outage> = {
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

interface GatewayOptions {
  kind: string
  chats: number
  seconds: number
}

/** Requests are given up after 40 seconds, and the platform is asked again after at most 60. */
const SLACK_SECONDS = 120

async function gatewayRun({ kind, chats, seconds }: GatewayOptions) {
  const run = await startTelegramRun({ chats })
  const over = Promise.withResolvers<void>()
  try {
    run.telegram.outage(outages[kind]?.(over.promise))
    run.start()
    await new Promise(resolve => setTimeout(resolve, seconds * 1000))
    run.telegram.outage(undefined)
    over.resolve()
    const isSettled = await run.settled(chats / 29 + SLACK_SECONDS)
    const { sent, unknown, pending, leased, sending } = await run.store.countDeliveries()
    const posts = run.chats.map(({ room }) => room.botMessages.length)
    return {
      kind,
      chats,
      sent,
      unknown,
      lost: chats - sent - unknown - pending - leased - sending,
      duplicates: posts.filter(count => count > 1).length,
      open: pending + leased + sending,
      settled: isSettled,
    }
  } finally {
    over.resolve()
    await run.close()
  }
}

/** What may be in flight when an outage begins. */
const MAX_IN_FLIGHT = 64

export const gateway: Part = async ({ isShort }) => {
  const [chats, seconds] = isShort ? [300, 10] : [1500, 60]
  return {
    title: `${seconds} s without Telegram at the hour, ${chats} chats`,
    goals: { ...nothingLost, unknown: { max: MAX_IN_FLIGHT } },
    // Side by side, because they wait most of the time.
    rows: await Promise.all(
      Object.keys(outages).map(async kind => figures(await gatewayRun({ kind, chats, seconds }))),
    ),
  }
}
