// Starts the program as `npm start` does, with both platforms played by strict fakes in this process.

import { spawn } from 'node:child_process'
import { startDiscord } from '../test/fakes/discord/index.ts'
import { startTelegram } from '../test/fakes/telegram/index.ts'
import { freePort } from '../test/port.ts'

const program = ['--min-semi-space-size=16', '--import', './src/bin/warm.mjs', 'src/bin/start.ts']
const telegramToken = '1000:the-fake-token'
const discordToken = 'MTAwMA.fake.the-fake-token'

export async function startFakes() {
  const telegram = await startTelegram({ token: telegramToken })
  const discord = await startDiscord({ token: discordToken })
  return {
    telegram,
    env: {
      TELEGRAM_TOKEN: telegramToken,
      TELEGRAM_API_ROOT: telegram.url,
      DISCORD_TOKEN: discordToken,
      DISCORD_API: discord.api,
    },
    async close() {
      await telegram.close()
      await discord.close()
    },
  }
}

export interface Served {
  get(path: string): Promise<Response>
  /** Resolves with the milliseconds from the start until the path first answered 200. */
  until(path: '/health' | '/ready'): Promise<number>
  stop(): Promise<void>
}

export async function startServed(env: Record<string, string>): Promise<Served> {
  const PORT = String(await freePort())
  const start = performance.now()
  const child = spawn(process.execPath, program, {
    env: { ...process.env, ...env, PORT, DAYBOOK_LOG: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const get = (path: string) => fetch(`http://127.0.0.1:${PORT}${path}`)
  return {
    get,
    async until(path) {
      for (;;) {
        const isOk = await get(path).then(
          answer => answer.ok,
          () => false,
        )
        if (isOk) return performance.now() - start
        if (child.exitCode !== null) throw new Error(`the program exited with ${child.exitCode}`)
        await new Promise(resolve => setTimeout(resolve, 5))
      }
    },
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}
