// Checks buttons: pages that turn in place, presses by anybody at any time, and data that no button has.

import { describe, expect, it } from 'vitest'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import type { Store } from '../../../src/core/delivery/store.ts'
import { startTelegram } from '../../fakes/telegram/index.ts'
import { labelsOf, type Scene, startScene, token } from './scene.ts'

const addressOf = (chat: { id: number }) => ({ platform: 'telegram', chat: String(chat.id) })

/** Every press was answered, and no request was wrong. */
function expectAnswered({ telegram }: Pick<Scene, 'telegram'>) {
  expect(telegram.unansweredPresses()).toEqual([])
  expect(telegram.refused).toEqual([])
}

describe('a button', () => {
  it('turns the page in place, there and back', async () => {
    const scene = await startScene()
    const chat = scene.telegram.privateChat()
    chat.says('/article vovworld')
    const first = await chat.answer()
    chat.presses(first, 'Next page')
    const second = await chat.answer()
    expect(second.message_id).toBe(first.message_id)
    expect(second.text).toMatch(/Page 2 of/)
    chat.presses(second, 'Previous page')
    const again = await chat.answer()
    expect(again).toMatchObject({ message_id: first.message_id, text: first.text })
    await scene.telegram.quiet()
    expectAnswered(scene)
  })

  it('does no harm when nothing changes', async () => {
    const scene = await startScene()
    const chat = scene.telegram.privateChat()
    chat.says('/article vovworld')
    const first = await chat.answer()
    const press = chat.presses(first, { data: '=article\nname\nvovworld-2014\npage\n1' })
    await press.answer
    await scene.telegram.quiet()
    expect(scene.telegram.declined).toHaveLength(1)
    expect(scene.telegram.declined[0]?.description).toMatch(/message is not modified/)
    expect(chat.unread()).toEqual([])
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
    expectAnswered(scene)
  })

  it('answers with a new message when it opens something else', async () => {
    const scene = await startScene()
    const chat = scene.telegram.privateChat()
    chat.says('/start')
    const hello = await chat.answer()
    chat.presses(hello, 'All commands')
    const help = await chat.answer()
    expect(help.message_id).not.toBe(hello.message_id)
    expect(help.text).toMatch(/^Commands/)
    await scene.telegram.quiet()
    expectAnswered(scene)
  })

  it('works after a restart, even if its call is stored under a key', async () => {
    const telegram = await startTelegram({ token })
    const store: Store = createStore(openSqlite(':memory:'))
    const before = await startScene({ telegram, store })
    const chat = telegram.privateChat()
    const words = 'Pol Pot genocide Phnom Penh Kampuchea victory anniversary friendship relations'
    chat.says(`/search ${words}`)
    const results = await chat.answer()
    const data = results.reply_markup?.inline_keyboard?.flat().map(each => each.callback_data ?? '') ?? []
    chat.says(`/serch ${words}`)
    const misspelt = await chat.answer()
    const key = misspelt.reply_markup?.inline_keyboard?.flat()[0]?.callback_data ?? ''
    expect(key).toMatch(/^#[\w-]{22}$/)
    for (const each of data) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(64)
    await before.stop()
    await startScene({ telegram, store })
    chat.presses(misspelt, { data: key })
    expect((await chat.answer()).text).toBe(results.text)
    await telegram.quiet()
    expectAnswered({ telegram })
    await telegram.close()
  })

  it('tells the person who presses it that its call is forgotten', async () => {
    const scene = await startScene()
    const chat = scene.telegram.privateChat()
    chat.says('/help')
    const press = chat.presses(await chat.answer(), { data: `#${'A'.repeat(22)}` })
    expect(await press.answer).toMatchObject({
      show_alert: true,
      text: expect.stringMatching(/too old/),
    })
    expect(chat.unread()).toEqual([])
    expectAnswered(scene)
  })

  it.each([
    '',
    '=',
    '+',
    '#',
    '# ',
    '+no such command\n',
    '=article\nname',
    '+__proto__\n\n',
    'article',
    '\u0000',
    `+${'a'.repeat(60)}`,
    '😀😀😀',
    '#__proto__',
    '{"command":"settings"}',
  ])('is answered whatever the data of the press: %j', async data => {
    const scene = await startScene()
    const chat = scene.telegram.privateChat()
    chat.says('/help')
    const press = chat.presses(await chat.answer(), { data })
    expect((await press.answer).callback_query_id).toBe(press.id)
    await scene.telegram.quiet()
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
    expectAnswered(scene)
  })

  it.each([
    ['an unknown command', '+nothing', /no command/],
    ['an unknown option', '=article\n__proto__\nx', /no option/],
    ['a page that is not a number', '=article\nname\nvovworld-2014\npage\nx', /not a number/],
    ['a page past the end', '=article\nname\nvovworld-2014\npage\n999', /Page (\d+) of \1/],
  ])('gets a clear answer for forged data: %s', async (_, data, words) => {
    const scene = await startScene()
    const chat = scene.telegram.privateChat()
    chat.says('/help')
    chat.presses(await chat.answer(), { data })
    expect((await chat.answer()).text).toMatch(words)
    await scene.telegram.quiet()
    expectAnswered(scene)
  })

  it('gets a new message when its own is too old to be edited', async () => {
    const scene = await startScene()
    const chat = scene.telegram.privateChat()
    chat.says('/article vovworld')
    const first = await chat.answer()
    chat.room.messages.delete(first.message_id)
    chat.presses(first, 'Next page')
    const next = await chat.answer()
    expect(next.message_id).not.toBe(first.message_id)
    expect(next.text).toMatch(/Page 2 of/)
    await scene.telegram.quiet()
    expectAnswered(scene)
  })

  it('does no harm when its press has expired', async () => {
    const scene = await startScene()
    const chat = scene.telegram.privateChat()
    chat.says('/start')
    chat.presses(await chat.answer(), 'All commands').expire()
    expect((await chat.answer()).text).toMatch(/^Commands/)
    await scene.telegram.quiet()
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
  })

  it('is answered even if the new message fails', async () => {
    const scene = await startScene()
    const chat = scene.telegram.privateChat()
    chat.says('/start')
    const hello = await chat.answer()
    scene.telegram.next('sendMessage', 'reset')
    await chat.presses(hello, 'All commands').answer
    expectAnswered(scene)
  })
})

describe('settings by buttons', () => {
  it('change hour, time zone, late posts and language in one message', async () => {
    const scene = await startScene()
    const { telegram, store } = scene
    const chat = telegram.privateChat()
    chat.says('/settings')
    let settings = await chat.answer()
    const { message_id } = settings
    const press = async (label: RegExp) => {
      const match = labelsOf(settings).find(each => label.test(each))
      chat.presses(settings, match ?? String(label))
      settings = await chat.answer()
      expect(settings.message_id).toBe(message_id)
    }
    await press(/^Subscribe: 7 January/)
    await press(/^Time:/)
    await press(/^06:00/)
    await press(/^Time zone/)
    await press(/^Europe\/Paris/)
    await press(/^Late posts/)
    await press(/until midnight/)
    await press(/^Back/)
    await press(/^Language/)
    await press(/^Tiếng Việt/)
    const [subscription] = await store.subscriptionsOf(addressOf(chat))
    expect(subscription).toMatchObject({
      zone: 'Europe/Paris',
      grace: { type: 'same-day' },
      status: { type: 'active' },
    })
    expect(subscription?.time.toString()).toBe('06:00:00')
    expect(await store.languageOf(addressOf(chat))).toBe('vi')
    await telegram.quiet()
    expectAnswered(scene)
  })

  it('offer the time zones of a place that has several, and change it only when one is pressed', async () => {
    const scene = await startScene()
    const chat = scene.telegram.privateChat()
    chat.says('/subscribe')
    await chat.answer()
    chat.says('/settings Canada')
    const asked = await chat.answer()
    const zone = async () => (await scene.store.subscriptionsOf(addressOf(chat)))[0]?.zone
    expect(await zone()).toBe('Asia/Phnom_Penh')
    chat.presses(asked, 'America/Toronto')
    await chat.answer()
    expect(await zone()).toBe('America/Toronto')
  })

  it('are for admins: a member who presses gets an alert, and nothing changes', async () => {
    const scene = await startScene()
    const { telegram, store } = scene
    const group = telegram.supergroup()
    const [admin, member] = [telegram.person('Admin'), telegram.person('Member')]
    group.member(admin, 'administrator')
    group.member(member, 'member')
    group.says('/subscribe', { from: admin })
    await group.answer()
    group.says('/settings', { from: admin })
    let settings = await group.answer()
    group.presses(settings, labelsOf(settings)[0] ?? '', { from: admin })
    settings = await group.answer()
    const stop = labelsOf(settings).find(each => each.startsWith('Stop')) ?? ''
    const press = group.presses(settings, stop, { from: member })
    expect(await press.answer).toMatchObject({
      show_alert: true,
      text: expect.stringMatching(/^Only the admins/),
    })
    await telegram.quiet()
    expect(group.unread()).toEqual([])
    expect(await store.subscriptionsOf(addressOf(group))).toMatchObject([{ status: { type: 'active' } }])
    group.presses(settings, stop, { from: admin })
    await group.answer()
    expect(await store.subscriptionsOf(addressOf(group))).toMatchObject([{ status: { type: 'ended' } }])
    await telegram.quiet()
    expectAnswered(scene)
  })
})
