// Checks that answers stay below the messages a minute that Telegram takes in a group, and that people are told.

import { Temporal } from 'temporal-polyfill'
import { expect, it, onTestFinished } from 'vitest'
import { paragraph } from '../../../src/core/message/build.ts'
import { documentedRates, type Message, startTelegram } from '../../fakes/telegram/index.ts'
import type { Guard } from '../archive.ts'
import { startScene, token } from './scene.ts'

const START = Temporal.Instant.from('2026-11-21T12:00:00Z')

/** A group on a Telegram that counts its messages a minute, by the same clock as the bot. */
async function startGroup({ guard }: { guard?: Guard } = {}) {
  let now = START
  const telegram = await startTelegram({
    token,
    rates: { ...documentedRates, perChat: 1000, overall: 1000 },
    now: () => now.epochMilliseconds,
  })
  onTestFinished(() => telegram.close())
  const scene = await startScene({ telegram, ...(guard && { guard }) })
  const group = telegram.supergroup()
  return {
    ...scene,
    telegram,
    group,
    pass(seconds: number) {
      now = now.add({ seconds })
      scene.at(now.toString())
    },
  }
}

const isTooMany = ({ text = '' }: Message) => text.startsWith('That was a lot at once')

it('a group that asks too much at once is told so once, and answered again a minute later', async () => {
  const { telegram, group, pass } = await startGroup()
  for (let n = 0; n < 40; n++) group.says('/upcoming')
  await telegram.quiet()
  const answers = group.unread()
  expect(answers).toHaveLength(20)
  expect(answers.filter(isTooMany)).toEqual([answers.at(-1)])
  expect(answers.at(-1)?.text).toContain('in 60 seconds')
  pass(61)
  group.says('/upcoming')
  expect((await group.answer()).text).toMatch(/^Coming anniversaries/)
  expect(telegram.declined).toEqual([])
})

it('a group that never stops asking is never refused a message, and told now and then', async () => {
  const { telegram, group, pass } = await startGroup()
  for (let seconds = 0; seconds < 300; seconds += 2) {
    group.says('/upcoming')
    await telegram.quiet({ momentMs: 4 })
    pass(2)
  }
  const answers = group.unread()
  expect(telegram.declined).toEqual([])
  expect(answers.filter(isTooMany).length).toBeLessThanOrEqual(10)
  expect(answers.length).toBeGreaterThan(80)
}, 20_000)

it('a command that would get no answer changes nothing', async () => {
  const { telegram, group, store } = await startGroup()
  for (let n = 0; n < 30; n++) group.says('/upcoming')
  group.says('/subscribe', { anonymous: true })
  await telegram.quiet()
  expect(await store.subscriptionsOf({ platform: 'telegram', chat: String(group.id) })).toEqual([])
})

it('posts count too, and another chat has its own minute', async () => {
  const { telegram, group, platform } = await startGroup()
  const other = telegram.channel()
  const to = { platform: 'telegram', chat: String(group.id) }
  for (let n = 0; n < 10; n++) await platform.send(to, { body: [paragraph('A post')] }, `key-${n}`)
  for (let n = 0; n < 20; n++) group.says('/upcoming')
  other.says('/upcoming')
  await telegram.quiet()
  expect(group.unread()).toHaveLength(20)
  expect(other.unread()).toHaveLength(1)
  expect(telegram.declined).toEqual([])
})

it('an answer of several messages that does not fit as a whole is not begun', async () => {
  const long = { body: Array.from({ length: 5 }, () => paragraph('Long. '.repeat(600))) }
  const { telegram, group } = await startGroup({
    guard: bot => ({
      ...bot,
      answer: (call, caller) =>
        call.command === 'sources' ? Promise.resolve(long) : bot.answer(call, caller),
    }),
  })
  for (let n = 0; n < 15; n++) group.says('/upcoming')
  group.says('/sources')
  await telegram.quiet()
  const answers = group.unread()
  expect(answers).toHaveLength(16)
  expect(answers.at(-1)).toSatisfy(isTooMany)
})

it('everybody who presses a button gets an answer or an alert, and the group no line', async () => {
  const { telegram, group } = await startGroup()
  group.says('/start')
  const hello = await group.answer()
  const presses = Array.from({ length: 100 }, () =>
    group.presses(hello, 'All commands', { from: telegram.person() }),
  )
  const answers = await Promise.all(presses.map(({ answer }) => answer))
  await telegram.quiet()
  const messages = group.unread()
  expect(messages).toHaveLength(18)
  expect(messages.filter(isTooMany)).toEqual([])
  const alerts = answers.filter(({ show_alert }) => show_alert)
  expect(alerts).toHaveLength(82)
  for (const { text } of alerts) expect(text).toMatch(/^That was a lot at once/)
  expect(telegram.declined).toEqual([])
})

it('pages turn in a group that takes no more messages', async () => {
  const { telegram, group } = await startGroup()
  group.says('/article vovworld')
  const first = await group.answer()
  for (let n = 0; n < 30; n++) group.says('/upcoming')
  await telegram.quiet()
  group.unread()
  group.presses(first, 'Next page')
  expect((await group.answer()).text).toMatch(/Page 2 of/)
})
