// Checks messages that are edited after they were sent: corrected within a minute, they are read again.

import { describe, expect, it } from 'vitest'
import { startScene } from './scene.ts'

describe('an edited message', () => {
  it.each(['privateChat', 'supergroup', 'channel'] as const)(
    'is answered as corrected in a %s',
    async kind => {
      const { telegram, log } = await startScene()
      const chat = telegram[kind]()
      const written = chat.says('/sumary sggp-2024')
      if (kind === 'privateChat') expect((await chat.answer()).text).toMatch(/no command \/sumary/)
      chat.edits(written, '/summary sggp-2024', { after: 20 })
      expect((await chat.answer()).text).toMatch(/^Hanoi ceremony/)
      expect(telegram.refused).toEqual([])
      expect(log.filter(line => line.startsWith('error'))).toEqual([])
    },
  )

  it.each(['privateChat', 'supergroup', 'channel'] as const)(
    'gets its answer in the place of the first one in a %s, as often as it is corrected',
    async kind => {
      const { telegram } = await startScene()
      const chat = telegram[kind]()
      const written = chat.says('/upcoming')
      const { message_id, reply_to_message } = await chat.answer()
      chat.edits(written, '/help', { after: 5 })
      expect(await chat.answer()).toMatchObject({ message_id, text: expect.stringMatching(/^Commands/) })
      chat.edits(written, '/settings', { after: 9 })
      const last = await chat.answer()
      expect(last).toMatchObject({ message_id, text: expect.stringMatching(/^Settings/) })
      expect(last.reply_to_message?.message_id).toBe(reply_to_message?.message_id)
      expect(telegram.refused).toEqual([])
    },
  )

  it('gets a new answer where one of the two takes several messages', async () => {
    const { telegram } = await startScene({
      guard: bot => ({
        ...bot,
        async answer(call, caller) {
          if (call.command !== 'search') return bot.answer(call, caller)
          const value = `${call.args.words} `.repeat(2000)
          return { body: [{ type: 'paragraph', children: [{ type: 'text', value }] }] }
        },
      }),
    })
    const chat = telegram.privateChat()
    const written = chat.says('/upcoming')
    const first = await chat.answer()
    chat.edits(written, 'longer', { after: 5 })
    const long = await chat.answers(4)
    chat.edits(written, '/upcoming', { after: 9 })
    const last = await chat.answer()
    const ids = [first, ...long, last].map(each => each.message_id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(telegram.refused).toEqual([])
  })

  it('is answered even if the bot had not received it before', async () => {
    const { telegram } = await startScene()
    const group = telegram.supergroup()
    const written = group.says('upcoming')
    group.edits(written, '/upcoming')
    const answer = await group.answer()
    expect(answer.text).toMatch(/^Coming/)
    expect(answer.reply_to_message?.message_id).toBe(written.message_id)
  })

  it.each([
    ['after more than a minute', '/upcoming', 61],
    ['with the same words, as when its link gets a preview', '/help', 5],
  ])('is not answered %s', async (_, words, after) => {
    const { telegram } = await startScene()
    const chat = telegram.privateChat()
    const written = chat.says('/help')
    await chat.answer()
    chat.edits(written, words, { after })
    await telegram.quiet()
    expect(chat.unread()).toEqual([])
  })

  it('is not answered if it is not meant for the bot', async () => {
    const { telegram } = await startScene()
    const group = telegram.supergroup({ bot: 'administrator' })
    const written = group.says('/upcoming')
    await group.answer()
    group.edits(written, 'never mind')
    await telegram.quiet()
    expect(group.unread()).toEqual([])
  })
})
