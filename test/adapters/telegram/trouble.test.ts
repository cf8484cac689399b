// Checks what a wait, an outage and a chat that takes no posts cost on Telegram, and what the chat's admins are told.

import { describe, expect, it } from 'vitest'
import type { Chat } from '../../fakes/telegram/index.ts'
import { labelsOf, type Scene, startScene } from './scene.ts'

const DUE_AT = '2027-01-07T00:00:30Z'
const gatewayPage = (status: number) => ({ status, body: '<html>the page of a gateway</html>' })

async function passAt({ at, dispatcher }: Scene, moment: string) {
  at(moment)
  await dispatcher.pass()
}

/** Subscribed supergroups with an admin who can be reached, at the hour of their post. */
async function startDue(count: number) {
  const scene = await startScene()
  const owner = scene.telegram.privateChat()
  const groups = Array.from({ length: count }, () => {
    const group = scene.telegram.supergroup()
    group.member(owner.someone, 'creator')
    return group
  })
  for (const group of groups) {
    group.says('/subscribe', { from: owner.someone })
    await group.answer()
  }
  await scene.telegram.quiet()
  scene.at(DUE_AT)
  return { scene, owner, groups, group: groups[0] as Chat }
}

const counts = ({ store }: Scene) => store.countDeliveries()
const sent = (chats: readonly Chat[]) => chats.filter(chat => chat.unread().length > 0).length

describe('a group in slow mode', () => {
  it('waits alone', async () => {
    const { scene, groups, group } = await startDue(6)
    group.makesWait(43_838)
    await scene.dispatcher.pass()
    expect(sent(groups)).toBe(5)
    expect(await counts(scene)).toMatchObject({ sent: 5, pending: 1 })
  })
})

describe('a gateway that has nobody behind it', () => {
  it('loses no post', async () => {
    const { scene, group } = await startDue(1)
    scene.telegram.next('sendMessage', gatewayPage(503))
    await scene.dispatcher.pass()
    expect(await counts(scene)).toMatchObject({ pending: 1, unknown: 0 })
    await passAt(scene, '2027-01-07T00:00:40Z')
    expect(group.unread()).toHaveLength(1)
  })
})

describe('an outage', () => {
  it.each([
    ['pages of a gateway', () => gatewayPage(502)],
    ['connections that are reset', () => 'reset' as const],
    ['answers that are lost', () => 'lost' as const],
  ])('of %s costs what was in flight, and its admins can send that again', async (_, faultOf) => {
    const { scene, owner, groups } = await startDue(12)
    const { telegram } = scene
    telegram.outage(faultOf)
    await scene.dispatcher.pass()
    const { unknown, pending } = await counts(scene)
    expect(unknown).toBeGreaterThanOrEqual(3)
    expect(unknown + pending).toBe(12)
    expect(scene.dispatcher.isCircuitOpen('telegram')).toBe(true)
    expect(owner.unread()).toEqual([])
    sent(groups)

    telegram.outage(undefined)
    await passAt(scene, '2027-01-07T00:02:00Z')
    expect(await counts(scene)).toMatchObject({ unknown, sent: pending })
    sent(groups)
    await passAt(scene, '2027-01-07T00:30:00Z')
    const notices = owner.unread()
    expect(notices).toHaveLength(unknown)
    expect(notices[0]?.text).toMatch(/^supergroup -\d+\n\nNo reply came when the post of 7 January 2027/)

    owner.presses(notices[0] as (typeof notices)[0], 'Send again: 7 January 2027')
    expect((await owner.answer()).text).toBe('The post of 7 January 2027 goes out again.')
    await passAt(scene, '2027-01-07T00:31:00Z')
    expect(sent(groups)).toBe(1)
  })

  it('lets nobody but an admin of the chat send a post again', async () => {
    const { scene, owner } = await startDue(1)
    const { telegram } = scene
    telegram.next('sendMessage', 'lost')
    await scene.dispatcher.pass()
    const notice = await owner.answer()
    const [button] = notice.reply_markup?.inline_keyboard?.flat() ?? []
    const stranger = telegram.privateChat()
    stranger.says('/start')
    stranger.presses(await stranger.answer(), { data: button?.callback_data ?? '' })
    await telegram.quiet()
    expect(await counts(scene)).toMatchObject({ unknown: 1, pending: 0 })
  })
})

describe('a group whose members may not write', () => {
  it('is told once in a day', async () => {
    const { scene, owner, group } = await startDue(1)
    group.permits({ can_send_messages: false })
    for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
      const hour = String(Math.floor(minutes / 60)).padStart(2, '0')
      await passAt(scene, `2027-01-07T${hour}:${String(minutes % 60).padStart(2, '0')}:30Z`)
    }
    expect(owner.unread()).toHaveLength(1)
    group.permits({})
    await passAt(scene, '2027-01-08T00:30:00Z')
    expect(group.unread()).toHaveLength(1)
  })

  it('still gets its post from a bot that is an admin', async () => {
    const { scene, group } = await startDue(1)
    group.permits({ can_send_messages: false })
    group.botBecomes('administrator')
    await scene.telegram.quiet()
    await scene.dispatcher.pass()
    expect(group.unread()).toHaveLength(1)
  })
})

describe('a topic', () => {
  async function startInTopic() {
    const scene = await startScene()
    const [forum, owner] = [scene.telegram.forum(), scene.telegram.privateChat()]
    forum.member(owner.someone, 'creator')
    const topic = forum.topic('Dates')
    forum.says('/subscribe', { from: owner.someone, topic })
    await forum.answer()
    await scene.telegram.quiet()
    return { scene, forum, owner, topic }
  }

  it('that was deleted is told as such, with the anniversary and the way on', async () => {
    const { scene, forum, owner, topic } = await startInTopic()
    forum.topicIs('deleted', topic)
    await passAt(scene, DUE_AT)
    expect((await owner.answer()).text).toMatch(
      /The topic that gets the posts of “7 January 1979.*” was deleted. To get them in another topic, send \/subscribe there.$/,
    )
  })

  it('that is opened again gets its post without waiting for a check', async () => {
    const { scene, forum, topic } = await startInTopic()
    forum.topicIs('closed', topic)
    await passAt(scene, DUE_AT)
    expect(forum.unread()).toEqual([])
    forum.topicIs('open', topic)
    await scene.telegram.quiet()
    await passAt(scene, '2027-01-07T00:01:00Z')
    expect(forum.unread()).toHaveLength(1)
  })
})

it('an admin who could not be told because of a long wait is told after it, and no other twice', async () => {
  const { scene, owner, group } = await startDue(1)
  const second = scene.telegram.privateChat()
  group.member(second.someone, 'administrator')
  group.permits({ can_send_messages: false })
  owner.makesWait(300)
  await scene.dispatcher.pass()
  expect([owner, second].map(chat => chat.unread().length)).toEqual([0, 1])
  scene.at('2027-01-07T00:10:00Z')
  owner.makesWait(0)
  await scene.dispatcher.pass()
  expect([owner, second].map(chat => chat.unread().length)).toEqual([1, 0])
})

it('a post that is refused for a reason nobody knows is told to the admins', async () => {
  const { scene, owner } = await startDue(1)
  scene.telegram.next('sendMessage', { status: 400, description: 'Bad Request: SOMETHING_NEW' })
  await scene.dispatcher.pass()
  const notice = await owner.answer()
  expect(notice.text).toMatch(/was refused and did not go out: Bad Request: SOMETHING_NEW$/)
  expect(labelsOf(notice)).toEqual(['Send again: 7 January 2027'])
})
