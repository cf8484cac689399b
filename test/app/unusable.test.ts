// Checks that a start, and the check of one, say in a sentence what will not work and what to do about it.

import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../port.ts'
import { startServing, telegramToken } from '../serving.ts'
import { newState, quietDay, runOver } from '../terminal.ts'

const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

interface Run {
  state: string
  args?: string[]
  env?: Record<string, string>
}

/** The program as a user who is not root, who may write anything. */
function runAsNobody({ state, args = [], env = {} }: Run) {
  const { PATH = '' } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/bin/start.ts', ...quietDay, ...args], {
    encoding: 'utf8',
    input: '/help\n',
    env: { PATH, HOME: '/nowhere', DAYBOOK_ENV_FILE: '/dev/null', DAYBOOK_STATE: state, ...env },
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  })
  return { code: status, out: stdout, err: stderr }
}

const noStack = expect.not.stringMatching(/^ +at /m)

describe('a state that can be read and not written', () => {
  /** As a container leaves it whose user has changed. */
  async function stateOfAnother(): Promise<string> {
    const state = newState()
    await runOver('/help\n', { state })
    for (const name of readdirSync(state)) chmodSync(join(state, name), 0o444)
    chmodSync(state, 0o755)
    return state
  }

  test('fails the check, which says what to do', async () => {
    const { code, out, err } = runAsNobody({ state: await stateOfAnother(), args: ['--check'] })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(
      /^store {5}FAILED: .*daybook\.db cannot be used as the state: .*The user that runs Daybook must be able to write/m,
    )
    expect(out).toMatch(/^Not everything would start\.$/m)
  })

  test('is refused by a start with the same sentence, before anybody is told that posts will come', async () => {
    const { code, out, err } = runAsNobody({ state: await stateOfAnother() })
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: noStack })
    expect(err).toContain('The user that runs Daybook must be able to write the folder and every file in it')
  })
})

/** A file system of one megabyte, if the tests may mount one. */
function smallDisk(): string | undefined {
  const folder = newState()
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  if (status === 0) onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return status === 0 ? folder : undefined
}

describe('a disk that is full at the first start', () => {
  test.for([840_000, 940_000, 1_020_000])(
    'with %i of 1,048,576 bytes taken is named, and the next start with room works (needs mount)',
    async (bytes, { skip }) => {
      const disk = smallDisk()
      if (!disk) return skip('the tests may not mount a file system here')
      const filler = join(disk, 'filler')
      writeFileSync(filler, Buffer.alloc(bytes))
      const state = join(disk, 'state')
      const full = await runOver('/help\n', { state })
      expect(full).toMatchObject({ code: 1, out: '', err: noStack })
      expect(full.err).toContain(
        'The disk is full: make room on it, or name another folder in DAYBOOK_STATE.',
      )
      expect(full.err).not.toContain('rollback')
      rmSync(filler)
      expect(await runOver('/help\n', { state })).toMatchObject({ code: 0, err: '' })
    },
  )

  test('has room for the state before it has any for caches (needs mount)', async ({ skip }) => {
    const disk = smallDisk()
    if (!disk) return skip('the tests may not mount a file system here')
    writeFileSync(join(disk, 'filler'), Buffer.alloc(600_000))
    const state = join(disk, 'state')
    expect(await runOver('/help\n', { state })).toMatchObject({ code: 0, err: '' })
    expect(readdirSync(state)).not.toContain('corpus.parsed')
  })
})

describe('a place that cannot be listened on', () => {
  const served = { TELEGRAM_TOKEN: telegramToken, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' }
  const taken = async () => {
    const server = createServer()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    return { PORT: String((server.address() as { port: number }).port) }
  }
  const elsewhere = (HOST: string) => async () => ({ HOST, PORT: String(await freePort()) })

  test.each([
    ['a port that is taken', taken, 'has the port: end it, or choose another PORT'],
    // An address for documentation (RFC 5737), and a name that never exists (RFC 6761).
    ['an address of another machine', elsewhere('192.0.2.1'), 'HOST has to be an address of this machine'],
    ['a host that is not there', elsewhere('bot.invalid'), 'HOST has to be an address of this machine'],
  ])('is refused and fails the check: %s', async (_, place, help) => {
    const env = { ...served, ...(await place()) }
    const checked = await runOver('', { args: ['--check'], env })
    expect(checked.code).toBe(1)
    expect(checked.out).toMatch(new RegExp(`^http {6}FAILED: cannot listen on HOST and PORT .*${help}`, 'm'))
    const started = await runOver('', { env })
    expect(started).toMatchObject({ code: 1, err: noStack })
    expect(started.err).toContain(help)
  })
})

test('the check of a running Daybook does not take its own port for taken', async () => {
  const served = await startServing()
  const PORT = new URL(served.url).port
  const { code, out } = await runOver('', { args: ['--check'], env: { ...served.env, PORT } })
  expect(out).toMatch(/^http {6}127\.0\.0\.1:\d+ with .*, where a Daybook is running now$/m)
  expect(code).toBe(0)
  await served.stop()
})

describe('an archive that cannot be read', () => {
  test.each([
    ['its folder', ''],
    ['a folder in it', 'articles'],
    ['a file in it', 'archive.yaml'],
  ])('is named with what to do: %s', (_, place) => {
    const folder = newState()
    const corpus = join(folder, 'corpus')
    chmodSync(folder, 0o755)
    cpSync('data', corpus, { recursive: true })
    chmodSync(join(corpus, place), 0)
    onTestFinished(() => chmodSync(join(corpus, place), 0o755))
    const state = join(folder, 'state')
    const { code, out, err } = runAsNobody({ state, env: { DAYBOOK_CORPUS: corpus } })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    const path = join(corpus, place)
    expect(err).toContain(
      `${path}:1 cannot be read: EACCES. The user that runs Daybook needs to be able to read it\n`,
    )
  })
})

describe('a log that cannot be written', () => {
  test.skipIf(!existsSync('/dev/full'))(
    'is named on stdout, and the bot goes on (needs /dev/full)',
    async () => {
      const { PATH = '', HOME = '' } = process.env
      const state = newState()
      const child = spawn(process.execPath, ['src/bin/start.ts', ...quietDay], {
        stdio: ['ignore', 'pipe', openSync('/dev/full', 'w')],
        env: {
          ...{ PATH, HOME, TMPDIR: state, DAYBOOK_ENV_FILE: '/dev/null', DAYBOOK_STATE: state },
          ...{ TELEGRAM_TOKEN: telegramToken, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' },
        },
      })
      onTestFinished(() => void child.kill('SIGKILL'))
      const ended = new Promise(resolve => child.once('close', resolve))
      const [said] = await Promise.race([
        child.stdout?.setEncoding('utf8').take(1).toArray() ?? [],
        ended.then(code => [`ended with ${code}`]),
      ])
      expect(said).toMatch(
        /^The log cannot be written \(ENOSPC.*\)\. The bot goes on without it until it can\.\n$/,
      )
      expect(child.exitCode).toBeNull()
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
    },
  )
})
