// Runs the soaked program as an operator would: starts it, kills it without warning, starts it again.

import { type ChildProcess, fork } from 'node:child_process'
import { ended } from '../chaos/testbed.ts'

export interface Sample {
  /** Milliseconds since the soak began. */
  at: number
  rss: number
  heapUsed: number
}

export interface SoakedProgram {
  samples: Sample[]
  /** Its output, line by line. */
  lines: string[]
  kills: number
  /** Unexpected ends, each by its code or signal. */
  crashes: string[]
  /** Kills it with SIGKILL and starts it again at once. */
  kill(): Promise<void>
  /** Ends it with SIGTERM and returns the exit code. */
  stop(): Promise<number | null>
}

export function startProgram(env: Record<string, string>): SoakedProgram {
  const since = performance.now()
  const { PATH = '', HOME = '' } = process.env
  let ending: ChildProcess | undefined
  let child: ChildProcess

  function start(): ChildProcess {
    const started = fork('src/bin/start.ts', {
      env: { PATH, HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: ['--import', './bench/soak/report-memory.ts'],
    })
    started.on('message', sample =>
      program.samples.push({ at: performance.now() - since, ...(sample as Omit<Sample, 'at'>) }),
    )
    for (const output of [started.stdout, started.stderr])
      output
        ?.setEncoding('utf8')
        .on('data', (text: string) => program.lines.push(...text.split('\n').filter(Boolean)))
    started.once('exit', (code, signal) => {
      if (started === ending) return
      program.crashes.push(String(signal ?? code))
      // Do not start a program again and again that cannot start.
      if (program.crashes.length < 10) child = start()
    })
    return started
  }

  const program: SoakedProgram = {
    samples: [],
    lines: [],
    kills: 0,
    crashes: [],
    async kill() {
      ending = child
      child.kill('SIGKILL')
      await ended(child)
      program.kills++
      child = start()
    },
    async stop() {
      ending = child
      child.kill('SIGTERM')
      await ended(child)
      return child.exitCode
    },
  }
  child = start()
  return program
}
