// Checks attacks: floods, forged presses, replays, and updates that no client sends.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it, vi } from 'vitest'
import { limited } from '../../../src/adapters/host/limits.ts'
import type { Store } from '../../../src/core/delivery/store.ts'
import { failedIn } from '../../contracts/store.ts'
import type { Telegram } from '../../fakes/telegram/index.ts'
import { startScene, token } from './scene.ts'

const startGuarded = () => startScene({ guard: limited })

/** A group that an admin has subscribed, with a message of the bot in it. */
async function startSubscribedGroup() {
  const scene = await startGuarded()
  const { telegram, store } = scene
  const group = telegram.supergroup()
  const admin = telegram.person('Admin')
  group.member(admin, 'creator')
  group.says('/subscribe', { from: admin })
  const message = await group.answer()
  const address = { platform: 'telegram', chat: String(group.id) }
  return { ...scene, group, admin, message, subscriptions: () => countActive(store, address) }
}

const countActive = async (store: Store, chat: { platform: string; chat: string }) =>
  (await store.subscriptionsOf(chat)).filter(({ status }) => status.type === 'active').length

/** The bot has made no wrong request, and still answers. */
async function expectHealthy({ telegram, log }: { telegram: Telegram; log: string[] }): Promise<void> {
  await telegram.quiet({ within: 15_000 })
  expect(telegram.refused).toEqual([])
  expect(telegram.unansweredPresses()).toEqual([])
  expect(telegram.unansweredQueries()).toEqual([])
  expect(log.filter(line => line.startsWith('error'))).toEqual([])
  const chat = telegram.privateChat()
  chat.says('/help')
  const { text } = await chat.answer()
  expect(text).toMatch(/^Commands/)
  // Neither requests nor the log show any internals.
  const all = JSON.stringify([telegram.calls, log])
  expect(all).not.toContain(token.split(':')[1])
  expect(all).not.toMatch(/\bat \S+ \(?file:|node_modules|SQLITE/)
}

describe('a flood', () => {
  it('of commands is answered for a while, then once with a request to slow down, then not at all', async () => {
    const scene = await startGuarded()
    const chat = scene.telegram.privateChat()
    for (let n = 0; n < 60; n++) chat.says('/sources')
    await scene.telegram.quiet({ within: 15_000 })
    const answers = chat.unread().map(({ text = '' }) => text)
    expect(answers.filter(text => text.startsWith('That was a lot at once'))).toHaveLength(1)
    expect(answers.at(-1)).toMatch(/^That was a lot at once/)
    await expectHealthy(scene)
  })

  it('of presses gets an answer to each press, and fills no chat', async () => {
    const { group, message, ...scene } = await startSubscribedGroup()
    const member = scene.telegram.person('Member')
    for (let n = 0; n < 60; n++) group.presses(message, { data: '+sources' }, { from: member })
    await scene.telegram.quiet({ within: 15_000 })
    expect(group.unread().length).toBeLessThanOrEqual(40)
    await expectHealthy(scene)
  })

  it('from one person does not keep the others from their answers', async () => {
    const { group, ...scene } = await startSubscribedGroup()
    const [loud, calm] = [scene.telegram.person('Loud'), scene.telegram.person('Calm')]
    for (let n = 0; n < 40; n++) group.says('/sources', { from: loud })
    await scene.telegram.quiet({ within: 15_000 })
    group.unread()
    group.says('/help', { from: calm })
    expect((await group.answer()).text).toMatch(/^Commands/)
    await expectHealthy(scene)
  })

  it('of inline queries does no harm', async () => {
    const scene = await startGuarded()
    const writer = scene.telegram.person('Writer')
    for (let n = 0; n < 80; n++) scene.telegram.asks(`Pol Pot ${n}`, { from: writer })
    // Between two answers may be more than a quiet moment.
    await vi.waitFor(() => expect(scene.telegram.unansweredQueries()).toEqual([]), { timeout: 15_000 })
    await expectHealthy(scene)
  })
})

describe('a forged press', () => {
  it.each([
    '+forget\nsure\nyes',
    '+unsubscribe\nanniversary\njanuary-7',
    '+subscribe\ntime\n03:00',
    '=settings\ntime\n03:00',
    '+language\nlanguage\nkm',
    '+export',
  ])('by somebody without rights changes nothing: %j', async data => {
    const { group, message, subscriptions, ...scene } = await startSubscribedGroup()
    const rows = await scene.store.rowsOf({ platform: 'telegram', chat: String(group.id) })
    const press = group.presses(message, { data }, { from: scene.telegram.person('Member') })
    expect(JSON.stringify(await press.answer)).toContain('Only the admins')
    expect(await subscriptions()).toBe(1)
    expect(await scene.store.rowsOf({ platform: 'telegram', chat: String(group.id) })).toEqual(rows)
    await expectHealthy(scene)
  })

  it.each([
    '+why\nresend\n../../etc/passwd',
    `+why\nresend\n' OR 1=1 --`,
    '+article\nname\n__proto__',
    '+help\nno option\nx',
  ])('with data that no button has does no harm: %j', async data => {
    const { group, message, admin, subscriptions, ...scene } = await startSubscribedGroup()
    group.presses(message, { data }, { from: admin })
    expect(await subscriptions()).toBe(1)
    await expectHealthy(scene)
  })
})

describe('a press for another chat', () => {
  it('resends nothing there, even for an admin here', async () => {
    const { group, message, admin, subscriptions, ...scene } = await startSubscribedGroup()
    const id = await failedIn(scene.store, { platform: 'telegram', chat: '42' })
    group.presses(message, { data: `+why\nresend\n${id}` }, { from: admin })
    await expectHealthy(scene)
    expect(await scene.store.findDelivery(id)).toMatchObject({ state: 'failed' })
    expect(await subscriptions()).toBe(1)
  })

  it('counts for the chat in which it is pressed, even if its message is from another', async () => {
    const { group, message, admin, subscriptions, ...scene } = await startSubscribedGroup()
    const stranger = scene.telegram.privateChat()
    // In their own private chat, everybody is an admin.
    stranger.presses(
      { ...message, chat: { id: stranger.id, type: 'private' } },
      { data: '+forget\nsure\nyes' },
    )
    await expectHealthy(scene)
    expect(await subscriptions()).toBe(1)
  })

  it('gets an alert if its key stands for no call', async () => {
    const { group, message, ...scene } = await startSubscribedGroup()
    await scene.store.remember({
      key: 'menu',
      value: '+forget\nsure\nyes',
      now: Temporal.Instant.from('2027-01-01T00:00:00Z'),
    })
    for (const data of ['#menu', '#', '#../menu', `#%' OR 1=1 --`, '#__proto__'])
      expect(JSON.stringify(await group.presses(message, { data }).answer)).toContain('too old')
    await expectHealthy(scene)
  })
})

describe('a replay', () => {
  it('of a press that erased data erases nothing else', async () => {
    const { group, admin, message, subscriptions, ...scene } = await startSubscribedGroup()
    const forget = () => group.presses(message, { data: '+forget\nsure\nyes' }, { from: admin })
    await forget().answer
    expect(await subscriptions()).toBe(0)
    const other = scene.telegram.privateChat()
    other.says('/subscribe')
    await other.answer()
    await forget().answer
    expect(await countActive(scene.store, { platform: 'telegram', chat: String(other.id) })).toBe(1)
    await expectHealthy(scene)
  })
})

describe('an update that no client sends', () => {
  it('of a megabyte is cut and answered', async () => {
    const scene = await startGuarded()
    const chat = scene.telegram.privateChat()
    chat.posts({ text: `/search ${'Pol Pot '.repeat(125_000)}` })
    expect(((await chat.answer({ within: 15_000 })).text ?? '').length).toBeLessThan(4097)
    await expectHealthy(scene)
  })

  it.each([
    { type: 'message', content: null },
    { type: 'message', content: { message_id: 1, date: 0, chat: null, text: '/help' } },
    { type: 'message', content: { text: '/help' } },
    {
      type: 'message',
      content: { message_id: -1, date: 'x', chat: { id: '1; DROP TABLE' }, text: '/help' },
    },
    { type: 'callback_query', content: { id: '1', data: '+forget\nsure\nyes' } },
    { type: 'inline_query', content: { id: '1', query: 7 } },
    { type: 'my_chat_member', content: {} },
    { type: 'my_chat_member', content: { chat: { id: 1 }, new_chat_member: { status: 'emperor' } } },
  ])('does no harm: %j', async ({ type, content }) => {
    const scene = await startGuarded()
    scene.telegram.push(type, content as object)
    await scene.telegram.quiet({ within: 15_000 })
    const chat = scene.telegram.privateChat()
    chat.says('/help')
    expect((await chat.answer()).text).toMatch(/^Commands/)
    // The log quotes nothing of the update.
    for (const line of scene.log.filter(each => !each.startsWith('debug')))
      expect(line).not.toMatch(/DROP TABLE|forget/)
  })
})
