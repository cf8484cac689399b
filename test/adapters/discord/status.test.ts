// Whether Discord's people are served at this moment, and who we are there.
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDiscord } from '../../../src/adapters/discord/index.ts'
import type { Platform } from '../../../src/core/platform.ts'
import { startDiscord } from '../../fakes/discord/index.ts'
import { startArchive } from '../archive.ts'
import { startScene, token } from './scene.ts'

/** Looks each turn of the event loop, so that no state is missed. */
async function turns(platform: Platform, to: boolean): Promise<void> {
  while (platform.isConnected?.() !== to) await new Promise(resolve => setImmediate(resolve))
}

describe('connected', () => {
  it('is what has its commands registered, until the connection is lost, and again after', async () => {
    const { discord, platform, stop } = await startScene()
    await turns(platform, true)
    expect(discord.commands().length).toBeGreaterThan(0)
    discord.gateway.drop()
    await turns(platform, false)
    await turns(platform, true)
    await stop()
    expect(platform.isConnected?.()).toBe(false)
  })

  it('is not what cannot reach Discord', async () => {
    const archive = await startArchive(parts =>
      createDiscord({ token, api: 'http://127.0.0.1:1/api', ...parts }),
    )
    await archive.logged('discord unreachable')
    expect(archive.platform.isConnected?.()).toBe(false)
  })
})

describe('asked who we are', () => {
  it('Discord tells the name, and what is left of the day’s connections', async () => {
    const { platform } = await startScene()
    expect(await platform.probe?.()).toMatch(
      /^daybook, one process recommended, \d+ of 1000 connections left today$/,
    )
  })

  it('Discord tells how many shards a large bot needs', async () => {
    const discord = await startDiscord({ token, shards: 4 })
    onTestFinished(() => discord.close())
    const { platform } = await startArchive(parts => createDiscord({ token, api: discord.api, ...parts }))
    expect(await platform.probe?.()).toContain('4 shards recommended')
  })

  it('Discord refuses a token that it does not know, in a line for the operator', async () => {
    const discord = await startDiscord({ token: 'another.fake.token' })
    onTestFinished(() => discord.close())
    const archive = await startArchive(parts => createDiscord({ token, api: discord.api, ...parts }))
    await expect(archive.platform.probe?.()).rejects.toThrow(/^Discord does not know DISCORD_TOKEN: reset it/)
    await expect(archive.running).rejects.toThrow()
  })
})
