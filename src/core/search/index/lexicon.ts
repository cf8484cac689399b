// Holds the known words in order and finds them by binary search.

export interface Lexicon {
  /** Sorted by UTF-16 units, so concepts come first. A word's index is its number. */
  words: readonly string[]
  /** The number of a word, or -1. */
  find(word: string): number
  /** The words with a prefix: from the first number up to, but not including, the second. */
  withPrefix(prefix: string): [from: number, to: number]
}

export function lexiconOf(words: readonly string[]): Lexicon {
  /** The number of the first word that does not sort before this one. */
  const lowerBound = (word: string) => {
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((words[middle] as string) < word) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    words,
    find(word) {
      const number = lowerBound(word)
      return words[number] === word ? number : -1
    },
    // U+FFFF is not a character, so no word contains it.
    withPrefix: prefix => [lowerBound(prefix), lowerBound(`${prefix}\uffff`)],
  }
}
