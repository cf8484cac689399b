// Runs the whole program as a child process, behind pipes or in a pseudo-terminal, and waits for its output.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface Exit {
  code: number | null
  out: string
  err: string
}

export interface Session {
  child: ChildProcess
  write(text: string | Uint8Array): void
  /** Resolves with the output since the last wait, up to and including the words; fails if the program ends first. */
  says(words: string | RegExp): Promise<string>
  /** Resolves with what it wrote to stderr, once that has the words; fails if the program ends first. */
  warns(words: string): Promise<string>
  /** Ends the input, and waits for the end of the program. */
  end(): Promise<Exit>
  /** The end of the program, with all its output. */
  gone: Promise<Exit>
}

/** A folder for the state of one test. */
export function newState(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }))
  return folder
}

interface Start {
  state?: string
  args?: string[]
  env?: Record<string, string>
}

/** A day on which nothing is due. */
export const quietDay = ['--now', '2027-03-01T12:00:00+07:00']

/** The program with its input and output in pipes. */
export const start = ({ state = newState(), args = quietDay, env }: Start = {}): Session =>
  session(spawn(process.execPath, ['src/bin/start.ts', ...args], { env: environment(state, env) }))

/** Runs the program over an input from beginning to end. */
export function runOver(input: string | Uint8Array, given?: Start): Promise<Exit> {
  const program = start(given)
  program.write(input)
  return program.end()
}

/** Whether `script` can lend a pseudo-terminal here. */
export const hasTerminal = /util-linux/.test(spawnSync('script', ['--version']).stdout?.toString() ?? '')

/** The program in a pseudo-terminal, 80 columns wide unless told otherwise. */
export function startInTerminal({
  state = newState(),
  args = quietDay,
  env,
  columns = 80,
}: Start & { columns?: number } = {}) {
  const words = [process.execPath, 'src/bin/start.ts', ...args].map(word => `'${word}'`).join(' ')
  const command = `stty rows 40 cols ${columns}; exec ${words}`
  return session(
    spawn('script', ['-qfec', command, '/dev/null'], {
      env: { ...environment(state, env), SHELL: '/bin/sh' },
    }),
  )
}

function environment(state: string, more: Record<string, string> = {}) {
  // Nothing else is inherited: CI, TMUX, COLORTERM and others decide for Node whether a terminal has colours.
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  // A developer's own .env may have the token of a real bot, so tests must not read it.
  const quiet = { TERM: 'xterm-256color', DAYBOOK_ENV_FILE: '/dev/null' }
  // Claims of the bot's account are in the temporary folder; another test's program that is just ending has its own.
  const folders = { TMPDIR: existsSync(state) ? state : tmpdir(), DAYBOOK_STATE: state }
  return { PATH, HOME, NODE_COMPILE_CACHE, ...quiet, ...folders, ...more }
}

function session(child: ReturnType<typeof spawn>): Session {
  let out = ''
  let err = ''
  let read = 0
  let closed = false
  const changed = new Set<() => void>()
  const tell = () => {
    for (const each of changed) each()
  }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
    tell()
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text
    tell()
  })
  // A program that ends early does not read what is still being written to it.
  child.stdin?.on('error', () => {})
  const gone = new Promise<Exit>(resolve =>
    child.once('close', code => {
      closed = true
      tell()
      resolve({ code, out, err })
    }),
  )
  onTestFinished(() => void child.kill('SIGKILL'))

  const endOf = (words: string | RegExp) => {
    const rest = out.slice(read)
    const match = typeof words === 'string' ? { index: rest.indexOf(words), 0: words } : words.exec(rest)
    return match && match.index >= 0 ? read + match.index + match[0].length : undefined
  }
  return {
    child,
    write: text => void child.stdin?.write(text),
    says: words =>
      new Promise((resolve, reject) => {
        const fail = (why: string) => reject(new Error(`${why} before it said ${words}: ${out}\n${err}`))
        // The runner's own timeout would not show the output.
        const deadline = setTimeout(() => fail('the program fell silent'), 15_000)
        const look = () => {
          const end = endOf(words)
          if (end === undefined && !closed) return
          changed.delete(look)
          clearTimeout(deadline)
          if (end === undefined) return fail('the program ended')
          const said = out.slice(read, end)
          read = end
          resolve(said)
        }
        changed.add(look)
        look()
      }),
    warns: words =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!err.includes(words) && !closed) return
          changed.delete(look)
          if (err.includes(words)) resolve(err)
          else reject(new Error(`the program ended before it warned of ${words}: ${err}`))
        }
        changed.add(look)
        look()
      }),
    end: () => {
      child.stdin?.end()
      return gone
    },
    gone,
  }
}
