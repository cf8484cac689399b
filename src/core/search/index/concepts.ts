// Turns the names of names.yaml into words of the index: all spellings of a name become one concept.

import type { NameEntry } from '../../corpus/model.ts'
import { translated } from '../../corpus/translated.ts'
import type { Language } from '../../languages/language.ts'
import { fold } from '../../text/fold.ts'
import type { Token } from '../../text/words.ts'

/** Sorts before all letters and digits, and is never part of a word. */
const CONCEPT_PREFIX = '#'

export const isConcept = (word: string): boolean => word.startsWith(CONCEPT_PREFIX)

/** The word for a name in the index, such as `#cambodia`. */
export const conceptOf = (name: string): string => CONCEPT_PREFIX + fold(name)

export interface Spelling {
  words: string[]
  concept: string
}

export interface Concepts {
  /** Adds the concept of each name after its first word; the concept spans all its words. */
  annotate(tokens: readonly Token[]): Token[]
  /** The name that begins at a word, if any; if several do, the longest. */
  conceptAt(words: readonly string[], index: number): { concept: string; length: number } | undefined
  /** The spellings that begin with a word, the longest first. */
  spellingsFrom(word: string): readonly Spelling[] | undefined
  /** Whether the word is part of a spelling, even if no article has it. */
  isNameWord(word: string): boolean
  /** The name of a concept, as people are shown it in this language. */
  nameOf(concept: string, language: Language): string
  /** Every word of every spelling. */
  words(): Iterable<string>
}

export function conceptsOf(names: readonly NameEntry[]): Concepts {
  const spellings = new Map<string, Spelling[]>()
  const nameWords = new Set<string>()
  const namesByConcept = new Map(names.map(entry => [conceptOf(entry.name), entry.names]))
  for (const { name, spellings: all } of names)
    for (const words of all) {
      const [first = ''] = words
      const list = spellings.get(first) ?? []
      spellings.set(first, list)
      list.push({ words, concept: conceptOf(name) })
      for (const word of words) nameWords.add(word)
    }
  for (const list of spellings.values()) list.sort((a, b) => b.words.length - a.words.length)

  const at: Concepts['conceptAt'] = (words, index) => {
    const spelling = spellings
      .get(words[index] ?? '')
      ?.find(each => each.words.every((word, offset) => words[index + offset] === word))
    return spelling && { concept: spelling.concept, length: spelling.words.length }
  }
  return {
    conceptAt: at,
    annotate(list) {
      const words = list.map(token => token.word)
      const marked: Token[] = []
      for (const [index, token] of list.entries()) {
        marked.push(token)
        const name = at(words, index)
        const last = name && list[index + name.length - 1]
        if (name && last) marked.push({ word: name.concept, start: token.start, end: last.end })
      }
      return marked
    },
    spellingsFrom: word => spellings.get(word),
    isNameWord: word => nameWords.has(word),
    nameOf(concept, language) {
      const names = namesByConcept.get(concept)
      return names ? translated(names, language) : concept
    },
    words: () => nameWords,
  }
}
