// Finds where a text in any script may be cut: before a sentence, a word or a grapheme cluster.

/** Positions in UTF-16 units; the first is always 0. */
export const graphemeCuts = (text: string): number[] => startsOf(segmentsOf(text, 'grapheme'))

/**
 * Before a sentence, in any language. Where the mark may belong to an abbreviation there is no cut, because another place
 * does as well.
 */
export const sentenceCuts = (text: string): number[] =>
  startsOf(segmentsOf(text, 'sentence')).filter(at => {
    const before = text.slice(Math.max(0, at - MAX_ENDING_UNITS), at)
    return (
      at === 0 ||
      !(maybeAbbreviation.test(before) || betweenMarks.test(`${before}|${text.slice(at, at + 8)}`))
    )
  })

const MAX_ENDING_UNITS = 16
/** A short word with a capital, or the first one in a bracket: Brig., GS.TS., (est. */
const maybeAbbreviation =
  /(?:(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]{0,3}(?:[./]\p{L}{1,4})*|[([][\p{L}\p{M}]{1,5})\.\s*$/u
/** A short Khmer word between two end marks, with the cut before or after it: ។ល។ */
const betweenMarks =
  /[។៕៚][\s\u200b]*(?:\|[^\s|]{1,2}[\s\u200b]*[។៕៚]|[^\s|]{1,2}[\s\u200b]*[។៕៚][\s\u200b]*\|)/u

/** The start of a text that is no longer than the limit and ends with a whole character. */
export const startWithin = (text: string, maxUnits: number): string =>
  text.length <= maxUnits
    ? text
    : text.slice(
        0,
        graphemeCuts(text).findLast(at => at <= maxUnits),
      )

/** Before a word that follows a space, or that follows another word if the script has no spaces. */
export function wordCuts(text: string): number[] {
  const segments = segmentsOf(text, 'word')
  return startsOf(
    segments.filter((segment, at) => {
      const before = segments[at - 1]
      return !before || /[\s\u200b]$/u.test(before.segment) || (segment.isWordLike && before.isWordLike)
    }),
  )
}

const startsOf = (segments: readonly Intl.SegmentData[]) => segments.map(({ index }) => index)

// Created on first use, because the engine loads its dictionaries then.
const segmenters = new Map<string, Intl.Segmenter>()

function segmentsOf(text: string, granularity: 'sentence' | 'word' | 'grapheme'): Intl.SegmentData[] {
  const segmenter = segmenters.get(granularity) ?? new Intl.Segmenter('und', { granularity })
  segmenters.set(granularity, segmenter)
  return Array.from(segmenter.segment(text))
}
