// Checks that the January 7 post arrives once in every kind of chat, and what becomes of it if Telegram refuses it.

import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../../src/core/delivery/ledger.ts'
import type { Chat } from '../../fakes/telegram/index.ts'
import { type Scene, startScene } from './scene.ts'

const DUE_AT = '2027-01-07T00:00:30Z'
const addressOf = (chat: { id: number }, thread?: number) => ({
  platform: 'telegram',
  chat: String(chat.id),
  ...(thread !== undefined && { thread: String(thread) }),
})

const chatKinds = ['privateChat', 'group', 'supergroup', 'forum', 'channel'] as const

/** A subscribed chat, with the clock at the hour of its post and nothing sent yet. */
async function startDue(kind: (typeof chatKinds)[number]): Promise<{ scene: Scene; chat: Chat }> {
  const scene = await startScene()
  const chat = scene.telegram[kind]()
  chat.says('/subscribe', { anonymous: kind !== 'privateChat' && kind !== 'channel' })
  await chat.answer()
  await scene.telegram.quiet()
  scene.at(DUE_AT)
  return { scene, chat }
}

const deliveryOf = async ({ store }: Scene, chat: Chat, thread?: number): Promise<Delivery | undefined> =>
  (await store.deliveriesOf(addressOf(chat, thread), 5))[0]

const statusOf = async ({ store }: Scene, chat: Chat, thread?: number) =>
  (await store.subscriptionsOf(addressOf(chat, thread)))[0]?.status

const sends = ({ telegram }: Scene, chat: Chat) =>
  telegram.calls.filter(
    ({ method, parameters }) => method === 'sendMessage' && parameters.chat_id === chat.id,
  )

/** Sets the clock and sends whatever is due. */
async function passAt({ at, dispatcher }: Scene, moment: string) {
  at(moment)
  await dispatcher.pass()
}

