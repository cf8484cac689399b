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
