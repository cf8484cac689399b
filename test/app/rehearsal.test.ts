// Checks that `--now` over a state in real use warns before it uses up a post, and stays silent over a state of its own.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it, test } from 'vitest'
import { openSqlite } from '../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../src/adapters/storage/store.ts'
import { rehearsalWarning } from '../../src/app/rehearsal.ts'
import { subscription } from '../contracts/store.ts'
import { newState, runOver } from '../terminal.ts'

const machineNow = Temporal.Instant.from('2026-11-28T00:00:00Z')
const createState = () => createStore(openSqlite(':memory:'))
const warning = (store: ReturnType<typeof createState>, now?: string) =>
  rehearsalWarning({ store, machineNow, now: now === undefined ? undefined : Temporal.Instant.from(now) })

describe('--now', () => {
  it.each(['2027-01-06T23:59:57Z', '2027-01-07T00:00:05Z', '2027-06-01T00:00:00Z'])(
    'warns over a state in real use whose next post would be used up: %s',
    async now => {
      const store = createState()
      await store.putSubscription(subscription())
      expect(await warning(store, now)).toContain('its post due at 2027-01-07T00:00:00Z would be used up')
      expect(await warning(store, now)).toContain('DAYBOOK_STATE=/tmp/daybook')
    },
  )

  it('does not warn if the post stays ahead, or if the clock is set back', async () => {
    const store = createState()
    await store.putSubscription(subscription())
    expect(await warning(store, '2027-01-05T00:00:00Z')).toBeUndefined()
    expect(await warning(store, '2026-01-07T00:00:00Z')).toBeUndefined()
  })

  it('does not warn over a state that was begun with it, until that is used without', async () => {
    const store = createState()
    expect(await warning(store, '2027-01-05T00:00:00Z')).toBeUndefined()
    await store.putSubscription(subscription())
    expect(await warning(store, '2027-01-07T00:00:00Z')).toBeUndefined()
    expect(await warning(store)).toBeUndefined()
    expect(await warning(store, '2027-01-07T00:00:00Z')).toContain('in real use')
  })
})

test('the program says it in one line on stderr, and nothing the first time over an empty state', async () => {
  const state = newState()
  const real = await runOver('', { state, args: [] })
  expect(real.err).toBe('')
  const rehearsal = await runOver('', { state, args: ['--now', '2035-06-01T00:00:00Z'] })
  expect(rehearsal.err.split('\n').filter(line => line.startsWith('Warning: this state'))).toHaveLength(1)
  const fresh = await runOver('', { args: ['--now', '2035-06-01T00:00:00Z'] })
  expect(fresh.err).toBe('')
})
