// Lists what somebody said: the key points of which they are the speaker, or all of an article that they published, the latest first.

import type { Article, Corpus, KeyPoint, NameEntry } from '../corpus/model.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import { mentionsOf } from '../search/lookup/mentions.ts'
import { visitInTurns } from '../text/turns.ts'

export interface SpokenPoint {
  kind: 'point'
  article: Article
  point: KeyPoint
}

/** At most so many; nobody reads more of them, and the search has the others. */
const MAX_SPOKEN = 60

export async function saidBy(
  entry: NameEntry,
  { corpus, index }: { corpus: Corpus; index: SearchIndex },
): Promise<SpokenPoint[]> {
  const spellings = new Set([entry.name, ...entry.also])
  const { naming, mentioned } = await mentionsOf(corpus, index, entry)
  const articles = naming.length > 0 ? naming : mentioned
  const said: SpokenPoint[] = []
  await visitInTurns(articles.toReversed(), article => {
    if (said.length < MAX_SPOKEN)
      for (const point of article.keyPoints)
        if (point.speaker !== undefined && spellings.has(point.speaker))
          said.push({ kind: 'point', article, point })
  })
  return said
}

/** Statements of the articles that somebody published, or that retell somebody; the latest first. */
export function publishedBy(entry: NameEntry, { corpus }: { corpus: Corpus }): SpokenPoint[] {
  const spellings = new Set([entry.name, ...entry.also])
  return corpus.articles
    .filter(({ publisher, retells }) => [publisher, retells?.name].some(name => name && spellings.has(name)))
    .flatMap(article => article.keyPoints.map(point => ({ kind: 'point', article, point }) as const))
    .reverse()
    .slice(0, MAX_SPOKEN)
}
