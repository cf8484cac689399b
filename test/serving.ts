// Starts the whole program with both platforms, each played by its strict fake, and its HTTP server on a free port.

import { onTestFinished, vi } from 'vitest'
import { type Discord, startDiscord } from './fakes/discord/index.ts'
import { startTelegram, type Telegram } from './fakes/telegram/index.ts'
import { freePort } from './port.ts'
import { newState, quietDay, type Session, start } from './terminal.ts'

export const telegramToken = '135790:AAtheTelegramTokenOfTheTests'
export const discordToken = 'MTM1Nzkw.AbCdEf.the-discord-token-of-the-tests'

export interface Platforms {
  telegram: Telegram
  discord: Discord
  env: Record<string, string>
}

/** Both fakes, and the environment that points to them; `route` is where a webhook's public address really leads. */
export async function startPlatforms(route?: () => string): Promise<Platforms> {
  const telegram = await startTelegram({ token: telegramToken, ...(route && { route }) })
  const discord = await startDiscord({ token: discordToken, timeoutMs: 15_000 })
  onTestFinished(async () => {
    await telegram.close()
    await discord.close()
  })
  const env = {
    TELEGRAM_TOKEN: telegramToken,
    TELEGRAM_API_ROOT: telegram.url,
    DISCORD_TOKEN: discordToken,
    DISCORD_API: discord.api,
  }
  return { telegram, discord, env }
}

export interface Served extends Platforms {
  program: Session
  url: string
  /** The status and the body of a path. */
  get(path: string): Promise<{ status: number; text: string }>
  /** Stops it as an operator would. */
  stop(): Session['gone']
}

interface Given {
  platforms?: Platforms
  state?: string
  env?: Record<string, string>
  port?: number
}

/** Resolves when the program says that it is ready. */
export async function startServing({
  platforms,
  state = newState(),
  env = {},
  port,
}: Given = {}): Promise<Served> {
  const all = platforms ?? (await startPlatforms())
  const PORT = String(port ?? (await freePort()))
  const program = start({ state, args: quietDay, env: { ...all.env, PORT, ...env } })
  const url = `http://127.0.0.1:${PORT}`
  const get = async (path: string) => {
    const answer = await fetch(url + path)
    return { status: answer.status, text: await answer.text() }
  }
  const stop = () => {
    program.child.kill('SIGTERM')
    return program.gone
  }
  let over: string | undefined
  void program.gone.then(({ err }) => {
    over = err
  })
  const isReady = () =>
    get('/ready').then(
      ({ status }) => status === 200,
      () => false,
    )
  // Polling without a pause would slow the start down.
  await vi.waitUntil(async () => (await isReady()) || over !== undefined, { timeout: 15_000, interval: 20 })
  if (over !== undefined) throw new Error(`the program ended before it was ready: ${over}`)
  return { ...all, program, url, get, stop }
}
