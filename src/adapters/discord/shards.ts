// Serves very many servers: this process sends the posts, and starts one process a shard to answer people.

import { type APIGatewayBotInfo, type REST, Routes, type Shard, ShardingManager } from 'discord.js'
import { PlatformError } from '../../core/platform.ts'
import type { Log } from '../../core/ports.ts'
import { aborted, retry } from '../../core/waiting.ts'
import { logFailure } from './login.ts'
import type { DiscordParts } from './parts.ts'

/**
 * Between two shards if only one may identify at a time: Discord wants five seconds
 * (https://discord.com/developers/docs/events/gateway#rate-limiting).
 */
const IDENTIFY_DELAY_MS = 5500
/** A shard that cannot reach Discord must not keep the others from trying. */
const MAX_READY_WAIT_SECONDS = 30

/**
 * Starts this program once a shard, and again when a shard ends. Resolves after the signal. Calls `onConnected` at each
 * change with whether every shard is connected: the shards report it, because this process has no connection.
 */
export async function serveShards(
  { token, shards, posts, clock, log }: DiscordParts & { posts: REST; log: Log },
  signal: AbortSignal,
  onConnected: (areConnected: boolean) => void,
): Promise<void> {
  const info = await retry(() => posts.get(Routes.gatewayBot()) as Promise<APIGatewayBotInfo>, {
    ...{ clock, signal },
    failed: logFailure(log, 'discord unreachable'),
  })
  if (!info) return
  const count = shards === 'auto' ? info.shards : (shards ?? 1)
  const [, program = '', ...shardArgs] = process.argv
  const manager = new ShardingManager(program, { token, totalShards: count, respawn: true, shardArgs })
  const { promise: failure, reject: fail } = Promise.withResolvers<never>()
  failure.catch(() => {})
  let areConnected = false
  const report = (are: boolean) => {
    if (are && !areConnected) log('info', 'discord connected', { shards: count })
    areConnected = are
    onConnected(are)
  }
  const reportReady = () =>
    report(manager.shards.size === count && manager.shards.every(shard => shard.ready))
  manager.on('shardCreate', (shard: Shard) => {
    for (const event of ['ready', 'resume'] as const) shard.on(event, reportReady)
    for (const event of ['reconnecting', 'disconnect'] as const)
      shard.on(event, () => {
        log('info', 'shard not connected', { shard: shard.id })
        reportReady()
      })
    shard.on('error', error => log('error', 'shard failed', { shard: shard.id, error: error.message }))
    shard.on('death', child => {
      // During this event the shard still counts as ready.
      report(false)
      if (signal.aborted) return
      const code = 'exitCode' in child ? child.exitCode : null
      log('error', 'shard ended', { shard: shard.id, code })
      // The shard has logged why. Starting it again would change nothing.
      if (code === 1) fail(new PlatformError(`shard ${shard.id} cannot be served.`))
    })
  })
  const delayMs = info.session_start_limit.max_concurrency >= count ? 0 : IDENTIFY_DELAY_MS
  try {
    // Not with manager.spawn(), which goes on after the signal. A shard waits for Discord for any length of time, so its
    // parent must not give up on it.
    for (let id = 0; id < count && !signal.aborted; id++) {
      const shard = manager.createShard(id)
      const isReady = new Promise<void>(resolve => shard.once('ready', () => resolve()))
      await shard.spawn(-1)
      if (delayMs === 0 || id + 1 === count) continue
      // Discord counts from when a shard identifies, which it does after it has loaded the corpus.
      const timeout = clock.until(clock.now().add({ seconds: MAX_READY_WAIT_SECONDS }), signal)
      await Promise.race([Promise.race([isReady, timeout]), failure])
      await Promise.race([clock.until(clock.now().add({ milliseconds: delayMs }), signal), failure])
    }
    await Promise.race([aborted(signal), failure])
  } finally {
    report(false)
    for (const shard of manager.shards.values()) shard.kill()
  }
}

/** In a shard: a signal that aborts when the parent is gone, because the next parent starts shards of its own. */
export function parentGone(): AbortSignal {
  const gone = new AbortController()
  process.once('disconnect', () => gone.abort())
  return gone.signal
}
