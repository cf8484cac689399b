// Checks a crowd: a hundred people in half a minute, in a group that takes 20 messages a minute, and in a channel.

import { expect, it } from 'vitest'
import { limited } from '../../../src/adapters/host/limits.ts'
import { type Chat, documentedRates, startTelegram } from '../../fakes/telegram/index.ts'
import { startScene, token } from './scene.ts'

const DUE_AT = Date.parse('2027-01-07T00:00:30Z')
const refusal = /^That was a lot at once/
const CROWD = 100
const PAUSE_MS = 300

/** Telegram takes short bursts in a chat, though not more than 20 messages a minute in a group. */
const burstRates = { ...documentedRates, perChat: documentedRates.perGroup }

/** A chat in which 7 January was posted, and a clock that Telegram and the bot share. */
async function startAnniversary(kind: 'supergroup' | 'channel', rates = burstRates) {
  let moment = DUE_AT
  const telegram = await startTelegram({ token, rates, now: () => moment })
  const scene = await startScene({ telegram, guard: limited, waits: true })
  const set = (ms: number) => {
    moment = ms
    scene.at(new Date(ms).toISOString())
  }
  const chat = telegram[kind]()
  set(Date.parse('2027-01-06T00:00:00Z'))
  chat.says('/subscribe 00:00 UTC', { anonymous: kind === 'supergroup' })
  await chat.answer()
  set(DUE_AT)
  await scene.dispatcher.pass()
  const post = await chat.answer()
  set(DUE_AT + 60_000)
  return { ...scene, chat, post, pass: (ms: number) => set(moment + ms) }
}

const crowd = (telegram: Awaited<ReturnType<typeof startAnniversary>>['telegram']) =>
  Array.from({ length: CROWD }, (_, nth) => telegram.person(`Reader ${nth}`))

const textsOf = (chat: Chat) => chat.unread().map(({ text = '' }) => text)

it('gives each of a hundred people who press under a post in a group an answer or an alert', async () => {
  const { telegram, chat, post, pass, log } = await startAnniversary('supergroup')
  const alerts: string[] = []
  for (const from of crowd(telegram)) {
    const { text } = await chat.presses(post, 'About the sources', { from }).answer
    if (text) alerts.push(String(text))
    pass(PAUSE_MS)
  }
  await telegram.quiet()
  const answers = textsOf(chat)
  expect(answers.length + alerts.length).toBe(CROWD)
  expect(answers.filter(text => /^The sources/.test(text))).toHaveLength(answers.length)
  expect(alerts.filter(text => refusal.test(text))).toHaveLength(alerts.length)
  expect(answers.length).toBeGreaterThan(5)
  expect(telegram.unansweredPresses()).toEqual([])
  expect([telegram.refused, telegram.declined]).toEqual([[], []])
  expect(log.filter(line => line.startsWith('error'))).toEqual([])
})

it('gives each of them a word where Telegram takes no burst, too', async () => {
  const { telegram, chat, post, pass } = await startAnniversary('supergroup', documentedRates)
  const alerts: string[] = []
  for (const from of crowd(telegram)) {
    const press = chat.presses(post, 'About the sources', { from })
    await telegram.quiet({ momentMs: 10 })
    pass(PAUSE_MS)
    const { text } = await press.answer
    if (text) alerts.push(String(text))
  }
  for (let n = 0; n < 20; n++) {
    pass(1000)
    await telegram.quiet({ momentMs: 10 })
  }
  const answers = textsOf(chat)
  expect(alerts.every(text => refusal.test(text))).toBe(true)
  expect(answers.every(text => /^The sources/.test(text))).toBe(true)
  expect(answers.length + alerts.length).toBe(CROWD)
  expect(telegram.unansweredPresses()).toEqual([])
  expect(telegram.refused).toEqual([])
})

it('tells a group once if a hundred people run a command there, because everybody reads it', async () => {
  const { telegram, chat, pass, log } = await startAnniversary('supergroup')
  for (const from of crowd(telegram)) {
    chat.says('/upcoming', { from })
    await telegram.quiet({ momentMs: 10 })
    pass(PAUSE_MS)
  }
  const answers = textsOf(chat)
  expect(answers.length).toBeLessThanOrEqual(documentedRates.perGroup)
  expect(answers.filter(text => refusal.test(text))).toHaveLength(1)
  expect(answers.at(-1)).toMatch(refusal)
  expect([telegram.refused, telegram.declined]).toEqual([[], []])
  expect(log.filter(line => line.startsWith('error'))).toEqual([])
})

it('gives each of a hundred readers of a channel a link to their private chat', async () => {
  const { telegram, chat, post, pass } = await startAnniversary('channel')
  const urls: string[] = []
  for (const from of crowd(telegram)) {
    chat.member(from, 'member')
    urls.push(String((await chat.presses(post, 'About the sources', { from }).answer).url))
    pass(PAUSE_MS)
  }
  expect(new Set(urls)).toEqual(new Set(['https://t.me/daybook_bot?start=c_sources']))
  await telegram.quiet()
  expect(textsOf(chat)).toEqual([])
  expect(telegram.unansweredPresses()).toEqual([])
  expect([telegram.refused, telegram.declined]).toEqual([[], []])
})
