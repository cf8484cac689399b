// Serves the gateway: HELLO, IDENTIFY, READY and GUILD_CREATE, heartbeats, events in sequence, RESUME after a break.

import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Guild, guildBody, isMember, userBody, type World } from './world.ts'

export interface GatewayOptions {
  token: string
  /** The privileged intents that are on in the portal: members 2, presences 256, message content 32768. */
  privilegedIntents?: number
  /** Time between heartbeats, as HELLO says. */
  heartbeatMs?: number
  /** Refuses a single shard, as Discord does above 2,500 guilds. */
  mustShard?: boolean
}

export interface Gateway {
  /** Breaks the connections without a close code. The sessions can be resumed. */
  drop(): void
  /** Breaks the connection of one shard and does not answer its RESUME until the returned function is called. */
  lose(shard: number): () => void
  /** Closes the connections with a code. */
  close(code: number, reason?: string): void
  /** Asks the bot to reconnect (op 7). */
  reconnect(): void
  /** Ends the sessions (op 9): the bot has to identify again, or may resume. */
  invalidate(resumable?: boolean): void
  /** Stops answering heartbeats, like a dead connection. The next connection answers again. */
  silence(): void
  /** Sends an event to the shard of the guild, or to the first one, if it has the intent. */
  send(event: string, data: unknown, options?: { guild?: string; intent?: number }): void
  /** The intents and shard of each IDENTIFY, and how often sessions were resumed. */
  identified: { intents: number; shard: [number, number] }[]
  resumed: number
  /** How many sessions have a connection. */
  readonly connected: number
  end(): void
}

interface Session {
  id: string
  socket: WebSocket | undefined
  intents: number
  shard: [number, number]
  sent: { s: number; text: string }[]
}

const opcodes = {
  event: 0,
  beat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
}
export const intents = {
  guilds: 1,
  members: 2,
  presences: 256,
  guildMessages: 512,
  directMessages: 4096,
  content: 32768,
}
const ALL_PRIVILEGED_INTENTS = intents.members | intents.presences | intents.content

