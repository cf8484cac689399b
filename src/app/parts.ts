// Creates the parts of the program that the configuration asks for, and loads each only if it is used.

import { join } from 'node:path'
import type { Http, HttpParts } from '../adapters/http/index.ts'
import type { Config } from '../config/config.ts'
import type { Bot } from '../core/bot/bot.ts'
import type { Store } from '../core/delivery/store.ts'
import type { Platform, PlatformParts } from '../core/platform.ts'
import type { Clock, Log } from '../core/ports.ts'
import { platforms } from './platforms.ts'

/** Whether the terminal is served, because no platform has a token. */
export function isTerminal(config: Config): boolean {
  return Object.keys(config.platforms).length === 0
}

/** The platforms that have a token, or else the terminal. A shard opens only its own platform. */
export async function openPlatforms(
  config: Config,
  parts: Omit<PlatformParts, 'isShard'>,
): Promise<Platform[]> {
  if (isTerminal(config)) return [await openTerminal(config)]
  const opened: Platform[] = []
  for (const { name, open } of platforms) {
    const values = config.platforms[name]
    if (values && (config.shardOf ?? name) === name)
      opened.push(await open(values, { ...parts, isShard: config.shardOf === name }))
  }
  return opened
}

async function openTerminal({ noColor, locale, state }: Config): Promise<Platform> {
  const { createConsole } = await import('../adapters/console/index.ts')
  return createConsole({
    input: process.stdin,
    output: process.stdout,
    ansi: Boolean(process.stdout.isTTY && process.stdout.hasColors()) && !noColor,
    locale,
    pictures: join(state, 'pictures'),
  })
}

/** Wraps the bot with the limits on people and chats. The terminal has none. */
export async function limitBot(
  bot: Bot,
  parts: { config: Config; store: Store; clock: Clock },
): Promise<Bot> {
  if (isTerminal(parts.config)) return bot
  const { limited } = await import('../adapters/host/limits.ts')
  return limited(bot, parts)
}

/** The HTTP server with its meter, if a port is given. */
export async function openHttp(
  { http, shardOf }: Config,
  parts: Omit<HttpParts, 'port' | 'host'>,
): Promise<Http | undefined> {
  if (!http || shardOf) return undefined
  const { createHttp } = await import('../adapters/http/index.ts')
  return createHttp({ ...http, ...parts })
}

/** A terminal is for conversation, so only errors are printed there. */
export async function openLog(config: Config): Promise<Log> {
  if (isTerminal(config))
    return (level, event, details) => {
      if (level === 'error') console.error(event, details)
    }
  const { createLog } = await import('../adapters/host/log.ts')
  const { createLogOutput } = await import('../adapters/host/log-output.ts')
  return createLog({ level: config.log, output: createLogOutput(), secrets: config.secrets })
}
