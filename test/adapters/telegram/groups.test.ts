// Checks groups, topics and channels: what the bot answers there, and who may change settings.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Chat, Telegram } from '../../fakes/telegram/index.ts'
import { labelsOf, type Scene, startScene } from './scene.ts'

const addressOf = (chat: Chat, thread?: number) => ({
  platform: 'telegram',
  chat: String(chat.id),
  ...(thread !== undefined && { thread: String(thread) }),
})

const subscriptionsOf = (scene: Scene, chat: Chat, thread?: number) =>
  scene.store.subscriptionsOf(addressOf(chat, thread))

/** How often the bot asked for a person's rights. */
const countRightsRequests = (telegram: Telegram) =>
  telegram.calls.filter(({ method }) => method === 'getChatMember').length

async function startGroup() {
  const scene = await startScene()
  const group = scene.telegram.supergroup()
  const admin = scene.telegram.person('Admin')
  group.member(admin, 'administrator')
  return { ...scene, group, admin }
}

describe('a group with privacy mode', () => {
  it.each(['/upcoming', '/upcoming@daybook_bot', '/UPCOMING@Daybook_Bot'])(
    'gets an answer to %s',
    async line => {
      const { group } = await startGroup()
      const question = group.says(line)
      const answer = await group.answer()
      expect(answer.text).toMatch(/^Coming anniversaries/)
      expect(answer.reply_to_message?.message_id).toBe(question.message_id)
    },
  )

  it.each([
    '/upcoming@other_bot',
    '/nothing',
    '/nothing here',
    'upcoming',
    '@other_bot upcoming',
    '@daybook_bot_dev x',
  ])('gets no answer to %s', async line => {
    const { telegram, group } = await startGroup()
    group.says(line)
    await telegram.quiet()
    expect(group.unread()).toEqual([])
  })

  it('learns that a command is unknown only if it names the bot', async () => {
    const { group } = await startGroup()
    group.says('/serch@daybook_bot Pol Pot')
    expect((await group.answer()).text).toMatch(/no command \/serch/)
  })

  it.each(['@Daybook_bot Pol Pot', '@daybook_bot, Pol Pot', '@daybook_bot: Pol Pot'])(
    'gets an answer to what begins with its name: %s',
    async line => {
      const { group } = await startGroup()
      const question = group.says(line)
      const answer = await group.answer()
      expect(answer.text).toMatch(/for “Pol Pot”/)
      expect(answer.reply_to_message?.message_id).toBe(question.message_id)
    },
  )

  it('gets no answer to what only mentions the bot, nor to a reply to an answer', async () => {
    const { telegram, group } = await startGroup()
    group.says('/help')
    const help = await group.answer()
    group.says('Hun Sen', { replyTo: help })
    group.says('and who is @daybook_bot?')
    await telegram.quiet()
    expect(group.unread()).toEqual([])
  })

  it('gets no answer to other bots, nor to what the bot overhears as an administrator', async () => {
    const { telegram, group } = await startGroup()
    group.botBecomes('administrator')
    group.says('Pol Pot')
    group.says('/help', { from: telegram.person('Other', { is_bot: true, username: 'other_bot' }) })
    await telegram.quiet()
    expect(group.unread()).toEqual([])
  })

  it('gets no answer to the automatic forwards of a linked channel', async () => {
    const { telegram, group } = await startGroup()
    const channel = telegram.channel()
    group.posts({
      text: '/help',
      entities: [{ type: 'bot_command', offset: 0, length: 5 }],
      is_automatic_forward: true,
      sender_chat: { id: channel.id, type: 'channel' },
    })
    await telegram.quiet()
    expect(group.unread()).toEqual([])
  })
})

