// Finds whom or what the words of a question name, in any spelling.

import type { NameEntry } from '../../corpus/model.ts'
import { conceptOf, isConcept } from '../../search/index/concepts.ts'
import { namesSpelled } from '../../search/lookup/names.ts'
import type { QueryWord } from '../../search/query/query.ts'
import { memoByObject } from '../../text/memo.ts'
import type { Asked } from '../finding.ts'
import { contentWords, stretchOf, wordsNotAsking } from './content-words.ts'

/** The only name that the words of the question are, or are a part of, but for words that carry little. */
export async function nameMeant(asked: Asked): Promise<NameEntry | undefined> {
  const content = contentWords(asked)
  const listed = namesAsked(wordsNotAsking(asked), asked).find(({ words }) =>
    content.every(word => words.includes(word)),
  )
  if (listed) return listed.name
  if (content.length === 0) return undefined
  const [name, ...others] = await namesSpelled(asked.corpus, stretchOf(content, asked))
  return others.length === 0 ? name : undefined
}

/** A known name among words, and the words that it is made of. */
export interface NameInWords {
  name: NameEntry
  words: QueryWord[]
}

/** The names of the archive's list that stand in the words, in their order; of two that overlap, the longer. */
export function namesAsked(words: readonly QueryWord[], { corpus, index }: Asked): NameInWords[] {
  const entries = entriesByConcept(corpus)
  const list: NameInWords[] = []
  for (const { word, start, end } of index.concepts.annotate(words)) {
    const name = isConcept(word) ? entries.get(word) : undefined
    const overlaps = list.some(each => each.words.some(other => other.end > start))
    if (name && !overlaps)
      list.push({ name, words: words.filter(each => each.start >= start && each.end <= end) })
  }
  return list
}

const entriesByConcept = memoByObject(
  ({ names }: Asked['corpus']) => new Map(names.map(entry => [conceptOf(entry.name), entry])),
)
