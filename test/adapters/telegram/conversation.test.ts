// Checks conversations in a private chat: commands, links that start the bot, and long answers in parts.

import { describe, expect, it } from 'vitest'
import { commands } from '../../../src/core/commands/list.ts'
import { heading, paragraph, run } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { holdAnswer, labelsOf, startScene } from './scene.ts'

/** How the answer to each command begins in a chat without subscriptions. */
const answers: Record<string, RegExp> = {
  summary: /^Which article shall I summarise/,
  ask: /^What would you like to know\?/,
  search: /^What shall I look for|^Which words|search/i,
  article: /article/i,
  facts: /^Which figures/,
  who: /^Who\?/,
  timeline: /^Timeline/,
  onthisday: /^The archive has nothing on 21 November/,
  upcoming: /^Coming anniversaries/,
  subscribe: /^Subscribed: 7 January 1979/,
  unsubscribe: /^This chat is not subscribed/,
  settings: /^Settings of this chat/,
  language: /^Language of this chat: English/,
  preview: /7 January 1979/,
  why: /^Posts in this chat|not subscribed/,
  sources: /^The sources/,
  start: /^Daybook/,
  help: /^Commands/,
  privacy: /^What is stored about this chat/,
  export: /^Nothing is stored about this chat/,
  forget: /^Nothing is stored about this chat/,
}

