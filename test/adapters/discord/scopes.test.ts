// Checks that one channel of a server has its own language and is forgotten by itself, from itself or another channel.

import { expect, test } from 'vitest'
import { DUE_TIME, startTown, subscribe, subscribed } from './scene.ts'

test('a channel is posted to in its own language, and the others in the server’s', async () => {
  const town = await startTown()
  const { admin, general, now, dispatcher } = town
  const feeds = await subscribed(town, 'feeds')
  await subscribe(admin, general)
  const answer = await admin.runs('/language', { language: 'vi', channel: feeds }).answer()
  expect(answer.text).toContain('Language of #feeds from now on: Tiếng Việt.')
  expect(answer.buttons).toEqual(['English', 'ភាសាខ្មែរ', 'All of this server', 'Same as this server'])
  // A server gets one message a second.
  for (const moment of [DUE_TIME, '2027-01-07T00:00:40Z']) {
    now(moment)
    await dispatcher.pass()
  }
  // A long post is several messages.
  expect(feeds.posts[0]?.text).toContain('7 tháng 1')
  expect(feeds.posts.map(({ text }) => text).join('\n')).not.toContain('the 48th anniversary')
  expect(general.posts.at(-1)?.text).toContain('the 48th anniversary')
})

test('a channel is forgotten from another one, with all that was chosen for it, and the server stays', async () => {
  const town = await startTown()
  const { admin, general, server, store } = town
  const readers = server.role('readers', [], { mentionable: true })
  const feeds = await subscribed(town, 'feeds', { values: { role: { id: readers.id } } })
  await subscribe(admin, general)
  const question = await admin.runs('/forget', { channel: feeds }).answer()
  expect(question.text).toContain('Stored about #feeds: 1 subscription')
  expect(question.text).not.toContain('server')
  expect(question.buttons).toEqual(['Forget #feeds'])
  expect(question.onlyFor).toBe(admin.user)
  const done = await question.press('Forget #feeds', { by: admin }).answer()
  expect(done.text).toContain('Everything stored about #feeds is erased.')
  const rows = await store.rowsOf({ platform: 'discord', chat: server.id })
  expect(rows.subscriptions).toMatchObject([{ thread: general.id }])
  expect(JSON.stringify(rows)).not.toContain(feeds.id)
})
