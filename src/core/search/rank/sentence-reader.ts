// Reads a sentence for a question: which of the question's words it has, and how close together.

import { memoByText } from '../../text/memo.ts'
import { type TextWord, tokens } from '../../text/words.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { accented, hasSurfaceForm } from '../index/segment.ts'
import type { QueryTerm } from '../query/query-terms.ts'

export interface SentenceReading {
  /** The share of the question's weight that the sentence has. */
  coverage: number
  /** Neighbours in the question that are also near each other in the sentence. */
  adjacent: number
}

export function sentenceReaderFor(
  { segment, concepts }: SearchIndex,
  terms: readonly QueryTerm[],
): (text: string) => SentenceReading {
  const { words } = segment.lexicon
  const isAccented = terms.some(({ typed }) => accented.test(typed.form))
  const searched = terms
    .filter(({ typed }) => !typed.isAsking)
    .map(term => ({
      ...term,
      isStrict: isAccented && hasSurfaceForm(segment, term.typed.form),
      qualities: new Map(
        term.variants.map(({ word, kind, quality }) => [words[word] as string, { kind, quality }]),
      ),
    }))
  return text => {
    const all = concepts.annotate(tokensOf(text)) as TextWord[]
    let coverage = 0
    let pairs = 0
    let allPairs = 0
    let before: { places: number[]; quality: number; share: number } | undefined
    for (const { typed, share, isStrict, qualities } of searched) {
      const places: number[] = []
      let quality = 0
      for (const [place, { word, form }] of all.entries()) {
        const variant = qualities.get(word)
        if (!variant) continue
        places.push(place)
        const isOther = isStrict && variant.kind === 'exact' && form !== typed.form
        quality = Math.max(quality, variant.quality * (isOther ? 0.3 : 1))
      }
      coverage += share * quality
      if (before) {
        const weight = (share + before.share) / 2
        allPairs += weight
        const near = before.places.some(one => places.some(other => other >= one && other - one <= 3))
        if (near) pairs += weight * Math.min(quality, before.quality)
      }
      before = { places, quality, share }
    }
    return { coverage, adjacent: allPairs > 0 ? pairs / allPairs : 0 }
  }
}

const tokensOf = memoByText((text: string): readonly TextWord[] => tokens(text), 200)
