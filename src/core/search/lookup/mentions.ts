// Looks up the articles that mention somebody: in their text, among their people, as author or as a paper they retell.

import type { Article, Corpus, NameEntry } from '../../corpus/model.ts'
import { memoByObject } from '../../text/memo.ts'
import { nextTurn, visitInTurns } from '../../text/turns.ts'
import { mentioning, type SearchIndex } from '../index/search-index.ts'
import { sortedByDate } from './dated.ts'

export interface Mentions {
  /** Articles that may state a role: of one of their people, their author, their publisher or a paper. The earliest come first. */
  naming: readonly Article[]
  /** Articles with the name in their text or among their people. The earliest come first. */
  mentioned: readonly Article[]
}

/** Goes through all articles, once for each name. */
export async function mentionsOf(corpus: Corpus, index: SearchIndex, entry: NameEntry): Promise<Mentions> {
  const known = mentionsIn(corpus)
  const mentions = known.get(entry) ?? (await findMentions(corpus, index, entry))
  // While the index grows, there may be more the next time.
  if (index.indexedShare === undefined) known.set(entry, mentions)
  return mentions
}

const mentionsIn = memoByObject((_corpus: Corpus) => new WeakMap<NameEntry, Mentions>())

async function findMentions(
  { articles }: Corpus,
  index: SearchIndex,
  { name, also }: NameEntry,
): Promise<Mentions> {
  const spellings = new Set<string | undefined>([name, ...also])
  const ids = mentioning(index, name)
  await nextTurn()
  const naming: Article[] = []
  const mentioned: Article[] = []
  await visitInTurns(articles, article => {
    const { id, people, author, publisher, retells } = article
    const isListed = people.some(person => spellings.has(person.name))
    if (isListed || ids.has(id)) mentioned.push(article)
    if (isListed || [author, publisher, retells?.name, retells?.author].some(name => spellings.has(name)))
      naming.push(article)
  })
  return { naming: await byDate(naming), mentioned: await byDate(mentioned) }
}

async function byDate(articles: readonly Article[]): Promise<Article[]> {
  await nextTurn()
  return sortedByDate(articles, ({ published }) => published)
}
