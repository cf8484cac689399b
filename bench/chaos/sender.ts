// Delivers in a separate process, with the real store and dispatcher and a fake platform behind HTTP.

import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createClock } from '../../src/adapters/host/clock.ts'
import { openSendingStore } from '../../src/adapters/storage/open.ts'
import { createDispatcher } from '../../src/core/delivery/dispatcher.ts'
import { paragraph } from '../../src/core/message/build.ts'
import type { Platform } from '../../src/core/platform.ts'
import type { Log, Outcome } from '../../src/core/ports.ts'
import { january7 } from './january-7.ts'

process.env.TZ = 'UTC'

export interface SenderOptions {
  state: string
  database?: string
  url: string
  perSecond: number
  perSecondInChat: number
  isIdempotent: boolean
  leaseSeconds: number
  /** How long the process stalls once a second. */
  stallMs: number
  /** How far its clock is ahead. */
  aheadMs: number
}

const options = JSON.parse(process.argv[2] ?? '') as SenderOptions
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

const platform: Platform = {
  name: 'fake',
  limits: {
    perSecond: options.perSecond,
    perSecondInChat: options.perSecondInChat,
    isIdempotent: options.isIdempotent,
  },
  run: async () => {},
  send: (to, _message, key) =>
    new Promise<Outcome>(resolve => {
      let isConnected = false
      const call = request(options.url, { agent, method: 'POST' }, answer => {
        let body = ''
        answer.setEncoding('utf8').on('data', (piece: string) => {
          body += piece
        })
        answer.on('end', () => {
          const reply = JSON.parse(body) as { id: string; retry_after: number }
          if (answer.statusCode === 429) resolve({ status: 'later', seconds: reply.retry_after })
          else resolve({ status: 'sent', id: reply.id })
        })
        answer.on('error', () => resolve({ status: 'unknown' }))
      })
      call.on('socket', socket => {
        isConnected = !socket.connecting
        if (!isConnected)
          socket.once('connect', () => {
            isConnected = true
          })
      })
      // Without a connection nothing was sent. With one, the message may have been posted.
      call.on('error', () => resolve(isConnected ? { status: 'unknown' } : { status: 'later', seconds: 1 }))
      call.end(JSON.stringify({ chat: to.chat, key }))
    }),
}

const log: Log = (level, event, details) => {
  if (level !== 'error') return
  console.error(event, details)
  process.send?.('error')
}
const { aheadMs } = options
const clock = createClock(aheadMs > 0 ? createClock().now().add({ milliseconds: aheadMs }) : undefined)
const store = await openSendingStore(options, clock, log)
const delay = monitorEventLoopDelay({ resolution: 5 })
const dispatcher = createDispatcher({
  store,
  clock,
  platforms: [platform],
  owner: randomBytes(8).toString('hex'),
  leaseSeconds: options.leaseSeconds,
  log,
  recurringDayOf: () => january7,
  compose: ({ id }) => ({ body: [paragraph(id)] }),
  notice: () => undefined,
})
if (options.stallMs > 0)
  setInterval(() => {
    const until = performance.now() + options.stallMs
    while (performance.now() < until);
  }, 1000).unref()
const stop = new AbortController()
process.once('SIGTERM', () => stop.abort())
delay.enable()
const running = dispatcher.run(stop.signal)
// Ready once it rests: a process that is frozen in the middle of a transaction would keep the file locked.
await dispatcher.pass()
process.send?.('ready')
await running
delay.disable()
process.send?.({ longestBlock: delay.max / 1e6 })
await store.close()
agent.destroy()
process.disconnect?.()
