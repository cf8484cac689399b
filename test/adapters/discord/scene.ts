// Runs the bundled archive behind the real Discord adapter: a discord.js client that is connected to the strict fake.

import { expect, onTestFinished } from 'vitest'
import { createDiscord } from '../../../src/adapters/discord/index.ts'
import type { DiscordParts } from '../../../src/adapters/discord/parts.ts'
import type { Store } from '../../../src/core/delivery/store.ts'
import { type Discord, type DiscordOptions, startDiscord } from '../../fakes/discord/index.ts'
import type { Person } from '../../fakes/discord/people.ts'
import type { ChannelOptions, Place, Server } from '../../fakes/discord/places.ts'
import { type Archive, type Guard, startArchive } from '../archive.ts'

export const token = 'MTIzNDU2.AbCdEf.the-fake-token-of-the-tests'

export interface Scene extends Archive {
  discord: Discord
  /** Sets the clocks of both the archive and Discord. */
  now(moment: string): void
}

/** A fake Discord for the duration of a test. The test fails if its bot made a mistake, or left people without an answer. */
export async function openDiscord({
  mayLeaveUnanswered = false,
  ...options
}: Partial<DiscordOptions> & { mayLeaveUnanswered?: boolean } = {}): Promise<Discord> {
  const discord = await startDiscord({ token, ...options })
  onTestFinished(async () => {
    await discord.close()
    expect(discord.refused).toEqual([])
    if (!mayLeaveUnanswered) expect(discord.unanswered).toEqual([])
  })
  return discord
}

/** Starts and connects the bot for the duration of a test. */
export async function startScene(
  options: {
    discord?: Discord
    store?: Store
    guard?: Guard
  } & Partial<DiscordParts> = {},
): Promise<Scene> {
  const { discord: given, store, guard, ...parts } = options
  // The fake must end after the bot. Vitest runs the hook that was registered last first.
  const discord = given ?? (await openDiscord())
  const archive = await startArchive(
    found => createDiscord({ token, api: discord.api, ...found, ...parts }),
    store,
    guard,
  )
  await archive.logged('discord connected')
  let ahead = 0
  return {
    ...archive,
    discord,
    now(moment) {
      archive.at(moment)
      const wanted = Date.parse(moment) - Date.now()
      discord.advance(wanted - ahead)
      ahead = wanted
    },
  }
}

export interface Town extends Scene {
  server: Server
  general: Place
  admin: Person
  lan: Person
}

/** A server with a channel, an admin and a member. */
export async function startTown(options: Parameters<typeof startScene>[0] = {}): Promise<Town> {
  const discord = options.discord ?? (await openDiscord())
  const server = discord.guild('Archive')
  const general = server.channel('general')
  const admin = server.member('Hoa', { permissions: ['ManageGuild'] })
  const lan = server.member('Lan')
  return { ...(await startScene({ ...options, discord })), server, general, admin, lan }
}

/** A new channel with a subscription to 7 January, posted at midnight UTC. */
export async function subscribed(
  { server, admin, general }: Town,
  name: string,
  options: ChannelOptions & { values?: Record<string, string | boolean | { id: string }> } = {},
): Promise<Place> {
  const { values = {}, ...kind } = options
  const channel = name === 'general' ? general : server.channel(name, kind)
  await subscribe(admin, channel, values)
  return channel
}

export async function subscribe(
  admin: Person,
  channel: Place,
  values: Record<string, string | boolean | { id: string }> = {},
): Promise<void> {
  const answer = await admin
    .runs('/subscribe', { anniversary: 'january-7', time: '00:00', zone: 'UTC', channel, ...values })
    .answer()
  expect(answer.text).toContain('Next post')
}

/** Half a minute after midnight, when the posts are surely due. */
export const DUE_TIME = '2027-01-07T00:00:30Z'
