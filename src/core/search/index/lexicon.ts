// The known words in alphabetical order, found by binary search.

/** The known words in alphabetical order. */
export interface Lexicon {
  /** Sorted by UTF-16 units; concepts come first. */
  words: readonly string[]
  /** The number of a word, or -1. */
  find(word: string): number
  /** The words that begin so: from the first number up to, but not including, the second. */
  beginning(prefix: string): [from: number, to: number]
}

export function lexiconOf(words: readonly string[]): Lexicon {
  /** The number of the first word that does not sort before this one. */
  const place = (word: string) => {
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
      const at = place(word)
      return words[at] === word ? at : -1
    },
    // No word holds the last UTF-16 unit, which is no character.
    beginning: prefix => [place(prefix), place(`${prefix}\uffff`)],
  }
}
