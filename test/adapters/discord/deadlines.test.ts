// Checks Discord's two deadlines: three seconds to answer, and fifteen minutes to fill in a deferred answer.

import { expect, test } from 'vitest'
import { limited } from '../../../src/adapters/host/limits.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import type { Store } from '../../../src/core/delivery/store.ts'
import { openDiscord, startTown } from './scene.ts'

/** A store whose calls wait while it is stopped. */
function slowStore() {
  const store = createStore(openSqlite(':memory:'))
  let gate = Promise.resolve()
  const slow: Store = new Proxy(store, {
    get(target, name: keyof Store) {
      const method = target[name] as (...args: unknown[]) => Promise<unknown>
      return async (...args: unknown[]) => {
        await gate
        return method.apply(target, args)
      }
    },
  })
  return {
    store: slow,
    stop() {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
  }
}

test('a slow answer is deferred, and filled in later', async () => {
  const { store, stop } = slowStore()
  const { lan, admin, discord } = await startTown({ store })
  const page = await lan.runs('/article', { name: 'vovworld-2014' }).answer()
  const asking = await admin.runs('/subscribe', { anniversary: 'xyzzy', zone: 'far '.repeat(25) }).answer()
  const goOn = stop()
  const open = lan.runs('/help')
  const hidden = lan.runs('/settings')
  const turned = page.press('Next page', { by: lan })
  const stored = asking.press(String(asking.buttons[0]), { by: admin })
  expect(await open.deferral()).toMatchObject({ as: 'message', ephemeral: false })
  expect(await hidden.deferral()).toMatchObject({ as: 'message', ephemeral: true })
  expect(await turned.deferral()).toMatchObject({ as: 'update' })
  expect(await stored.deferral()).toMatchObject({ as: 'message', ephemeral: true })
  goOn()
  expect((await open.answer()).text).toContain('Commands')
  expect((await hidden.answer()).onlyFor).toBe(lan.user)
  expect((await turned.answer()).text).toMatch(/Page 2 of \d/)
  expect((await stored.answer()).onlyFor).toBe(admin.user)
  expect(discord.denied).toEqual([])
})

test('a refusal that comes late is seen by nobody else', async () => {
  const { store, stop } = slowStore()
  const { lan, general } = await startTown({ store, guard: limited })
  await Promise.all(Array.from({ length: 20 }, () => lan.runs('/upcoming').answer()))
  const goOn = stop()
  const refused = lan.runs('/upcoming')
  expect(await refused.deferral()).toMatchObject({ ephemeral: false })
  goOn()
  const answer = await refused.followUp()
  expect(answer.text).toContain('That was a lot at once')
  expect(answer.onlyFor).toBe(lan.user)
  expect(general.posts.filter(({ deleted }) => !deleted)).toHaveLength(20)
})

test('slow completions are left out, because typing cannot be deferred', async () => {
  const { store, stop } = slowStore()
  const { lan } = await startTown({ store })
  const goOn = stop()
  expect(await lan.types('/article', { option: 'name', text: 'vovw' }).choices()).toEqual([])
  goOn()
  expect(await lan.types('/article', { option: 'name', text: 'vovw' }).choices()).not.toEqual([])
})

test('an answer that takes longer than fifteen minutes is lost, but later ones are not', async () => {
  const { store, stop } = slowStore()
  const { lan, discord } = await startTown({
    store,
    discord: await openDiscord({ mayLeaveUnanswered: true }),
  })
  const goOn = stop()
  const late = lan.runs('/help')
  await late.deferral()
  discord.advance(16 * 60_000)
  goOn()
  expect((await late.refusal()).code).toBe(50027)
  expect((await lan.runs('/help').answer()).text).toContain('Commands')
  expect(discord.unanswered).toEqual([expect.stringMatching(/deferred$/)])
})

test('a failure after a deferral replaces no message that others see', async () => {
  const { store, stop } = slowStore()
  let isBroken = false
  const broken = new Proxy(store, {
    get:
      (target, name: keyof Store) =>
      async (...args: unknown[]) => {
        const result = await (target[name] as (...args: unknown[]) => Promise<unknown>)(...args)
        if (isBroken) throw new Error('disk full')
        return result
      },
  })
  const { lan } = await startTown({ store: broken })
  const page = await lan.runs('/article', { name: 'vovworld-2014' }).answer()
  const { text } = page
  const goOn = stop()
  const turned = page.press('Next page', { by: lan })
  await turned.deferral()
  isBroken = true
  goOn()
  const apology = await turned.followUp()
  expect(apology.text).toContain('Something went wrong')
  expect(apology.onlyFor).toBe(lan.user)
  expect(page.text).toBe(text)
})

test('people get an answer even if the store fails', async () => {
  const store = createStore(openSqlite(':memory:'))
  let isBroken = false
  const broken = new Proxy(store, {
    get: (target, name: keyof Store) =>
      isBroken ? () => Promise.reject(new Error('disk full')) : target[name],
  })
  const { lan, admin } = await startTown({ store: broken })
  const page = await lan.runs('/article', { name: 'vovworld-2014' }).answer()
  const asking = await admin.runs('/subscribe', { anniversary: 'xyzzy', zone: 'far '.repeat(25) }).answer()
  isBroken = true
  expect(await lan.types('/article', { option: 'name', text: 'vovw' }).choices()).toEqual([])
  for (const run of [
    lan.runs('/help'),
    lan.runs('/settings'),
    page.press('Next page', { by: lan }),
    asking.press(String(asking.buttons[0]), { by: admin }),
  ])
    expect((await run.answer()).text).toContain('Something went wrong')
})
