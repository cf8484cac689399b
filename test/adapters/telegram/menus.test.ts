// Checks that menus and descriptions are registered for every scope and language, and again only when they change.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { commands } from '../../../src/core/commands/list.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { startTelegram } from '../../fakes/telegram/index.ts'
import { startScene, token } from './scene.ts'

const scopes = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']
const registrationMethods = /^setMy/

async function startRegistered() {
  const scene = await startScene()
  await scene.telegram.quiet()
  return scene
}

describe('the menus', () => {
  it('exist for every scope and language', async () => {
    const { telegram } = await startRegistered()
    expect([...telegram.profile.menus.keys()].sort()).toEqual(
      scopes
        .flatMap(scope => languages.map(language => (language === 'en' ? scope : `${scope} ${language}`)))
        .sort(),
    )
    expect(telegram.refused).toEqual([])
  })

  it('have every command with its description', async () => {
    const { telegram } = await startRegistered()
    for (const scope of ['default', 'all_private_chats', 'all_chat_administrators']) {
      const menu = telegram.profile.menus.get(scope) ?? []
      expect(menu.map(({ command }) => command)).toEqual(commands.map(({ name }) => name))
      for (const { command, description } of menu) expect(description).not.toBe(command)
    }
  })

  it('show the commands for admins only to the admins of a group', async () => {
    const { telegram } = await startRegistered()
    const names = (telegram.profile.menus.get('all_group_chats') ?? []).map(({ command }) => command)
    expect(names).not.toContain('subscribe')
    expect(names).not.toContain('unsubscribe')
    expect(names).toHaveLength(commands.filter(({ adminsOnly }) => !adminsOnly).length)
  })

  it('come with a description and a short one in every language', async () => {
    const { telegram } = await startRegistered()
    for (const texts of [telegram.profile.descriptions, telegram.profile.shortDescriptions])
      expect([...texts.keys()].sort()).toEqual(languages.map(each => (each === 'en' ? '' : each)).sort())
  })

  it('are registered once, and again only when they have changed', async () => {
    const telegram = await startTelegram({ token })
    const store = createStore(openSqlite(':memory:'))
    const countRegistrations = () =>
      telegram.calls.filter(({ method }) => registrationMethods.test(method)).length
    const start = async () => {
      const scene = await startScene({ telegram, store })
      await telegram.quiet()
      await scene.stop()
    }
    await start()
    const first = countRegistrations()
    expect(first).toBe(languages.length * (scopes.length + 2))
    await start()
    expect(countRegistrations()).toBe(first)
    const account = `telegram:${token.split(':')[0]}`
    await store.remember({
      key: `${account} menus`,
      value: 'the hash of other menus',
      now: Temporal.Now.instant(),
    })
    await start()
    expect(countRegistrations()).toBe(2 * first)
    await telegram.close()
  })

  it('are registered again when the first attempt failed halfway', async () => {
    const telegram = await startTelegram({ token })
    const store = createStore(openSqlite(':memory:'))
    telegram.next('setMyDescription', 'reset')
    await startScene({ telegram, store })
    await telegram.quiet()
    expect(telegram.profile.descriptions.size).toBe(languages.length)
    expect(telegram.profile.menus.size).toBe(languages.length * scopes.length)
    await telegram.close()
  })
})
