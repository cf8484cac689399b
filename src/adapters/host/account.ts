// Refuses a bot account that another process on this machine serves over another store: both would post everything.

import { createHash } from 'node:crypto'
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeAtomically } from '../../core/files/atomic-write.ts'
import { PlatformError } from '../../core/platform.ts'

/** Another process serves the account over another store. The message says what to do. */
export class AccountInUse extends Error {}

interface Holder {
  pid: number
  /** When the process started, if the system says so. A process that has its number later started at another time. */
  started?: string | undefined
  store: string
}

interface ClaimOptions {
  /** accountsFolder() unless given. */
  folder?: string
  pid?: number
  alive?(pid: number): boolean
  startOf?(pid: number): Promise<string | undefined>
}

/**
 * Records that this process serves the account over the store. Throws AccountInUse if a running process serves it over
 * another store, and a PlatformError if it cannot record it. Processes over the same store are replicas, which is fine. Across machines, only the platform can tell.
 */
export async function claimAccount(
  account: string,
  store: string,
  { folder, pid = process.pid, alive = isAlive, startOf = startOfProcess }: ClaimOptions = {},
): Promise<void> {
  const accounts = folder ?? (await accountsFolder())
  // The account may be a token, and the store an address with a password, so only digests are written.
  const path = join(accounts, `${digest(account)}.json`)
  const others: Holder[] = []
  for (const holder of await readHolders(path)) {
    const isSame = holder.started === undefined || holder.started === (await startOf(holder.pid))
    if (holder.pid !== pid && alive(holder.pid) && isSame) others.push(holder)
  }
  const foreign = others.find(holder => holder.store !== digest(store))
  if (foreign)
    throw new AccountInUse(
      `this bot account is already served by process ${foreign.pid}, over another state. Stop that one, or give both the same DAYBOOK_STATE or DATABASE_URL: over two states everything would be posted twice.`,
    )
  const holders = [...others, { pid, started: await startOf(pid), store: digest(store) }]
  try {
    await mkdir(accounts, { recursive: true })
    await writeAtomically(path, temporary => writeFile(temporary, JSON.stringify(holders)))
  } catch (error) {
    throw new PlatformError(
      `${accounts} cannot be written: ${(error as Error).message}. Daybook notes there which bot accounts this machine serves: make it writable, or name another folder in XDG_STATE_HOME or TMPDIR.`,
      { cause: error },
    )
  }
}

/**
 * The folder that every process of this user sees: where the user keeps states
 * (https://specifications.freedesktop.org/basedir-spec/latest/). /tmp is cleaned while processes still run, and belongs to
 * whoever was first there. A temporary folder that was chosen by TMPDIR is taken, and so is /tmp where nothing else can
 * be written, as in a container.
 */
export async function accountsFolder({
  states = process.env.XDG_STATE_HOME || (process.env.TMPDIR ? undefined : join(homedir(), '.local/state')),
  temporary = tmpdir(),
}: {
  states?: string | undefined
  temporary?: string
} = {}): Promise<string> {
  const fallback = join(temporary, 'daybook-accounts')
  if (states === undefined) return fallback
  const folder = join(states, 'daybook', 'accounts')
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
    return folder
  } catch {
    return fallback
  }
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

/** Linux tells it, in clock ticks since the boot (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html). */
async function startOfProcess(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    // The second field is a name in brackets, which may have blanks in it. The start is the 22nd.
    return `${boot.trim()} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return undefined
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
