// Proves the whole program with DISCORD_TOKEN: its one line about what is wrong, its end, and its shards.
import { spawnSync } from 'node:child_process'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Discord } from '../../fakes/discord/index.ts'
import { newState, start } from '../../terminal.ts'
import { openDiscord, token } from './scene.ts'

const run = (discord: Discord, env: Record<string, string> = {}, args: string[] = []) => {
  const program = start({
    state: newState(),
    args,
    env: { DISCORD_TOKEN: token, DISCORD_API: discord.api, ...env },
  })
  onTestFinished(() => void program.child.kill('SIGKILL'))
  return program
}

/** A pretend bot of this test alone: an account is served over one state only. */
const accountOf = (name: string) =>
  `${Buffer.from(`${name}${process.pid}`).toString('base64url')}.AbCdEf.secret`

describe('the program', () => {
  test('answers people, and ends with 0 on SIGTERM', async () => {
    const own = accountOf('end')
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
    const own = accountOf('wrong')
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
    const own = accountOf('shards')
    const discord = await openDiscord({ token: own, maxConcurrency: 16, shards: 2, patience: 20_000 })
    const servers = serversOfEach(discord)
    const program = run(discord, { DISCORD_TOKEN: own, DISCORD_SHARDS: '2' }, [
      '--now',
      '2027-01-06T23:59:48Z',
    ])
    await discord.until('both shards', () => discord.gateway.connected === 2 || undefined)
    expect(discord.gateway.identified.map(({ shard }) => shard).sort()).toEqual([
      [0, 2],
      [1, 2],
    ])
    await discord.until('the commands', () => discord.commands().length || undefined)
    for (const { admin } of servers) {
      const values = { anniversary: 'january-7', time: '00:00', zone: 'UTC' }
      expect((await admin.runs('/subscribe', values).answer()).text).toContain('Next post')
    }
    for (const { general } of servers) await general.post()
    for (const { general } of servers) expect(general.posts).toHaveLength(1)

    const [child] = childrenOf(Number(program.child.pid))
    process.kill(Number(child), 'SIGKILL')
    await discord.until('a third session', () => discord.gateway.identified[2])
    await discord.until('both shards', () => discord.gateway.connected === 2 || undefined)
    for (const { admin } of servers) expect((await admin.runs('/help').answer()).text).toContain('Commands')
    program.child.kill('SIGTERM')
    expect(await program.gone).toMatchObject({ code: 0 })
  })
})

/** A server for each of two shards: which one is its own is in a server's id. */
function serversOfEach(discord: Discord) {
  const found = new Map<
    bigint,
    {
      admin: ReturnType<ReturnType<Discord['guild']>['member']>
      general: ReturnType<ReturnType<Discord['guild']>['channel']>
    }
  >()
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

/** The processes that a process started, the oldest first. */
function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)])
  return String(stdout).trim().split(/\s+/).map(Number)
}
