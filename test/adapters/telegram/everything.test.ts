// Checks that Telegram refuses nothing that the bundled archive can say, in any language.

import { describe, expect, it } from 'vitest'
import { commands } from '../../../src/core/commands/list.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { bundledCorpus, createChat } from '../../core/bundled.ts'
import type { Chat, Message } from '../../fakes/telegram/index.ts'
import { type Scene, startScene } from './scene.ts'

/** Every command alone, and with each value that is offered for each of its options. */
async function allLines(): Promise<string[]> {
  const { bot } = await createChat()
  const caller = {
    chat: { platform: 'x', chat: '1' },
    kind: 'private' as const,
    user: '1',
    locale: 'en',
    isAdmin: () => true,
  }
  const lines: string[] = []
  for (const { name, options } of commands) {
    lines.push(`/${name}`)
    for (const option of Object.keys(options))
      for (const { value } of await bot.complete({ command: name, option, typed: '' }, caller))
        lines.push(/\s/.test(value) ? `/${name} ${value}` : `/${name} ${option}:${value}`)
  }
  return lines
}

const buttonsOf = (message: Message) => message.reply_markup?.inline_keyboard?.flat() ?? []

/** Sends every line and presses every button of the answers, each call once. Returns the number of presses. */
async function sayAll({ telegram }: Scene, chat: Chat, lines: string[]) {
  const pressed = new Set<string>()
  for (const line of lines) chat.says(line)
  for (;;) {
    await telegram.quiet({ within: 15_000 })
    // On a busy machine a handler may take longer than a quiet moment. The answer to a press is its last request.
    await telegram.until(() => telegram.unansweredPresses().length === 0 || undefined, 'every answer', 15_000)
    let hasPressed = false
    for (const message of chat.unread())
      for (const { callback_data: data } of buttonsOf(message)) {
        // These would change the language of the answers.
        if (!data || pressed.has(data) || changesLanguage.test(data)) continue
        pressed.add(data)
        chat.presses(message, { data })
        hasPressed = true
      }
    if (!hasPressed) return pressed.size
  }
}

const changesLanguage = new RegExp(`\\nlanguage\\n(?:${languages.join('|')})$|^[=+]forget`)

describe('Telegram refuses nothing', () => {
  it.each(languages)('among the commands, values and buttons in %s', async language => {
    const scene = await startScene()
    const { telegram } = scene
    const chat = telegram.privateChat({ user: telegram.person('Somebody', { language_code: language }) })
    chat.says(`/language ${language}`)
    await chat.answer()
    const lines = (await allLines()).filter(line => !/^\/language |language:/.test(line))
    expect(lines.length).toBeGreaterThan(100)
    expect(await sayAll(scene, chat, lines)).toBeGreaterThan(50)
    expect(await scene.store.languageOf({ platform: 'telegram', chat: String(chat.id) })).toBe(language)
    expect(telegram.refused).toEqual([])
    expect(telegram.declined.filter(({ description }) => !/not modified/.test(description ?? ''))).toEqual([])
    expect(telegram.unansweredPresses()).toEqual([])
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
  })

  it.each(languages)('among the posts and whole articles in %s', async language => {
    const scene = await startScene()
    const { telegram, store, dispatcher } = scene
    const chat = telegram.privateChat()
    const { articles, anniversaries } = await bundledCorpus()
    const to = { platform: 'telegram', chat: String(chat.id) }
    await store.setLanguage(to, language)
    for (const { id, body } of articles) {
      expect(await scene.platform.send(to, { body }, id)).toMatchObject({ status: 'sent' })
    }
    for (const { id } of anniversaries) chat.says(`/subscribe ${id}`)
    await chat.answers(articles.length + anniversaries.length)
    await telegram.quiet()
    chat.unread()
    // Once around the year.
    for (const day of ['2026-12-02', '2027-01-07', '2027-06-20']) {
      scene.at(`${day}T12:00:00Z`)
      await dispatcher.pass()
    }
    expect(chat.unread().length).toBeGreaterThanOrEqual(anniversaries.length)
    expect(telegram.refused).toEqual([])
  })
})
