// Notices a bot account that is started twice on this machine over different stores, which would post everything twice.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another process serves the account over another store; the message says what to do. */
export class AccountInUse extends Error {}

interface Holder {
  pid: number
  store: string
}

/**
 * Notes that this process serves the account over the store; throws AccountInUse where a living process does so over
 * another one. Processes over the same store are replicas and welcome. On other machines the platform itself tells.
 */
export function claimAccount(
  account: string,
  store: string,
  { folder = join(tmpdir(), 'daybook-accounts'), pid = process.pid, alive = isAlive } = {},
): void {
  mkdirSync(folder, { recursive: true })
  // The account may be a token, and the store an address with a password: neither is written down.
  const path = join(folder, `${digest(account)}.json`)
  const others = read(path).filter(holder => holder.pid !== pid && alive(holder.pid))
  const foreign = others.find(holder => holder.store !== digest(store))
  if (foreign)
    throw new AccountInUse(
      `this bot account is already served by process ${foreign.pid}, over another state. Stop that one, or give both the same DAYBOOK_STATE or DATABASE_URL: over two states every post would be made twice.`,
    )
  writeFileSync(`${path}.${pid}`, JSON.stringify([...others, { pid, store: digest(store) }]))
  renameSync(`${path}.${pid}`, path)
}

function read(path: string): Holder[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder[]
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is alive too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
