// Checks what the adapter reports about its connection and its account.

import { describe, expect, it, onTestFinished } from 'vitest'
import { createDiscord } from '../../../src/adapters/discord/index.ts'
import type { Platform } from '../../../src/core/platform.ts'
import { startDiscord } from '../../fakes/discord/index.ts'
import { startArchive } from '../archive.ts'
import { startScene, token } from './scene.ts'

/** Looks at each turn of the event loop, so that no state is missed. */
async function untilConnectedIs(expected: boolean, platform: Platform): Promise<void> {
  while (platform.isConnected?.() !== expected) await new Promise(resolve => setImmediate(resolve))
}

describe('the platform', () => {
  it('is connected once its commands are registered, until the connection is lost, and again after it is back', async () => {
    const { discord, platform, stop } = await startScene()
    await untilConnectedIs(true, platform)
    expect(discord.commands().length).toBeGreaterThan(0)
    discord.gateway.drop()
    await untilConnectedIs(false, platform)
    await untilConnectedIs(true, platform)
    await stop()
    expect(platform.isConnected?.()).toBe(false)
  })

  it('is not connected if Discord cannot be reached', async () => {
    const archive = await startArchive(parts =>
      createDiscord({ token, api: 'http://127.0.0.1:1/api', ...parts }),
    )
    await archive.logged('discord unreachable')
    expect(archive.platform.isConnected?.()).toBe(false)
  })
})

describe('the probe', () => {
  it('reports the name of the bot, and how many connections are left today', async () => {
    const { platform } = await startScene()
    expect(await platform.probe?.()).toMatch(
      /^daybook, one process recommended, \d+ of 1000 connections left today$/,
    )
  })

  it('reports how many shards a large bot needs', async () => {
    const discord = await startDiscord({ token, shards: 4 })
    onTestFinished(() => discord.close())
    const { platform } = await startArchive(parts => createDiscord({ token, api: discord.api, ...parts }))
    expect(await platform.probe?.()).toContain('4 shards recommended')
  })

  it('tells the operator in one line that the token is wrong', async () => {
    const discord = await startDiscord({ token: 'another.fake.token' })
    onTestFinished(() => discord.close())
    const archive = await startArchive(parts => createDiscord({ token, api: discord.api, ...parts }))
    await expect(archive.platform.probe?.()).rejects.toThrow(/^Discord does not know DISCORD_TOKEN: reset it/)
    await expect(archive.running).rejects.toThrow()
  })
})
