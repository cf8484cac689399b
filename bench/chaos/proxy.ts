// Stands between a client and a server as a network does: it takes time, and it can fall silent without closing anything.

import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Proxy {
  port: number
  /** From now on nothing passes on the connections that are open. They stay open, as behind a router that forgot them. */
  silence(): void
  /** Whether connections that are opened from now on are silent too. */
  isCut: boolean
  close(): Promise<void>
}

/** `roundTripMs` is added to each question with its answer: half of it on the way there, half on the way back. */
export async function startProxy(
  target: { host: string; port: number },
  roundTripMs: number,
): Promise<Proxy> {
  const pairs = new Set<{ sockets: Socket[]; isSilent: boolean }>()
  const server = createServer({ noDelay: true }, client => {
    const upstream = connect({ ...target, noDelay: true })
    const pair = { sockets: [client, upstream], isSilent: proxy.isCut }
    pairs.add(pair)
    const pass = (from: Socket, to: Socket) => {
      const later = (work: () => void) => setTimeout(() => pair.isSilent || work(), roundTripMs / 2)
      from.on('data', piece => later(() => to.write(piece)))
      from.on('end', () => later(() => to.end()))
      from.on('error', () => {})
      from.on('close', () => later(() => to.destroy()))
    }
    pass(client, upstream)
    pass(upstream, client)
  })
  const proxy: Proxy = {
    port: 0,
    isCut: false,
    silence() {
      for (const pair of pairs) pair.isSilent = true
    },
    close: () =>
      new Promise(resolve => {
        for (const { sockets } of pairs) for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  proxy.port = (server.address() as AddressInfo).port
  return proxy
}

/** The address of the same database through the proxy. */
export function throughProxy(url: string, proxy: Proxy): string {
  const address = new URL(url)
  address.host = `127.0.0.1:${proxy.port}`
  return address.href
}

export function targetOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url)
  return { host: hostname, port: Number(port) }
}
