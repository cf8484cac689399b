// Checks when the commands are registered with Discord, and to whom each is offered.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { commands } from '../../../src/core/commands/list.ts'
import { openDiscord, startScene, startTown } from './scene.ts'

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

  test('that change posts are refused to members whom a server lets use them', async () => {
    const { lan, store, general } = await startTown()
    const values = { anniversary: 'january-7' }
    const answer = await lan.runs('/subscribe', values, { evenIfHidden: true }).answer()
    expect(answer.text).toBe('Only the admins of this chat can do this.')
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
