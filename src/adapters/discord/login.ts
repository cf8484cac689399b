// Connecting to Discord: patient where that may help, and plain about what only the operator can change.
import { type Client, Events, GatewayCloseCodes } from 'discord.js'
import { PlatformError } from '../../core/platform.ts'
import type { Clock, Log } from '../../core/ports.ts'
import { aborted, retry } from '../../core/waiting.ts'

export const wrongToken =
  'Discord does not know DISCORD_TOKEN: reset it under "Bot" in the developer portal and copy it again.'

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const fatal: Record<number, string> = {
  [GatewayCloseCodes.AuthenticationFailed]: wrongToken,
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses the intents: Daybook needs none that are switched on under "Bot" in the developer portal, so the bot account is restricted; see its page there.',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know the intents of this version of Daybook: update it.',
  [GatewayCloseCodes.ShardingRequired]:
    'the bot is in too many servers for one connection: set DISCORD_SHARDS=auto.',
  [GatewayCloseCodes.InvalidShard]: 'Discord refuses the number in DISCORD_SHARDS: set it to auto.',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer serves the API of this version: update Daybook.',
}

/**
 * Logs in a client made by `make`, trying again while Discord cannot be reached. `ended` rejects with a PlatformError
 * when the connection ends for good; undefined where the signal came first.
 */
export async function login(
  make: () => Client,
  token: string,
  clock: Clock,
  log: Log,
  signal: AbortSignal,
): Promise<{ client: Client; ended: Promise<never> } | undefined> {
  return retry(connect, { failed: logFailure(log, 'discord unreachable'), clock, signal })

  async function connect() {
    const client = make()
    const ended = new Promise<never>((_, reject) => {
      client.once(Events.ShardDisconnect, ({ code }) =>
        reject(new PlatformError(fatal[code] ?? `Discord ended the connection for good (${code}).`)),
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

/** Says so in the log, and throws what only the operator can change. */
export const logFailure = (log: Log, event: string) => (error: unknown) => {
  if (error instanceof PlatformError) throw error
  const { code, status, message } = error as { code?: unknown; status?: number; message: string }
  if (code === 'TokenInvalid' || status === 401) throw new PlatformError(wrongToken)
  log('info', event, { error: message })
}