describe('the post of 7 January', () => {
  it.each(chatKinds)('arrives in a %s once', async kind => {
    const { scene, chat } = await startDue(kind)
    await scene.dispatcher.pass()
    await passAt(scene, '2027-01-07T00:01:30Z')
    const posts = chat.unread()
    expect(posts).toHaveLength(1)
    expect(posts[0]?.text).toMatch(/^7 January 1979.*\n\n7 January 2027 · the 48th anniversary/)
    expect(await deliveryOf(scene, chat)).toMatchObject({
      state: 'sent',
      messageId: String(posts[0]?.message_id),
    })
    expect(scene.telegram.refused).toEqual([])
  })

  it('arrives only in the topic that is subscribed', async () => {
    const scene = await startScene()
    const forum = scene.telegram.forum()
    const topic = forum.topic('Dates')
    forum.says('/subscribe', { anonymous: true, topic })
    await forum.answer()
    await passAt(scene, DUE_AT)
    expect(forum.unread()).toMatchObject([{ message_thread_id: topic }])
  })

  it('has buttons that work', async () => {
    const { scene, chat } = await startDue('privateChat')
    await scene.dispatcher.pass()
    chat.presses(await chat.answer(), 'About the sources')
    expect((await chat.answer()).text).toMatch(/^The sources/)
  })

  it('waits for as long as Telegram says, and is then sent once', async () => {
    const { scene, chat } = await startDue('group')
    scene.telegram.next('sendMessage', {
      status: 429,
      description: 'Too Many Requests: retry after 35',
      parameters: { retry_after: 35 },
    })
    await scene.dispatcher.pass()
    expect(await deliveryOf(scene, chat)).toMatchObject({ state: 'pending' })
    await passAt(scene, '2027-01-07T00:01:00Z')
    expect(chat.unread()).toEqual([])
    await passAt(scene, '2027-01-07T00:01:10Z')
    expect(chat.unread()).toHaveLength(1)
  })

  it.each([
    ['an error of the server', { status: 500, description: 'Internal Server Error' }],
    ['a proxy that answers in HTML', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['a proxy that gave up waiting', { status: 504, body: '<html>Gateway Time-out</html>' }],
    ['an answer that is not JSON', { status: 200, body: 'ok' }],
    ['an answer that is lost', 'lost' as const],
    ['a connection that is reset', 'reset' as const],
  ])('may have arrived after %s, and is never repeated', async (_, fault) => {
    const { scene, chat } = await startDue('group')
    scene.telegram.next('sendMessage', fault)
    await scene.dispatcher.pass()
    expect(await deliveryOf(scene, chat)).toMatchObject({ state: 'unknown' })
    const before = sends(scene, chat).length
    await passAt(scene, '2027-01-07T01:00:00Z')
    await passAt(scene, '2027-01-09T00:00:00Z')
    expect(sends(scene, chat)).toHaveLength(before)
    expect(await statusOf(scene, chat)).toEqual({ type: 'active' })
  })

  it('is not lost when there is no connection', async () => {
    const { scene, chat } = await startDue('group')
    // With the same ledger, but nobody listens at the address of Telegram.
    const offline = await startScene({ store: scene.store, apiRoot: 'http://127.0.0.1:1' })
    await passAt(offline, DUE_AT)
    expect(await deliveryOf(scene, chat)).toMatchObject({ state: 'pending' })
    await passAt(scene, '2027-01-07T00:05:00Z')
    expect(chat.unread()).toHaveLength(1)
    expect(await deliveryOf(scene, chat)).toMatchObject({ state: 'sent' })
  })

  it('fails, is logged and is not repeated if Telegram will never take it', async () => {
    const { scene, chat } = await startDue('group')
    scene.telegram.next('sendMessage', { status: 400, description: "Bad Request: can't parse entities" })
    await scene.dispatcher.pass()
    await passAt(scene, '2027-01-08T00:00:00Z')
    expect(await deliveryOf(scene, chat)).toMatchObject({
      state: 'failed',
      lastError: expect.stringMatching(/entities/),
    })
    expect(chat.unread()).toEqual([])
    expect(await statusOf(scene, chat)).toEqual({ type: 'active' })
    expect(scene.log.filter(line => line.startsWith('error post refused'))).toHaveLength(1)
  })

  it('waits for a new token if the old one was revoked', async () => {
    const { scene, chat } = await startDue('group')
    scene.telegram.next('sendMessage', { status: 401, description: 'Unauthorized' })
    await scene.dispatcher.pass()
    expect(await deliveryOf(scene, chat)).toMatchObject({ state: 'pending' })
    await passAt(scene, '2027-01-07T01:00:00Z')
    expect(chat.unread()).toHaveLength(1)
  })
})

describe('a chat that takes no posts', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [403, 'Forbidden: user is deactivated', 'blocked'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'blocked'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'kicked'],
    [403, 'Forbidden: bot is not a member of the channel chat', 'kicked'],
    [403, 'Forbidden: the group chat was deleted', 'deleted'],
    [403, 'Forbidden: something new', 'forbidden'],
    [400, 'Bad Request: chat not found', 'deleted'],
    [400, 'Bad Request: message thread not found', 'topic-deleted'],
    [400, 'Bad Request: TOPIC_DELETED', 'topic-deleted'],
    [400, 'Bad Request: TOPIC_CLOSED', 'forbidden'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'forbidden'],
    [400, 'Bad Request: need administrator rights in the channel chat', 'forbidden'],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'forbidden'],
    [400, 'Bad Request: CHAT_RESTRICTED', 'forbidden'],
    [400, 'Bad Request: CHAT_ADMIN_REQUIRED', 'forbidden'],
    [400, 'Bad Request: USER_BANNED_IN_CHANNEL', 'forbidden'],
    [400, 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN', 'forbidden'],
    [400, 'Bad Request: CHAT_GUEST_SEND_FORBIDDEN', 'forbidden'],
    [400, 'Bad Request: PEER_ID_INVALID', 'deleted'],
    [400, 'Bad Request: CHANNEL_PRIVATE', 'kicked'],
  ])('is paused with its reason: %d %s', async (status, description, reason) => {
    const { scene, chat } = await startDue('group')
    scene.telegram.next('sendMessage', { status, description })
    await scene.dispatcher.pass()
    expect(await statusOf(scene, chat)).toEqual({ type: 'paused', reason })
    expect(await deliveryOf(scene, chat)).toMatchObject({ state: 'pending' })
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
  })

  it('still gets its post if the bot is added again within the grace', async () => {
    const { scene, chat } = await startDue('supergroup')
    chat.botBecomes('kicked')
    await scene.telegram.quiet()
    await scene.dispatcher.pass()
    expect(chat.unread()).toEqual([])
    scene.at('2027-01-09T12:00:00Z')
    chat.botBecomes('member')
    expect((await chat.answer()).text).toMatch(/^Daybook/)
    await scene.telegram.quiet()
    await scene.dispatcher.pass()
    expect(chat.unread()).toMatchObject([{ text: expect.stringMatching(/This post is late: it was due on/) }])
  })

  it('gets no post if the bot returns after the grace', async () => {
    const { scene, chat } = await startDue('supergroup')
    chat.botBecomes('kicked')
    await scene.telegram.quiet()
    await scene.dispatcher.pass()
    scene.at('2027-01-12T12:00:00Z')
    chat.botBecomes('member')
    await chat.answer()
    await scene.telegram.quiet()
    await scene.dispatcher.pass()
    expect(chat.unread()).toEqual([])
  })

  it('is checked now and then, and gets its post once it takes it', async () => {
    const { scene, chat } = await startDue('channel')
    chat.room.members.set(scene.telegram.me.id, {
      user: scene.telegram.me,
      status: 'administrator',
      rights: { can_post_messages: false },
      anonymous: false,
    })
    await scene.dispatcher.pass()
    expect(await statusOf(scene, chat)).toEqual({ type: 'paused', reason: 'forbidden' })
    await passAt(scene, '2027-01-07T00:20:00Z')
    expect(chat.unread()).toEqual([])
    chat.room.members.set(scene.telegram.me.id, {
      user: scene.telegram.me,
      status: 'administrator',
      rights: {},
      anonymous: false,
    })
    await passAt(scene, '2027-01-07T00:40:00Z')
    expect(chat.unread()).toHaveLength(1)
  })

  it('is reported once, by its title, to those of its admins who can be reached', async () => {
    const { scene, chat } = await startDue('supergroup')
    const { telegram } = scene
    const [reachable, stranger] = [telegram.privateChat(), telegram.privateChat({ started: false })]
    for (const { someone } of [reachable, stranger]) chat.member(someone, 'administrator')
    const me = telegram.me
    chat.room.members.set(me.id, { user: me, status: 'restricted', rights: {}, anonymous: false })
    for (const moment of [DUE_AT, '2027-01-07T00:20:00Z', '2027-01-07T02:00:00Z', '2027-01-08T02:00:00Z'])
      await passAt(scene, moment)
    expect(reachable.unread()).toMatchObject([
      {
        text: `${chat.room.title}\n\nPaused, because the bot may not post. Nothing is lost: once it is fixed, the posts go on.\n\nIt lacks the permission “Send messages” there.`,
      },
    ])
    expect(stranger.unread()).toEqual([])
  })

  it('is reported to whoever subscribed, even if they are no admin any more or the bot was removed', async () => {
    const scene = await startScene()
    const { telegram } = scene
    const [group, own] = [telegram.supergroup(), telegram.privateChat()]
    group.member(own.someone, 'administrator')
    group.says('/subscribe', { from: own.someone })
    await group.answer()
    group.member(own.someone, 'member')
    telegram.next('sendMessage', {
      status: 403,
      description: 'Forbidden: bot was kicked from the supergroup chat',
    })
    const refused = { status: 403, description: 'Forbidden: bot was kicked from the supergroup chat' }
    telegram.next('getChat', refused)
    telegram.next('getChatAdministrators', refused)
    await passAt(scene, DUE_AT)
    expect(own.unread()).toMatchObject([
      { text: expect.stringMatching(/^Paused, because the bot was removed/) },
    ])
    expect(await scene.platform.isAdmin?.(addressOf(group), String(own.someone.id))).toBe(false)
  })

  it('may be a closed topic, which is reported once and gets its post when it is open', async () => {
    const scene = await startScene()
    const { telegram } = scene
    const [forum, owner] = [telegram.forum(), telegram.privateChat()]
    forum.member(owner.someone, 'creator')
    const topic = forum.topic('Dates')
    forum.says('/subscribe', { from: owner.someone, topic })
    await forum.answer()
    forum.topicIs('closed', topic)
    for (const moment of [DUE_AT, '2027-01-07T00:20:00Z', '2027-01-07T02:00:00Z']) await passAt(scene, moment)
    expect(await statusOf(scene, forum, topic)).toEqual({ type: 'paused', reason: 'forbidden' })
    const { title } = forum.room
    expect(owner.unread()).toMatchObject([{ text: expect.stringContaining(`${title} · Dates`) }])
    // No message has shown the name of this one.
    expect(await scene.platform.describe?.(addressOf(forum, 4711))).toEqual({
      chat: title,
      place: `https://t.me/c/${String(forum.id).slice(4)}/4711`,
    })
    forum.topicIs('open', topic)
    await passAt(scene, '2027-01-07T03:00:00Z')
    expect(forum.unread()).toMatchObject([{ message_thread_id: topic }])
  })
})

