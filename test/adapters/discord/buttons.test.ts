// Checks buttons: pages that turn in place, presses after a restart, presses by others, and forged presses.

import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { type Component, walk } from '../../fakes/discord/limits/message.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { startTown, subscribe, type Town } from './scene.ts'

const idsOf = ({ body }: Posted) =>
  walk(body.components, []).flatMap(([{ custom_id: id }]) => (id ? [id] : []))

const labelLike = ({ buttons }: Posted, like: RegExp) =>
  buttons.find(each => like.test(each)) ?? `one like ${like} of ${buttons}`

/** Gives the first button another custom_id, as a message of an older version may have. */
function forge(message: Posted, id: string): Posted {
  const button = walk(message.body.components, [])
    .map(([each]) => each)
    .find(({ type }) => type === 2) as Component
  button.custom_id = id
  button.label = 'forged'
  return message
}

describe('pages', () => {
  test('turn in place', async () => {
    const { lan, general } = await startTown()
    const first = await lan.runs('/article', { name: 'vovworld-2014' }).answer()
    expect(first.text).toMatch(/Page 1 of \d/)
    const second = await first.press('Next page', { by: lan }).answer()
    expect(second).toBe(first)
    expect(second.text).toMatch(/Page 2 of \d/)
    await second.press('Previous page', { by: lan }).answer()
    expect(first.text).toMatch(/Page 1 of \d/)
    expect(general.posts).toHaveLength(1)
  })

  test('turn after a restart', async () => {
    const store = createStore(openSqlite(':memory:'))
    const { discord, lan, stop } = await startTown({ store })
    const first = await lan.runs('/article', { name: 'vovworld-2014' }).answer()
    await stop()
    await startTown({ discord, store })
    expect((await first.press('Next page', { by: lan }).answer()).text).toMatch(/Page 2 of \d/)
  })
})

describe('a call too long for its button', () => {
  const place = `a town ${'far beyond the river '.repeat(6)}`.trim()
  const ask = ({ admin }: Town) => admin.runs('/subscribe', { anniversary: 'xyzzy', zone: place }).answer()
  const button = /^7 January 1979/

  test('is stored under a short key, and survives a restart', async () => {
    const store = createStore(openSqlite(':memory:'))
    const town = await startTown({ store })
    const asking = await ask(town)
    expect(idsOf(asking).filter(id => id.startsWith('+#subscribe#'))).not.toEqual([])
    await town.stop()
    await startTown({ discord: town.discord, store })
    const answer = await asking.press(labelLike(asking, button), { by: town.admin }).answer()
    expect(answer.text).toContain(place.slice(0, 40))
    expect(answer.onlyFor).toBe(town.admin.user)
  })

  test('that was forgotten is answered privately', async () => {
    const town = await startTown()
    const asking = await ask(town)
    await town.stop()
    await startTown({ discord: town.discord })
    const answer = await asking.press(labelLike(asking, button), { by: town.admin }).answer()
    expect(answer.text).toContain('This button is too old')
    expect(answer.onlyFor).toBe(town.admin.user)
  })
})

describe('a press', () => {
  test.each([
    'x',
    '+',
    '=',
    '?',
    '!',
    '#',
    '+#',
    '+#search#',
    '=nothing\nwords',
    '\\',
    '+../etc',
    '?search',
    '💥',
  ])('with a forged id, %j, is answered privately', async id => {
    const { lan, log } = await startTown()
    const message = forge(await lan.runs('/upcoming').answer(), id)
    const answer = await message.press('forged', { by: lan }).answer()
    expect(answer.text).toMatch(/too old|no command/)
    expect(answer.onlyFor).toBe(lan.user)
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
  })

  test('by a member on settings that an admin showed to all changes nothing, and is refused privately', async () => {
    const { admin, lan, general, store } = await startTown()
    await subscribe(admin, general)
    const mine = await admin.runs('/settings').answer()
    expect(mine.onlyFor).toBe(admin.user)
    const publicAnswer = await mine.press('Show to all', { by: admin }).answer()
    expect(publicAnswer.onlyFor).toBeUndefined()
    const change = labelLike(publicAnswer, /7 January 1979/)
    const detail = await publicAnswer.press(change, { by: lan }).answer()
    const stop = labelLike(detail, /stop/i)
    const refusal = await detail.press(stop, { by: lan }).answer()
    expect(refusal.text).toContain('Only the admins')
    expect(refusal.onlyFor).toBe(lan.user)
    const [subscription] = await store.subscriptionsOf({
      platform: 'discord',
      chat: String(general.channel.guild?.id),
      thread: general.id,
    })
    expect(subscription?.status).toEqual({ type: 'active' })
    await detail.press(stop, { by: admin }).answer()
    expect((await admin.runs('/settings').answer()).text).toContain('not subscribed')
  })
})

describe('“Show to all”', () => {
  test('repeats a private answer in public', async () => {
    const { lan } = await startTown()
    const mine = await lan.runs('/settings').answer()
    expect(mine.onlyFor).toBe(lan.user)
    const publicAnswer = await mine.press('Show to all', { by: lan }).answer()
    expect(publicAnswer.onlyFor).toBeUndefined()
    expect(publicAnswer.text).toBe(mine.text)
    expect(publicAnswer.buttons).not.toContain('Show to all')
  })

  test('stays on the settings while buttons change them, and changes nothing again', async () => {
    const { admin, general, store } = await startTown()
    await subscribe(admin, general)
    const mine = await admin.runs('/settings').answer()
    const press = (message: Posted, label: RegExp) =>
      message.press(labelLike(message, label), { by: admin }).answer()
    const question = await press(await press(mine, /^Change/), /^Time: /)
    expect(question.buttons).not.toContain('Show to all')
    const changed = await press(question, /^19:00$/)
    expect(changed.text).toContain('Changed for #general: 19:00')
    const before = await store.rowsOf({ platform: 'discord', chat: String(general.channel.guild?.id) })
    const publicAnswer = await press(changed, /^Show to all$/)
    expect(publicAnswer.onlyFor).toBeUndefined()
    expect(publicAnswer.text).toContain('Every year at 19:00')
    expect(publicAnswer.text).not.toContain('Changed')
    const { subscriptions } = await store.rowsOf({
      platform: 'discord',
      chat: String(general.channel.guild?.id),
    })
    expect(subscriptions).toEqual(before.subscriptions)
  })

  test('is not offered if it would repeat a change, nor with a refusal', async () => {
    const { admin, lan } = await startTown()
    for (const [who, line, values] of [
      [admin, '/subscribe', { anniversary: 'january-7' }],
      [admin, '/settings', { time: '09:00' }],
      [admin, '/language', { language: 'en' }],
      [lan, '/language', { language: 'vi' }],
    ] as const) {
      const answer = await who.runs(line, values).answer()
      expect(answer.onlyFor).toBe(who.user)
      expect(answer.buttons).not.toContain('Show to all')
    }
  })
})
