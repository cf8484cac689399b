// Many servers: this process sends the posts, and a process for each share of the servers answers people.
import { type APIGatewayBotInfo, type REST, Routes, type Shard, ShardingManager } from 'discord.js'
import { PlatformError } from '../../core/platform.ts'
import type { Log } from '../../core/ports.ts'
import { aborted, retry } from '../../core/waiting.ts'
import { logFailure } from './login.ts'
import type { DiscordParts } from './parts.ts'

/** In a shard: aborts when the parent is gone; another one will start shards of its own. */
export function orphaned(): AbortSignal {
  const gone = new AbortController()
  process.once('disconnect', () => gone.abort())
  return gone.signal
}

/** Between two shards where only one may identify at a time, in milliseconds: Discord wants five seconds. */
const apart = 5500
/** One that cannot reach Discord must not keep the others from trying. */
const longestIntroduction = { seconds: 30 }

/**
 * Spawns this program once a shard, and again when one of them ends; resolves after the signal. `connected` is told
 * at each change whether every shard is: each tells its parent, which has no connection of its own.
 */
export async function serveShards(
  { token, shards, posts, clock, log }: DiscordParts & { posts: REST; log: Log },
  signal: AbortSignal,
  connected: (are: boolean) => void,
): Promise<void> {
  const info = await retry(() => posts.get(Routes.gatewayBot()) as Promise<APIGatewayBotInfo>, {
    ...{ clock, signal },
    failed: logFailure(log, 'discord unreachable'),
  })
  if (!info) return
  const count = shards === 'auto' ? info.shards : (shards ?? 1)
  const [, program = '', ...shardArgs] = process.argv
  const manager = new ShardingManager(program, { token, totalShards: count, respawn: true, shardArgs })
  const { promise: failure, reject: failed } = Promise.withResolvers<never>()
  failure.catch(() => {})
  let all = false
  const tell = (are: boolean) => {
    if (are && !all) log('info', 'discord connected', { shards: count })
    all = are
    connected(are)
  }
  const look = () => tell(manager.shards.size === count && manager.shards.every(shard => shard.ready))
  manager.on('shardCreate', (shard: Shard) => {
    for (const event of ['ready', 'resume'] as const) shard.on(event, look)
    for (const event of ['reconnecting', 'disconnect'] as const)
      shard.on(event, () => {
        log('info', 'shard not connected', { shard: shard.id })
        look()
      })
    shard.on('error', error => log('error', 'shard failed', { shard: shard.id, error: error.message }))
    shard.on('death', child => {
      // It still passes for ready while this is told.
      tell(false)
      if (signal.aborted) return
      const code = 'exitCode' in child ? child.exitCode : null
      log('error', 'shard ended', { shard: shard.id, code })
      // It has said why; starting it again would change nothing.
      if (code === 1) failed(new PlatformError(`shard ${shard.id} cannot be served.`))
    })
  })
  const delay = info.session_start_limit.max_concurrency >= count ? 0 : apart
  try {
    // Not by manager.spawn(), which goes on after the signal. A shard waits for Discord as long as that takes, so its
    // parent must not give up on it.
    for (let id = 0; id < count && !signal.aborted; id++) {
      const shard = manager.createShard(id)
      const isReady = new Promise<void>(resolve => shard.once('ready', () => resolve()))
      await shard.spawn(-1)
      if (delay === 0 || id + 1 === count) continue
      // Discord counts from when a shard introduces itself, which it does when it has loaded the corpus.
      const late = clock.until(clock.now().add(longestIntroduction), signal)
      await Promise.race([Promise.race([isReady, late]), failure])
      await Promise.race([clock.until(clock.now().add({ milliseconds: delay }), signal), failure])
    }
    await Promise.race([aborted(signal), failure])
  } finally {
    tell(false)
    for (const shard of manager.shards.values()) shard.kill()
  }
}
