// Checks that the fake offers commands as a server's own settings under Integrations say.

import { REST, Routes } from 'discord.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { faultsOf, startFake, token } from './client.ts'
import type { Discord } from './index.ts'
import type { Person } from './people.ts'
import type { Place, Server } from './places.ts'

let discord: Discord
let server: Server
let general: Place
let lan: Person
const isOffered = (person: Person, name: string) => {
  try {
    person.runs(name)
    return true
  } catch {
    return false
  }
}

beforeEach(async () => {
  discord = await startFake()
  server = discord.guild('Archive')
  general = server.channel('general')
  lan = server.member('Lan')
  const body = [
    { name: 'ask', description: 'x' },
    { name: 'change', description: 'x', default_member_permissions: '32' },
  ]
  await faultsOf(discord, { method: 'put', path: `/applications/${discord.bot.id}/commands` }, body)
})

describe('a command is offered', () => {
  it('to those who have its default permissions, if the server says nothing', () => {
    expect(isOffered(lan, '/ask')).toBe(true)
    expect(isOffered(lan, '/change')).toBe(false)
    expect(isOffered(server.member('Hoa', { permissions: ['ManageGuild'] }), '/change')).toBe(true)
  })

  it('to a role, a person or everyone that the server lets use it', () => {
    const editors = server.role('Editors')
    server.lets(editors, 'change')
    expect(isOffered(lan, '/change')).toBe(false)
    server.give(lan, editors)
    expect(isOffered(lan, '/change')).toBe(true)
    const nam = server.member('Nam')
    server.lets(nam, 'change')
    expect(isOffered(nam, '/change')).toBe(true)
    const mai = server.member('Mai')
    server.lets('everyone', 'change')
    expect(isOffered(mai, '/change')).toBe(true)
  })

  it('not to those whom the server keeps out, a person before their roles', () => {
    server.lets('everyone', 'ask', false)
    expect(isOffered(lan, '/ask')).toBe(false)
    server.lets(lan, 'ask')
    expect(isOffered(lan, '/ask')).toBe(true)
    const hoa = server.member('Hoa', { permissions: ['ManageGuild'] })
    server.lets(hoa, 'change', false)
    expect(isOffered(hoa, '/change')).toBe(false)
  })

  it('not in a channel where the server has switched it off, nor in its threads', () => {
    server.lets(lan, 'change')
    server.lets('all channels', 'change', false)
    expect(isOffered(lan, '/change')).toBe(false)
    server.lets(general, 'change')
    expect(isOffered(lan, '/change')).toBe(true)
    const thread = general.thread('t')
    expect(() => lan.runs('/change', {}, { in: thread })).not.toThrow()
    server.lets(general, 'change', false)
    expect(() => lan.runs('/change', {}, { in: thread })).toThrow('the server does not let them')
  })

  it('as the settings of the app say, unless it has its own; they let nobody in without its permissions', () => {
    server.lets('everyone', 'app', false)
    expect(isOffered(lan, '/ask')).toBe(false)
    server.lets('everyone', 'ask')
    expect(isOffered(lan, '/ask')).toBe(true)
    server.lets('everyone', 'app')
    expect(isOffered(lan, '/change')).toBe(false)
  })
})

describe('the settings', () => {
  const read = () =>
    new REST({ api: discord.api, retries: 0 })
      .setToken(token)
      .get(Routes.guildApplicationCommandsPermissions(discord.bot.id, server.id))

  it('can be read by a bot', async () => {
    expect(await read()).toEqual([])
    server.lets('all channels', 'change', false)
    server.lets(general, 'change')
    server.lets('everyone', 'change')
    const { id } = discord.commands().find(({ name }) => name === 'change') ?? { id: '' }
    const permissions = [
      { id: String(BigInt(server.id) - 1n), type: 3, permission: false },
      { id: general.id, type: 3, permission: true },
      { id: server.id, type: 1, permission: true },
    ]
    const ids = { application_id: discord.bot.id, guild_id: server.id }
    expect(await read()).toEqual([{ id, ...ids, permissions }])
  })

  it('cannot be read once the bot has left', async () => {
    server.removesBot()
    await expect(read()).rejects.toMatchObject({ code: 50001 })
  })
})
