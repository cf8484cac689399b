// Counts the pairs of neighbouring words in the bundled Khmer texts that do not find the article they stand in.

import { loadCorpus } from '../src/core/corpus/load/folder.ts'
import type { Corpus } from '../src/core/corpus/model.ts'
import { buildIndex } from '../src/core/search/index/build.ts'
import type { SearchIndex } from '../src/core/search/index/search-index.ts'
import { articlesFor } from '../src/core/search/search.ts'
import { tokens } from '../src/core/text/words.ts'
import type { Table } from './table.ts'

export async function khmerPairs(): Promise<Table[]> {
  const loaded = await loadCorpus('data')
  if ('faults' in loaded) throw new Error('the bundled corpus has faults')
  const { pairs, lost } = lostPairs(loaded.corpus, buildIndex(loaded.corpus))
  return [
    {
      title: 'Neighbouring words of the bundled Khmer texts, searched for as they stand',
      goals: { 'do not find it': { is: 0 } },
      rows: [{ what: 'titles, key points and paragraphs', pairs, 'do not find it': lost.length }],
    },
  ]
}

/** The pairs as the dictionary cuts the texts, with what stands between the two words. */
export function lostPairs(corpus: Corpus, index: SearchIndex): { pairs: number; lost: string[] } {
  let pairs = 0
  const lost: string[] = []
  for (const { id, language, title, keyPoints, paragraphs } of corpus.articles) {
    if (language !== 'km') continue
    for (const text of [title, ...[...keyPoints, ...paragraphs].map(each => each.text)]) {
      const words = tokens(text)
      for (const [at, { end }] of words.entries()) {
        const before = words[at - 1]
        if (!before) continue
        pairs++
        const pair = text.slice(before.start, end)
        if (!articlesFor(index, pair, { language: 'km' }).some(article => article.id === id)) lost.push(pair)
      }
    }
  }
  return { pairs, lost }
}
