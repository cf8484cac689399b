// Many servers: this process sends the posts, and a process for each share of the servers answers people.
import { type APIGatewayBotInfo, type REST, Routes, type Shard, ShardingManager } from 'discord.js'
import { type Log, PlatformError } from '../../core/ports.ts'
import type { DiscordParts } from './index.ts'
import { aborted, insist } from './login.ts'

/** In a shard: the parent is gone, and another one will start shards of its own. */
export const orphaned = () => new Promise<void>(resolve => process.once('disconnect', () => resolve()))

/** Between two shards where only one may identify at a time, in milliseconds: Discord wants five seconds. */
const apart = 5500

/**
 * Spawns this program once a shard, and again when one of them ends; resolves after the signal. `connected` is told
 * whenever it changes whether every shard is: each tells its parent, which has no connection of its own.
 */
export async function serveShards(
  { token, shards, posts, clock, log }: DiscordParts & { posts: REST; log: Log },
  signal: AbortSignal,
  connected: (are: boolean) => void,
): Promise<void> {
  const info = await insist(
    () => posts.get(Routes.gatewayBot()) as Promise<APIGatewayBotInfo>,
    'discord unreachable',
    clock,
    log,
    signal,
  )
  if (!info) return
  const count = shards === 'auto' ? info.shards : (shards ?? 1)
  const [, program = '', ...shardArgs] = process.argv
  const manager = new ShardingManager(program, { token, totalShards: count, respawn: true, shardArgs })
  const { promise: failure, reject: failed } = Promise.withResolvers<never>()
  failure.catch(() => {})
  const tell = () => connected(manager.shards.size === count && manager.shards.every(shard => shard.ready))
  manager.on('shardCreate', (shard: Shard) => {
    for (const event of ['ready', 'resume'] as const) shard.on(event, tell)
    for (const event of ['reconnecting', 'disconnect'] as const)
      shard.on(event, () => {
        log('info', 'shard not connected', { shard: shard.id })
        tell()
      })
    shard.on('error', error => log('error', 'shard failed', { shard: shard.id, error: error.message }))
    shard.on('death', child => {
      // It still passes for ready while this is told.
      connected(false)
      if (signal.aborted) return
      const code = 'exitCode' in child ? child.exitCode : null
      log('error', 'shard ended', { shard: shard.id, code })
      // It has said why; starting it again would change nothing.
      if (code === 1) failed(new PlatformError(`shard ${shard.id} cannot be served.`))
    })
  })
  const delay = info.session_start_limit.max_concurrency >= count ? 0 : apart
  try {
    await Promise.race([manager.spawn({ delay, timeout: 60_000 }), aborted(signal), failure])
    log('info', 'discord connected', { shards: count })
    await Promise.race([aborted(signal), failure])
  } finally {
    connected(false)
    for (const shard of manager.shards.values()) shard.kill()
  }
}
