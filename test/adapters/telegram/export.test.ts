// Checks that the data of a group or channel goes to the admin who asked, and to everybody only if an admin wants that.

import { describe, expect, it } from 'vitest'
import type { Chat } from '../../fakes/telegram/index.ts'
import { labelsOf, startScene } from './scene.ts'

async function startGroup({ started = true } = {}) {
  const scene = await startScene()
  const group = scene.telegram.supergroup()
  const admin = scene.telegram.person('Admin')
  const own = scene.telegram.privateChat({ user: admin, started })
  group.member(admin, 'administrator')
  group.says('/subscribe', { from: admin })
  await group.answer()
  return { ...scene, group, admin, own }
}

const hasFile = (chat: Chat) => chat.unread().some(message => 'document' in message)

describe('/export in a group', () => {
  it('sends the file only to the admin, and says so in the group', async () => {
    const { telegram, group, admin, own } = await startGroup()
    group.says('/export', { from: admin })
    const [, file] = await own.answers(2)
    expect(file).toHaveProperty('document')
    expect((await group.answer()).text).toBe('The file went to you alone, in our private chat.')
    expect(hasFile(group)).toBe(false)
    expect(telegram.refused).toEqual([])
  })

  it('says what to do if there is no private chat, and posts the file in the group only if an admin wants that', async () => {
    const { telegram, group, admin } = await startGroup({ started: false })
    group.says('/export', { from: admin })
    const answer = await group.answer()
    expect(answer.text).toContain('everybody can see it')
    expect(labelsOf(answer)).toEqual(['Open a private chat', 'Post it here'])
    group.presses(answer, 'Post it here', { from: telegram.person('Member') })
    await telegram.quiet()
    expect(hasFile(group)).toBe(false)
    group.presses(answer, 'Post it here', { from: admin })
    const [, file] = await group.answers(2)
    expect(file).toHaveProperty('document')
  })

  it('is refused to members', async () => {
    const { group, telegram } = await startGroup()
    group.says('/export', { from: telegram.person('Member') })
    expect((await group.answer()).text).toContain('Only the admins')
  })

  it('tells an anonymous admin, who has no private chat, what to do', async () => {
    const { group } = await startGroup()
    group.says('/export', { anonymous: true })
    expect(labelsOf(await group.answer())).toContain('Post it here')
  })
})

it('/export in a channel does not show the file to its readers', async () => {
  const { telegram } = await startScene()
  const channel = telegram.channel()
  channel.says('/subscribe')
  await channel.answer()
  channel.says('/export')
  expect(labelsOf(await channel.answer())).toEqual(['Open a private chat', 'Post it here'])
  expect(hasFile(channel)).toBe(false)
})
