// Knows words that an answer must have itself: for what only one person has or does, and for how it is now.

import { fromAllPacks } from '../../languages/packs.ts'
import { fold } from '../../text/fold.ts'

/** "Born", "wife". The word is folded. */
export function isLifeWord(word: string): boolean {
  lifeWords ??= foldedWords('life')
  return lifeWords.has(word)
}

/** Whether a word of a query, given by its index, asks how it is now, with the one beside it or alone: "currently". */
export function isPresentWord(at: number, words: readonly { word: string }[]): boolean {
  presentWords ??= foldedWords('present')
  const [before, word, after] = [at - 1, at, at + 1].map(each => words[each]?.word)
  return [word, `${before}_${word}`, `${word}_${after}`].some(each => each && presentWords?.has(each))
}

let lifeWords: ReadonlySet<string> | undefined
let presentWords: ReadonlySet<string> | undefined

const foldedWords = (part: 'life' | 'present'): ReadonlySet<string> =>
  new Set(
    fromAllPacks('questions').flatMap(words => (words[part] ?? '').split(/\s+/).filter(Boolean).map(fold)),
  )
