// The names of names.yaml as words of the index: every spelling of one name stands for the same concept.
import type { NameEntry } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import type { Token } from '../../text/words.ts'

/** Sorts before every letter and digit, and stands in no word. */
const conceptMark = '#'

export const isConcept = (word: string): boolean => word.startsWith(conceptMark)

/** The word that stands for a name in the index. */
export const conceptOf = (name: string): string => conceptMark + fold(name)

export interface Spelling {
  words: string[]
  concept: string
}

export interface Concepts {
  /** The tokens, and after the words of each name its concept, which spans them. */
  annotate(list: readonly Token[]): Token[]
  /** The name that begins at a word, if one does; of several the longest. */
  conceptAt(words: readonly string[], index: number): { concept: string; length: number } | undefined
  /** The spellings that begin with a word, the longest first. */
  spellingsFrom(word: string): readonly Spelling[] | undefined
  /** Whether the word is part of a name's spelling, though it may stand in no article. */
  isNameWord(word: string): boolean
  /** The name that a concept stands for, as names.yaml writes it. */
  nameOf(concept: string): string
  /** Every word of every spelling. */
  words(): Iterable<string>
}

export function conceptsOf(names: readonly NameEntry[]): Concepts {
  const spellings = new Map<string, Spelling[]>()
  const known = new Set<string>()
  const written = new Map(names.map(({ name }) => [conceptOf(name), name]))
  for (const { name, spellings: all } of names)
    for (const words of all) {
      const [first = ''] = words
      const list = spellings.get(first) ?? []
      spellings.set(first, list)
      list.push({ words, concept: conceptOf(name) })
      for (const word of words) known.add(word)
    }
  for (const list of spellings.values()) list.sort((a, b) => b.words.length - a.words.length)

  const at: Concepts['conceptAt'] = (words, index) => {
    const found = spellings
      .get(words[index] ?? '')
      ?.find(spelling => spelling.words.every((word, offset) => words[index + offset] === word))
    return found && { concept: found.concept, length: found.words.length }
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
    isNameWord: word => known.has(word),
    nameOf: concept => written.get(concept) ?? concept,
    words: () => known,
  }
}
