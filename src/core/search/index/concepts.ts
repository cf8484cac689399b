// Turns the names of names.yaml into words of the index: all spellings of a name become one concept.

import type { NameEntry } from '../../corpus/model.ts'
import { translated } from '../../corpus/translated.ts'
import type { Language } from '../../languages/language.ts'
import { fold } from '../../text/fold.ts'
import { needsDictionary, type Token } from '../../text/words.ts'

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
  const unspaced = unspacedSpellings(names)

  const at: Concepts['conceptAt'] = (words, index) => {
    const first = words[index] ?? ''
    for (const { words: spelling, concept } of spellings.get(first) ?? noSpellings)
      if (standsAt(spelling, words, index)) return { concept, length: spelling.length }
    const begun = unspaced.get(first[0] ?? '')
    return begun && longestJoined(begun, words, index)
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

const noSpellings: readonly never[] = []

/** Whether a spelling whose first word stands at `index` stands there as a whole. */
function standsAt(spelling: readonly string[], words: readonly string[], index: number): boolean {
  for (let offset = 1; offset < spelling.length; offset++)
    if (words[index + offset] !== spelling[offset]) return false
  return true
}

/**
 * The spellings in scripts without spaces, by their first characters. The dictionary cuts a name that it does not know in
 * several ways, and people type it with spaces or without.
 */
function unspacedSpellings(names: readonly NameEntry[]): Map<string, UnspacedSpelling[]> {
  const byFirst = new Map<string, UnspacedSpelling[]>()
  for (const { name, spellings } of names)
    for (const words of spellings) {
      const text = words.join('')
      if (!words.every(needsDictionary)) continue
      const first = text[0] as string
      byFirst.set(first, [...(byFirst.get(first) ?? []), { text, concept: conceptOf(name) }])
    }
  return byFirst
}

interface UnspacedSpelling {
  text: string
  concept: string
}

function longestJoined(
  spellings: readonly UnspacedSpelling[],
  words: readonly string[],
  index: number,
): ReturnType<Concepts['conceptAt']> {
  let longest: ReturnType<Concepts['conceptAt']>
  for (const { text, concept } of spellings) {
    const length = wordsJoinedAs(text, words, index)
    if (length > (longest?.length ?? 0)) longest = { concept, length }
  }
  return longest
}

/** How many words from `index` on make up the text; 0 if none do. */
function wordsJoinedAs(text: string, words: readonly string[], index: number): number {
  let from = 0
  for (let at = index; at < words.length && text.startsWith(words[at] as string, from); at++) {
    from += (words[at] as string).length
    if (from === text.length) return at - index + 1
  }
  return 0
}
