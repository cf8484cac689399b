// Checks chat changes: the bot is added, removed, restricted or blocked, and groups become supergroups.

import { describe, expect, it } from 'vitest'
import type { Chat } from '../../fakes/telegram/index.ts'
import { type Scene, startScene } from './scene.ts'

const addressOf = (chat: { id: number }, thread?: number) => ({
  platform: 'telegram',
  chat: String(chat.id),
  ...(thread !== undefined && { thread: String(thread) }),
})

async function statusOf({ store, telegram }: Scene, chat: Chat, thread?: number) {
  await telegram.quiet()
  return (await store.subscriptionsOf(addressOf(chat, thread)))[0]?.status
}

const active = { type: 'active' }
const paused = (reason: string) => ({ type: 'paused', reason })

/** A subscribed chat of the kind. */
async function startSubscribed(kind: 'group' | 'supergroup' | 'channel' | 'privateChat') {
  const scene = await startScene()
  const chat = scene.telegram[kind]()
  chat.says('/subscribe', { anonymous: kind === 'group' || kind === 'supergroup' })
  await chat.answer()
  return { scene, chat }
}

describe('the bot', () => {
  it.each(['group', 'supergroup'] as const)('greets a %s that it is added to, once', async kind => {
    const { telegram } = await startScene()
    const group = telegram[kind]({ bot: 'left' })
    group.botBecomes('member')
    expect((await group.answer()).text).toMatch(/^Daybook/)
    group.botBecomes('administrator')
    await telegram.quiet()
    expect(group.unread()).toEqual([])
  })

  it('greets in the language of the person who added it', async () => {
    const { telegram, log } = await startScene()
    const group = telegram.group({ bot: 'left' })
    group.botBecomes('member', {}, { by: telegram.person('Sok', { language_code: 'km' }) })
    await group.answer()
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
  })

  it('does not greet a group where it may not write, nor a channel', async () => {
    const { telegram } = await startScene()
    const [group, channel] = [telegram.supergroup({ bot: 'left' }), telegram.channel({ bot: 'left' })]
    const direct = telegram.directMessages({ bot: 'left' })
    direct.botBecomes('administrator')
    group.botBecomes('restricted', { can_send_messages: false })
    channel.botBecomes('administrator')
    await telegram.quiet()
    expect([...group.unread(), ...channel.unread(), ...direct.unread()]).toEqual([])
    expect(telegram.declined).toEqual([])
    expect(telegram.refused).toEqual([])
  })

  it.each(['left', 'kicked'] as const)('pauses when it has %s, and goes on when it returns', async status => {
    const { scene, chat } = await startSubscribed('supergroup')
    chat.botBecomes(status)
    expect(await statusOf(scene, chat)).toEqual(paused('kicked'))
    chat.botBecomes('member')
    expect(await statusOf(scene, chat)).toEqual(active)
  })

  it('pauses while it may not write', async () => {
    const { scene, chat } = await startSubscribed('supergroup')
    chat.botBecomes('restricted', { can_send_messages: false })
    expect(await statusOf(scene, chat)).toEqual(paused('forbidden'))
    chat.botBecomes('restricted', { can_send_messages: true })
    expect(await statusOf(scene, chat)).toEqual(active)
  })

  it('pauses while it is demoted in a channel or has no right to post there', async () => {
    const { scene, chat } = await startSubscribed('channel')
    chat.botBecomes('administrator', { can_post_messages: false })
    expect(await statusOf(scene, chat)).toEqual(paused('forbidden'))
    chat.botBecomes('administrator', { can_post_messages: true })
    expect(await statusOf(scene, chat)).toEqual(active)
    chat.botBecomes('member')
    expect(await statusOf(scene, chat)).toEqual(paused('forbidden'))
    chat.botBecomes('left')
    expect(await statusOf(scene, chat)).toMatchObject({ type: 'paused' })
    chat.botBecomes('administrator')
    expect(await statusOf(scene, chat)).toEqual(active)
  })

  it('pauses when it is blocked, and goes on when it is unblocked', async () => {
    const { scene, chat } = await startSubscribed('privateChat')
    chat.blocks()
    expect(await statusOf(scene, chat)).toEqual(paused('blocked'))
    chat.unblocks()
    expect(await statusOf(scene, chat)).toEqual(active)
  })

  it('pauses in every topic of a group', async () => {
    const scene = await startScene()
    const forum = scene.telegram.forum()
    const topic = forum.topic('Dates')
    forum.says('/subscribe', { anonymous: true, topic })
    await forum.answer()
    forum.botBecomes('kicked')
    expect(await statusOf(scene, forum, topic)).toEqual(paused('kicked'))
  })
})

describe('a group that becomes a supergroup', () => {
  async function startSubscribedInKhmer() {
    const { scene, chat } = await startSubscribed('group')
    chat.says('/language km', { anonymous: true })
    await chat.answer()
    return { scene, chat }
  }

  it('keeps its subscription and its language, and gets exactly one post', async () => {
    const { scene, chat } = await startSubscribedInKhmer()
    const upgraded = chat.migrates()
    await scene.telegram.quiet()
    expect(await scene.store.subscriptionsOf(addressOf(chat))).toEqual([])
    expect(await scene.store.subscriptionsOf(addressOf(upgraded))).toMatchObject([{ status: active }])
    expect(await scene.store.languageOf(addressOf(upgraded))).toBe('km')
    scene.at('2027-01-07T00:00:30Z')
    await scene.dispatcher.pass()
    expect(upgraded.unread()).toHaveLength(1)
    expect(chat.unread()).toEqual([])
  })

  it.each([
    ['before', 'first'],
    ['after', 'last'],
  ] as const)('is not greeted again if the bot joins %s the messages about it', async (_, joins) => {
    const scene = await startScene()
    const group = scene.telegram.group({ bot: 'left' })
    group.botBecomes('member')
    await group.answer()
    const upgraded = group.migrates({ joins })
    await scene.telegram.quiet()
    expect([...group.unread(), ...upgraded.unread()]).toEqual([])
    expect(scene.telegram.declined).toEqual([])
  })

  it('is followed even if only the next post shows its new address', async () => {
    const { scene, chat } = await startSubscribedInKhmer()
    const upgraded = chat.migrates({ announced: false })
    scene.at('2027-01-07T00:00:30Z')
    await scene.dispatcher.pass()
    await scene.dispatcher.pass()
    expect(upgraded.unread()).toHaveLength(1)
    expect(chat.unread()).toEqual([])
    expect(await scene.store.subscriptionsOf(addressOf(upgraded))).toMatchObject([{ status: active }])
    expect(await scene.store.languageOf(addressOf(upgraded))).toBe('km')
  })

  it('is moved once when both signals arrive', async () => {
    const { scene, chat } = await startSubscribedInKhmer()
    const upgraded = chat.migrates({ announced: false })
    scene.at('2027-01-07T00:00:30Z')
    await scene.dispatcher.pass()
    upgraded.posts({ migrate_from_chat_id: chat.id })
    await scene.telegram.quiet()
    await scene.dispatcher.pass()
    expect(upgraded.unread()).toHaveLength(1)
    expect(await scene.store.subscriptionsOf(addressOf(upgraded))).toMatchObject([{ status: active }])
  })
})
