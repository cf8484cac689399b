// Checks whom a wait concerns, and what an outage, a failing card or a hung answer does to a post.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addressOf } from '../../../src/adapters/discord/chats.ts'
import { paragraph } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import type { PlayedFault } from '../../fakes/discord/faults.ts'
import { startTown } from './scene.ts'

const post = '/channels/{channel_id}/messages'
const words: Message = { body: [paragraph('The words.')] }
const withCard: Message = { ...words, image: { data: new Uint8Array([0x89]), alt: 'A card' } }

async function startStage(options: Parameters<typeof startTown>[0] = {}) {
  const town = await startTown(options)
  const other = town.server.channel('other')
  const sendTo = (place: { id: string }, message = words, key = `key ${place.id}`.slice(0, 25)) =>
    town.platform.send(addressOf(town.server.id, place.id), message, key)
  const postsAsked = () =>
    town.discord.requests.filter(({ method, route }) => method === 'POST' && route === post)
  return { ...town, other, sendTo, postsAsked }
}

describe('a wait', () => {
  test.each<[string, PlayedFault]>([
    ['of one channel’s bucket', { status: 429, retryAfter: 600, scope: 'user' }],
    ['that other bots caused in a channel', { status: 429, retryAfter: 600, scope: 'shared' }],
    ['of slow mode', { status: 400, code: 20016 }],
    ['for a thread whose author has not written yet', { status: 400, code: 40058 }],
  ])('%s concerns that channel only', async (_, fault) => {
    const { discord, general, other, sendTo } = await startStage()
    discord.next('POST', post, fault)
    expect(await sendTo(general)).toMatchObject({ status: 'later', scope: 'chat' })
    expect(await sendTo(other)).toMatchObject({ status: 'sent' })
  })

  test.each<[string, PlayedFault]>([
    ['of all routes', { status: 429, retryAfter: 600, global: true }],
    ['of a banned address, which Cloudflare answers', { status: 429, retryAfter: 600, isPage: true }],
  ])('%s concerns the account, and nothing is sent until it is over', async (_, fault) => {
    const { discord, general, other, sendTo, postsAsked } = await startStage()
    discord.next('POST', post, fault)
    for (const place of [general, other])
      expect(await sendTo(place)).toMatchObject({ status: 'later', scope: 'account' })
    expect(postsAsked()).toHaveLength(1)
  })

  test('for the fifty requests of a second is short, and no post is put off by it', async () => {
    const { platform, server, discord } = await startStage()
    const places = Array.from({ length: 60 }, (_, nth) => server.channel(`channel-${nth}`))
    const outcomes = await Promise.all(
      places.map(({ id }, nth) => platform.send(addressOf(server.id, id), words, `key ${nth}`)),
    )
    expect(outcomes.filter(({ status }) => status !== 'sent')).toEqual([])
    expect(discord.denied).toEqual([])
  })

  test('is what a refusal by Cloudflare asks for: it is no missing permission', async () => {
    const { discord, general, sendTo } = await startStage()
    discord.next('POST', post, { status: 403, isPage: true })
    expect(await sendTo(general)).toMatchObject({ status: 'later', scope: 'account' })
  })
})

describe('a post that Discord answers with 5xx', () => {
  test('goes out without its card after two failures with it', async () => {
    const { discord, general, sendTo, postsAsked } = await startStage()
    discord.next('POST', post, { status: 500 }, 2)
    for (const _ of [1, 2]) expect(await sendTo(general, withCard)).toEqual({ status: 'unknown' })
    expect(await sendTo(general, withCard)).toMatchObject({ status: 'sent' })
    expect(postsAsked().map(({ body }) => JSON.stringify(body).includes('picture.png'))).toEqual([
      true,
      true,
      false,
    ])
    expect(general.posts.map(({ text }) => text)).toEqual(['The words.'])
  })

  test('keeps its card after one failure', async () => {
    const { discord, general, sendTo } = await startStage()
    discord.next('POST', post, { status: 502 })
    expect(await sendTo(general, withCard)).toEqual({ status: 'unknown' })
    expect(await sendTo(general, withCard)).toMatchObject({ status: 'sent' })
    expect(general.posts[0]?.body.attachments).toHaveLength(1)
  })

  test('is an error in the log from the third time on', async () => {
    const { discord, general, sendTo, log } = await startStage()
    discord.next('POST', post, { status: 500 }, 3)
    const told = () => log.filter(line => line.startsWith('error discord does not answer a post')).length
    const counts = []
    for (const _ of [1, 2, 3]) {
      await sendTo(general)
      counts.push(told())
    }
    expect(counts).toEqual([0, 0, 1])
  })
})

describe('a channel whose answers hang', () => {
  test.each(['hang', 'stall'] as const)('ends in time and holds up no other channel: %s', async fault => {
    const { discord, general, other, sendTo } = await startStage({ postTimeoutMs: 300 })
    discord.next('POST', post, fault)
    const hung = sendTo(general)
    await discord.until('the request', () => discord.requests.find(each => each.route === post))
    expect(await sendTo(other)).toMatchObject({ status: 'sent' })
    expect(await hung).toEqual({ status: 'unknown' })
    expect(await sendTo(general)).toMatchObject({ status: 'sent' })
    expect(general.posts).toHaveLength(1)
  })
})

describe('a long post', () => {
  test.each([
    ['Khmer, whose characters have three bytes', 'ក'],
    ['Latin', 'x'],
  ])('is split so that Discord takes each part: %s', async (_, character) => {
    const { general, sendTo } = await startStage()
    const body = Array.from({ length: 60 }, () => paragraph(character.repeat(200)))
    expect(await sendTo(general, { body })).toMatchObject({ status: 'sent' })
    expect(general.posts.length).toBeGreaterThan(1)
    expect(general.posts.map(({ text }) => text.replaceAll(/\s/g, '')).join('')).toHaveLength(60 * 200)
  })

  test('leaves room for the mention of a role', async () => {
    const { server, general, sendTo, store, discord } = await startStage()
    const role = server.role('Historians', [], { mentionable: true })
    await store.remember({
      key: `discord wishes ${general.id}`,
      value: JSON.stringify({ role: role.id }),
      now: Temporal.Now.instant(),
    })
    for (const units of [3960, 3980, 4000])
      expect(await sendTo(general, { body: [paragraph('x'.repeat(units))] }, `key ${units}`)).toMatchObject({
        status: 'sent',
      })
    expect(discord.pings.map(({ whom }) => whom)).toEqual(Array(3).fill(`<@&${role.id}>`))
  })
})
