// Checks that a post whose publication to other servers fails is published later, and that people are told.

import { describe, expect, test } from 'vitest'
import { createDiscord } from '../../../src/adapters/discord/index.ts'
import type { PlayedFault } from '../../fakes/discord/faults.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { startArchive } from '../archive.ts'
import { DUE_TIME, startTown, subscribed, type Town, token } from './scene.ts'

const crosspost = '/channels/{channel_id}/messages/{message_id}/crosspost'
const AN_HOUR_LATER = '2027-01-07T01:01:00Z'

async function startLoud() {
  const town = await startTown()
  const loud = await subscribed(town, 'loud', { type: 'announcement', values: { publish: true } })
  return { ...town, loud }
}
async function pass({ now, dispatcher }: Town) {
  now(DUE_TIME)
  await dispatcher.pass()
}
const untilPublished = ({ discord }: Town, { posts }: { posts: Posted[] }) =>
  discord.until('the publication', () => posts.find(({ crossposted }) => crossposted))
const notices = ({ discord }: Town) =>
  discord.requests.filter(({ body }) => JSON.stringify(body ?? '').includes('is not yet published'))

describe('a publication', () => {
  test.each<[string, PlayedFault]>([
    ['the server has had its ten this hour', { status: 429, retryAfter: 1, scope: 'user' }],
    ['the bot may not send any more', { status: 403, code: 50013 }],
    ['Discord does not answer', { status: 502 }],
    ['the answer is lost', 'lost'],
  ])('is tried again later and logged if %s', async (_, fault) => {
    const town = await startLoud()
    town.discord.next('POST', crosspost, fault)
    await pass(town)
    expect((await town.store.countDeliveries()).sent).toBe(1)
    expect(town.log.filter(line => line.includes('publish refused'))).toHaveLength(1)
    town.discord.advance(2000)
    town.now(AN_HOUR_LATER)
    await untilPublished(town, town.loud)
    expect(town.loud.posts).toHaveLength(1)
  })

  test('that is refused twice is told to the owner of the server once', async () => {
    const town = await startLoud()
    town.discord.next('POST', crosspost, { status: 403, code: 50013 }, 2)
    await pass(town)
    town.now(AN_HOUR_LATER)
    await town.logged('"tries":2')
    town.now('2027-01-07T03:00:00Z')
    await untilPublished(town, town.loud)
    await town.discord.until('the notice', () => notices(town)[0])
    expect(notices(town).map(({ status }) => status)).toEqual([200])
  })

  test('is tried again by the next process after a restart', async () => {
    const town = await startLoud()
    town.discord.next('POST', crosspost, { status: 502 })
    await pass(town)
    await town.stop()
    expect(town.loud.posts.map(({ crossposted }) => crossposted)).toEqual([false])
    const next = await startArchive(
      parts => createDiscord({ token, api: town.discord.api, ...parts }),
      town.store,
    )
    await next.logged('discord connected')
    next.at(AN_HOUR_LATER)
    await untilPublished(town, town.loud)
  })

  test('is given up after a day, with an error for the operator', async () => {
    const town = await startLoud()
    town.discord.next('POST', crosspost, { status: 403, code: 50013 }, 2)
    await pass(town)
    town.now('2027-01-08T00:01:00Z')
    await town.logged('error post not published')
    await town.stop()
    expect(await town.store.recall('discord unpublished')).toBe('[]')
  })

  test('is tried again although the clock was ahead when it was refused', async () => {
    const town = await startLoud()
    town.discord.next('POST', crosspost, { status: 502 })
    town.now('2027-01-09T00:00:30Z')
    await town.dispatcher.pass()
    await town.logged('publish refused')
    town.at(DUE_TIME)
    await untilPublished(town, town.loud)
  })

  test('of a message that somebody has published or deleted is done', async () => {
    const town = await startLoud()
    town.discord.next('POST', crosspost, { status: 400, code: 40033 })
    await pass(town)
    expect(town.log.filter(line => line.includes('publish'))).toEqual([])
  })
})
