// Measures the time from process start to /ready, with both platforms served.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFakes, startServed } from './served.ts'
import { percentile, round, type Table } from './table.ts'

const STARTS = 10

export async function ready(): Promise<Table[]> {
  const fakes = await startFakes()
  const fresh: number[] = []
  const restarted: number[] = []
  try {
    for (let n = 0; n < STARTS; n++) {
      const state = mkdtempSync(join(tmpdir(), 'daybook-bench-'))
      const env = { ...fakes.env, DAYBOOK_STATE: state }
      fresh.push(await timeToReady(env))
      restarted.push(await timeToReady(env))
      rmSync(state, { recursive: true, force: true })
    }
  } finally {
    await fakes.close()
  }
  const row = (what: string, times: readonly number[]) => ({
    what,
    'median ms': Math.round(percentile(times, 0.5)),
    'slowest ms': Math.round(Math.max(...times)),
  })
  return [
    {
      title: `Start to ready on Telegram and Discord, ${STARTS} starts of each`,
      goal: 'under 1000 ms',
      rows: [
        row('without a state', fresh),
        row('with the state of an earlier start', restarted),
        row('node -e 0, for comparison', [await bareStart()]),
      ],
    },
  ]
}

async function timeToReady(env: Record<string, string>): Promise<number> {
  const served = await startServed(env)
  const took = await served.until('/ready')
  await served.stop()
  return took
}

const bareStart = () =>
  new Promise<number>((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' })
    child.on('error', reject)
    child.on('exit', () => resolve(round(performance.now() - start)))
  })
