// Checks how the bot connects, stays connected and ends, and which faults are left to the operator.

import { describe, expect, test } from 'vitest'
import { createDiscord } from '../../../src/adapters/discord/index.ts'
import { PlatformError } from '../../../src/core/platform.ts'
import type { Discord } from '../../fakes/discord/index.ts'
import { startArchive } from '../archive.ts'
import { openDiscord, startTown, token } from './scene.ts'

const start = (discord: Discord, more: { token?: string; api?: string; guild?: string } = {}) =>
  startArchive(parts => createDiscord({ token, api: discord.api, ...parts, ...more }))

describe('login', () => {
  test('is tried again while Discord cannot be reached', async () => {
    const discord = await openDiscord()
    discord.next('GET', '/gateway/bot', 'reset', 6)
    discord.next('GET', '/gateway/bot', { status: 502 }, 6)
    const archive = await start(discord)
    await archive.logged('discord connected')
    expect(archive.log.filter(line => line.includes('discord unreachable')).length).toBeGreaterThan(1)
  })

  test.each([
    [4004, 'DISCORD_TOKEN'],
    [4013, 'intents'],
    [4014, 'developer portal'],
    [4011, 'DISCORD_SHARDS=auto'],
    [4012, 'update Daybook'],
  ])('that Discord closes with %d ends with a fault for the operator', async (code, words) => {
    const discord = await openDiscord()
    const { running } = await start(discord)
    await discord.until('a connection', () => discord.gateway.connected || undefined)
    discord.gateway.close(code)
    const error = await running.then(String, (thrown: Error) => thrown)
    expect(error).toBeInstanceOf(PlatformError)
    expect(String(error)).toContain(words)
    expect(String(error)).not.toContain(token)
  })

  test('of a bot that needs shards says so', async () => {
    const discord = await openDiscord({ mustShard: true })
    await expect((await start(discord)).running).rejects.toThrow('DISCORD_SHARDS=auto')
  })

  test('with a wrong token says so', async () => {
    const wrong = 'MTIz.wrong.token-of-nobody'
    const discord = await openDiscord()
    const error = await (await start(discord, { token: wrong })).running.catch(String)
    expect(discord.refused.splice(0).map(({ status }) => status)).toEqual([401])
    expect(error).toContain('DISCORD_TOKEN')
    expect(error).not.toContain(wrong)
  })

  test('with a DISCORD_GUILD that the bot is not in says so', async () => {
    const discord = await openDiscord()
    const elsewhere = discord.guild('Elsewhere', { bot: false })
    await expect((await start(discord, { guild: elsewhere.id })).running).rejects.toThrow('DISCORD_GUILD')
  })
})

describe('a token that is reset', () => {
  test('ends the process when a post is refused with it', async () => {
    const town = await startTown()
    const { discord, platform, server, general, running } = town
    discord.next('POST', '/channels/{channel_id}/messages', { status: 401 })
    const to = { platform: 'discord', chat: server.id, thread: general.id }
    expect(await platform.send(to, { body: [] }, 'key')).toEqual({
      status: 'later',
      seconds: 60,
      scope: 'account',
    })
    await expect(running).rejects.toThrow('DISCORD_TOKEN')
  })
})

describe('a connection', () => {
  test.each([
    ['that breaks', (discord: Discord) => discord.gateway.drop()],
    ['that Discord asks to make again', (discord: Discord) => discord.gateway.reconnect()],
    ['that Discord closes for a while', (discord: Discord) => discord.gateway.close(4000)],
  ])('%s is resumed, and commands sent meanwhile are answered', async (_, breakIt) => {
    const { discord, lan } = await startTown()
    breakIt(discord)
    const meanwhile = lan.runs('/help')
    await discord.until('a resume', () => discord.gateway.resumed || undefined)
    expect((await meanwhile.answer()).text).toContain('Commands')
    expect((await lan.runs('/start').answer()).text).toContain('archive')
  })

  test('whose session ends starts a new one, without a greeting', async () => {
    // The library waits five seconds before it identifies again, as Discord demands.
    const town = await startTown({ discord: await openDiscord({ timeoutMs: 9000 }) })
    const { discord, lan, general, server } = town
    server.welcomesIn(general)
    discord.gateway.invalidate()
    await discord.until('a second session', () => discord.gateway.identified[1])
    await discord.until('a connection', () => discord.gateway.connected || undefined)
    expect((await lan.runs('/help').answer()).text).toContain('Commands')
    expect(general.posts).toHaveLength(1)
  })

  test('needs only the intents for servers and for direct messages', async () => {
    const { discord } = await startTown()
    expect(discord.gateway.identified).toEqual([{ intents: 1 | 4096, shard: [0, 1] }])
  })

  test('is closed by the signal', async () => {
    const { discord, stop } = await startTown()
    await stop()
    await discord.until('the end', () => discord.gateway.connected === 0 || undefined)
  })
})
