// Checks that paused posts continue soon after the bot has got back a permission, and only those that can.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addressOf } from '../../../src/adapters/discord/chats.ts'
import type { Clock, GoneReason } from '../../../src/core/ports.ts'
import type { Place } from '../../fakes/discord/places.ts'
import { openDiscord, startScene, startTown, subscribe, subscribed, type Town } from './scene.ts'

const addressIn = ({ server }: Town, { id }: Place) => addressOf(server.id, id)
const pause = (town: Town, place: Place, reason: GoneReason = 'forbidden') =>
  town.store.pause(addressIn(town, place), reason)
async function isActive(town: Town, place: Place) {
  const [subscription] = await town.store.subscriptionsOf(addressIn(town, place))
  return subscription?.status.type === 'active'
}

const untilActive = (town: Town, place: Place) => expect.poll(() => isActive(town, place)).toBe(true)

/** Resolves when the bot has asked Discord about the place. */
const untilAsked = ({ discord }: Town, { id }: Place) =>
  discord.until('a look at the channel', () =>
    discord.requests.find(({ path }) => path === `/channels/${id}`),
  )

/** Resolves when the bot has handled the earlier events: it then answers later commands. */
async function untilHandled({ discord }: Town) {
  const server = discord.guild('Elsewhere')
  server.channel('talk')
  const nam = server.member('Nam')
  for (const _ of [1, 2, 3]) await nam.runs('/help').answer()
}

describe('a permission that is given back', () => {
  test('in a channel resumes its posts', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    news.deny(['SendMessages'])
    await pause(town, news)
    news.allow(['SendMessages'])
    await untilActive(town, news)
  })

  test('by a role that the bot has resumes the posts that the role was needed for, and no others', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    const closed = await subscribed(town, 'closed')
    closed.deny(['SendMessages'])
    town.server.permit('@everyone', ['ViewChannel', 'UseApplicationCommands'])
    for (const place of [news, closed]) await pause(town, place)
    town.server.permit(town.discord.bot.name, [
      'SendMessages',
      'EmbedLinks',
      'AttachFiles',
      'ReadMessageHistory',
    ])
    await untilAsked(town, closed)
    await untilActive(town, news)
    await untilHandled(town)
    expect(await isActive(town, closed)).toBe(false)
  })

  test('by a role that the bot gets resumes its posts', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    const writers = town.server.role('Writers')
    news.deny(['SendMessages'])
    news.allow(['SendMessages'], writers)
    await pause(town, news)
    await untilHandled(town)
    expect(await isActive(town, news)).toBe(false)
    town.server.give(town.discord.bot, writers)
    await untilActive(town, news)
  })

  test.each([
    ['that the bot knows', { locked: true }],
    ['that was archived before the bot started', { locked: true, archived: true }],
  ])('in a thread %s resumes its posts', async (_, state) => {
    const discord = await openDiscord()
    const server = discord.guild('Archive')
    const general = server.channel('general')
    const thread = general.thread('history', state)
    const admin = server.member('Hoa', { permissions: ['ManageGuild'] })
    const lan = server.member('Lan')
    const town = { ...(await startScene({ discord })), server, general, admin, lan }
    await subscribe(admin, general)
    const [subscription] = await town.store.subscriptionsOf(addressIn(town, general))
    if (subscription)
      await town.store.putSubscription({ ...subscription, id: 'thread', chat: addressIn(town, thread) })
    await pause(town, thread)
    thread.update({ locked: true, archived: false })
    await untilHandled(town)
    expect(await isActive(town, thread)).toBe(false)
    thread.update({ locked: false })
    await untilActive(town, thread)
  })

  test('resumes nothing that Discord still refuses', async () => {
    const town = await startTown()
    const news = await subscribed(town, 'news')
    news.deny(['SendMessages', 'EmbedLinks'])
    await pause(town, news)
    news.allow(['EmbedLinks'])
    await untilAsked(town, news)
    await untilHandled(town)
    expect(await isActive(town, news)).toBe(false)
  })
})

test('a permission that is taken away changes nothing until the next post', async () => {
  const town = await startTown()
  const news = await subscribed(town, 'news')
  town.discord.requests.length = 0
  news.deny(['SendMessages'])
  town.server.permit('@everyone', ['ViewChannel', 'UseApplicationCommands'])
  await untilHandled(town)
  expect(await isActive(town, news)).toBe(true)
  expect(town.discord.requests.filter(({ method }) => method === 'GET')).toEqual([])
})

test('a hundred changes of roles and channels lead to one look at the server', async () => {
  const { promise: delayed, resolve: endDelay } = Promise.withResolvers<void>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  let isSlow = false
  const clock: Clock = {
    now: () => Temporal.Now.instant(),
    until: async () => {
      if (!isSlow) return
      begin()
      await delayed
    },
  }
  const town = await startTown({ clock })
  const news = await subscribed(town, 'news')
  await pause(town, news)
  isSlow = true
  town.discord.requests.length = 0
  for (let nth = 0; nth < 50; nth++) {
    town.server.permit(town.discord.bot.name, nth % 2 === 0 ? ['ManageThreads'] : [])
    town.general[nth % 2 === 0 ? 'deny' : 'allow'](['ManageThreads'])
  }
  await begun
  await untilHandled(town)
  endDelay()
  await untilActive(town, news)
  await untilHandled(town)
  const asked = town.discord.requests.filter(({ path }) => path === `/channels/${news.id}`)
  expect(asked).toHaveLength(1)
})
