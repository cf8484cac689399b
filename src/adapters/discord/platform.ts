// Describes Discord to the program: its settings, and how it is opened.

import { definePlatform } from '../../core/platform.ts'
import { type Form, matching } from '../../core/setting.ts'

const shardCount: Form<number | 'auto'> = {
  expected: 'auto, or a number from 1 to 9999',
  read: text => (text === 'auto' ? text : /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined),
}

export const discord = definePlatform({
  name: 'discord',
  title: 'Discord',
  settings: {
    token: {
      name: 'DISCORD_TOKEN',
      form: matching(
        /^[\w-]+\.[\w-]+\.[\w-]+$/,
        'a bot token as the developer portal gives it: three parts with dots between',
      ),
      sentence: "The bot's token from the developer portal: serve Discord in place of the terminal.",
      isSecret: true,
    },
    guild: {
      name: 'DISCORD_GUILD',
      form: matching(/^\d{5,20}$/, 'the id of a server: digits only'),
      sentence: 'Register the commands only in this server, where they change at once.',
      without: 'everywhere',
    },
    shards: {
      name: 'DISCORD_SHARDS',
      form: shardCount,
      sentence: '`auto` or a number of processes, for very many servers.',
      without: 'one process',
    },
    api: {
      name: 'DISCORD_API',
      form: matching(
        /^https?:\/\/\S+[^/]$/,
        'an address without a slash at its end, such as http://localhost:8080/api',
      ),
      sentence: "A REST base other than Discord's, for tests.",
      without: "Discord's",
    },
  },
  // https://discord.js.org/docs/packages/discord.js/main/ShardingManager:Class
  shardVariable: 'SHARDING_MANAGER',
  async open(values, parts) {
    const { createDiscord } = await import('./index.ts')
    return createDiscord({ ...values, ...parts })
  },
})
