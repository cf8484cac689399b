// Cuts a text into words and names, and tells which words are only part of a name there.

import type { Concepts } from '../../search/index/concepts.ts'
import { isConcept } from '../../search/index/concepts.ts'
import { memoByObject, memoByText } from '../../text/memo.ts'
import { tokens } from '../../text/words.ts'

export interface WordInText {
  word: string
  /** It stands only in names of several words: "Chi" in "Ho Chi Minh". */
  isPart: boolean
}

/** The words and names of a text, each once. Remembered, because the same statements are weighed again and again. */
export const wordsInText = memoByObject((concepts: Concepts) => {
  const wordsOf = (text: string): WordInText[] => {
    const annotated = concepts.annotate(tokens(text))
    const names = annotated.filter(({ word }) => isConcept(word))
    const isFree = new Map<string, boolean>()
    for (const { word, start, end } of annotated) {
      const isPart = !isConcept(word) && names.some(name => isWithin({ start, end }, name))
      isFree.set(word, isFree.get(word) === true || !isPart)
    }
    return Array.from(isFree, ([word, free]) => ({ word, isPart: !free }))
  }
  return memoByText(wordsOf, MAX_TEXTS)
})

interface Range {
  start: number
  end: number
}

/** A name of one word has no parts. */
const isWithin = (word: Range, name: Range) =>
  word.start >= name.start && word.end <= name.end && word.end - word.start < name.end - name.start

const MAX_TEXTS = 5000
