// Checks that the topics of a group are named, and looked after from each other.

import { describe, expect, it } from 'vitest'
import { labelsOf, startScene } from './scene.ts'

async function startForum(title = 'Dates') {
  const scene = await startScene()
  const forum = scene.telegram.forum()
  const topic = forum.topic(title)
  const say = async (line: string, where?: number) => {
    forum.says(line, { anonymous: true, ...(where !== undefined && { topic: where }) })
    return forum.answer()
  }
  const admin = scene.telegram.person('Admin')
  forum.member(admin, 'administrator')
  /** Presses the button that begins with the words, and reads the message that has changed. */
  const press = async (message: Awaited<ReturnType<typeof say>>, words: string) => {
    const label = labelsOf(message).find(each => each.startsWith(words))
    if (label === undefined) throw new Error(`no ${words} among ${labelsOf(message).join(', ')}`)
    forum.presses(message, label, { from: admin })
    return forum.answer()
  }
  const activeIn = async (thread?: number) => {
    const chat = { platform: 'telegram', chat: String(forum.id) }
    const all = await scene.store.subscriptionsOf({
      ...chat,
      ...(thread !== undefined && { thread: String(thread) }),
    })
    return all.filter(({ status }) => status.type === 'active')
  }
  return { ...scene, forum, topic, say, press, activeIn, admin }
}

describe('a topic', () => {
  it('is named in confirmations, and so is the General topic', async () => {
    const { say, topic } = await startForum()
    expect((await say('/subscribe', topic)).text).toMatch(/^Subscribed: .* in topic “Dates”\n/)
    expect((await say('/unsubscribe', topic)).text).toMatch(/^No more posts in topic “Dates” for/)
    expect((await say('/subscribe')).text).toMatch(/^Subscribed: .* in topic “General”\n/)
  })

  it('keeps its new name, although messages still show the first one', async () => {
    const { forum, say, topic } = await startForum()
    await say('/settings', topic)
    forum.renamesTopic(topic, 'Memory')
    expect((await say('/settings', topic)).text).toContain('Settings of topic “Memory”')
  })

  it('is not taken for General where Telegram no longer shows the message that was pressed', async () => {
    const { forum, say, topic, admin, activeIn } = await startForum()
    await say('/subscribe')
    await say('/subscribe', topic)
    const settings = await say('/settings', topic)
    const [change] = labelsOf(settings)
    forum.room.messages.delete(settings.message_id)
    expect(await forum.presses(settings, change ?? '', { from: admin }).answer).toMatchObject({
      show_alert: true,
    })
    const stop = { data: '=settings\nanniversary\njanuary-7\nposts\noff' }
    expect(await forum.presses(settings, stop, { from: admin }).answer).toMatchObject({ show_alert: true })
    expect(forum.unread()).toEqual([])
    expect([await activeIn(), await activeIn(topic)]).toMatchObject([{ length: 1 }, { length: 1 }])
  })

  it('has its number where no message has shown its name', async () => {
    const { say, press, store, forum, topic } = await startForum()
    await say('/subscribe', topic)
    const [known] = await store.subscriptionsOf({
      platform: 'telegram',
      chat: String(forum.id),
      thread: String(topic),
    })
    if (!known) return expect.fail('not subscribed')
    await store.putSubscription({ ...known, id: 'old', chat: { ...known.chat, thread: '777' } })
    expect((await press(await say('/settings'), 'All of this group')).text).toContain('Topic 777: ')
  })

  it('is in the language of the group', async () => {
    const { say, topic } = await startForum()
    await say('/language vi', topic)
    expect((await say('/subscribe', topic)).text).toContain('trong chủ đề “Dates”')
  })
})

describe('the subscriptions of a group with topics', () => {
  it('are listed together, and each opens and stops in its topic', async () => {
    const { forum, say, press, topic, activeIn } = await startForum()
    const other = forum.topic('Reading')
    await say('/subscribe 06:00', topic)
    await say('/subscribe 08:00', other)
    await say('/subscribe 09:00')
    const all = await press(await say('/settings'), 'All of this group')
    for (const name of ['Topic “Dates”: ', 'Topic “Reading”: ', 'Topic “General”: '])
      expect(all.text).toContain(name)
    const opened = await press(all, 'Change: topic “Reading”')
    expect(opened.text).toContain('Posted in topic “Reading”')
    expect((await press(opened, 'Stop')).text).toContain('No more posts in topic “Reading” for')
    expect(
      [await activeIn(topic), await activeIn(other), await activeIn()].map(({ length }) => length),
    ).toEqual([1, 0, 1])
  })

  it('are not shown to other members', async () => {
    const { forum, say, press, topic, telegram } = await startForum()
    await say('/subscribe', topic)
    const settings = await say('/settings', topic)
    const member = telegram.person('Member')
    forum.member(member, 'member')
    const question = forum.presses(settings, 'All of this group', { from: member })
    expect(await question.answer).toMatchObject({ text: expect.stringContaining('Only the admins') })
    expect((await press(settings, 'All of this group')).text).toContain('Topic “Dates”: ')
  })

  it('move to the topic that they are opened from', async () => {
    const { forum, say, press, topic, activeIn } = await startForum()
    const other = forum.topic('Reading')
    await say('/subscribe 06:00', topic)
    const opened = await press(
      await press(await say('/settings', other), 'All of this group'),
      'Change: topic',
    )
    expect((await press(opened, 'Move here')).text).toContain('Moved from topic “Dates” to topic “Reading”: ')
    expect([await activeIn(topic), await activeIn(other)].map(({ length }) => length)).toEqual([0, 1])
    const general = await press(await press(await say('/settings'), 'All of this group'), 'Change: topic')
    await press(general, 'Move here')
    expect([await activeIn(other), await activeIn()].map(({ length }) => length)).toEqual([0, 1])
  })

  it('are not offered in a group without topics', async () => {
    const { telegram } = await startScene()
    const group = telegram.supergroup()
    group.says('/settings', { anonymous: true })
    expect(labelsOf(await group.answer()).filter(each => each.startsWith('All of'))).toEqual([])
  })
})
