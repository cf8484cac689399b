// Checks that the bot stops sending posts before Discord bans its address for too many invalid requests.

import { REST } from 'discord.js'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startTown, token } from './scene.ts'

/** Makes the library, which counts for the whole process, begin again: with this one request, at a later hour. */
async function restartCount(hours: number, invalidRequest: () => Promise<unknown>) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 3_600_000 })
  await invalidRequest().catch(() => {})
  vi.useRealTimers()
}

test('after 5,000 invalid requests within ten minutes nothing is sent until they are over', async () => {
  const { discord, platform, server, general, lan, log, at } = await startTown()
  const send = () =>
    platform.send({ platform: 'discord', chat: server.id, thread: general.id }, { body: [] }, 'key')
  const forbidden = { status: 403, code: 50013 }

  // The library's usual fifty requests a second would be too slow for a test.
  const others = new REST({ api: discord.api, globalRequestsPerSecond: 1e6 }).setToken(token)
  discord.next('GET', /^\/guilds/, forbidden, 5000)
  await restartCount(1, () => others.get('/guilds/0/roles'))
  // Other tests of this process may have refused requests too.
  onTestFinished(() => restartCount(2, () => others.get('/guilds/0/roles')))
  const channels = Array.from({ length: 50 }, (_, nth) => `/guilds/${nth}/roles` as const)
  await Promise.all(
    channels.map(async (route, nth) => {
      for (let left = nth === 0 ? 98 : 100; left > 0; left--) await others.get(route).catch(() => {})
    }),
  )
  discord.next('POST', '/channels/{channel_id}/messages', forbidden)
  expect(await send()).toEqual({ status: 'gone', reason: 'forbidden' })
  expect(discord.invalidRequests).toBe(5000)

  const before = discord.requests.length
  expect(await send()).toMatchObject({ status: 'later', seconds: expect.any(Number) })
  expect(discord.requests).toHaveLength(before)
  expect(log.join()).toContain('too many invalid requests to discord')
  expect((await lan.runs('/help').answer()).text).toContain('Commands')
  at('2026-11-21T13:11:00Z')
  expect(await send()).toMatchObject({ status: 'sent' })
})
