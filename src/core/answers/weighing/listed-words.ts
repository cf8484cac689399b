// Knows classes of words that the language packs list: for a life, for now, for articles, for trust, for meaning.

import { fromAllPacks } from '../../languages/packs.ts'
import { fold } from '../../text/fold.ts'

/**
 * `life`: what only one person has or does, as "born". `present`: how it is now. `publishing`: an article and its
 * publication. `archive`: whatever holds articles, and where they come from. `trust`: whether to believe them. `meaning`: what a name means.
 */
type WordClass = 'life' | 'present' | 'publishing' | 'archive' | 'trust' | 'meaning'

/** Whether a word, given by its index, is of a class, with the one beside it or alone. The words are folded. */
export function isListed(part: WordClass, at: number, words: readonly { word: string }[]): boolean {
  classes[part] ??= new Set(
    fromAllPacks('questions').flatMap(each => (each[part] ?? '').split(/\s+/).filter(Boolean).map(fold)),
  )
  const listed = classes[part]
  const [before, word, after] = [at - 1, at, at + 1].map(each => words[each]?.word)
  return [word, `${before}_${word}`, `${word}_${after}`].some(each => each !== undefined && listed.has(each))
}

const classes: Partial<Record<WordClass, ReadonlySet<string>>> = {}
