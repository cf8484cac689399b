// Checks that posts go out to forums, which refuse messages with 50008 and take threads.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addressOf } from '../../../src/adapters/discord/chats.ts'
import { createDiscord } from '../../../src/adapters/discord/index.ts'
import { paragraph } from '../../../src/core/message/build.ts'
import { DUE_TIME, startTown, subscribed, type Town, token } from './scene.ts'

const messages = '/channels/{channel_id}/messages'
const TEN = Array.from({ length: 10 }, (_, nth) => `forum-${nth}`)

async function pass({ now, dispatcher }: Town, moment = DUE_TIME) {
  now(moment)
  await dispatcher.pass()
}

/** The platform as the process has it that posts for shards: without a connection that knows the channels. */
const unconnected = ({ discord, store }: Town) =>
  createDiscord({
    ...{ token, api: discord.api, memory: store, log: () => {} },
    clock: { now: Temporal.Now.instant, until: async () => {} },
  })

describe('a post to a forum', () => {
  test('goes out as a thread in each of ten forums, and no request is refused', async () => {
    const town = await startTown()
    const forums = []
    for (const name of TEN) forums.push(await subscribed(town, name, { type: 'forum' }))
    // A server gets at most one message a second.
    for (let second = 0; second < 40; second++)
      await pass(town, new Date(Date.parse(DUE_TIME) + second * 1000).toISOString())
    expect(forums.map(({ threads }) => threads.length)).toEqual(TEN.map(() => 1))
    expect(town.discord.denied).toEqual([])
  })

  test('goes out in a media channel too', async () => {
    const { discord, platform, server } = await startTown()
    const media = server.channel('pictures', { type: 'media' })
    const sent = await platform.send(addressOf(server.id, media.id), { body: [] }, 'key')
    expect(sent).toMatchObject({ status: 'sent' })
    expect(media.threads.map(({ posts }) => posts.length)).toEqual([1])
    expect(discord.denied).toEqual([])
  })

  test('has a title that is cut before a whole character', async () => {
    const { platform, server } = await startTown()
    const forum = server.channel('forum', { type: 'forum' })
    const title = `${'x'.repeat(96)}👨‍👩‍👧 and more`
    await platform.send(addressOf(server.id, forum.id), { body: [paragraph(title)] }, 'key')
    expect(forum.threads.map(({ channel }) => channel.name)).toEqual([`${'x'.repeat(96)}…`])
  })

  test('goes out although no connection knows the channel, and its type is asked for once', async () => {
    const town = await startTown()
    const { discord, server, general } = town
    const forum = server.channel('forum', { type: 'forum' })
    const platform = unconnected(town)
    const send = (place: { id: string }, key: string) =>
      platform.send(addressOf(server.id, place.id), { body: [] }, key)
    expect(await send(forum, 'first')).toMatchObject({ status: 'sent' })
    discord.requests.length = 0
    for (const key of ['second', 'third']) await send(general, key)
    expect(discord.requests.map(({ method, route }) => `${method} ${route}`)).toEqual([
      'GET /channels/{channel_id}',
      `POST ${messages}`,
      `POST ${messages}`,
    ])
    expect(discord.denied).toEqual([])
  })
})

describe('a subscription that an older version paused because of 50008', () => {
  test('comes back by itself, with this year’s post', async () => {
    const town = await startTown()
    const forum = await subscribed(town, 'forum', { type: 'forum' })
    const chat = addressOf(town.server.id, forum.id)
    await town.store.pause(chat, 'forbidden')
    await pass(town)
    await pass(town, '2027-01-07T00:20:30Z')
    expect((await town.store.subscriptionsOf(chat)).map(({ status }) => status)).toEqual([{ type: 'active' }])
    expect(forum.threads.map(({ posts }) => posts.length)).toEqual([1])
  })

  test('stays paused where nobody can write at all', async () => {
    const town = await startTown()
    const category = town.server.channel('group', { type: 'category' })
    expect(await town.platform.check?.(addressOf(town.server.id, category.id))).toEqual({
      status: 'refused',
      cause: 'takes-no-posts',
    })
    expect(town.discord.requests.some(each => each.route === messages)).toBe(false)
  })
})
