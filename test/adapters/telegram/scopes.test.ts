// Checks that one topic of a forum is exported, forgotten and answered in a language by itself.

import { expect, it } from 'vitest'
import { labelsOf, startScene } from './scene.ts'

async function startForum() {
  const scene = await startScene()
  const forum = scene.telegram.forum()
  const own = scene.telegram.privateChat()
  const admin = own.someone
  forum.member(admin, 'administrator')
  const [dates, talk] = [forum.topic('Dates'), forum.topic('Talk')]
  for (const topic of [dates, talk]) {
    forum.says('/subscribe', { from: admin, topic })
    await forum.answer()
  }
  const threads = () => scene.store.threadsOf({ platform: 'telegram', chat: String(forum.id) })
  return { ...scene, forum, own, admin, dates, talk, threads }
}

it('/forget in a topic erases that topic or the whole group, as the presser chooses', async () => {
  const { telegram, forum, admin, dates, talk, threads } = await startForum()
  forum.says('/forget', { from: admin, topic: dates })
  const question = await forum.answer()
  expect(question.text).toContain('Stored about this topic: 1 subscription')
  expect(question.text).toContain('Stored about this group: 2 subscriptions')
  expect(labelsOf(question)).toEqual(['Forget this topic', 'Forget this group'])
  forum.presses(question, 'Forget this topic', { from: admin })
  await telegram.quiet()
  expect((await threads()).map(({ thread }) => thread)).toEqual([String(talk)])
  expect(telegram.refused).toEqual([])
})

it('/export in a topic sends the file in private, and offers that topic in the group', async () => {
  const { telegram, forum, own, admin, dates } = await startForum()
  forum.says('/export', { from: admin, topic: dates })
  const [text, file] = await own.answers(2)
  expect(text?.text).toContain('everything stored about this group')
  // Its choices would be about the private chat there.
  expect(text && labelsOf(text)).toEqual([])
  expect(file).toHaveProperty('document')
  const notice = await forum.answer()
  expect(labelsOf(notice)).toEqual(['Only this topic'])
  forum.presses(notice, 'Only this topic', { from: admin })
  const [again] = await own.answers(2)
  expect(again?.text).toContain('everything stored about this topic')
  expect(telegram.refused).toEqual([])
})

it('/language can be that of one topic', async () => {
  const { telegram, forum, admin, dates, talk, store } = await startForum()
  const address = (topic: number) => ({ platform: 'telegram', chat: String(forum.id), thread: String(topic) })
  forum.says('/language vi', { from: admin, topic: dates })
  const answer = await forum.answer()
  expect(answer.text).toBe('Từ nay ngôn ngữ của nhóm này là: Tiếng Việt.')
  forum.presses(answer, 'Chỉ chủ đề này', { from: admin })
  await telegram.quiet()
  expect(await store.languageOf(address(dates))).toBe('vi')
  expect(await store.languageOf(address(talk))).toBe('en')
  expect(telegram.refused).toEqual([])
})
