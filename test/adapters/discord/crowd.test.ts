// Checks a crowd and a flood: every interaction gets a word or an acknowledgement, and nobody uses up another's allowance.

import { describe, expect, test } from 'vitest'
import { limited } from '../../../src/adapters/host/limits.ts'
import type { Run } from '../../fakes/discord/interaction.ts'
import type { Person } from '../../fakes/discord/people.ts'
import { DUE_TIME, startTown, subscribed } from './scene.ts'

const refusal = /^That was a lot at once/
const secondRefusal = /^That is still too much at once/

/** A server with limits in which 7 January was posted. */
async function startAnniversary() {
  const town = await startTown({ guard: limited })
  const place = await subscribed(town, 'feeds')
  town.now(DUE_TIME)
  await town.dispatcher.pass()
  const posted = await place.post()
  return { ...town, place, posted, button: posted.buttons[0] ?? '' }
}

test.each([
  ['at once', 100],
  ['in thirty seconds', 4],
])('a hundred people press a button under one post %s: each is answered alone', async (_, count) => {
  const { server, discord, place, posted, button, now, log } = await startAnniversary()
  const people = Array.from({ length: 100 }, (_, nth) => server.member(`Reader ${nth}`))
  for (let first = 0; first < 100; first += count) {
    now(new Date(Date.parse(DUE_TIME) + first * 300).toISOString())
    const wave = people.slice(first, first + count)
    const answers = await Promise.all(wave.map(by => posted.press(button, { by }).answer()))
    expect(answers.map(({ onlyFor }) => onlyFor)).toEqual(wave.map(({ user }) => user))
    expect(answers.filter(({ text }) => refusal.test(text))).toEqual([])
  }
  expect(discord.unanswered).toEqual([])
  expect([discord.refused, discord.denied]).toEqual([[], []])
  expect(place.posts).toEqual([posted])
  expect(posted.edits).toBe(0)
  expect(log.filter(line => line.startsWith('error'))).toEqual([])
})

test('a hundred people run a command in one channel: each is answered', async () => {
  const { server, place, discord } = await startAnniversary()
  const people = Array.from({ length: 100 }, (_, nth) => server.member(`Reader ${nth}`))
  const answers = await Promise.all(people.map(by => by.runs('/upcoming', {}, { in: place }).answer()))
  expect(answers.filter(({ text }) => refusal.test(text))).toEqual([])
  expect([discord.refused, discord.denied]).toEqual([[], []])
})

describe('beyond their allowance, a person', () => {
  const times = <T>(count: number, act: () => T) => Array.from({ length: count }, act)
  /** Uses up what a person may ask. */
  const useUp = (by: Person) => Promise.all(times(20, () => by.runs('/upcoming').answer()))

  const hasEnded = ({ received }: Run) =>
    received.some(each => each.kind !== 'deferred' || each.as === 'update')

  test('who presses gets one line, and later presses are acknowledged', async () => {
    const { lan, posted, button, discord } = await startAnniversary()
    const runs = times(40, () => posted.press(button, { by: lan }))
    await discord.answeredAll()
    // In a crowd a press is acknowledged before it is known that nothing follows, and what that showed is deleted.
    await discord.until('the end of all', () => (runs.every(hasEnded) ? true : undefined))
    const texts = runs.flatMap(({ received }) =>
      received.flatMap(each => ('message' in each && each.kind !== 'deleted' ? [each.message.text] : [])),
    )
    expect(texts).toHaveLength(21)
    expect(texts.filter(text => refusal.test(text))).toHaveLength(1)
  })

  test('who runs commands gets a line each time, which nobody else sees', async () => {
    const { lan } = await startAnniversary()
    await useUp(lan)
    const answers = []
    for (const _ of times(3, () => 0)) answers.push(await lan.runs('/upcoming').answer())
    expect(answers.map(({ text }) => text)).toEqual([
      expect.stringMatching(refusal),
      expect.stringMatching(secondRefusal),
      expect.stringMatching(secondRefusal),
    ])
    expect(answers.map(({ onlyFor }) => onlyFor)).toEqual(times(3, () => lan.user))
  })

  test('who submits a form gets one line, and later ones are acknowledged', async () => {
    const { lan, discord } = await startAnniversary()
    const asking = await lan.runs('/search').answer()
    const modals = []
    for (const _ of times(2, () => 0)) modals.push(await asking.press('Write words', { by: lan }).modal())
    await useUp(lan)
    await lan.runs('/upcoming').answer()
    const [first, second] = modals.map(modal => lan.submits(modal, { words: 'Pol Pot' }))
    await discord.answeredAll()
    expect([first?.received, second?.received]).toEqual(
      times(2, () => [{ kind: 'deferred', as: 'update', ephemeral: false }]),
    )
  })

  test('who types is offered nothing', async () => {
    const { lan } = await startAnniversary()
    const types = () => lan.types('/article', { option: 'name', text: 'v' }).choices()
    const offers = []
    for (const _ of times(61, () => 0)) offers.push((await types()).length)
    expect(offers[0]).toBeGreaterThan(0)
    expect(offers.at(-1)).toBe(0)
  })

  test('takes nothing from the others in the channel', async () => {
    const { lan, admin } = await startAnniversary()
    await useUp(lan)
    expect((await lan.runs('/upcoming').answer()).text).toMatch(refusal)
    expect((await admin.runs('/upcoming').answer()).text).not.toMatch(refusal)
  })
})
