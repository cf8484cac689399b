// Checks when the commands are registered with Discord, and to whom each is offered.

import { REST } from 'discord.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { registerCommands } from '../../../src/adapters/discord/interactions/commands.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { commands } from '../../../src/core/commands/list.ts'
import { openDiscord, startScene, startTown, token } from './scene.ts'

const clock = { now: () => Temporal.Instant.from('2026-11-21T12:00:00Z'), until: async () => {} }

const puts = ({ requests }: { requests: { method: string; path: string }[] }) =>
  requests.filter(({ method }) => method === 'PUT').map(({ path }) => path.replace(/\d+/g, 'id'))

describe('the commands', () => {
  test('are registered in one request, and not again at the next start', async () => {
    const discord = await openDiscord()
    const store = createStore(openSqlite(':memory:'))
    const first = await startScene({ discord, store })
    await first.stop()
    await startScene({ discord, store })
    expect(puts(discord)).toEqual(['/applications/id/commands'])
    const { slash, menu } = Object.groupBy(discord.commands(), ({ type }) => (type === 3 ? 'menu' : 'slash'))
    expect(slash?.map(({ name }) => name).sort()).toEqual(commands.map(({ name }) => name).sort())
    expect(menu?.map(({ name }) => name)).toEqual(['Search the archive'])
  })

  test('are registered again after they changed', async () => {
    const discord = await openDiscord()
    const store = createStore(openSqlite(':memory:'))
    await (await startScene({ discord, store })).stop()
    await store.remember({
      key: `discord:${discord.bot.id} commands everywhere`,
      value: 'older',
      now: Temporal.Now.instant(),
    })
    await startScene({ discord, store })
    expect(puts(discord)).toHaveLength(2)
  })

  test('are registered in one server only, if one is set', async () => {
    const discord = await openDiscord()
    const server = discord.guild('Workshop')
    await startScene({ discord, guild: server.id })
    expect(puts(discord)).toEqual(['/applications/id/guilds/id/commands'])
    expect(discord.commands()).toEqual([])
    expect(discord.commands(server)).toHaveLength(commands.length + 1)
  })

  test('are taken away from a server that is no longer set, and registered everywhere', async () => {
    const discord = await openDiscord()
    const store = createStore(openSqlite(':memory:'))
    const server = discord.guild('Workshop')
    await (await startScene({ discord, store, guild: server.id })).stop()
    await (await startScene({ discord, store })).stop()
    expect(discord.commands(server)).toEqual([])
    expect(discord.commands()).toHaveLength(commands.length + 1)
    await startScene({ discord, store })
    expect(puts(discord)).toHaveLength(3)
  })

  test('are taken away from everywhere once a server is set', async () => {
    const discord = await openDiscord()
    const store = createStore(openSqlite(':memory:'))
    const server = discord.guild('Workshop')
    await (await startScene({ discord, store })).stop()
    await startScene({ discord, store, guild: server.id })
    expect(discord.commands()).toEqual([])
    expect(discord.commands(server)).toHaveLength(commands.length + 1)
  })

  test('move from one server to another', async () => {
    const discord = await openDiscord()
    const store = createStore(openSqlite(':memory:'))
    const [first, second] = [discord.guild('One'), discord.guild('Two')]
    await (await startScene({ discord, store, guild: first.id })).stop()
    await startScene({ discord, store, guild: second.id })
    expect(discord.commands(first)).toEqual([])
    expect(discord.commands(second)).toHaveLength(commands.length + 1)
  })

  test('that somebody else registered in a server stay there', async () => {
    const discord = await openDiscord()
    const server = discord.guild('Workshop')
    const other = await startScene({ discord, guild: server.id })
    await other.stop()
    await startScene({ discord })
    expect(discord.commands(server)).toHaveLength(commands.length + 1)
  })

  test('need not be taken away from a server that the bot has left', async () => {
    const discord = await openDiscord()
    const store = createStore(openSqlite(':memory:'))
    const server = discord.guild('Workshop')
    await (await startScene({ discord, store, guild: server.id })).stop()
    server.removesBot()
    const { log, stop } = await startScene({ discord, store })
    expect(log.join()).not.toContain('commands not registered')
    expect(discord.commands()).toHaveLength(commands.length + 1)
    await stop()
    await startScene({ discord, store })
    expect(puts(discord).filter(path => path.includes('guilds'))).toHaveLength(2)
  })

  test('are taken away as soon as Discord accepts that', async () => {
    const discord = await openDiscord()
    const store = createStore(openSqlite(':memory:'))
    const server = discord.guild('Workshop')
    await (await startScene({ discord, store, guild: server.id })).stop()
    discord.next('PUT', /guilds\/\d+\/commands$/, { status: 400, code: 30034, message: 'Too many updates' })
    const { log } = await startScene({ discord, store })
    expect(log.join()).toContain('commands not registered')
    expect(discord.commands(server)).toEqual([])
  })

  test.each([undefined, 'search'])('that Discord lost come back at the next start: %s', async name => {
    const discord = await openDiscord()
    const store = createStore(openSqlite(':memory:'))
    await (await startScene({ discord, store })).stop()
    discord.loseCommands(undefined, name)
    await startScene({ discord, store })
    expect(discord.commands()).toHaveLength(commands.length + 1)
    expect(puts(discord)).toHaveLength(2)
  })

  test('that a server lost while the bot was away come back', async () => {
    const discord = await openDiscord()
    const store = createStore(openSqlite(':memory:'))
    const server = discord.guild('Workshop')
    await (await startScene({ discord, store, guild: server.id })).stop()
    discord.loseCommands(server)
    await startScene({ discord, store, guild: server.id })
    expect(discord.commands(server)).toHaveLength(commands.length + 1)
  })

  test('are known by their ids, which Discord gives', async () => {
    const discord = await openDiscord()
    const store = createStore(openSqlite(':memory:'))
    const rest = new REST({ api: discord.api }).setToken(token)
    const { bot } = await startScene({ discord, store })
    const parts = { rest, application: discord.bot.id, bot, memory: store, clock }
    const slash = discord.commands().filter(({ type }) => type === 1)
    expect(Object.fromEntries(await registerCommands(parts))).toEqual(
      Object.fromEntries(slash.map(({ name, id }) => [name, id])),
    )
  })

  test('are registered as soon as Discord accepts them', async () => {
    const discord = await openDiscord()
    discord.next('PUT', /commands$/, { status: 400, code: 30034, message: 'Too many updates' })
    const scene = await startScene({ discord })
    expect(scene.log.join()).toContain('commands not registered')
    expect(discord.commands()).toHaveLength(commands.length + 1)
  })

  test('are described in Vietnamese too, and offer Khmer where a language is chosen', async () => {
    const { discord } = await startScene()
    for (const { type, description_localizations: words, options } of discord.commands()) {
      if (type === 3) continue
      for (const each of [words, ...(options ?? []).map(option => option.description_localizations)])
        expect(each).toMatchObject({ vi: expect.stringMatching(/./) })
    }
    const language = discord.commands().find(({ name }) => name === 'language')?.options?.[0]
    expect(language?.choices?.map(({ value }) => value)).toContain('km')
  })

  test('have options and choices that are named in Vietnamese too', async () => {
    const { discord } = await startScene()
    const options = discord.commands().flatMap(each => each.options ?? [])
    for (const { name, name_localizations: names, choices } of options) {
      expect(names, name).toMatchObject({ vi: expect.stringMatching(/./) })
      for (const choice of choices ?? [])
        expect(choice.name_localizations, choice.name).toMatchObject({ vi: expect.stringMatching(/./) })
    }
  })

  test('have choices with readable names', async () => {
    const { discord } = await startScene()
    const choicesOf = (command: string, option: string) =>
      discord
        .commands()
        .find(({ name }) => name === command)
        ?.options?.find(({ name }) => name === option)
        ?.choices?.map(({ name, value, name_localizations: names }) => [value, name, names?.vi])
    expect(choicesOf('settings', 'grace')).toContainEqual(['same-day', 'until midnight', 'cho đến nửa đêm'])
    expect(choicesOf('settings', 'grace')).toContainEqual(['3', 'up to 3 days', 'tối đa 3 ngày'])
    expect(choicesOf('language', 'language')).toContainEqual(['vi', 'Tiếng Việt', 'Tiếng Việt'])
  })

  test('are invoked and completed by their own names, whatever people see', async () => {
    const { server, discord } = await startTown()
    const nam = server.member('Nam', { locale: 'vi' })
    const summary = discord.commands().find(({ name }) => name === 'summary')
    expect(summary?.options?.[0]?.name_localizations?.vi).toBe('bài-báo')
    const offered = await nam.types('/summary', { option: 'article', text: 'sgg' }).choices()
    expect(offered[0]?.value).toBe('sggp-2024')
    expect((await nam.runs('/summary', { article: 'sggp-2024', length: 'long' }).answer()).text).toContain(
      'Sài Gòn Giải Phóng',
    )
  })

  test('that change posts are offered to those who manage the server', async () => {
    const { discord, lan, admin } = await startTown()
    const restricted = discord.commands().filter(({ default_member_permissions: own }) => own)
    expect(restricted.map(({ name }) => name).sort()).toEqual([
      'export',
      'forget',
      'subscribe',
      'unsubscribe',
    ])
    expect(() => lan.runs('/subscribe')).toThrow('needs the permissions 32')
    expect((await admin.runs('/subscribe').answer()).text).toContain('Subscribed')
  })

  test('that change posts are refused to members who are not let in, had Discord offered them', async () => {
    const { lan, store, general } = await startTown()
    const values = { anniversary: 'january-7' }
    const answer = await lan.runs('/subscribe', values, { evenIfHidden: true }).answer()
    expect(answer.text).toContain('Only the admins')
    expect(answer.onlyFor).toBe(lan.user)
    expect(await store.threadsOf({ platform: 'discord', chat: String(general.channel.guild?.id) })).toEqual(
      [],
    )
  })
})

