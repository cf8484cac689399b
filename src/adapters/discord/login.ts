// Logs in to Discord: tries again while that may help, and reports what only the operator can change.

import { type Client, Events, GatewayCloseCodes } from 'discord.js'
import { PlatformError } from '../../core/platform.ts'
import type { Clock, Log } from '../../core/ports.ts'
import { aborted, retry } from '../../core/waiting.ts'

export const WRONG_TOKEN_FAULT =
  'Discord does not know DISCORD_TOKEN: reset it under "Bot" in the developer portal and copy it again.'

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const fatalCloseFaults: Record<number, string> = {
  [GatewayCloseCodes.AuthenticationFailed]: WRONG_TOKEN_FAULT,
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses the intents: Daybook needs none of those under "Bot" in the developer portal, so the bot account must be restricted; see its page there.',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know the intents of this version of Daybook: update it.',
  [GatewayCloseCodes.ShardingRequired]:
    'the bot is in too many servers for one connection: set DISCORD_SHARDS=auto.',
  [GatewayCloseCodes.InvalidShard]: 'Discord refuses the number in DISCORD_SHARDS: set it to auto.',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer serves the API of this version: update Daybook.',
}

export interface LoginParts {
  createClient: () => Client
  token: string
  clock: Clock
  log: Log
}

/**
 * Logs in with a new client, and tries again while Discord cannot be reached. `ended` rejects with a PlatformError when
 * the connection ends for good. Undefined if the signal came first.
 */
export async function login(
  { createClient, token, clock, log }: LoginParts,
  signal: AbortSignal,
): Promise<{ client: Client; ended: Promise<never> } | undefined> {
  return retry(connect, { failed: logFailure(log, 'discord unreachable'), clock, signal })

  async function connect() {
    const client = createClient()
    const ended = new Promise<never>((_, reject) => {
      client.once(Events.ShardDisconnect, ({ code }) =>
        reject(
          new PlatformError(fatalCloseFaults[code] ?? `Discord ended the connection for good (${code}).`),
        ),
      )
      client.once(Events.Invalidated, () => reject(new PlatformError('Discord ended the session for good.')))
    })
    ended.catch(() => {})
    try {
      const ready = new Promise<void>(resolve => client.once(Events.ClientReady, () => resolve()))
      await Promise.race([client.login(token).then(() => ready), ended, aborted(signal)])
      if (!signal.aborted) return { client, ended }
    } catch (error) {
      await client.destroy().catch(() => {})
      throw error
    }
    await client.destroy()
    return undefined
  }
}

/** Logs a failure that may pass, and throws one that only the operator can mend. */
export const logFailure = (log: Log, event: string) => (error: unknown) => {
  if (error instanceof PlatformError) throw error
  const { code, status, message } = error as { code?: unknown; status?: number; message: string }
  if (code === 'TokenInvalid' || status === 401) throw new PlatformError(WRONG_TOKEN_FAULT)
  log('info', event, { error: message })
}
