// Measures process start to first answer against a bare `node -e 0` in the same run, and the memory in use.

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentile, round, type Table } from './table.ts'

const STARTS = 25
/** What `npm start` runs. */
const program = ['--min-semi-space-size=16', '--import', './src/bin/warm.mjs', 'src/bin/start.ts']
const QUESTION = '/search Pol Pot\n'
const session = [
  '/help',
  '/summary sggp-2024',
  '/search genocde',
  '/article vovworld',
  '/onthisday 7/1',
  '/preview',
  '/sources',
]

export async function start(): Promise<Table[]> {
  const state = mkdtempSync(join(tmpdir(), 'daybook-bench-'))
  try {
    const first = await firstAnswer(state)
    const bare: number[] = []
    const warm: number[] = []
    // In turn, so that other load on the machine affects both alike.
    for (let n = 0; n < STARTS; n++) {
      bare.push(await exitTime(['-e', '0']))
      warm.push(await firstAnswer(state))
    }
    const [base, median] = [percentile(bare, 0.5), percentile(warm, 0.5)]
    const memory = await residentMemory(state)
    return [
      {
        title: `Start to first answer (${QUESTION.trim()}), median of ${STARTS}`,
        goal: 'at most 4 times a bare start',
        rows: [
          { what: 'node -e 0', ms: round(base, 1), ratio: 1 },
          { what: 'first answer', ms: round(median, 1), ratio: round(median / base) },
          { what: 'first answer, fresh state', ms: round(first, 1), ratio: round(first / base) },
        ],
      },
      { title: 'Resident memory', goal: 'under 120 MB', rows: memory },
    ]
  } finally {
    rmSync(state, { recursive: true, force: true })
  }
}

const exitTime = (args: string[]) =>
  new Promise<number>((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, args, { stdio: 'ignore' })
    child.on('error', reject)
    child.on('exit', () => resolve(performance.now() - start))
  })

function startProgram(state: string) {
  return spawn(process.execPath, program, {
    env: { ...process.env, DAYBOOK_STATE: state },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

function firstAnswer(state: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = startProgram(state)
    let answered = Number.NaN
    child.on('error', reject)
    child.stdout.once('data', () => {
      answered = performance.now() - start
      child.stdin.end()
    })
    child.on('exit', () => resolve(answered))
    child.stdin.write(QUESTION)
  })
}

/** Memory after the first answer and after a session of 700 lines. From /proc, so on Linux only. */
function residentMemory(state: string): Promise<Table['rows']> {
  return new Promise((resolve, reject) => {
    const child = startProgram(state)
    const rows: Table['rows'] = []
    const record = (what: string) => rows.push({ what, ...resident(child.pid ?? 0) })
    let answers = 0
    child.on('error', reject)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (rows.length === 0) {
        record('after the first answer')
        child.stdin.write(
          `${Array.from({ length: 100 }, () => session.join('\n')).join('\n')}\n/nothing-more\n`,
        )
      }
      if (text.includes('/nothing-more')) answers++
      if (answers === 1) {
        record('after 700 more')
        child.stdin.end()
      }
    })
    child.on('exit', () => resolve(rows))
    child.stdin.write(QUESTION)
  })
}

function resident(pid: number): Record<string, string | number> {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const mb = (name: string) => round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024, 1)
    return { MB: mb('VmRSS'), 'peak MB': mb('VmHWM') }
  } catch {
    return { MB: 'not measured: no /proc here' }
  }
}
