// Checks the results that people put into any chat: short in the list, and self-contained where they are shared.

import { beforeAll, describe, expect, it } from 'vitest'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import { type Chat, caller, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeAll(async () => {
  chat = await createChat()
})
const resultsFor = async (words: string, locale = 'en') =>
  (await chat.bot.inlineResults({ words, from: 0, count: 20 }, { ...caller, locale })).results

describe.each([
  ['en', 'Pol Pot'],
  ['vi', 'diệt chủng'],
  ['km', 'ប៉ុល ពត'],
  ['en', ''],
])('in %s, a result for %j', (locale, words) => {
  it('has a detail of one line, cut between words', async () => {
    for (const { detail } of await resultsFor(words, locale)) {
      expect(detail).not.toContain('\n')
      expect(detail.length).toBeLessThanOrEqual(102)
    }
  })

  it('says where it comes from', async () => {
    const results = await resultsFor(words, locale)
    expect(results.length).toBeGreaterThan(0)
    for (const { message } of results) expect(textOf(message)).toMatch(/\d{4}|[០-៩]{4}/)
  })

  it('says that names were added only if one was', async () => {
    const { brackets } = (await phrasesOf(locale)).commands.summary
    for (const { message } of await resultsFor(words, locale)) {
      const text = textOf(message)
      const hasAdded = /\[[^\]]+\]/.test(text.replace(brackets, ''))
      expect(text.includes(brackets), text).toBe(hasAdded)
    }
  })
})

it('shares an anniversary in one screen, with a statement from outside beside the articles’', async () => {
  const [first] = await resultsFor('')
  const text = textOf(first?.message ?? { body: [] })
  expect(text.length).toBeLessThanOrEqual(1400)
  expect(text).toContain('What the articles say')
  expect(text).toContain('From outside this archive')
})
