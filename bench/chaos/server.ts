// Serves a fake platform that remembers every message, limits rates, and loses a share of its answers.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface PlatformBehaviour {
  /** Messages per second over all chats and in one chat, counted over a sliding second. */
  perSecond: number
  perSecondInChat: number
  /** lenient: 429 with retry_after 1. strict: an overrun also locks every chat out for 5 seconds. */
  limits: 'none' | 'lenient' | 'strict'
  /** The share of answers that are lost after the message was accepted. */
  loseAnswers: number
  /** Whether a repeated key means the same message. */
  isIdempotent: boolean
  /** Milliseconds until an answer. */
  latency: () => number
}

export interface FakePlatform {
  url: string
  /** The key of every posted message, in order, with the moment it was posted (performance.now). */
  posts: { key: string; at: number }[]
  refusals: number
  /** Every request is told to wait for so long, while it is not 0. */
  waitSeconds: number
  close(): Promise<void>
}

export async function startFakePlatform(behaviour: PlatformBehaviour): Promise<FakePlatform> {
  const posts: FakePlatform['posts'] = []
  const seen = new Set<string>()
  const recent: number[] = []
  const recentIn = new Map<string, number[]>()
  let lockedUntil = 0
  const platform: FakePlatform = { url: '', posts, refusals: 0, waitSeconds: 0, close: async () => {} }

  const server: Server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece
    })
    request.on('end', () => {
      const { chat, key } = JSON.parse(body) as { chat: string; key: string }
      const waitSeconds = platform.waitSeconds || (behaviour.limits === 'none' ? 0 : waitFor(chat))
      if (waitSeconds > 0) {
        platform.refusals++
        setTimeout(
          () => response.writeHead(429).end(JSON.stringify({ retry_after: waitSeconds })),
          behaviour.latency(),
        )
        return
      }
      if (!(behaviour.isIdempotent && seen.has(key))) posts.push({ key, at: performance.now() })
      seen.add(key)
      if (Math.random() < behaviour.loseAnswers) request.socket.destroy()
      else setTimeout(() => response.end(JSON.stringify({ id: `m${posts.length}` })), behaviour.latency())
    })
  })

  /** Returns the seconds to wait, 0 if the message is accepted. */
  function waitFor(chat: string): number {
    const now = performance.now()
    if (now < lockedUntil) return Math.ceil((lockedUntil - now) / 1000)
    const recentInChat = recentIn.get(chat) ?? []
    recentIn.set(chat, recentInChat)
    for (const list of [recent, recentInChat])
      while (list.length > 0 && now - (list[0] as number) >= 1000) list.shift()
    if (recent.length >= behaviour.perSecond || recentInChat.length >= behaviour.perSecondInChat) {
      if (behaviour.limits === 'strict') lockedUntil = now + 5000
      return behaviour.limits === 'strict' ? 5 : 1
    }
    recent.push(now)
    recentInChat.push(now)
    return 0
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  platform.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
  platform.close = () =>
    new Promise(resolve => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return platform
}
