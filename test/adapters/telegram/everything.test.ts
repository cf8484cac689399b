// Checks that Telegram refuses nothing that the bundled archive can say, in any language.

import { describe, expect, it } from 'vitest'
import { commands } from '../../../src/core/commands/list.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { bundledCorpus, createChat, textOf } from '../../core/bundled.ts'
import type { Chat, Message, User } from '../../fakes/telegram/index.ts'
import { type Scene, startScene } from './scene.ts'

/** Every command alone, with the example that /help gives, and with each value that is offered for its options. */
async function allLines(): Promise<string[]> {
  const { bot, say } = await createChat()
  const examples = [...textOf(await say('/help')).matchAll(/^(\/\w+ [^–]+) – /gm)].map(
    ([, line = '']) => line,
  )
  const caller = {
    chat: { platform: 'x', chat: '1' },
    kind: 'private' as const,
    user: '1',
    locale: 'en',
    isAdmin: () => true,
  }
  const lines: string[] = examples
  for (const { name, options } of commands) {
    lines.push(`/${name}`)
    for (const option of Object.keys(options))
      for (const { value } of await bot.complete({ command: name, option, typed: '' }, caller))
        lines.push(/\s/.test(value) ? `/${name} ${value}` : `/${name} ${option}:${value}`)
  }
  return lines
}

const buttonsOf = (message: Message) => message.reply_markup?.inline_keyboard?.flat() ?? []

/** Its answer marks the end of the answer before, because a chat gets its answers in order. */
const MARKER_LINE = '/help marker'

/** The answers up to that to the marker. */
async function answersBeforeMarker(chat: Chat): Promise<Message[]> {
  const answers: Message[] = []
  for (;;) {
    const answer = await chat.answer({ within: 15_000 })
    if (answer.text?.includes('/marker')) return answers
    answers.push(answer)
  }
}

/** Sends every line and presses every button of the answers, each call once. Returns the number of presses. */
async function sayAll({ telegram }: Scene, chat: Chat, lines: string[]) {
  const pressed = new Set<string>()
  for (const line of [...lines, MARKER_LINE]) chat.says(line)
  let answers = await answersBeforeMarker(chat)
  while (answers.length > 0) {
    for (const message of answers)
      for (const { callback_data: data } of buttonsOf(message)) {
        // These would change the language of the answers.
        if (!data || pressed.has(data) || changesLanguage.test(data)) continue
        pressed.add(data)
        chat.presses(message, { data })
      }
    // On a busy machine a handler may take longer than a quiet moment.
    await telegram.until(() => telegram.unansweredPresses().length === 0 || undefined, 'every answer', 15_000)
    await telegram.quiet({ within: 15_000 })
    answers = chat.unread()
  }
  return pressed.size
}

const changesLanguage = /^[=+](?:language|settings)\n(?:.*\n)*(?:language|scope)\n|^[=+]forget/

describe('Telegram refuses nothing', () => {
  it.each(languages)('among the commands, values and buttons in %s', { timeout: 60_000 }, async language => {
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

describe('every command is answered, and nothing refused', () => {
  const isLine = (line: string) => !/^\/language ./.test(line) && !/language:|forget sure/.test(line)

  /** Says every line, each in a minute of its own, then presses every button of the answers once. */
  async function sayInTurn(
    scene: Scene,
    { chat, from, topic }: { chat: Chat; from: User; topic?: number },
    lines: readonly string[],
  ) {
    const by = { from, ...(topic !== undefined && { topic }) }
    const unanswered: string[] = []
    const answers: Message[] = []
    let minute = 0
    const nextMinute = () => {
      minute += 1
      scene.at(new Date(Date.UTC(2026, 10, 21, 12) + minute * 60_000).toISOString())
    }
    for (const line of lines) {
      nextMinute()
      chat.says(line, by)
      chat.says(MARKER_LINE, by)
      const own = await answersBeforeMarker(chat)
      if (topic !== undefined) for (const each of own) expect(each.message_thread_id, line).toBe(topic)
      if (own.length === 0) unanswered.push(line)
      answers.push(...own)
    }
    const pressed = new Set<string>()
    for (const message of answers)
      for (const { callback_data: data } of buttonsOf(message)) {
        if (!data || pressed.has(data) || changesLanguage.test(data)) continue
        pressed.add(data)
        nextMinute()
        await chat.presses(message, { data }, { from }).answer
      }
    expect(pressed.size).toBeGreaterThan(20)
    await scene.telegram.quiet({ within: 15_000 })
    return unanswered
  }

  const kinds = ['privateChat', 'group', 'supergroup', 'forum', 'channel', 'directMessages'] as const
  it.each(kinds.flatMap(kind => [[kind, 'administrator'] as const, [kind, 'member'] as const]))(
    'in a chat of the kind %s, by its %s',
    async (kind, status) => {
      const scene = await startScene()
      const { telegram } = scene
      const from = telegram.person('Somebody')
      const chat = kind === 'privateChat' ? telegram.privateChat({ user: from }) : telegram[kind]()
      if (kind !== 'privateChat') chat.member(from, status)
      const topic = kind === 'forum' ? chat.topic('Dates') : undefined
      const lines = (await allLines()).filter(isLine)
      expect(lines.length).toBeGreaterThan(commands.length * 2)
      expect(await sayInTurn(scene, { chat, from, ...(topic !== undefined && { topic }) }, lines)).toEqual([])
      expect(telegram.refused).toEqual([])
      // People who have not written to the bot cannot get a private file.
      const others = telegram.declined.filter(
        ({ description = '' }) => !/not modified|can't initiate|chat not found/.test(description),
      )
      expect(others).toEqual([])
      expect(telegram.unansweredPresses()).toEqual([])
      expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
    },
    30_000,
  )
})
