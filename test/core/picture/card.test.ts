// Checks that the card says what the post says, in one language, with its sources.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { viewIn } from '../../../src/core/corpus/view.ts'
import type { Language } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import { cardOf } from '../../../src/core/wording/card.ts'
import { plotOf } from '../../../src/core/wording/plot.ts'
import { bundledCorpus } from '../bundled.ts'

const corpus = await bundledCorpus()

async function card(language: Language, day = '2027-01-07', id = 'january-7') {
  const view = viewIn(corpus, language)
  const anniversary = view.anniversaries.find(each => each.id === id)
  if (!anniversary) throw new Error(`no anniversary ${id}`)
  return cardOf(
    { anniversary, occurrence: Temporal.PlainDate.from(day) },
    { corpus: view, language, say: await phrasesOf(language) },
  )
}

async function plot(language: Language) {
  return plotOf(corpus.events, { corpus: viewIn(corpus, language), language, say: await phrasesOf(language) })
}

describe('the card of 7 January', () => {
  it('names the day, the years, which anniversary it is, and each article', async () => {
    expect(await card('en')).toMatchObject({
      title: '7 January 1979: the fall of the Khmer Rouge in Phnom Penh',
      span: '1979 – 2027',
      line: '7 January 2027 · the 48th anniversary',
      source:
        "What the articles say: VOVworld (2014), People's Army Newspaper (2023), VietnamPlus (2023), " +
        'Sai Gon Giai Phong (2024), Viet Nam News (2026)',
    })
  })

  it('is Vietnamese in Vietnamese and Khmer in Khmer, numbers too', async () => {
    expect(await card('vi')).toMatchObject({
      span: '1979 – 2027',
      line: expect.stringMatching(/kỷ niệm 48 năm$/),
    })
    const khmer = await card('km')
    expect(khmer).toMatchObject({ span: '១៩៧៩ – ២០២៧', line: expect.stringMatching(/លើកទី៤៨$/) })
    expect(`${khmer.title} ${khmer.span} ${khmer.line} ${khmer.source}`).not.toMatch(/[0-9]/)
  })

  it('has one year on the day itself', async () => {
    expect(await card('en', '1979-01-07')).toMatchObject({
      span: '1979',
      line: '7 January 1979 · the day itself',
    })
  })

  it('has everything written on it in its alt text', async () => {
    for (const language of ['en', 'vi', 'km'] as const) {
      const { alt, title, line, source } = await card(language)
      for (const words of [title, line, source]) expect(alt).toContain(words)
    }
  })
})

describe('the plot of the timeline', () => {
  it('keeps every claim with its speaker, and every event with its articles', async () => {
    const { items } = await plot('en')
    expect(items).toHaveLength(corpus.events.length)
    expect(items.find(({ when }) => when === 'April 1975')).toMatchObject({
      label: 'Le Minh Khai, then Deputy Prime Minister of Vietnam: The Pol Pot regime comes to power.',
      source: 'Sai Gon Giai Phong, 7 January 2024',
    })
    for (const { source } of items) expect(source).not.toBe('')
  })

  it('says which dates are derived', async () => {
    const derived = (await plot('en')).items.filter(item => item.derived)
    expect(derived.length).toBe(corpus.events.filter(event => event.derived).length)
    expect(derived.map(({ when }) => when)).toContain('2 December 1978 (derived)')
    for (const { when } of derived) expect(when).toMatch(/ \(derived\)$/)
  })

  it('has Khmer digits in Khmer, on its axis too', async () => {
    const { title, years, items } = await plot('km')
    expect(
      [title, ...Object.values(years), ...items.flatMap(each => [each.when, each.source])].join(),
    ).not.toMatch(/[0-9]/)
    expect(years[1979]).toBe('១៩៧៩')
  })
})
