// Plays an admin's day on Telegram: every answer says where and what, and the post comes to the right topic, once.

import { expect, test } from 'vitest'
import { labelsOf, startScene } from './scene.ts'

test('an admin’s day', async () => {
  const scene = await startScene()
  const { telegram, store, dispatcher } = scene
  const forum = telegram.forum({ title: 'Archive' })
  const admin = telegram.person('Hoa')
  forum.member(admin, 'administrator')
  const [dates, reading, old] = [forum.topic('Dates'), forum.topic('Reading'), forum.topic('Old')]
  const activeIn = async (thread?: number) => {
    const chat = { platform: 'telegram', chat: String(forum.id) }
    const all = await store.subscriptionsOf({ ...chat, ...(thread && { thread: String(thread) }) })
    return all.filter(({ status }) => status.type === 'active')
  }
  type Answer = Awaited<ReturnType<typeof forum.answer>>
  const press = (message: Answer, words: string): Promise<Answer> => {
    const label = labelsOf(message).find(each => each.startsWith(words))
    if (label === undefined) throw new Error(`no ${words} among ${labelsOf(message).join(', ')}`)
    forum.presses(message, label, { from: admin })
    return forum.answer()
  }
  const say = async (line: string, topic?: number) => {
    forum.says(line, { from: admin, ...(topic && { topic }) })
    const answer = await forum.answer()
    expect(answer.message_thread_id).toBe(topic)
    return answer
  }

  // The bot joins and says who it is.
  forum.botBecomes('left')
  forum.botBecomes('member', {}, { by: admin })
  expect((await forum.answer()).text).toContain('archive')

  // A topic, with an offset whose zone must be asked.
  const asked = await say('/subscribe 7 January 7:00 +7', dates)
  expect(asked.text).toContain('Which time zone do you mean by “+7”?')
  const confirmed = await press(asked, 'Asia/Ho_Chi_Minh')
  expect(confirmed.text).toMatch(/^Subscribed: .*7 January.* in topic “Dates”\n/)
  expect(confirmed.message_thread_id).toBe(dates)
  expect((await press(confirmed, 'See the next post')).text).toContain('the next post in topic “Dates”')

  // Another one. Nobody can be mentioned here.
  const wrong = await say('/subscribe 9:00 UTC role:1', old)
  expect(wrong.text).toMatch(/^Subscribed: .* in topic “Old”\n/)
  expect(wrong.text).toContain('There is no such role here')

  // All of the group, and one wish changed, from the General topic.
  const all = await press(await say('/settings'), 'All of this group')
  expect(all.text).toMatch(/Topic “Dates”: .*\n.*07:00, Asia\/Ho_Chi_Minh/)
  expect(all.text).toMatch(/Topic “Old”: .*\n.*09:00, UTC/)
  const opened = await press(all, 'Change: topic “Dates”')
  expect(opened.text).toContain('Posted in topic “Dates”')
  const changed = await press(await press(opened, 'Time: 07:00'), '06:00')
  expect(changed.text).toMatch(/^Changed for topic “Dates”: 06:00 \(was 07:00\)\n/)
  expect(changed.text).toContain('Posted in topic “Dates”')
  expect(changed.text).toContain('Every year at 06:00, Asia/Ho_Chi_Minh')

  // Moved to the topic that the admin is in.
  const elsewhere = await press(await say('/settings', reading), 'All of this group')
  const moved = await press(await press(elsewhere, 'Change: topic “Dates”'), 'Move here')
  expect(moved.text).toMatch(/Moved from topic “Dates” to topic “Reading”: .*7 January/)
  expect(moved.text).toContain('Every year at 06:00, Asia/Ho_Chi_Minh')
  expect(await activeIn(dates)).toEqual([])

  // The other one is stopped, and its topic forgotten.
  expect((await say('/unsubscribe', old)).text).toMatch(/^No more posts in topic “Old” for: .*7 January/)
  const forget = await say('/forget', old)
  expect(forget.text).toContain('Stored about this topic: 1 ended subscription')
  expect((await press(forget, 'Forget this topic')).text).toContain(
    'Everything stored about this topic is erased.',
  )
  expect(await activeIn(reading)).toHaveLength(1)
  forum.unread()

  // The day.
  for (const moment of ['2027-01-06T23:00:30Z', '2027-01-07T09:00:30Z', '2027-01-08T09:00:30Z']) {
    scene.at(moment)
    await dispatcher.pass()
  }
  const posts = forum.unread().filter(({ text }) => text?.includes('48th anniversary'))
  expect(posts.map(({ message_thread_id }) => message_thread_id)).toEqual([reading])
  expect(telegram.declined).toEqual([])
  expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
})
