// Asks the bundled archive, or another, a question of a given kind, to test its finders one by one.

import { Temporal } from 'temporal-polyfill'
import type { Asked } from '../../../src/core/answers/finding.ts'
import type { Corpus } from '../../../src/core/corpus/model.ts'
import { viewIn } from '../../../src/core/corpus/view.ts'
import { commonWordsOf } from '../../../src/core/languages/common-words.ts'
import type { Language } from '../../../src/core/languages/language.ts'
import type { QuestionKind } from '../../../src/core/languages/question-words.ts'
import { type QueryWord, readQuery } from '../../../src/core/search/query/query.ts'
import { bundledCorpus, indexOf } from '../bundled.ts'

interface AskedOptions {
  language?: Language
  corpus?: Corpus
  today?: string
}

/** `<when did> the war end`: the words in brackets only ask. */
export async function askedOf(
  kind: QuestionKind,
  marked: string,
  { language = 'en', corpus, today = '2026-11-28' }: AskedOptions = {},
): Promise<Asked> {
  const text = marked.replace(/[<>]/g, '')
  const askingPlaces: [number, number][] = []
  let removed = 0
  for (const { index, 1: asking = '' } of marked.matchAll(/<([^>]*)>/g)) {
    askingPlaces.push([index - removed, index - removed + asking.length])
    removed += 2
  }
  const query = readQuery(text)
  const isAsking = (start: number) => askingPlaces.some(([from, to]) => start >= from && start < to)
  const words = query.words.map(
    ({ isAsking: _, ...word }): QueryWord => ({ ...word, ...(isAsking(word.start) && { isAsking: true }) }),
  )
  const askingWords = words.flatMap((word, at) => (word.isAsking ? [at] : []))
  const question = {
    kind,
    language,
    askingWords,
    lightWords: query.question?.lightWords ?? [],
    wordsAside: query.question?.wordsAside ?? [],
  }
  const whole = corpus ?? (await bundledCorpus())
  return {
    query: { ...query, words, question },
    question,
    corpus: viewIn(whole, language),
    index: indexOf(whole),
    language,
    commonWords: () => commonWordsOf(language),
    today: Temporal.PlainDate.from(today),
  }
}
