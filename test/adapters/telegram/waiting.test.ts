// Checks what a wait that Telegram asks for does to answers: theirs come after it, in order, and nobody else waits.

import { describe, expect, it } from 'vitest'
import type { Chat } from '../../fakes/telegram/index.ts'
import { holdAnswer, labelsOf, startScene } from './scene.ts'

const tooMany = (retry_after: number) => ({
  status: 429,
  description: `Too Many Requests: retry after ${retry_after}`,
  parameters: { retry_after },
})
const at = (seconds: number) =>
  `2026-11-21T12:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}Z`
const textsOf = (chat: Chat) => chat.unread().map(({ text = '' }) => text.split('\n')[0])

describe('answers in a chat that Telegram makes wait', () => {
  it('come after the wait, in order, and hold up no other chat', async () => {
    const scene = await startScene({ waits: true })
    const { telegram } = scene
    const [chat, other] = [telegram.privateChat(), telegram.privateChat()]
    telegram.next('sendMessage', tooMany(60))
    for (const line of ['/help', '/upcoming', '/start']) chat.says(line)
    await telegram.quiet()
    other.says('/help')
    expect((await other.answer()).text).toMatch(/^Commands/)
    expect(chat.unread()).toEqual([])
    scene.at(at(60))
    const texts = (await chat.answers(3)).map(({ text }) => text)
    expect(texts).toEqual([
      expect.stringMatching(/^Commands/),
      expect.stringMatching(/^Coming anniversaries/),
      expect.stringMatching(/^Daybook/),
    ])
    await telegram.quiet()
    expect(chat.unread()).toEqual([])
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
  })

  it('are dropped if the wait is too long, which the chat learns once', async () => {
    const scene = await startScene({ waits: true })
    const { telegram } = scene
    const chat = telegram.privateChat()
    telegram.next('sendMessage', tooMany(900))
    for (const line of ['/help', '/upcoming', '/start']) chat.says(line)
    await telegram.quiet()
    scene.at(at(599))
    chat.says('/sources')
    await telegram.quiet()
    scene.at(at(899))
    chat.says('/upcoming')
    await telegram.quiet()
    expect(chat.unread()).toEqual([])
    scene.at(at(900))
    const texts = (await chat.answers(2)).map(({ text }) => text)
    expect(texts).toEqual([
      expect.stringMatching(/^Coming anniversaries/),
      expect.stringMatching(/^I had to wait, and did not answer everything/),
    ])
    chat.says('/help')
    expect((await chat.answer()).text).toMatch(/^Commands/)
    await telegram.quiet()
    expect(chat.unread()).toEqual([])
  })

  it('are as many as a group takes in a minute; of others the chat learns', async () => {
    const scene = await startScene({ waits: true })
    const { telegram } = scene
    const chat = telegram.privateChat()
    telegram.next('sendMessage', tooMany(60))
    for (let n = 0; n < 50; n++) chat.says('/upcoming')
    await telegram.quiet()
    scene.at(at(60))
    await telegram.quiet()
    const texts = textsOf(chat)
    expect(texts.filter(text => text === 'Coming anniversaries')).toHaveLength(20)
    expect(texts.at(-1)).toMatch(/^I had to wait/)
    expect(texts).toHaveLength(21)
  })

  it.each([true, false])('reach the supergroup that their group became, announced: %s', async announced => {
    const scene = await startScene({ waits: true })
    const { telegram } = scene
    const group = telegram.group()
    telegram.next('sendMessage', tooMany(30))
    group.says('/upcoming')
    group.says('/export', { anonymous: true })
    await telegram.quiet()
    const supergroup = group.migrates({ announced })
    await telegram.quiet()
    scene.at(at(30))
    await telegram.quiet()
    expect(textsOf(supergroup)).toEqual([
      expect.stringMatching(/^Coming/),
      expect.stringMatching(/^Nothing is stored/),
    ])
    expect(group.unread()).toEqual([])
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
  })

  it('go on with the part that was refused', async () => {
    const long = {
      body: Array.from({ length: 3 }, () => ({
        type: 'paragraph' as const,
        children: [{ type: 'text' as const, value: 'Long. '.repeat(600) }],
      })),
    }
    const scene = await startScene({ guard: bot => ({ ...bot, answer: async () => long }) })
    const chat = scene.telegram.privateChat()
    scene.telegram.next('sendMessage', 'slow')
    scene.telegram.next('sendMessage', tooMany(5), 3)
    chat.says('/help')
    expect(await chat.answers(3)).toHaveLength(3)
    await scene.telegram.quiet()
    expect(chat.unread()).toEqual([])
  })

  it('hold none of the updates that a webhook takes at a time', async () => {
    const [url, secret] = ['https://bot.example.org/telegram', 'a-secret']
    const scene = await startScene({ waits: true, webhook: { url, secret } })
    const { telegram, platform } = scene
    await telegram.waitFor(({ method }) => method === 'setWebhook')
    const chat = telegram.privateChat()
    const message = {
      message_id: 1,
      date: 0,
      chat: { id: chat.id, type: 'private' },
      from: chat.someone,
      text: '/help',
    }
    telegram.next('sendMessage', tooMany(60))
    const answer = await platform.endpoint?.answer(
      new Request(url, {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': secret },
        body: JSON.stringify({ update_id: 1, message }),
      }),
    )
    expect(answer?.status).toBe(200)
    expect(chat.unread()).toEqual([])
    scene.at(at(60))
    expect((await chat.answer()).text).toMatch(/^Commands/)
  })

  it('do not keep the bot from ending', async () => {
    const scene = await startScene({ waits: true })
    const chat = scene.telegram.privateChat()
    scene.telegram.next('sendMessage', tooMany(60))
    chat.says('/help')
    await scene.telegram.quiet()
    await scene.stop()
    expect(chat.unread()).toEqual([])
    expect(scene.log).toContainEqual(expect.stringContaining('answers dropped'))
  })

  it('come in a moment to a press too', async () => {
    const scene = await startScene({ waits: true })
    const { telegram } = scene
    const chat = telegram.privateChat()
    chat.says('/start')
    const hello = await chat.answer()
    telegram.next('sendMessage', tooMany(3))
    chat.says('/upcoming')
    await telegram.quiet()
    expect(await chat.presses(hello, 'All commands').answer).not.toHaveProperty('text')
    scene.at(at(3))
    expect((await chat.answers(2)).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Coming anniversaries/),
      expect.stringMatching(/^Commands/),
    ])
  })

  it('leave a press its alert', async () => {
    const scene = await startScene({ waits: true })
    const { telegram } = scene
    const chat = telegram.privateChat()
    chat.says('/start')
    const hello = await chat.answer()
    telegram.next('sendMessage', tooMany(60))
    chat.says('/help')
    await telegram.quiet()
    const press = chat.presses(hello, 'All commands')
    expect(await press.answer).toMatchObject({ text: expect.stringContaining('in 60 seconds') })
    const page = chat.presses(hello, { data: '=article\nname\nvovworld-2014\npage\n2' })
    telegram.next('editMessageText', tooMany(60))
    expect(await page.answer).toMatchObject({ text: expect.stringContaining('in 60 seconds') })
  })
})