export function createGateway(
  { server, world, notify }: { server: Server; world: World; notify: () => void },
  options: GatewayOptions,
): Gateway {
  const { token, privilegedIntents = 0, heartbeatMs = 41_250, mustShard = false } = options
  const sockets = new WebSocketServer({ server, maxPayload: 4096 })
  const sessions = new Map<string, Session>()
  const silenced = new WeakSet<WebSocket>()
  const resumesHeld = new Map<number, (() => void)[]>()
  const url = () => `ws://127.0.0.1:${(server.address() as { port: number }).port}`

  sockets.on('connection', (socket, request) => {
    let session: Session | undefined
    const say = (message: object) => socket.send(JSON.stringify({ s: null, t: null, d: null, ...message }))
    const query = new URL(request.url ?? '/', url()).searchParams
    if (query.get('v') !== '10') return socket.close(4012, 'Invalid API version')
    if (query.get('encoding') !== 'json') return socket.close(4002, 'Decode error')
    say({ op: opcodes.hello, d: { heartbeat_interval: heartbeatMs } })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      if (session?.socket === socket) session.socket = undefined
      notify()
    })
    socket.on('message', data => {
      let message: { op: number; d: unknown }
      try {
        message = JSON.parse(String(data))
      } catch {
        return socket.close(4002, 'Decode error')
      }
      switch (message.op) {
        case opcodes.beat:
          if (!silenced.has(socket)) say({ op: opcodes.ack })
          return
        case opcodes.identify:
          if (session) return socket.close(4005, 'Already authenticated')
          session = identify(socket, message.d as Identify)
          return notify()
        case opcodes.resume: {
          if (session) return socket.close(4005, 'Already authenticated')
          const given = message.d as Resume
          const goOn = () => {
            session = resume(socket, given)
            if (!session) say({ op: opcodes.invalid, d: false })
            notify()
          }
          const waiting = resumesHeld.get(sessions.get(given.session_id)?.shard[0] ?? -1)
          return waiting ? void waiting.push(goOn) : goOn()
        }
        case opcodes.presence:
        case opcodes.voice:
          if (!session) socket.close(4003, 'Not authenticated')
          return
        default:
          return socket.close(4001, 'Unknown opcode')
      }
    })
  })

  interface Identify {
    token: string
    intents: number
    shard?: [number, number]
    properties: object
  }
  function identify(socket: WebSocket, given: Identify): Session | undefined {
    const shard = given.shard ?? [0, 1]
    const fail = (code: number, reason: string) => void socket.close(code, reason)
    if (given.token !== token) return fail(4004, 'Authentication failed.')
    if (!Number.isInteger(given.intents) || given.intents < 0 || given.intents >= 1 << 26) {
      return fail(4013, 'Invalid intent(s).')
    }
    if ((given.intents & ALL_PRIVILEGED_INTENTS & ~privilegedIntents) !== 0)
      return fail(4014, 'Disallowed intent(s).')
    if (!(shard[0] >= 0 && shard[0] < shard[1])) return fail(4010, 'Invalid shard.')
    if (mustShard && shard[1] === 1) return fail(4011, 'Sharding required.')
    gateway.identified.push({ intents: given.intents, shard })
    const session: Session = { id: world.newId(), socket, intents: given.intents, shard, sent: [] }
    sessions.set(session.id, session)
    const own = [...world.guilds.values()].filter(
      guild => isMember(guild, world.bot) && isFor(session, guild.id),
    )
    transmit(session, 'READY', {
      v: 10,
      user: { ...userBody(world.bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: own.map(guild => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: url(),
      private_channels: [],
      shard,
      application: { id: world.bot.id, flags: 0 },
    })
    if ((given.intents & intents.guilds) !== 0)
      for (const guild of own) transmit(session, 'GUILD_CREATE', created(guild))
    return session
  }

  interface Resume {
    token: string
    session_id: string
    seq: number
  }
  function resume(socket: WebSocket, given: Resume): Session | undefined {
    if (given.token !== token) return void socket.close(4004, 'Authentication failed.')
    const session = sessions.get(given.session_id)
    const last = session?.sent.at(-1)?.s ?? 0
    if (!session || given.seq > last) return undefined
    session.socket = socket
    for (const { s, text } of session.sent) if (s > given.seq) socket.send(text)
    gateway.resumed++
    transmit(session, 'RESUMED', {})
    return session
  }

  const created = (guild: Guild) => guildBody(guild, world.bot)
  const isFor = ({ shard: [index, count] }: Session, guild?: string) =>
    (guild === undefined ? 0n : (BigInt(guild) >> 22n) % BigInt(count)) === BigInt(index)

  /** Sends an event, and stores it for a while in case RESUME asks for it. */
  function transmit(session: Session, t: string, d: unknown): void {
    const s = (session.sent.at(-1)?.s ?? 0) + 1
    const text = JSON.stringify({ op: opcodes.event, t, s, d })
    session.sent.push({ s, text })
    if (session.sent.length > 2000) session.sent.splice(0, 1000)
    session.socket?.send(text)
  }

  const open = () => [...sessions.values()].flatMap(session => (session.socket ? [session.socket] : []))
  const gateway: Gateway = {
    identified: [],
    resumed: 0,
    get connected() {
      return open().length
    },
    drop: () => open().forEach(socket => void socket.terminate()),
    lose(shard) {
      const waiting: (() => void)[] = []
      resumesHeld.set(shard, waiting)
      for (const each of sessions.values()) if (each.shard[0] === shard) each.socket?.terminate()
      return () => {
        resumesHeld.delete(shard)
        for (const goOn of waiting) goOn()
      }
    },
    close: (code, reason) => open().forEach(socket => void socket.close(code, reason)),
    reconnect: () =>
      open().forEach(socket => void socket.send(JSON.stringify({ op: opcodes.reconnect, d: null }))),
    invalidate(resumable = false) {
      const sockets = open()
      if (!resumable) sessions.clear()
      for (const socket of sockets) socket.send(JSON.stringify({ op: opcodes.invalid, d: resumable }))
    },
    silence: () => open().forEach(socket => void silenced.add(socket)),
    send(event, data, { guild, intent = 0 } = {}) {
      for (const session of sessions.values()) {
        if (isFor(session, guild) && (intent === 0 || (session.intents & intent) !== 0))
          transmit(session, event, data)
      }
    },
    end() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
  return gateway
}
