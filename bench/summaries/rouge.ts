// Computes ROUGE-1, ROUGE-2 and ROUGE-Lsum F1 as ROUGE-1.5.5 does with stemming and bootstrap off.
//
// C.-Y. Lin, ROUGE: A Package for Automatic Evaluation of Summaries (2004, https://aclanthology.org/W04-1013/). Hits are
// clipped. Several references are pooled, as the package does by default (-f A). Lsum is its ROUGE-L: the union of the
// longest common subsequences of each sentence of a reference and all sentences of the summary. docs/summaries.md says how
// it was compared with the package.

import type { Language } from '../../src/core/languages/language.ts'

/** F1 in percent. */
export interface Rouge {
  r1: number
  r2: number
  rLsum: number
}

/** Scores a summary against references, all given as lists of sentences. */
export function rouge(
  summary: readonly string[],
  references: readonly (readonly string[])[],
  language: Language,
): Rouge {
  const ours = summary.map(sentence => tokensOf(sentence, language))
  const theirs = references.map(reference => reference.map(sentence => tokensOf(sentence, language)))
  return {
    r1: ngramF1(
      ours.flat(),
      theirs.map(each => each.flat()),
      1,
    ),
    r2: ngramF1(
      ours.flat(),
      theirs.map(each => each.flat()),
      2,
    ),
    rLsum: unionF1(ours, theirs),
  }
}

/** ROUGE-1 alone, over tokens. */
export const rouge1 = (summary: readonly string[], references: readonly (readonly string[])[]): number =>
  ngramF1(summary, references, 1)

/**
 * English tokens as in the package: runs of a-z and 0-9. It knows only ASCII, so Vietnamese follows the same rule over all
 * letters: a token is a syllable with its marks.
 */
export function tokensOf(text: string, language: Language): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(language === 'en' ? /[a-z0-9]+/g : /[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

function ngramF1(ours: readonly string[], references: readonly (readonly string[])[], n: number): number {
  const oursByGram = countNgrams(ours, n)
  let hits = 0
  let referenceCount = 0
  for (const reference of references) {
    const gold = countNgrams(reference, n)
    for (const [gram, count] of gold) hits += Math.min(count, oursByGram.get(gram) ?? 0)
    referenceCount += Math.max(0, reference.length - n + 1)
  }
  return f1Percent(hits, Math.max(0, ours.length - n + 1) * references.length, referenceCount)
}

function unionF1(ours: readonly string[][], references: readonly (readonly string[][])[]): number {
  let hits = 0
  for (const reference of references) {
    // A word counts as often as it occurs on both sides.
    const unused = countNgrams(ours.flat(), 1)
    const gold = countNgrams(reference.flat(), 1)
    for (const sentence of reference) {
      const inCommon = new Set(ours.flatMap(each => commonPlaces(sentence, each)))
      for (const place of inCommon) {
        const word = sentence[place] ?? ''
        const [a, b] = [unused.get(word) ?? 0, gold.get(word) ?? 0]
        if (a === 0 || b === 0) continue
        unused.set(word, a - 1)
        gold.set(word, b - 1)
        hits++
      }
    }
  }
  const length = (sentences: readonly string[][]) => sentences.reduce((sum, each) => sum + each.length, 0)
  return f1Percent(
    hits,
    length(ours) * references.length,
    references.reduce((sum, each) => sum + length(each), 0),
  )
}

/** The places in `a` of the words of one longest common subsequence. */
function commonPlaces(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      lengths[i * width + j] =
        a[i - 1] === b[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1))
  const places: number[] = []
  for (let i = a.length, j = b.length; i > 0 && j > 0; )
    if (a[i - 1] === b[j - 1]) {
      places.push(--i)
      j--
    } else if (at(i - 1, j) >= at(i, j - 1)) i--
    else j--
  return places.reverse()
}

function countNgrams(words: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + n <= words.length; at++) {
    const gram = words.slice(at, at + n).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

/** The harmonic mean of precision and recall, in percent. */
const f1Percent = (hits: number, ours: number, theirs: number) =>
  hits === 0 ? 0 : (200 * hits) / (ours + theirs)