describe('the subscriptions of a group', () => {
  it('are for its admins, whose rights are requested each time', async () => {
    const scene = await startGroup()
    const { telegram, group, admin } = scene
    group.says('/subscribe', { from: telegram.person('Member') })
    expect((await group.answer()).text).toMatch(/^Only the admins/)
    expect(await subscriptionsOf(scene, group)).toEqual([])
    group.says('/subscribe', { from: admin })
    expect((await group.answer()).text).toMatch(/^Subscribed/)
    expect(countRightsRequests(telegram)).toBe(2)
    group.member(admin, 'member')
    group.says('/unsubscribe', { from: admin })
    expect((await group.answer()).text).toMatch(/^Only the admins/)
    expect(await subscriptionsOf(scene, group)).toMatchObject([{ status: { type: 'active' } }])
  })

  it('are for its creator and anonymous admins as well', async () => {
    const scene = await startGroup()
    const { telegram, group } = scene
    const owner = telegram.person('Owner')
    group.member(owner, 'creator')
    group.says('/subscribe', { from: owner })
    expect((await group.answer()).text).toMatch(/^Subscribed/)
    group.says('/unsubscribe', { anonymous: true })
    expect((await group.answer()).text).toMatch(/^No more posts/)
  })

  it('are not for people who write in the name of a channel', async () => {
    const scene = await startGroup()
    scene.group.says('/subscribe', { as: scene.telegram.channel() })
    expect((await scene.group.answer()).text).toMatch(/^Only the admins/)
  })

  it('cost no request for a command that everybody may use', async () => {
    const { telegram, group } = await startGroup()
    group.says('/upcoming')
    await group.answer()
    expect(countRightsRequests(telegram)).toBe(0)
  })
})

describe('a group with topics', () => {
  it('keeps a subscription in the topic it was made in', async () => {
    const scene = await startScene()
    const forum = scene.telegram.forum()
    const topic = forum.topic('Dates')
    forum.says('/subscribe', { anonymous: true, topic })
    expect(await forum.answer()).toMatchObject({
      message_thread_id: topic,
      text: expect.stringMatching(/^Subscribed/),
    })
    expect(await subscriptionsOf(scene, forum, topic)).toHaveLength(1)
    expect(await subscriptionsOf(scene, forum)).toEqual([])
  })

  it('has no thread id for its General topic', async () => {
    const scene = await startScene()
    const forum = scene.telegram.forum()
    forum.says('/subscribe', { anonymous: true })
    expect(await forum.answer()).not.toHaveProperty('message_thread_id')
    expect(await subscriptionsOf(scene, forum)).toHaveLength(1)
  })

  it('gets the answer to a press in the same topic', async () => {
    const { telegram } = await startScene()
    const forum = telegram.forum()
    const topic = forum.topic('Dates')
    forum.says('/start', { topic })
    forum.presses(await forum.answer(), 'All commands')
    expect((await forum.answer()).message_thread_id).toBe(topic)
    await telegram.quiet()
    expect(telegram.unansweredPresses()).toEqual([])
  })

  it('is not a supergroup with threads of replies', async () => {
    const scene = await startGroup()
    const { telegram, group, admin } = scene
    group.says('/help')
    const help = await group.answer()
    group.says('/subscribe', { from: admin, replyTo: help })
    expect((await group.answer()).text).toMatch(/^Subscribed/)
    expect(await subscriptionsOf(scene, group)).toHaveLength(1)
    expect(telegram.declined).toEqual([])
  })
})