describe('a private chat', () => {
  it.each(commands.map(({ name }) => name))('answers /%s', async name => {
    const { telegram } = await startScene()
    const chat = telegram.privateChat()
    chat.says(`/${name}`)
    expect((await chat.answer()).text).toMatch(answers[name] ?? /^$/)
    expect(telegram.refused).toEqual([])
  })

  it('searches for words that are not a command', async () => {
    const { telegram } = await startScene()
    const chat = telegram.privateChat()
    chat.says('genocde Kampuchea')
    const results = await chat.answer()
    expect(results.text).toMatch(/articles? for “genocde Kampuchea”/)
    expect(results.entities?.map(({ type }) => type)).toContain('blockquote')
    expect(results.link_preview_options).toEqual({ is_disabled: true })
  })

  it('reads the caption of a picture', async () => {
    const { telegram } = await startScene()
    const chat = telegram.privateChat()
    chat.posts({ photo: [{ file_id: 'x' }], caption: '/upcoming' })
    expect((await chat.answer()).text).toMatch(/^Coming anniversaries/)
  })

  it.each([
    { sticker: { file_id: 'x' } },
    { voice: { file_id: 'x' } },
    { photo: [{ file_id: 'x' }] },
    { location: { latitude: 1, longitude: 1 } },
  ])('says once that it reads only words: %j', async content => {
    const scene = await startScene()
    const { telegram, store } = scene
    const chat = telegram.privateChat()
    chat.posts(content)
    expect((await chat.answer()).text).toMatch(/^I can only read words/)
    chat.posts({ video_note: { file_id: 'y' } })
    await telegram.quiet()
    expect(chat.unread()).toEqual([])
    await scene.stop()
    await startScene({ telegram, store })
    chat.posts(content)
    await telegram.quiet()
    expect(chat.unread()).toEqual([])
  })

  it('says nothing to what Telegram reports', async () => {
    const { telegram } = await startScene()
    const chat = telegram.privateChat()
    chat.posts({ pinned_message: { message_id: 1, date: 0 } })
    chat.posts({ message_auto_delete_timer_changed: { message_auto_delete_time: 60 } })
    await telegram.quiet()
    expect(chat.unread()).toEqual([])
  })

  it.each(['group', 'supergroup', 'channel', 'directMessages'] as const)(
    'is the only one to be told that only words are read: not a %s',
    async kind => {
      const { telegram } = await startScene()
      const chat = telegram[kind]({ bot: 'administrator' })
      chat.posts({ voice: { file_id: 'x' } })
      chat.posts({ photo: [{ file_id: 'x' }] })
      await telegram.quiet()
      expect(chat.unread()).toEqual([])
    },
  )

  it('answers in the order of the questions, and other chats in the meantime', async () => {
    const { telegram } = await startScene()
    const [slow, quick] = [telegram.privateChat(), telegram.privateChat()]
    const held = holdAnswer()
    telegram.next('sendMessage', held.fault)
    slow.says('/help')
    slow.says('/sources')
    await held.begun
    quick.says('/upcoming')
    expect((await quick.answer()).text).toMatch(/^Coming/)
    expect(slow.unread()).toEqual([])
    held.release()
    const [first, second] = await slow.answers(2)
    expect(first?.text).toMatch(/^Commands/)
    expect(second?.text).toMatch(/^The sources/)
  })

  it('gets its data as a file', async () => {
    const { telegram } = await startScene()
    const chat = telegram.privateChat()
    chat.says('/subscribe')
    await chat.answer()
    chat.says('/export')
    const [words, file] = await chat.answers(2)
    expect(words?.text).not.toMatch(/^Nothing/)
    expect(file).toHaveProperty('document')
    expect(telegram.refused).toEqual([])
  })

  it('uses the language of the person until the chat has chosen one', async () => {
    const { telegram, store } = await startScene()
    const chat = telegram.privateChat({ user: telegram.person('Mai', { language_code: 'vi' }) })
    chat.says('/subscribe')
    await chat.answer()
    expect(await store.languageOf({ platform: 'telegram', chat: String(chat.id) })).toBe('vi')
  })

  it('waits when Telegram says so, and then answers once', async () => {
    const { telegram } = await startScene()
    const chat = telegram.privateChat()
    telegram.next('sendMessage', {
      status: 429,
      description: 'Too Many Requests: retry after 0',
      parameters: { retry_after: 0 },
    })
    chat.says('/help')
    expect((await chat.answer()).text).toMatch(/^Commands/)
    await telegram.quiet()
    expect(chat.unread()).toEqual([])
  })

  it.each(['lost', 'reset'] as const)('does not repeat an answer whose request was %s', async fault => {
    const { telegram, log } = await startScene()
    const chat = telegram.privateChat()
    telegram.next('sendMessage', fault)
    chat.says('/help')
    await telegram.quiet()
    expect(telegram.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(1)
    expect(log.some(line => line.startsWith('error update failed'))).toBe(true)
    chat.unread()
    chat.says('/sources')
    expect((await chat.answer()).text).toMatch(/^The sources/)
  })

  it('may block the bot before it can answer, which is not an error', async () => {
    const { telegram, log } = await startScene()
    const chat = telegram.privateChat()
    chat.says('/help')
    chat.room.gone = 'blocked'
    await telegram.quiet()
    expect(telegram.declined).toMatchObject([{ method: 'sendMessage', status: 403 }])
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
  })
})

describe('a link that starts a conversation', () => {
  it.each([
    ['a_sggp-2024', /^Hanoi ceremony marks 45th anniversary/],
    [`s_${Buffer.from('Pol Pot').toString('base64url')}`, /articles for “Pol Pot”/],
    ['c_sources', /^The sources/],
    ['', /^Daybook/],
    ['a_no-such-article', /./],
    ['s_%%%', /^Daybook/],
    [`s_${'A'.repeat(62)}`, /./],
    ['c_nothing', /^Daybook/],
    ['c_constructor', /^Daybook/],
    ['\u0007\ud800', /^Daybook/],
    ['x'.repeat(3000), /^Daybook/],
  ])('answers /start %s', async (payload, begins) => {
    const { telegram, log } = await startScene()
    const chat = telegram.privateChat({ started: false })
    chat.says(`/start ${payload}`)
    expect((await chat.answer()).text).toMatch(begins)
    expect(telegram.refused).toEqual([])
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
  })
})

describe('a long answer', () => {
  const long: Message = {
    body: Array.from({ length: 60 }, (_, index) => [
      heading(2, `Heading ${index}`),
      paragraph(`${index}: ${'Each sentence is sent. '.repeat(10)}`),
    ]).flat(),
    choices: [[run('On', 'help')]],
  }

  it('comes in parts that fit, in order, with the buttons under the last', async () => {
    const { telegram, platform } = await startScene()
    const chat = telegram.privateChat()
    const outcome = await platform.send({ platform: 'telegram', chat: String(chat.id) }, long, 'key')
    const parts = chat.unread()
    expect(outcome).toEqual({ status: 'sent', id: String(parts[0]?.message_id) })
    expect(parts.length).toBeGreaterThan(3)
    for (const { text } of parts) expect(text?.length).toBeLessThanOrEqual(4096)
    const words = parts.map(({ text }) => text).join('\n')
    const places = Array.from({ length: 60 }, (_, index) => words.indexOf(`\n${index}: `))
    expect(places.slice(1).every((place, index) => place > (places[index] ?? 0))).toBe(true)
    expect(words.match(/Each sentence is sent\./g)).toHaveLength(600)
    expect(parts.map(each => labelsOf(each))).toEqual([...parts.slice(1).map(() => []), ['On']])
    expect(telegram.refused).toEqual([])
  })

  it('is not sent from the start again when a later part gets no answer', async () => {
    const { telegram, platform } = await startScene()
    const chat = telegram.privateChat()
    telegram.next('sendMessage', 'slow')
    telegram.next('sendMessage', 'lost')
    const outcome = await platform.send({ platform: 'telegram', chat: String(chat.id) }, long, 'key')
    expect(outcome).toEqual({ status: 'unknown' })
    expect(chat.unread()).toHaveLength(2)
  })

  it('goes on after a wait that Telegram asks for in the middle', async () => {
    const { telegram, platform } = await startScene()
    const chat = telegram.privateChat()
    telegram.next('sendMessage', 'slow')
    telegram.next('sendMessage', {
      status: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    })
    const outcome = await platform.send({ platform: 'telegram', chat: String(chat.id) }, long, 'key')
    expect(outcome.status).toBe('sent')
    const words = chat
      .unread()
      .map(({ text }) => text)
      .join('\n')
    expect(words.match(/Each sentence is sent\./g)).toHaveLength(600)
  })
})
