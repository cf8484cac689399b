// Checks how many messages a group still takes in a minute, by a clock that may be set back.

import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { createGroupAllowance } from '../../../src/adapters/telegram/answers/group-allowance.ts'

function startAllowance() {
  let now = Temporal.Instant.from('2027-01-07T07:00:00Z')
  const allowance = createGroupAllowance({ now: () => now })
  const group = { platform: 'telegram', chat: '-100' }
  return {
    allowance,
    group,
    pass(seconds: number) {
      now = now.add({ seconds })
    },
    /** Sends as many messages as fit, and returns their number. */
    fill() {
      for (let count = 0; ; count++) {
        const room = allowance.reserve(group, 1)
        if (!room) return count
        room.sent()
      }
    },
  }
}

it('leaves room for the notice, which is given once until answers go on', () => {
  const { allowance, group, pass, fill } = startAllowance()
  expect(fill()).toBe(19)
  allowance.reserveNotice(group, 1)?.sent()
  expect(allowance.reserveNotice(group, 1)).toBeUndefined()
  expect(allowance.secondsUntilRoom(group, 1)).toBe(60)
  pass(60)
  expect(allowance.secondsUntilRoom(group, 1)).toBeUndefined()
  expect(fill()).toBe(19)
  expect(allowance.reserveNotice(group, 1)).toBeDefined()
})

it('counts what is reserved until it is given back', () => {
  const { allowance, group, fill } = startAllowance()
  const room = allowance.reserve(group, 10)
  room?.sent()
  expect(fill()).toBe(9)
  room?.release()
  expect(fill()).toBe(9)
})

it('begins an answer longer than a minute takes only when the minute is empty', () => {
  const { allowance, group, pass } = startAllowance()
  allowance.reserve(group, 1)?.sent()
  expect(allowance.reserve(group, 30)).toBeUndefined()
  pass(60)
  expect(allowance.reserve(group, 30)).toBeDefined()
})

it('does not stay silent for long if the clock is set back', () => {
  const { allowance, group, pass, fill } = startAllowance()
  fill()
  allowance.reserveNotice(group, 1)?.sent()
  pass(-3600)
  expect(fill()).toBe(19)
})

it('limits no private chat', () => {
  const { allowance } = startAllowance()
  const chat = { platform: 'telegram', chat: '100' }
  for (let n = 0; n < 100; n++) allowance.reserve(chat, 5)?.sent()
  expect(allowance.secondsUntilRoom(chat, 5)).toBeUndefined()
})
