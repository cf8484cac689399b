// Knows words that an answer must have itself: for what only one person has or does, and for how it is now.

import { fromAllPacks } from '../../languages/packs.ts'
import { fold } from '../../text/fold.ts'

/** "Born", "wife". The word is folded. */
export function isLifeWord(word: string): boolean {
  lifeWords ??= foldedWords('life')
  return lifeWords.has(word)
}

/** "Currently". The word is folded. */
export function isPresentWord(word: string): boolean {
  presentWords ??= foldedWords('present')
  return presentWords.has(word)
}

let lifeWords: ReadonlySet<string> | undefined
let presentWords: ReadonlySet<string> | undefined

const foldedWords = (part: 'life' | 'present'): ReadonlySet<string> =>
  new Set(
    fromAllPacks('questions').flatMap(words => (words[part] ?? '').split(/\s+/).filter(Boolean).map(fold)),
  )
