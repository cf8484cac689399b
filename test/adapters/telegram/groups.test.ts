// Groups, topics and channels: what the bot hears there, whom it answers, and whose word counts.
import { describe, expect, it } from 'vitest'
import type { Chat, Telegram } from '../../fakes/telegram/index.ts'
import { type Scene, startScene } from './scene.ts'

const addressOf = (chat: Chat, thread?: number) => ({
  platform: 'telegram',
  chat: String(chat.id),
  ...(thread !== undefined && { thread: String(thread) }),
})

const subscriptionsOf = (scene: Scene, chat: Chat, thread?: number) =>
  scene.store.subscriptionsOf(addressOf(chat, thread))

/** How often the rights of a person were asked for. */
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
    'is answered to %s',
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
  ])('hears nothing in %s', async line => {
    const { telegram, group } = await startGroup()
    group.says(line)
    await telegram.quiet()
    expect(group.unread()).toEqual([])
  })

  it('is told of an unknown command only where the bot was named', async () => {
    const { group } = await startGroup()
    group.says('/serch@daybook_bot Pol Pot')
    expect((await group.answer()).text).toMatch(/no command \/serch/)
  })

  it('is answered where somebody replies to the bot or mentions it', async () => {
    const { group } = await startGroup()
    group.says('/help')
    const help = await group.answer()
    group.says('Hun Sen', { replyTo: help })
    expect((await group.answer()).text).toMatch(/for “Hun Sen”/)
    group.says('@Daybook_bot Pol Pot')
    expect((await group.answer()).text).toMatch(/for “Pol Pot”/)
    group.says('and who is @daybook_bot?')
    expect((await group.answer()).text).toMatch(/and who is/)
  })

  it('is not answered what other bots say, nor what it overhears as an administrator', async () => {
    const { telegram, group } = await startGroup()
    group.botBecomes('administrator')
    group.says('Pol Pot')
    group.says('/help', { from: telegram.person('Other', { is_bot: true, username: 'other_bot' }) })
    await telegram.quiet()
    expect(group.unread()).toEqual([])
  })

  it('is not answered to what a linked channel forwards by itself', async () => {
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

describe('what a group is subscribed to', () => {
  it('is for its admins to say, who are asked for by the API each time', async () => {
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

  it('may be said by the creator, and by an admin who hides behind the group', async () => {
    const scene = await startGroup()
    const { telegram, group } = scene
    const owner = telegram.person('Owner')
    group.member(owner, 'creator')
    group.says('/subscribe', { from: owner })
    expect((await group.answer()).text).toMatch(/^Subscribed/)
    group.says('/unsubscribe', { anonymous: true })
    expect((await group.answer()).text).toMatch(/^No more posts/)
  })

  it('may not be said in the name of a channel', async () => {
    const scene = await startGroup()
    scene.group.says('/subscribe', { as: scene.telegram.channel() })
    expect((await scene.group.answer()).text).toMatch(/^Only the admins/)
  })

  it('is not asked of Telegram where rights do not matter', async () => {
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

  it('has a General topic without an id', async () => {
    const scene = await startScene()
    const forum = scene.telegram.forum()
    forum.says('/subscribe', { anonymous: true })
    expect(await forum.answer()).not.toHaveProperty('message_thread_id')
    expect(await subscriptionsOf(scene, forum)).toHaveLength(1)
  })

  it('is answered to a press in its topic', async () => {
    const { telegram } = await startScene()
    const forum = telegram.forum()
    const topic = forum.topic('Dates')
    forum.says('/start', { topic })
    forum.presses(await forum.answer(), 'All commands')
    expect((await forum.answer()).message_thread_id).toBe(topic)
    await telegram.quiet()
    expect(telegram.unansweredPresses()).toEqual([])
  })

  it('is not what a chain of replies in a plain supergroup is', async () => {
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
  it('is subscribed by a post in it, since only admins write there', async () => {
    const scene = await startScene()
    const channel = scene.telegram.channel()
    channel.says('/subscribe 08:00')
    expect((await channel.answer()).text).toMatch(/^Subscribed/)
    expect(await subscriptionsOf(scene, channel)).toHaveLength(1)
  })

  it.each(['Pol Pot', '/nothing', '@daybook_bot Pol Pot', '/help@other_bot'])(
    'hears nothing in %s',
    async line => {
      const { telegram } = await startScene()
      const channel = telegram.channel()
      channel.says(line)
      await telegram.quiet()
      expect(channel.unread()).toEqual([])
    },
  )

  it('is left as it is by its readers, whose presses open their own chat', async () => {
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

  it('in which the bot may not post gets no answer, and that is no error', async () => {
    const { telegram, log } = await startScene()
    const channel = telegram.channel({ rights: { can_post_messages: false } })
    channel.says('/help')
    await telegram.quiet()
    expect(channel.unread()).toEqual([])
    expect(telegram.declined).toMatchObject([{ status: 400 }])
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
  })
})
