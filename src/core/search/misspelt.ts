// The known words that a misspelt one most likely stands for.

/** Up to three words, the likeliest first; distance 0 would be the word itself, 1 nothing alike. */
export function nearWords(word: string, known: Iterable<string>): { word: string; distance: number }[] {
  const most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2
  if (most === 0) return []
  const found: { word: string; distance: number }[] = []
  for (const other of known) {
    if (Math.abs(other.length - word.length) > 1 || !mayBe(word, other)) continue
    const edits = editDistance(word, other, most)
    // People seldom miss the first letter.
    if (edits <= most)
      found.push({ word: other, distance: (edits + (other[0] === word[0] ? 0 : 0.5)) / word.length })
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

/**
 * Letters put in, left out, changed, or two neighbours changed about, to make one word of the other (optimal string
 * alignment); any number above `most` where it would take more than that.
 */
export function editDistance(a: string, b: string, most: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + change,
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      current.push(best)
    }
    if (Math.min(...current) > most && Math.min(...last) > most) return most + 1
    beforeLast = last
    last = current
  }
  return last[b.length] ?? 0
}
