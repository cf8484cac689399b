// Checks how the admins of a group are known, and what people are told where Telegram hides them from the bot.

import { describe, expect, it } from 'vitest'
import { holdAnswer, labelsOf, startScene } from './scene.ts'

async function startGroup() {
  const scene = await startScene()
  const group = scene.telegram.supergroup()
  const admin = scene.telegram.person('Admin')
  group.member(admin, 'administrator')
  const subscriptions = () => scene.store.subscriptionsOf({ platform: 'telegram', chat: String(group.id) })
  return { ...scene, group, admin, subscriptions }
}

describe('where a bot may not ask for the standing of others', () => {
  it('the list of admins decides', async () => {
    const { telegram, group, admin, subscriptions } = await startGroup()
    group.hides('members')
    group.says('/subscribe', { from: telegram.person('Member') })
    expect((await group.answer()).text).toBe('Only the admins of this chat can do this.')
    group.says('/subscribe', { from: admin })
    expect((await group.answer()).text).toMatch(/^Subscribed/)
    expect(await subscriptions()).toHaveLength(1)
  })

  it('and the list is hidden as well, people are told what to do', async () => {
    const { group, admin, log, subscriptions } = await startGroup()
    group.hides('admins')
    for (const command of ['/subscribe', '/settings hour', '/language vi', '/forget']) {
      group.says(command, { from: admin })
      expect((await group.answer()).text, command).toMatch(/^I cannot see who the admins .* Make me an admin/)
    }
    expect(await subscriptions()).toEqual([])
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
    group.says('/subscribe', { anonymous: true })
    expect((await group.answer()).text).toMatch(/^Subscribed/)
    group.botBecomes('administrator')
    group.says('/unsubscribe', { from: admin })
    expect((await group.answer()).text).toMatch(/^No more posts/)
  })
})

describe('a member who presses under the settings', () => {
  it('leaves them as they are for the others, also where Telegram is slow to say who is an admin', async () => {
    const { telegram, group, admin, at } = await startGroup()
    group.botBecomes('administrator')
    group.says('/settings', { from: admin })
    const settings = await group.answer()
    const held = holdAnswer()
    telegram.next('getChatMember', held.fault)
    const label = labelsOf(settings).find(each => each.startsWith('Subscribe')) ?? ''
    const press = group.presses(settings, label, { from: telegram.person('Member') })
    await held.begun
    at('2026-11-21T12:00:02Z')
    await press.answer
    held.release()
    const refusal = await group.answer()
    expect(refusal.text).toContain('Only the admins')
    expect(refusal.message_id).not.toBe(settings.message_id)
  })
})

describe('an anonymous admin', () => {
  it('who presses is told that only what they write shows it', async () => {
    const { telegram, group, subscriptions } = await startGroup()
    const admin = telegram.person('Hidden')
    group.member(admin, 'administrator', { anonymous: true })
    group.says('/settings', { anonymous: true })
    const settings = await group.answer()
    const [button] = settings.reply_markup?.inline_keyboard?.flat() ?? []
    const press = group.presses(settings, button?.text ?? '', { from: admin })
    expect(await press.answer).toMatchObject({
      show_alert: true,
      text: expect.stringMatching(/^Only the admins .* anonymous admin.* write the command/),
    })
    expect(await subscriptions()).toEqual([])
    group.botBecomes('administrator')
    group.presses(settings, button?.text ?? '', { from: admin })
    await group.answer()
    expect(await subscriptions()).toHaveLength(1)
  })
})
