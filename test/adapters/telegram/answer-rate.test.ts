// Checks that posts leave room for the answers that Telegram counts beside them.

import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { createAnswerRate } from '../../../src/adapters/telegram/answers/answer-rate.ts'
import { startScene } from './scene.ts'

it('counts what was sent in the last seconds, and nothing that was refused', async () => {
  let now = Temporal.Instant.from('2027-01-07T07:00:00Z')
  const rate = createAnswerRate({ now: () => now })
  const send = (method: 'sendMessage' | 'sendChatAction' | 'getMe', ok = true) =>
    rate.count(async () => ({ ok, result: true }) as never, method, {} as never)
  for (let n = 0; n < 4; n++) await send('sendMessage')
  await send('sendMessage', false)
  await send('sendChatAction')
  await send('getMe')
  expect(rate.perSecond()).toBe(2)
  now = now.add({ seconds: 3 })
  expect(rate.perSecond()).toBe(0)
})

it('slows posts down by the answers', async () => {
  const { telegram, platform } = await startScene()
  const whole = platform.limits.perSecond
  const chat = telegram.privateChat()
  chat.says('/help')
  await chat.answer()
  await telegram.quiet()
  expect(platform.limits.perSecond).toBe(whole - 1)
})
