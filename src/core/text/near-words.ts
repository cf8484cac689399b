// Finds the words of a short list, such as names or months, that a misspelt word probably means.

import { editCost } from './edit-cost.ts'

export interface NearWord {
  word: string
  /** 0 means the same word; 1, nothing in common. */
  distance: number
}

/** At most three words, the likeliest first. */
export function nearWords(typed: string, known: Iterable<string>): NearWord[] {
  const maxEdits = typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2
  if (maxEdits === 0) return []
  const near: NearWord[] = []
  for (const word of known) {
    if (Math.abs(word.length - typed.length) > 1 || !mayBeMeant(typed, word)) continue
    const cost = editCost(typed, word, maxEdits)
    // People seldom get the first letter wrong.
    if (cost <= maxEdits)
      near.push({ word, distance: (cost + (word[0] === typed[0] ? 0 : 0.5)) / typed.length })
  }
  return near.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1)).slice(0, 3)
}

/**
 * Short words resemble many others, and a name that the archive does not know must not become another person's. So they
 * must keep their first letter, and the shortest may only miss a letter or have two swapped.
 */
function mayBeMeant(typed: string, word: string): boolean {
  if (typed.length >= 6) return true
  if (typed[0] !== word[0]) return false
  return (
    typed.length > 4 || word.length > typed.length || [...typed].sort().join() === [...word].sort().join()
  )
}
