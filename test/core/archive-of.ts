// Makes up an archive in which every list has as many entries as a test says, each with a number that is found in its text.

import type { Article, Corpus } from '../../src/core/corpus/model.ts'
import { paragraphsOf } from '../../src/core/corpus/paragraphs.ts'
import { paragraph } from '../../src/core/message/build.ts'
import { tokens } from '../../src/core/text/words.ts'

/** What entry `at` is called in every list. Numbers count from 1. */
const numberOf = (at: number) => `No-${String(at + 1).padStart(3, '0')}`

/** The numbers of the entries that a text names. */
export const numbersIn = (text: string): string[] => text.match(/No-\d{3}/g) ?? []

/** All articles appeared on 2 March, of different years. Everybody is called Nemo, and every text is about a harbour. */
export function archiveOf(count: number): Corpus {
  const each = <T>(make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
  const articles = each((at): Article => {
    const body = [paragraph(`The harbour of ${numberOf(at)} was opened by Nemo.`)]
    return {
      id: `a-${at}`,
      language: 'en',
      title: `The harbour ${numberOf(at)}`,
      publisher: `The Gazette ${numberOf(at)}`,
      publisherNote: 'a paper',
      published: { year: 1700 + at, month: 3, day: 2 },
      verbatim: false,
      people: [],
      places: [],
      tags: [],
      keyPoints: [{ text: `The harbour ${numberOf(at)} was opened.` }],
      figures: [],
      body,
      paragraphs: paragraphsOf(body, 'en'),
    }
  })
  return {
    about: { name: { en: 'An archive' }, zone: 'UTC', time: '07:00', sources: [], cautions: [] },
    articles,
    anniversaries: each(at => ({
      id: `n-${at}`,
      names: { en: `The day ${numberOf(at)}` },
      recurrence: { type: 'yearly', month: 1 + (at % 12), day: 1 + (at % 28) },
      since: { year: 1900, month: 1 + (at % 12), day: 1 + (at % 28) },
      isDefault: false,
      account: [],
      outside: [],
    })),
    subjects: each(at => ({
      id: `s-${at}`,
      names: { en: `The subject ${numberOf(at)}` },
      countsDiffer: false,
      claims: [],
      outside: [],
    })),
    events: [],
    synonyms: [],
    names: each(at => {
      const name = `Nemo ${numberOf(at)}`
      return { name, names: { en: name }, also: [], spellings: [tokens(name).map(({ word }) => word)] }
    }),
  }
}
