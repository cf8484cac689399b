// Checks the whole program with DISCORD_TOKEN: its one-line faults, its end, and its shards.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import type { Discord } from '../../fakes/discord/index.ts'
import type { Person } from '../../fakes/discord/people.ts'
import type { Place } from '../../fakes/discord/places.ts'
import { freePort } from '../../port.ts'
import { newState, start } from '../../terminal.ts'
import { openDiscord, token } from './scene.ts'

const run = (discord: Discord, env: Record<string, string> = {}, args: string[] = [], state = newState()) => {
  const program = start({
    state,
    args,
    env: { DISCORD_TOKEN: token, DISCORD_API: discord.api, ...env },
  })
  onTestFinished(() => void program.child.kill('SIGKILL'))
  return program
}

/** A token for one test only, because an account can be served over one state only. */
const tokenOf = (name: string) =>
  `${Buffer.from(`${name}${process.pid}`).toString('base64url')}.AbCdEf.secret`

describe('the program', () => {
  test('answers people, and ends with 0 on SIGTERM', async () => {
    const own = tokenOf('end')
    const discord = await openDiscord({ token: own })
    const server = discord.guild('Archive')
    server.channel('general')
    const lan = server.member('Lan')
    const program = run(discord, { DISCORD_TOKEN: own })
    await discord.until('the commands', () => discord.commands().length || undefined)
    expect((await lan.runs('/help').answer()).text).toContain('Commands')
    program.child.kill('SIGTERM')
    expect(await program.gone).toMatchObject({ code: 0 })
  })

  test('says what is wrong with the token, and ends with 1', async () => {
    const own = tokenOf('wrong')
    const discord = await openDiscord()
    const program = run(discord, { DISCORD_TOKEN: own })
    const { code, err, out } = await program.gone
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('Discord does not know DISCORD_TOKEN: reset it')
    expect(err).not.toContain(own)
    expect(discord.refused.splice(0).map(({ status }) => status)).toEqual([401])
  })
})

describe('two shards', () => {
  test('share the servers, send a post once, and come back when one is killed', {
    timeout: 40_000,
  }, async () => {
    const own = tokenOf('shards')
    const discord = await openDiscord({ token: own, maxConcurrency: 16, shards: 2, timeoutMs: 20_000 })
    const servers = serversOfEach(discord)
    const state = newState()
    await subscribeAll(
      state,
      servers.map(({ general }) => general),
    )
    const settings = { DISCORD_TOKEN: own, DISCORD_SHARDS: '2' }
    const program = run(discord, settings, ['--now', '2027-01-07T00:01:00Z'], state)
    for (const { general } of servers) await general.post()
    await discord.until('both shards', () => discord.gateway.connected === 2 || undefined)
    const shards = discord.gateway.identified.map(({ shard }) => shard.join(' of '))
    expect(shards.sort()).toEqual(['0 of 2', '1 of 2'])
    await discord.until('the commands', () => discord.commands().length || undefined)
    const posted = servers.map(({ general }) => general.posts.length)
    for (const { admin } of servers) expect((await admin.runs('/help').answer()).text).toContain('Commands')
    expect(posted).toEqual([1, 1])

    const [child] = childrenOf(Number(program.child.pid))
    process.kill(Number(child), 'SIGKILL')
    await discord.until('a third session', () => discord.gateway.identified[2])
    await discord.until('both shards', () => discord.gateway.connected === 2 || undefined)
    for (const { admin } of servers) expect((await admin.runs('/help').answer()).text).toContain('Commands')
    program.child.kill('SIGTERM')
    expect(await program.gone).toMatchObject({ code: 0 })
    expect(childrenOf(Number(program.child.pid))).toEqual([])
  })

  test('are not ready while one of them is not connected, or is dead', { timeout: 40_000 }, async () => {
    const own = tokenOf('ready')
    const discord = await openDiscord({ token: own, maxConcurrency: 16, shards: 2, timeoutMs: 20_000 })
    const port = await freePort()
    const settings = { DISCORD_TOKEN: own, DISCORD_SHARDS: '2', PORT: String(port) }
    const program = run(discord, settings)
    const untilReady = async (status: number, state: string) => {
      const ready = async () => {
        const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined)
        return answer?.status === status && answer.text()
      }
      expect(await vi.waitUntil(ready, { timeout: 15_000, interval: 10 })).toContain(`"discord":"${state}"`)
    }
    await untilReady(200, 'connected')
    const restore = discord.gateway.lose(1)
    await untilReady(503, 'not connected')
    restore()
    await untilReady(200, 'connected')

    const [child] = childrenOf(Number(program.child.pid))
    process.kill(Number(child), 'SIGKILL')
    await untilReady(503, 'not connected')
    await untilReady(200, 'connected')
    program.child.kill('SIGTERM')
    expect(await program.gone).toMatchObject({ code: 0 })
  })
})

test('shards that have not reached Discord yet end with their parent, without work in progress', {
  timeout: 40_000,
}, async () => {
  const own = tokenOf('waiting')
  const discord = await openDiscord({ token: own, shards: 2 })
  const program = run(discord, { DISCORD_TOKEN: own, DISCORD_SHARDS: '2' })
  // The parent has asked how many shards there are before it spawns the first.
  while (childrenOf(Number(program.child.pid)).length === 0)
    await new Promise(resolve => setImmediate(resolve))
  discord.next('GET', '/gateway/bot', { status: 502 }, 1000)
  await program.warns('discord unreachable')
  program.child.kill('SIGTERM')
  const { code, err } = await program.gone
  expect(code).toBe(0)
  expect(err).not.toContain('ended with work in progress')
})

/** Subscribes channels to 7 January, due at midnight UTC. */
async function subscribeAll(state: string, channels: Place[]): Promise<void> {
  const store = createStore(openSqlite(join(state, 'daybook.db')))
  for (const [index, { id, channel }] of channels.entries())
    await store.putSubscription({
      id: `subscription${index}`,
      chat: { platform: 'discord', chat: String(channel.guild?.id), thread: id },
      anniversary: 'january-7',
      zone: 'UTC',
      time: Temporal.PlainTime.from('00:00'),
      grace: { type: 'days', days: 3 },
      leapDay: 'february-28',
      status: { type: 'active' },
      next: {
        occurrence: Temporal.PlainDate.from('2027-01-07'),
        at: Temporal.Instant.from('2027-01-07T00:00:00Z'),
      },
    })
  await store.close()
}

/** A server for each of two shards. The id of a server says which shard it belongs to. */
function serversOfEach(discord: Discord) {
  const found = new Map<bigint, { admin: Person; general: Place }>()
  while (found.size < 2) {
    discord.advance(1)
    const server = discord.guild('Archive')
    const general = server.channel('general')
    found.set((BigInt(server.id) >> 22n) % 2n, {
      general,
      admin: server.member('Hoa', { permissions: ['ManageGuild'] }),
    })
  }
  return [...found.values()]
}

/** The ids of the child processes of a process, the oldest first. */
function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)])
  return [...String(stdout).matchAll(/\d+/g)].map(Number)
}
