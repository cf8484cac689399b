// From process start to /ready, with both platforms served: each played by its strict fake, in this process.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDiscord } from '../test/fakes/discord/index.ts'
import { startTelegram } from '../test/fakes/telegram/index.ts'
import { percentile, round, type Table } from './table.ts'

const runs = 10
/** What `npm start` runs. */
const program = ['--min-semi-space-size=16', '--import', './src/warm.mjs', 'src/main.ts']
const telegramToken = '1000:the-fake-token'
const discordToken = 'MTAwMA.fake.the-fake-token'

export async function ready(): Promise<Table[]> {
  const state = mkdtempSync(join(tmpdir(), 'daybook-bench-'))
  const telegram = await startTelegram({ token: telegramToken })
  const discord = await startDiscord({ token: discordToken })
  const env = {
    TELEGRAM_TOKEN: telegramToken,
    TELEGRAM_API_ROOT: telegram.url,
    DISCORD_TOKEN: discordToken,
    DISCORD_API: discord.api,
    DAYBOOK_STATE: state,
  }
  try {
    const first = await timeToReady(env)
    const again: number[] = []
    for (let n = 0; n < runs; n++) again.push(await timeToReady(env))
    return [
      {
        title: `Start to ready on Telegram and Discord, ${runs} starts`,
        goal: 'under 1000 ms',
        rows: [
          { what: 'fresh state', ms: Math.round(first) },
          { what: 'median', ms: Math.round(percentile(again, 0.5)) },
          { what: 'slowest', ms: Math.round(Math.max(...again)) },
          { what: 'node -e 0, for comparison', ms: round(await bareStart()) },
        ],
      },
    ]
  } finally {
    await telegram.close()
    await discord.close()
    rmSync(state, { recursive: true, force: true })
  }
}

async function timeToReady(env: Record<string, string>): Promise<number> {
  const PORT = String(await freePort())
  const begun = performance.now()
  const child = spawn(process.execPath, program, {
    env: { ...process.env, ...env, PORT, DAYBOOK_LOG: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', code => reject(new Error(`the program ended with ${code} before it was ready`))),
  )
  ended.catch(() => {})
  const isReady = async () => {
    while (!(await answersReady(PORT))) await new Promise(resolve => setTimeout(resolve, 5))
  }
  await Promise.race([isReady(), ended])
  const took = performance.now() - begun
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
  return took
}

const answersReady = (port: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/ready`).then(
    answer => answer.ok,
    () => false,
  )

const bareStart = () =>
  new Promise<number>((resolve, reject) => {
    const begun = performance.now()
    const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' })
    child.on('error', reject)
    child.on('exit', () => resolve(performance.now() - begun))
  })

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
