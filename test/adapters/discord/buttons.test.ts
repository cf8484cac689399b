// Proves what buttons do: pages that turn in place, presses after a restart, by others, and of what nobody made.
import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { type Component, walk } from '../../fakes/discord/limits/message.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { startTown, subscribe, type Town } from './scene.ts'

const idsOf = ({ body }: Posted) =>
  walk(body.components, []).flatMap(([{ custom_id: id }]) => (id ? [id] : []))

const labelled = ({ buttons }: Posted, like: RegExp) =>
  buttons.find(each => like.test(each)) ?? `one like ${like} of ${buttons}`

/** Puts another custom_id under the first button, as a message of an older version may have it. */
function forge(message: Posted, id: string): Posted {
  const button = walk(message.body.components, [])
    .map(([each]) => each)
    .find(({ type }) => type === 2) as Component
  button.custom_id = id
  button.label = 'forged'
  return message
}

describe('pages', () => {
  test('turn in the message itself', async () => {
    const { lan, general } = await startTown()
    const first = await lan.runs('/article', { name: 'vovworld-2014' }).answer()
    expect(first.text).toContain('Page 1 of 3')
    const second = await first.press('Next page', { by: lan }).answer()
    expect(second).toBe(first)
    expect(second.text).toContain('Page 2 of 3')
    await second.press('Previous page', { by: lan }).answer()
    expect(first.text).toContain('Page 1 of 3')
    expect(general.posts).toHaveLength(1)
  })

  test('turn after a restart', async () => {
    const store = createStore(openSqlite(':memory:'))
    const { discord, lan, stop } = await startTown({ store })
    const first = await lan.runs('/article', { name: 'vovworld-2014' }).answer()
    await stop()
    await startTown({ discord, store })
    expect((await first.press('Next page', { by: lan }).answer()).text).toContain('Page 2 of 3')
  })
})

describe('a call too long for its button', () => {
  const place = `a town ${'far beyond the river '.repeat(6)}`.trim()
  const ask = ({ admin }: Town) => admin.runs('/subscribe', { anniversary: 'xyzzy', zone: place }).answer()
  const button = /^7 January 1979/

  test('is kept under a short key, also over a restart', async () => {
    const store = createStore(openSqlite(':memory:'))
    const town = await startTown({ store })
    const asking = await ask(town)
    expect(idsOf(asking).filter(id => id.startsWith('+#subscribe#'))).not.toEqual([])
    await town.stop()
    await startTown({ discord: town.discord, store })
    const answer = await asking.press(labelled(asking, button), { by: town.admin }).answer()
    expect(answer.text).toContain(place.slice(0, 40))
    expect(answer.onlyFor).toBe(town.admin.user)
  })

  test('that is forgotten is told so, to who pressed alone', async () => {
    const town = await startTown()
    const asking = await ask(town)
    await town.stop()
    await startTown({ discord: town.discord })
    const answer = await asking.press(labelled(asking, button), { by: town.admin }).answer()
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
  ])('that nobody made, %j, is answered to who pressed alone', async id => {
    const { lan, log } = await startTown()
    const message = forge(await lan.runs('/upcoming').answer(), id)
    const answer = await message.press('forged', { by: lan }).answer()
    expect(answer.text).toMatch(/too old|no command/)
    expect(answer.onlyFor).toBe(lan.user)
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
  })

  test('of a member on settings that an admin showed to all changes nothing, and is refused in private', async () => {
    const { admin, lan, general, store } = await startTown()
    await subscribe(admin, general)
    const mine = await admin.runs('/settings').answer()
    expect(mine.onlyFor).toBe(admin.user)
    const shown = await mine.press('Show to all', { by: admin }).answer()
    expect(shown.onlyFor).toBeUndefined()
    const change = labelled(shown, /7 January 1979/)
    const detail = await shown.press(change, { by: lan }).answer()
    const stop = labelled(detail, /stop/i)
    const refusal = await detail.press(stop, { by: lan }).answer()
    expect(refusal.text).toContain('Only the admins')
    expect(refusal.onlyFor).toBe(lan.user)
    const [kept] = await store.subscriptionsOf({
      platform: 'discord',
      chat: String(general.channel.guild?.id),
      thread: general.id,
    })
    expect(kept?.status).toEqual({ type: 'active' })
    await detail.press(stop, { by: admin }).answer()
    expect((await admin.runs('/settings').answer()).text).toContain('not subscribed')
  })
})

describe('“Show to all”', () => {
  test('repeats a private answer for all', async () => {
    const { lan } = await startTown()
    const mine = await lan.runs('/preview').answer()
    expect(mine.onlyFor).toBe(lan.user)
    const shown = await mine.press('Show to all', { by: lan }).answer()
    expect(shown.onlyFor).toBeUndefined()
    expect(shown.text).toBe(mine.text)
    expect(shown.buttons).not.toContain('Show to all')
  })

  test('is not offered where it would change something once more, nor on a refusal', async () => {
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
