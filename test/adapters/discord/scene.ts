// The bundled archive behind the real Discord adapter: a discord.js client that talks with the strict fake.
import { onTestFinished } from 'vitest'
import { createDiscord, type DiscordParts } from '../../../src/adapters/discord/index.ts'
import type { Bot } from '../../../src/core/bot.ts'
import type { Store } from '../../../src/core/delivery/ledger.ts'
import { type Discord, startDiscord } from '../../fakes/discord/index.ts'
import { type Archive, startArchive } from '../archive.ts'

export const token = 'MTIzNDU2.AbCdEf.the-fake-token-of-the-tests'

export interface Scene extends Archive {
  discord: Discord
}

/** Running and connected, until the test is over. */
export async function startScene(
  options: {
    discord?: Discord
    store?: Store
    guard?: (bot: Bot, store: Store) => Bot
  } & Partial<DiscordParts> = {},
): Promise<Scene> {
  const { discord: given, store, guard, ...parts } = options
  const discord = given ?? (await startDiscord({ token }))
  // The fake ends after the bot: what is registered last is done first.
  if (!given) onTestFinished(() => discord.close())
  const archive = await startArchive(
    found => createDiscord({ token, api: discord.api, ...found, ...parts }),
    store,
    guard,
  )
  await archive.logged('discord connected')
  return { ...archive, discord }
}
