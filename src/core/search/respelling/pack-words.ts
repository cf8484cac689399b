// Lists the words that a language pack has for questions, so that slips for them are recognised.

import type { Language } from '../../languages/language.ts'
import { packs } from '../../languages/packs.ts'
import { fold, surfaceForm } from '../../text/fold.ts'
import { memoByText } from '../../text/memo.ts'
import { needsDictionary } from '../../text/words.ts'
import { type Lexicon, lexiconOf } from '../index/lexicon.ts'
import { misspellingsOf } from '../query/misspellings.ts'

export interface PackWords {
  /** Folded. */
  lexicon: Lexicon
  /** The ways in which a folded word is written. */
  formsOf(word: string): readonly string[]
  /** Those that ask, and those around a question: they are in nearly every question. */
  isAsking(word: string): boolean
}

export const packWordsOf = memoByText((language: Language): PackWords => {
  const pack = packs.get(language)
  const questions = pack?.questions
  const lists = [
    ...Object.values(questions?.asking ?? {}),
    questions?.around,
    questions?.light,
    pack?.stopWords,
    ...Object.values(questions?.topics ?? {}),
  ]
  const others = [
    ...[questions?.synonyms, questions?.life, questions?.present?.replaceAll('_', ' '), questions?.befalling],
    ...(pack?.calendar?.months ?? []),
    ...(pack?.calendar?.weekdays ?? []).flat(),
    ...Object.keys(pack?.calendar?.relativeDays ?? {}),
    ...Object.values(pack?.calendar?.labels ?? {}).flat(),
  ]
  const asking = new Set(lists.flatMap(wordsIn).map(fold))
  const forms = new Map<string, string[]>()
  for (const form of new Set([...lists, ...others].flatMap(wordsIn))) {
    const word = fold(form)
    const known = forms.get(word)
    if (known) known.push(form)
    else forms.set(word, [form])
  }
  return {
    lexicon: lexiconOf([...forms.keys()].sort()),
    formsOf: word => forms.get(word) ?? [],
    isAsking: word => asking.has(word),
  }
}, 20)

/** Whether a word resembles one that asks, or one that is in nearly every question. */
export function isLikeAsking({ word }: { word: string }, language: Language): boolean {
  const { lexicon, isAsking } = packWordsOf(language)
  const alike = misspellingsOf(lexicon, word, { maxEdits: 1, limit: 20 })
  return alike.some(each => isAsking(lexicon.words[each.word] as string))
}

/** Of a script without spaces, whole phrases: "ប៉ុន្មាន". */
const wordsIn = (list: string | undefined): string[] =>
  (list?.match(/[^\s,|[\]^$…]+/g) ?? []).map(surfaceForm).filter(form => /^\p{L}/u.test(form))

/** Whether the language is written without spaces between words. */
export const isWrittenUnspaced = (language: Language): boolean =>
  needsDictionary(packs.get(language)?.questions?.light ?? '')