describe('people who installed the bot for themselves', () => {
  test('use it in servers where it is no member, in its direct messages and in private channels', async () => {
    const { discord } = await startScene()
    const elsewhere = discord.guild('Elsewhere', { bot: false })
    elsewhere.channel('talk')
    const nam = elsewhere.member('Nam', { installed: true })
    expect((await nam.runs('/search', { words: 'Pol Pot' }).answer()).text).toContain('Pol Pot')
    const mai = discord.person('Mai', { installed: true })
    expect((await mai.runs('/search', { words: 'Pol Pot' }).answer()).text).toContain('Pol Pot')
    const group = discord.groupDm()
    expect((await mai.runs('/who', { name: 'Hun Sen' }, { in: group }).answer()).text).toContain('Hun Sen')
    const start = await mai.runs('/start', {}, { in: group }).answer()
    expect(start.text).toContain('pick a command')
    expect(start.text).not.toContain('Just write')
    expect(() => mai.runs('/subscribe', {}, { in: group })).toThrow('context 2')
    expect(() => nam.runs('/subscribe')).toThrow('not installed here')
  })

  test('cannot subscribe a server where the bot is no member, not even with a button', async () => {
    const { discord, store } = await startScene()
    const elsewhere = discord.guild('Elsewhere', { bot: false })
    elsewhere.channel('talk')
    const nam = elsewhere.member('Nam', { installed: true, permissions: ['ManageGuild'] })
    const coming = await nam.runs('/upcoming').answer()
    const button = coming.buttons.find(each => /subscribe|post/i.test(each)) ?? coming.buttons.join()
    const answer = await coming.press(button, { by: nam }).answer()
    expect(answer.text).toContain('as a member of the server')
    expect(await store.threadsOf({ platform: 'discord', chat: elsewhere.id })).toEqual([])
  })
})