describe('a channel', () => {
  it('is subscribed by a post in it, because only admins write there', async () => {
    const scene = await startScene()
    const channel = scene.telegram.channel()
    channel.says('/subscribe 08:00')
    expect((await channel.answer()).text).toMatch(/^Subscribed/)
    expect(await subscriptionsOf(scene, channel)).toHaveLength(1)
  })

  it.each(['Pol Pot', '/nothing', '@daybook_bot Pol Pot', '/help@other_bot'])(
    'gets no answer to %s',
    async line => {
      const { telegram } = await startScene()
      const channel = telegram.channel()
      channel.says(line)
      await telegram.quiet()
      expect(channel.unread()).toEqual([])
    },
  )

  it('stays as it is when a reader presses, and opens their private chat instead', async () => {
    const { telegram } = await startScene()
    const channel = telegram.channel()
    const [reader, admin] = [telegram.person('Reader'), telegram.person('Admin')]
    channel.member(reader, 'member')
    channel.member(admin, 'administrator')
    channel.says('/preview')
    const preview = await channel.answer()
    const press = channel.presses(preview, 'About the sources', { from: reader })
    expect(await press.answer).toMatchObject({ url: 'https://t.me/daybook_bot?start=c_sources' })
    expect(channel.unread()).toEqual([])
    channel.presses(preview, 'About the sources', { from: admin })
    expect((await channel.answer()).text).toMatch(/^The sources/)
    await telegram.quiet()
    expect(telegram.unansweredPresses()).toEqual([])
  })

  it.each([
    ['/facts', 'How many were killed', /^How many were killed/, 'k_'],
    ['/who', 'Hun Sen', /^Hun Sen/, 'k_'],
    ['/summary sggp-2024', 'All key points', /^Hanoi ceremony/, 'k_'],
    ['/article', 'Sai Gon Giai Phong', /^Hanoi ceremony/, 'k_'],
    ['/summary', 'Sai Gon Giai Phong', /^Hanoi ceremony/, 'a_'],
    ['/search Pol Pot', 'Next page', /Page 2/, 'k_'],
  ])('opens what a reader presses under %s: %s', async (line, label, opened, prefix) => {
    const { telegram, store, log } = await startScene()
    const channel = telegram.channel()
    const reader = telegram.person('Reader')
    channel.member(reader, 'member')
    channel.says(line)
    const answer = await channel.answer()
    const button = labelsOf(answer).find(each => each.includes(label))
    const press = channel.presses(answer, button ?? label, { from: reader })
    const url = String((await press.answer).url)
    const [, payload = ''] = /^https:\/\/t\.me\/daybook_bot\?start=([\w-]{1,64})$/.exec(url) ?? []
    expect(payload.slice(0, 2)).toBe(prefix)
    const chat = telegram.privateChat({ user: reader, started: false })
    chat.says(`/start ${payload}`)
    expect((await chat.answer()).text).toMatch(opened)
    expect(channel.unread()).toEqual([])
    expect(await store.rowsOf(addressOf(channel))).toMatchObject({ subscriptions: [] })
    expect(log.filter(each => each.startsWith('error'))).toEqual([])
  })

  it('gives readers no link that would change something in their own chat', async () => {
    const { telegram, store } = await startScene()
    const channel = telegram.channel()
    const reader = telegram.person('Reader')
    channel.member(reader, 'member')
    channel.says('/language')
    const answer = await channel.answer()
    const press = channel.presses(answer, labelsOf(answer)[0] ?? '', { from: reader })
    expect(await press.answer).toMatchObject({ url: 'https://t.me/daybook_bot?start=start' })
    // A call that was kept for a button of its own is no link either.
    const value = '+language\nlanguage\nvi'
    const now = Temporal.Instant.from('2026-11-21T12:00:00Z')
    await store.remember({ key: 'telegram call AAAAAAAAAAAAAAAAAAAAAA', value, now })
    const chat = telegram.privateChat({ user: reader })
    chat.says('/start k_AAAAAAAAAAAAAAAAAAAAAA')
    expect((await chat.answer()).text).toMatch(/^Daybook/)
    expect(await store.languageOf(addressOf(chat))).toBeUndefined()
  })

  it('gets no answer if the bot may not post there, which is not an error', async () => {
    const { telegram, log } = await startScene()
    const channel = telegram.channel({ rights: { can_post_messages: false } })
    channel.says('/help')
    await telegram.quiet()
    expect(channel.unread()).toEqual([])
    expect(telegram.declined).toMatchObject([{ status: 400 }])
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
  })
})
