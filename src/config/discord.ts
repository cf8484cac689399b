// What the environment says of Discord. Nothing of a token is repeated in an error.
import type { Environment } from './environment.ts'

export interface DiscordConfig {
  token: string
  api?: string
  guild?: string
  shards?: number | 'auto'
  /** This process is one of the shards. */
  isShard?: boolean
}

export function readDiscord(environment: Environment, errors: string[]): DiscordConfig | undefined {
  const { DISCORD_TOKEN: token, DISCORD_API: api, DISCORD_GUILD: guild, DISCORD_SHARDS: shards } = environment
  if (!token) {
    if ((api || guild || shards) && !environment.DISCORD_TOKEN_FILE)
      errors.push('DISCORD_TOKEN is missing: the other DISCORD_ settings need it')
    return undefined
  }
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    errors.push(
      'DISCORD_TOKEN is not a bot token as the developer portal gives it: three parts with dots between',
    )
  if (api && !/^https?:\/\/\S+[^/]$/.test(api))
    errors.push('DISCORD_API is not an address without a slash at its end, such as http://localhost:8080/api')
  if (guild && !/^\d{5,20}$/.test(guild)) errors.push('DISCORD_GUILD is not the id of a server: digits only')
  if (shards && shards !== 'auto' && !/^[1-9]\d{0,3}$/.test(shards))
    errors.push('DISCORD_SHARDS is neither auto nor a number')
  return {
    token,
    ...(api && { api }),
    ...(guild && { guild }),
    ...(shards && { shards: shards === 'auto' ? ('auto' as const) : Number(shards) }),
    // discord.js tells the processes that it spawns.
    ...(environment.SHARDING_MANAGER && { isShard: true }),
  }
}
