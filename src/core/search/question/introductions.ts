// Finds what people say of themselves before or after a question in a script where only a space divides clauses.

import type { AskingWords } from './asking-words.ts'
import { longestPhraseAt } from './phrase-patterns.ts'
import type { QuestionText, QuestionToken } from './question-texts.ts'

/**
 * The question without "I am a student" before it and "my father never talks about it" after it. A space may also divide a
 * name, so that the clause must have a word for oneself, and the question must begin or end beside it.
 */
export function withoutIntroduction(
  language: AskingWords,
  whole: QuestionText,
  { typed, words }: { typed: string; words: readonly QuestionToken[] },
): QuestionText {
  if (!language.isUnspaced) return whole
  const starts = words.flatMap(({ start }, at) =>
    at === 0 || /\s/.test(typed.slice(words[at - 1]?.end, start)) ? [at] : [],
  )
  const saysI = (from: number, to: number) => words.slice(from, to).some(({ word }) => language.isSelf(word))
  const asks = (at: number) => longestPhraseAt(language.asking, { ...whole, from: at }, { at }) !== undefined
  const opens = (word: number) => {
    const at = whole.placeOf(word)
    const match = longestPhraseAt(language.asking, { ...whole, from: at }, { at })
    // "Or" begins no question; it goes on.
    if (match) return match.kind !== 'whether'
    return longestPhraseAt(language.around, whole, { at }) !== undefined
  }
  const closes = (word: number) => {
    const to = whole.placeOf(word)
    return placesUpTo(to).some(at => longestPhraseAt(language.asking, { ...whole, to }, { at })?.end === to)
  }
  const asksWithin = (from: number, to: number) =>
    words.slice(from, to).some((_, at) => asks(whole.placeOf(from + at)))
  const hasContent = (from: number, to: number) =>
    words
      .slice(from, to)
      .some((word, at) => !language.isLight(word, false) && !asks(whole.placeOf(from + at)))
  const isAside = (from: number, to: number) => saysI(from, to) && !asksWithin(from, to)
  let [first, last] = [0, words.length]
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? words.length
    if (isAside(start, end) && end < words.length && opens(end) && hasContent(end, words.length)) first = end
    if (isAside(start, words.length) && start > first && closes(start) && hasContent(first, start)) {
      last = start
      break
    }
  }
  const to = last === words.length ? whole.to : Math.min(whole.to, whole.placeOf(last))
  return { ...whole, from: whole.placeOf(first), to }
}

/** The places near the end of a text where its last phrase may begin. */
const placesUpTo = (to: number): number[] =>
  Array.from({ length: Math.min(to, MAX_PHRASE_UNITS) }, (_, index) => to - index - 1)

const MAX_PHRASE_UNITS = 30
