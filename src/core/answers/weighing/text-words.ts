// Cuts a text into words and names, and tells which words are only part of a name there.

import type { SynonymClass } from '../../corpus/model.ts'
import type { Concepts } from '../../search/index/concepts.ts'
import { isConcept } from '../../search/index/concepts.ts'
import { type Synonyms, synonymsWith } from '../../search/query/synonyms.ts'
import { memoByObject, memoByText } from '../../text/memo.ts'
import { type Token, tokens } from '../../text/words.ts'

export interface WordInText {
  word: string
  /** It stands only in names of several words: "Chi" in "Ho Chi Minh". */
  isPart: boolean
}

/** The words and names of a text and its phrases that have synonyms (`pull out`), each once. Remembered, because the same statements are weighed again and again. */
export const wordsInText = memoByObject((concepts: Concepts) =>
  memoByObject((classes: readonly SynonymClass[]) =>
    memoByText((text: string) => wordsAndPhrasesIn(text, concepts, synonymsWith(classes)), MAX_TEXTS),
  ),
)

function wordsAndPhrasesIn(text: string, concepts: Concepts, synonyms: Synonyms): WordInText[] {
  const words = tokens(text)
  const folded = words.map(({ word }) => word)
  const annotated = concepts.annotate(words)
  const names = annotated.filter(({ word }) => isConcept(word))
  const isFree = new Map<string, boolean>()
  for (const { word, start, end } of annotated) {
    const isPart = !isConcept(word) && names.some(name => isWithin({ start, end }, name))
    isFree.set(word, isFree.get(word) === true || !isPart)
  }
  for (const at of words.keys())
    for (const { phrase } of synonyms.phrasesAt(folded, at)) isFree.set(phrase, true)
  return Array.from(isFree, ([word, free]) => ({ word, isPart: !free }))
}

/** A name of one word has no parts. */
const isWithin = (word: Pick<Token, 'start' | 'end'>, name: Token) =>
  word.start >= name.start && word.end <= name.end && word.end - word.start < name.end - name.start

const MAX_TEXTS = 5000
