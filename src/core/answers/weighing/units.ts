// Groups the words of a question that mean one thing together: a name, or a phrase that people use for another.

import { packs } from '../../languages/packs.ts'
import { isConcept } from '../../search/index/concepts.ts'
import { synonymsWith } from '../../search/query/synonyms.ts'
import type { Asked } from '../finding.ts'

/** The indexes of the query's words, those of one unit in one list; words that only ask are in none. */
export function wordUnitsOf({ query: { words }, question, index }: Asked): number[][] {
  const units: number[][] = []
  const taken = new Set<number>()
  const add = (unit: number[]) => {
    if (unit.length === 0 || unit.some(at => taken.has(at) || words[at]?.isAsking)) return
    for (const at of unit) taken.add(at)
    units.push(unit)
  }
  for (const { start, end } of index.concepts.annotate(words).filter(({ word }) => isConcept(word)))
    add(words.flatMap((word, at) => (word.start >= start && word.end <= end ? [at] : [])))
  if (packs.get(question.language)?.hasSpacedSyllables) {
    const synonyms = synonymsWith(index.synonyms)
    const folded = words.map(({ word }) => word)
    for (const at of words.keys())
      for (const { length } of synonyms.phrasesAt(folded, at))
        add(Array.from({ length }, (_, offset) => at + offset))
  }
  for (const at of words.keys()) add([at])
  return units
}
