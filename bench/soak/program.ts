// The soaked program: started as an operator starts it, killed without warning, started again.
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
  /** What it told the operator, line by line. */
  lines: string[]
  kills: number
  /** Ends that nobody asked for, with the code or the signal. */
  crashes: string[]
  /** SIGKILL, and a new start at once. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
}

export function startProgram(env: Record<string, string>): SoakedProgram {
  const since = performance.now()
  const { PATH = '', HOME = '' } = process.env
  let wanted: ChildProcess | undefined
  let child: ChildProcess

  function start(): ChildProcess {
    const fresh = fork('src/bin/start.ts', {
      env: { PATH, HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: ['--import', './bench/soak/report-memory.ts'],
    })
    fresh.on('message', sample =>
      program.samples.push({ at: performance.now() - since, ...(sample as Omit<Sample, 'at'>) }),
    )
    for (const output of [fresh.stdout, fresh.stderr])
      output
        ?.setEncoding('utf8')
        .on('data', (text: string) => program.lines.push(...text.split('\n').filter(Boolean)))
    fresh.once('exit', (code, signal) => {
      if (fresh === wanted) return
      program.crashes.push(String(signal ?? code))
      // A program that cannot start at all is not tried for ever.
      if (program.crashes.length < 10) child = start()
    })
    return fresh
  }

  const program: SoakedProgram = {
    samples: [],
    lines: [],
    kills: 0,
    crashes: [],
    async kill() {
      wanted = child
      child.kill('SIGKILL')
      await ended(child)
      program.kills++
      child = start()
    },
    async stop() {
      wanted = child
      child.kill('SIGTERM')
      await ended(child)
      return child.exitCode
    },
  }
  child = start()
  return program
}
