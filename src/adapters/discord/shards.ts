// Many servers: this process sends the posts, and a process for each share of the servers answers people.
import { type APIGatewayBotInfo, type REST, Routes, type Shard, ShardingManager } from 'discord.js'
import { type Log, PlatformError } from '../../core/ports.ts'
import type { DiscordParts } from './index.ts'

/** Spawns this program once a shard, and again when one of them ends; resolves after the signal, when all have ended. */
export async function serveShards(
  { token, shards, posts, log }: DiscordParts & { posts: REST; log: Log },
  signal: AbortSignal,
  connected: (are: boolean) => void,
): Promise<void> {
  const count =
    shards === 'auto' ? ((await posts.get(Routes.gatewayBot())) as APIGatewayBotInfo).shards : (shards ?? 1)
  const [, program = ''] = process.argv
  const manager = new ShardingManager(program, { token, totalShards: count, respawn: true })
  let failed: (error: Error) => void = () => {}
  const failure = new Promise<never>((_, reject) => {
    failed = reject
  })
  failure.catch(() => {})
  manager.on('shardCreate', (shard: Shard) => {
    shard.on('death', child => {
      if (signal.aborted) return
      const code = 'exitCode' in child ? child.exitCode : null
      log('error', 'shard ended', { shard: shard.id, code })
      // It has said why; starting it again would change nothing.
      if (code === 1) failed(new PlatformError(`shard ${shard.id} cannot be served.`))
    })
  })
  const aborted = new Promise<void>(resolve => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  try {
    await Promise.race([manager.spawn({ delay: 5500, timeout: 60_000 }), aborted, failure])
    log('info', 'discord connected', { shards: count })
    connected(true)
    await Promise.race([aborted, failure])
  } finally {
    connected(false)
    for (const shard of manager.shards.values()) shard.kill()
  }
}
