// The words of a short list that a misspelt one most likely stands for: names, months.
import { editCost } from './edit-cost.ts'

/** Up to three words, the likeliest first; distance 0 would be the word itself, 1 nothing alike. */
export function nearWords(word: string, known: Iterable<string>): { word: string; distance: number }[] {
  const most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2
  if (most === 0) return []
  const found: { word: string; distance: number }[] = []
  for (const other of known) {
    if (Math.abs(other.length - word.length) > 1 || !mayBe(word, other)) continue
    const cost = editCost(word, other, most)
    // People seldom miss the first letter.
    if (cost <= most)
      found.push({ word: other, distance: (cost + (other[0] === word[0] ? 0 : 0.5)) / word.length })
  }
  return found.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1)).slice(0, 3)
}

/**
 * Short words are near to many: a name that the archive does not know must not become another person's. They keep their
 * first letter, and the shortest may only lack a letter or have two changed about.
 */
function mayBe(word: string, other: string): boolean {
  if (word.length >= 6) return true
  if (word[0] !== other[0]) return false
  return word.length > 4 || other.length > word.length || [...word].sort().join() === [...other].sort().join()
}
