// Where a text may be cut, whatever its script: before a sentence, before a word, before a grapheme cluster.

/** Positions in UTF-16 units, the first always 0. */
export const sentenceCuts = (text: string): number[] => indexes(segments('sentence', text))
export const graphemeCuts = (text: string): number[] => indexes(segments('grapheme', text))

/** Before a word that follows a space, or another word where the script writes no spaces. */
export function wordCuts(text: string): number[] {
  const all = segments('word', text)
  return indexes(
    all.filter((segment, index) => {
      const before = all[index - 1]
      return !before || /[\s\u200b]$/u.test(before.segment) || (segment.isWordLike && before.isWordLike)
    }),
  )
}

const indexes = (list: readonly Intl.SegmentData[]) => list.map(segment => segment.index)

// Made when first needed: the engine loads its dictionaries then.
const made = new Map<string, Intl.Segmenter>()

function segments(granularity: 'sentence' | 'word' | 'grapheme', text: string): Intl.SegmentData[] {
  const segmenter = made.get(granularity) ?? new Intl.Segmenter('und', { granularity })
  made.set(granularity, segmenter)
  return Array.from(segmenter.segment(text))
}
