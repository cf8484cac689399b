// Cuts a text into words and names, and tells how each word stands there.

import type { SynonymClass } from '../../corpus/model.ts'
import type { Concepts } from '../../search/index/concepts.ts'
import { isConcept } from '../../search/index/concepts.ts'
import { type Synonyms, synonymsWith } from '../../search/query/synonyms.ts'
import { isLightForm } from '../../search/question/asking-words.ts'
import { memoByObject, memoByText } from '../../text/memo.ts'
import { needsDictionary, type TextWord, type Token, tokens } from '../../text/words.ts'

export interface WordInText {
  word: string
  /** Its different uses in the text. */
  uses: readonly WordUse[]
}

/** How a word is written in a text, and what stands beside it. */
export interface WordUse {
  /** In lowercase, with its accents; empty for a name or a phrase. */
  form: string
  /** The folded words beside it in the same clause, or empty. */
  before: string
  after: string
  /** It stands in a name of several words: "Chi" in "Ho Chi Minh". */
  isPart: boolean
  /** No word of substance stands beside it, so that it is a word of its own even where syllables have spaces. */
  isAlone: boolean
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
  const names = concepts.annotate(words).filter(({ word }) => isConcept(word))
  const proper = names.filter(({ word }) => isProperName(concepts, word))
  const uses = new Map<string, WordUse[]>()
  const add = (word: string, use: WordUse) => {
    const known = uses.get(word) ?? []
    uses.set(word, known)
    if (!known.some(each => isSameUse(each, use))) known.push(use)
  }
  const besides = (at: number, other: number): TextWord | undefined => {
    const [one, two] = [words[Math.min(at, other)], words[Math.max(at, other)]]
    return one && two && !/[^\s]/.test(text.slice(one.end, two.start)) ? words[other] : undefined
  }
  const isLittle = (word: TextWord | undefined): boolean =>
    word === undefined || isLightForm(word.form) || proper.some(name => isIn(word, name))
  for (const [at, word] of words.entries()) {
    const [before, after] = [besides(at, at - 1), besides(at, at + 1)]
    add(word.word, {
      ...{ form: word.form, before: before?.word ?? '', after: after?.word ?? '' },
      isPart: proper.some(name => isWithin(word, name)),
      isAlone: isLittle(before) && isLittle(after),
    })
  }
  for (const joined of joinedFragments(words)) add(joined, WHOLE)
  for (const { word } of names) add(word, WHOLE)
  for (const at of words.keys()) for (const { phrase } of synonyms.phrasesAt(folded, at)) add(phrase, WHOLE)
  return Array.from(uses, ([word, list]) => ({ word, uses: list }))
}

/** Common words may have an entry too: "genocide". Names are written with a capital. */
export const isProperName = (concepts: Concepts, concept: string): boolean =>
  isConcept(concept) && /^\p{Lu}/u.test(concepts.nameOf(concept, 'en'))

/**
 * Short words of a script without spaces, with what stands beside them: the dictionary leaves such fragments of a name that
 * it does not know.
 */
export function joinedFragments(words: readonly Token[]): string[] {
  const isFragment = ({ word }: Token) => word.length < MAX_FRAGMENT_UNITS && needsDictionary(word)
  return words.flatMap((word, at) => {
    const [next, third] = [words[at + 1], words[at + 2]]
    if (!next || next.start !== word.end || !(isFragment(word) || isFragment(next))) return []
    const joined = word.word + next.word
    const isLonger = third && third.start === next.end && isFragment(next) && isFragment(third)
    return [joined, ...(isLonger ? [joined + third.word] : [])].filter(needsDictionary)
  })
}

const MAX_FRAGMENT_UNITS = 4

const WHOLE: WordUse = { form: '', before: '', after: '', isPart: false, isAlone: true }

const isSameUse = (a: WordUse, b: WordUse) =>
  a.form === b.form &&
  a.before === b.before &&
  a.after === b.after &&
  a.isPart === b.isPart &&
  a.isAlone === b.isAlone

const isIn = (word: Pick<Token, 'start' | 'end'>, name: Token) =>
  word.start >= name.start && word.end <= name.end

/** A name of one word has no parts. */
const isWithin = (word: Pick<Token, 'start' | 'end'>, name: Token) =>
  isIn(word, name) && word.end - word.start < name.end - name.start

const MAX_TEXTS = 5000