describe('checking whether a chat takes posts', () => {
  it.each(chatKinds)('confirms a %s that does', async kind => {
    const { platform, telegram } = await startScene()
    expect(await platform.check?.(addressOf(telegram[kind]()))).toEqual({ status: 'ready' })
    expect(telegram.refused).toEqual([])
  })

  it('denies chats that do not', async () => {
    const { platform, telegram } = await startScene()
    const forum = telegram.forum()
    const [closed, deleted] = [forum.topic('Closed'), forum.topic('Deleted')]
    forum.topicIs('closed', closed)
    forum.topicIs('deleted', deleted)
    const chats = [
      addressOf(telegram.group({ bot: 'kicked' })),
      addressOf(telegram.supergroup({ bot: 'restricted' })),
      addressOf(telegram.channel({ rights: { can_post_messages: false } })),
      addressOf(telegram.privateChat({ started: false })),
      addressOf(forum, closed),
      addressOf(forum, deleted),
      addressOf({ id: -424242 }),
    ]
    for (const chat of chats) expect(await platform.check?.(chat)).toMatchObject({ status: 'refused' })
  })

  it('names the right that is lacking, if the bot is still there', async () => {
    const { platform, telegram } = await startScene()
    const missingIn = async (chat: { id: number }) => await platform.check?.(addressOf(chat))
    expect(await missingIn(telegram.supergroup({ bot: 'restricted' }))).toEqual({
      status: 'refused',
      missing: 'Send messages',
    })
    expect(await missingIn(telegram.channel({ rights: { can_post_messages: false } }))).toEqual({
      status: 'refused',
      missing: 'Post messages',
    })
    expect(await missingIn(telegram.group({ bot: 'kicked' }))).toEqual({ status: 'refused' })
  })

  it('says so if Telegram cannot be reached', async () => {
    const { platform, telegram } = await startScene()
    telegram.next('getChat', 'reset')
    expect(await platform.check?.(addressOf(telegram.group()))).toEqual({ status: 'unreachable' })
  })
})
