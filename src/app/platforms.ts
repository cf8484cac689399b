// The adapters that a configuration asks for, each loaded only where it is used.
import { join } from 'node:path'
import { createConsole } from '../adapters/console/index.ts'
import type { Http, HttpParts } from '../adapters/http/index.ts'
import { type Config, secretsOf } from '../config/config.ts'
import type { Bot } from '../core/bot/bot.ts'
import type { Memory, Store } from '../core/delivery/ledger.ts'
import type { Platform } from '../core/platform.ts'
import type { Clock, Log } from '../core/ports.ts'

/** The platforms that there are tokens for; the terminal where there are none. Each is loaded only where it is served. */
export async function platformsFor(
  config: Config,
  parts: { memory: Memory; clock: Clock; log: Log },
): Promise<Platform[]> {
  if (!hasAccounts(config))
    return [
      createConsole({
        input: process.stdin,
        output: process.stdout,
        ansi: Boolean(process.stdout.isTTY && process.stdout.hasColors()) && !config.plain,
        locale: config.locale,
        pictures: join(config.state, 'pictures'),
      }),
    ]
  const platforms: Platform[] = []
  // A shard answers Discord's people, and nothing else: its parent does the rest.
  if (config.telegram && !config.discord?.isShard) {
    const { createTelegram } = await import('../adapters/telegram/index.ts')
    platforms.push(createTelegram({ ...config.telegram, ...parts }))
  }
  if (config.discord) {
    const { createDiscord } = await import('../adapters/discord/index.ts')
    platforms.push(createDiscord({ ...config.discord, ...parts }))
  }
  return platforms
}

/** The bot within the limits of a platform. At a terminal there are none, and nothing to load for them. */
export async function limitedBot(bot: Bot, parts: { store: Store; clock: Clock }): Promise<Bot> {
  const { limited } = await import('../adapters/host/limits.ts')
  return limited(bot, parts)
}

/** What is served over HTTP where a port is given, and the meter whose figures are read there. */
export async function httpFor(
  { http, discord }: Config,
  parts: Omit<HttpParts, 'port' | 'host'>,
): Promise<Http | undefined> {
  if (!http || discord?.isShard) return undefined
  const { createHttp } = await import('../adapters/http/index.ts')
  return createHttp({ ...http, ...parts })
}

/** Whether platforms are served, and not the terminal. */
export function hasAccounts({ telegram, discord }: Config): boolean {
  return telegram !== undefined || discord !== undefined
}

/** A terminal belongs to who talks in it, and is told only what went wrong. */
export async function logFor(config: Config): Promise<Log> {
  if (!hasAccounts(config))
    return (level, event, details) => {
      if (level === 'error') console.error(event, details)
    }
  const { createLog } = await import('../adapters/host/log.ts')
  return createLog({ level: config.log, output: process.stderr, secrets: secretsOf(config) })
}