describe('a press', () => {
  it('is acknowledged while its chat waits for a slow answer', async () => {
    const { telegram } = await startScene()
    const chat = telegram.privateChat()
    chat.says('/start')
    const hello = await chat.answer()
    const held = holdAnswer()
    telegram.next('sendMessage', held.fault)
    chat.says('/upcoming')
    await held.begun
    const press = chat.presses(hello, 'All commands')
    expect(await press.answer).not.toHaveProperty('text')
    expect(chat.unread()).toEqual([])
    held.release()
    const [first, second] = await chat.answers(2)
    expect([first?.text, second?.text]).toEqual([
      expect.stringMatching(/^Coming/),
      expect.stringMatching(/^Commands/),
    ])
  })

  it('is acknowledged within a second, and answered below if its answer takes longer', async () => {
    const thought = Promise.withResolvers<void>()
    const scene = await startScene({
      waits: true,
      guard: bot => ({
        ...bot,
        async answer(call, caller) {
          if (call.command === 'settings') await thought.promise
          return bot.answer(call, caller)
        },
      }),
    })
    const { telegram } = scene
    const group = telegram.supergroup()
    group.says('/start')
    const hello = await group.answer()
    const press = group.presses(hello, { data: '+settings\nposts\noff' })
    await telegram.quiet()
    expect(telegram.unansweredPresses()).toHaveLength(1)
    scene.at('2026-11-21T12:00:01Z')
    expect(await press.answer).not.toHaveProperty('text')
    thought.resolve()
    expect((await group.answer()).text).toMatch(/^Only the admins/)
  })

  it('edits its message after the presses before it', async () => {
    const { telegram } = await startScene()
    const chat = telegram.privateChat()
    chat.says('/article vovworld')
    const first = await chat.answer()
    const held = holdAnswer()
    telegram.next('editMessageText', held.fault)
    const page = (n: number) => chat.presses(first, { data: `=article\nname\nvovworld-2014\npage\n${n}` })
    page(2)
    await held.begun
    page(3)
    await telegram.until(() => (telegram.pending.length === 0 ? true : undefined), 'the second press')
    held.release()
    const [second, third] = await chat.answers(2)
    expect([second?.text, third?.text]).toEqual([
      expect.stringMatching(/Page 2 of/),
      expect.stringMatching(/Page 3 of/),
    ])
    expect(labelsOf(third ?? {})).toContain('Previous page')
  })
})
