// A fake platform as a server of its own: it remembers every message, limits rates, and loses answers when told to.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface PlatformBehaviour {
  /** Messages a second over all chats, and in one chat; counted over a sliding second. */
  perSecond: number
  perSecondInChat: number
  /** lenient: 429 with retry_after 1. strict: any overrun locks everyone out for 5 seconds. */
  limits: 'none' | 'lenient' | 'strict'
  /** The share of answers that are lost after the message was accepted. */
  loseAnswers: number
  /** A message with a known key is the same message. */
  isIdempotent: boolean
  /** Milliseconds until the answer. */
  latency: () => number
}

export interface FakePlatform {
  url: string
  /** Every posted message's key, in order, with the moment it was posted (performance.now). */
  posts: { key: string; at: number }[]
  refusals: number
  close(): Promise<void>
}

export async function startFakePlatform(conduct: PlatformBehaviour): Promise<FakePlatform> {
  const posts: FakePlatform['posts'] = []
  const seen = new Set<string>()
  const recent: number[] = []
  const recentIn = new Map<string, number[]>()
  let lockedUntil = 0
  const platform: FakePlatform = { url: '', posts, refusals: 0, close: async () => {} }

  const server: Server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece
    })
    request.on('end', () => {
      const { chat, key } = JSON.parse(body) as { chat: string; key: string }
      const wait = conduct.limits === 'none' ? 0 : refusal(chat)
      if (wait > 0) {
        platform.refusals++
        setTimeout(
          () => response.writeHead(429).end(JSON.stringify({ retry_after: wait })),
          conduct.latency(),
        )
        return
      }
      if (!(conduct.isIdempotent && seen.has(key))) posts.push({ key, at: performance.now() })
      seen.add(key)
      if (Math.random() < conduct.loseAnswers) request.socket.destroy()
      else setTimeout(() => response.end(JSON.stringify({ id: `m${posts.length}` })), conduct.latency())
    })
  })

  /** Seconds to wait; 0 where the message is let through. */
  function refusal(chat: string): number {
    const now = performance.now()
    if (now < lockedUntil) return Math.ceil((lockedUntil - now) / 1000)
    const own = recentIn.get(chat) ?? []
    recentIn.set(chat, own)
    for (const list of [recent, own])
      while (list.length > 0 && now - (list[0] as number) >= 1000) list.shift()
    if (recent.length >= conduct.perSecond || own.length >= conduct.perSecondInChat) {
      if (conduct.limits === 'strict') lockedUntil = now + 5000
      return conduct.limits === 'strict' ? 5 : 1
    }
    recent.push(now)
    own.push(now)
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
