// Checks that the program ends in time on a SIGTERM during a send, and that the ledger has the right state.

import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { expect, it, onTestFinished } from 'vitest'
import { openSqlite } from '../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../src/adapters/storage/store.ts'
import { holdAnswer, token } from '../adapters/telegram/scene.ts'
import { subscription } from '../contracts/store.ts'
import { startTelegram } from '../fakes/telegram/index.ts'
import { newState, start } from '../terminal.ts'

/** Starts the program with a post for one chat. The fake holds the request. */
async function sending() {
  const telegram = await startTelegram({ token })
  onTestFinished(() => telegram.close())
  const chat = { platform: 'telegram', chat: String(telegram.privateChat().id) }
  const state = newState()
  const storeIn = () => createStore(openSqlite(join(state, 'daybook.db')))
  const store = storeIn()
  await store.putSubscription(subscription({ chat }))
  await store.close()
  const held = holdAnswer()
  telegram.next('sendMessage', held.fault)
  const program = start({
    state,
    env: { TELEGRAM_TOKEN: token, TELEGRAM_API_ROOT: telegram.url },
    args: ['--now', '2027-01-07T07:00:30+07:00'],
  })
  await held.begun
  return {
    program,
    release: held.release,
    async deliveries(after: string) {
      const store = storeIn()
      await store.recover(Temporal.Instant.from(after), [])
      const found = await store.deliveriesOf(chat, 10)
      await store.close()
      return found
    },
  }
}

it('a send that finishes is recorded as sent', async () => {
  const { program, release, deliveries } = await sending()
  program.child.kill('SIGTERM')
  release()
  expect(await program.gone).toMatchObject({ code: 0 })
  expect(await deliveries('2027-01-07T00:01:00Z')).toMatchObject([{ state: 'sent' }])
})

it('a send that does not finish is given up within ten seconds, and becomes unknown', async () => {
  const { program, release, deliveries } = await sending()
  const since = performance.now()
  program.child.kill('SIGTERM')
  const { code, err } = await program.gone
  // Docker waits this long. This is not a measure of speed.
  expect(performance.now() - since).toBeLessThan(10_000)
  expect(code).toBe(0)
  expect(err).toContain('ended with work in progress')
  expect(await deliveries('2027-01-07T00:01:00Z')).toMatchObject([{ state: 'sending' }])
  expect(await deliveries('2027-01-07T00:05:00Z')).toMatchObject([{ state: 'unknown' }])
  release()
})
