// Checks that questions of the bot are answered in words: by the next message in private, and by a reply in a group.

import { describe, expect, it } from 'vitest'
import { startScene } from './scene.ts'

describe('a private chat', () => {
  it('answers a question with its next message', async () => {
    const { telegram } = await startScene()
    const chat = telegram.privateChat()
    chat.says('/article')
    await chat.answer()
    chat.says('vov')
    expect((await chat.answer()).text).toMatch(/^Vietnam-Cambodia relations/)
    chat.says('next')
    expect((await chat.answer()).text).toMatch(/Page 2 of/)
    expect(telegram.refused).toEqual([])
  })

  it('answers it after a restart too', async () => {
    const scene = await startScene()
    const { telegram, store } = scene
    const chat = telegram.privateChat()
    chat.says('/subscribe')
    await chat.answer()
    chat.says('/settings ask:hour')
    await chat.answer()
    await scene.stop()
    await startScene({ telegram, store })
    chat.says('06:15')
    expect((await chat.answer()).text).toMatch(/06:15/)
    const [subscription] = await store.subscriptionsOf({ platform: 'telegram', chat: String(chat.id) })
    expect(String(subscription?.time)).toMatch(/^06:15/)
  })

  it('erases what is stored after a yes, and leaves nothing behind', async () => {
    const { telegram, store } = await startScene()
    const chat = telegram.privateChat()
    chat.says('/subscribe')
    await chat.answer()
    chat.says('/forget')
    await chat.answer()
    chat.says('yes')
    expect((await chat.answer()).text).toMatch(/erased/)
    const rows = await store.rowsOf({ platform: 'telegram', chat: String(chat.id) })
    expect(Object.entries(rows).filter(([kind, all]) => kind !== 'rate' && all.length > 0)).toEqual([])
  })

  it.each(['hi', '🙏', 'May they rest in peace 🙏', 'thanks', 'what can you do?'])(
    'gets one friendly line for %j, and nothing is marked',
    async words => {
      const { telegram } = await startScene()
      const chat = telegram.privateChat()
      chat.says(words)
      const { text = '', entities } = await chat.answer()
      expect(text.trim().split('\n').filter(Boolean)).toHaveLength(2)
      expect(entities ?? []).toEqual([])
    },
  )

  it('takes what follows /start as a link, and a greeting as none', async () => {
    const { telegram } = await startScene()
    const chat = telegram.privateChat()
    chat.says('/start c_sources')
    expect((await chat.answer()).text).toMatch(/^The sources/)
    chat.says('hello c_sources')
    expect((await chat.answer()).text).not.toMatch(/^The sources/)
  })
})

describe('a group', () => {
  it('answers a question by a reply to it, whoever replies', async () => {
    const { telegram } = await startScene()
    const group = telegram.supergroup()
    group.says('/article')
    const question = await group.answer()
    group.says('vov', { replyTo: question, from: telegram.person('Other') })
    expect((await group.answer()).text).toMatch(/^Vietnam-Cambodia relations/)
  })

  it('confirms by a reply of an admin', async () => {
    const { telegram, store } = await startScene()
    const group = telegram.supergroup()
    const admin = telegram.person('Admin')
    group.member(admin, 'administrator')
    group.says('/subscribe', { from: admin })
    await group.answer()
    group.says('/forget', { from: admin })
    const question = await group.answer()
    group.says('yes', { from: telegram.person('Member'), replyTo: question })
    expect((await group.answer()).text).toMatch(/^Only the admins/)
    group.says('what does it mean?', { from: admin, replyTo: question })
    group.says('yes', { from: admin, replyTo: question })
    expect((await group.answer()).text).toMatch(/erased/)
    expect(await store.subscriptionsOf({ platform: 'telegram', chat: String(group.id) })).toEqual([])
  })

  it('talks under answers and questions without being answered', async () => {
    const { telegram } = await startScene()
    const group = telegram.supergroup()
    group.says('/preview january-7')
    const post = await group.answer()
    group.says('/article')
    const question = await group.answer()
    for (const words of ['May they rest in peace 🙏', 'thank you', 'more', 'who said that?', '🙏'])
      group.says(words, { replyTo: post })
    group.says('thanks', { replyTo: question })
    group.says('next')
    group.says('vov')
    await telegram.quiet()
    expect(group.unread()).toEqual([])
  })

  it('refers to the last answer after its name', async () => {
    const { telegram } = await startScene()
    const group = telegram.supergroup()
    group.says('/search Pol Pot')
    const found = await group.answer()
    group.says('@daybook_bot who said that?')
    const sources = await group.answer()
    expect(sources.text?.length).toBeLessThan(found.text?.length ?? 0)
    group.says('@daybook_bot in Khmer')
    expect((await group.answer()).text).toMatch(/\p{Script=Khmer}/u)
  })
})
