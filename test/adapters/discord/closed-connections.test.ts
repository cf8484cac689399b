// Checks that a request whose connection was closed is repeated at once where a repeat is harmless, and nowhere else.

import { expect, test } from 'vitest'
import { addressOf } from '../../../src/adapters/discord/chats.ts'
import { createPostRest } from '../../../src/adapters/discord/rest.ts'
import { paragraph } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { startTown, token } from './scene.ts'

const messages = '/channels/{channel_id}/messages'
const threads = '/channels/{channel_id}/threads'
const words: Message = { body: [paragraph('The words.')] }
const withCard: Message = { ...words, image: { data: new Uint8Array([0x89]), alt: 'A card' } }

test.each([
  ['before the message was posted', 'reset', words],
  ['after the message was posted', 'lost', words],
  ['after the message with its card was posted', 'lost', withCard],
] as const)('a post is sent once after a connection that was closed %s', async (_, fault, message) => {
  const { discord, platform, server, general } = await startTown()
  discord.next('POST', messages, fault)
  const sent = await platform.send(addressOf(server.id, general.id), message, 'key')
  expect(sent).toEqual({ status: 'sent', id: general.posts[0]?.id })
  expect(general.posts).toHaveLength(1)
})

test('a post is repeated once only', async () => {
  const { discord, platform, server, general } = await startTown()
  discord.next('POST', messages, 'reset', 2)
  const sent = await platform.send(addressOf(server.id, general.id), words, 'key')
  expect(sent).toEqual({ status: 'unknown' })
  expect(general.posts).toEqual([])
})

test('a thread in a forum, which takes no nonce, is not repeated', async () => {
  const { discord, platform, server } = await startTown()
  const forum = server.channel('forum', { type: 'forum' })
  discord.next('POST', threads, 'lost')
  const sent = await platform.send(addressOf(server.id, forum.id), words, 'key')
  expect(sent).toEqual({ status: 'unknown' })
  expect(forum.threads).toHaveLength(1)
})

test('a look at a channel is repeated', async () => {
  const { discord, platform, server, general } = await startTown()
  discord.next('GET', '/channels/{channel_id}', 'reset')
  expect(await platform.check?.(addressOf(server.id, general.id))).toEqual({ status: 'ready' })
})

test('the first answer to a command is repeated', async () => {
  const { discord, lan } = await startTown()
  discord.next('POST', /\/callback$/, 'reset')
  expect((await lan.runs('/help').answer()).text).toContain('Commands')
})

test('a message without a nonce is not repeated', async () => {
  const { discord, general } = await startTown()
  const rest = createPostRest({ api: discord.api }, 5000).setToken(token)
  discord.next('POST', messages, 'lost')
  await expect(rest.post(`/channels/${general.id}/messages`, { body: { content: 'x' } })).rejects.toThrow()
  expect(general.posts).toHaveLength(1)
})
