// Finds the phrases around a question that are no part of it: "can you tell me", "please".

import type { AskingWords } from './asking-words.ts'
import { longestPhraseAt, type PhraseMatch, sizeOf } from './phrase-patterns.ts'
import { type QuestionText, type QuestionToken, wordsCovered } from './question-texts.ts'

/** Leaves out "can you tell me" before a question and "please" after it. */
export function withoutAround(
  language: AskingWords,
  whole: QuestionText,
  words: readonly QuestionToken[],
): { text: QuestionText; around: number[] } {
  const around: number[] = []
  let text = whole
  for (;;) {
    const before = longestPhraseAt(language.around, text, { at: text.from })
    // "Do you know" is before a question, and "do you know anything about" is one.
    const question = longestPhraseAt(language.asking, text, { at: text.from })
    if (!before || (question && sizeOf(question) >= sizeOf(before))) break
    around.push(...wordsCovered(before, text))
    text = { ...text, from: before.end }
  }
  for (let at = words.length - 1; at > 0; at--) {
    const place = text.placeOf(at)
    if (place <= text.from) break
    if (place >= text.to) continue
    const isValid = ({ end }: PhraseMatch<unknown>) => end === text.to
    const after = longestPhraseAt(language.around, text, { at: place, isValid })
    if (after) {
      around.push(...wordsCovered(after, text))
      text = { ...text, to: place }
    } else if (text.to - place > MAX_UNITS_AROUND) break
  }
  return { text, around }
}

/** Phrases such as "i need to know" after something else. */
export function aroundWithin(language: AskingWords, text: QuestionText): PhraseMatch<unknown>[] {
  if (language.isUnspaced) return []
  return Array.from({ length: Math.max(0, text.to - text.from) }, (_, index) => {
    const match = longestPhraseAt(language.around, text, { at: text.from + index })
    return match && match.literals.length >= MIN_WORDS_WITHIN ? [match] : []
  }).flat()
}

const MIN_WORDS_WITHIN = 3

/** In words, or in characters where words have no spaces between them. */
const MAX_UNITS_AROUND = 20
