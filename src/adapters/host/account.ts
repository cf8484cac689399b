// Refuses a bot account that another process on this machine serves over another store: both would post everything.

import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeAtomically } from '../../core/files/atomic-write.ts'

/** Another process serves the account over another store. The message says what to do. */
export class AccountInUse extends Error {}

interface Holder {
  pid: number
  store: string
}

/**
 * Records that this process serves the account over the store. Throws AccountInUse if a running process serves it over
 * another store. Processes over the same store are replicas, which is fine. Across machines, only the platform can tell.
 */
export async function claimAccount(
  account: string,
  store: string,
  { folder = join(tmpdir(), 'daybook-accounts'), pid = process.pid, alive = isAlive } = {},
): Promise<void> {
  await mkdir(folder, { recursive: true })
  // The account may be a token, and the store an address with a password, so only digests are written.
  const path = join(folder, `${digest(account)}.json`)
  const others = (await readHolders(path)).filter(holder => holder.pid !== pid && alive(holder.pid))
  const foreign = others.find(holder => holder.store !== digest(store))
  if (foreign)
    throw new AccountInUse(
      `this bot account is already served by process ${foreign.pid}, over another state. Stop that one, or give both the same DAYBOOK_STATE or DATABASE_URL: over two states everything would be posted twice.`,
    )
  const holders = [...others, { pid, store: digest(store) }]
  await writeAtomically(path, temporary => writeFile(temporary, JSON.stringify(holders)))
}

async function readHolders(path: string): Promise<Holder[]> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder[]
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // The process of another user cannot be signalled, but it is running.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
