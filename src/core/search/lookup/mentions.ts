// Looks up which articles mention somebody: in their text, as one of their people, as their author or as a paper they retell.

import { articleById } from '../../corpus/article-by-id.ts'
import type { Article, Corpus, NameEntry } from '../../corpus/model.ts'
import { memoByObject } from '../../text/memo.ts'
import { nextTurn, visitInTurns } from '../../text/turns.ts'
import { mentioning, type SearchIndex } from '../index/search-index.ts'
import { sortedByDate } from './dated.ts'

export interface Mentions {
  /** Articles that say what role somebody has: as one of their people, as author or as a paper; the earliest first. */
  naming: readonly Article[]
  /** Articles with the name in their text or among their people, the earliest first. */
  mentioned: readonly Article[]
}

/** Goes through the articles once for each corpus, and through the result once for each name. */
export async function mentionsOf(corpus: Corpus, index: SearchIndex, entry: NameEntry): Promise<Mentions> {
  const known = mentionsIn(corpus)
  const mentions = known.get(entry) ?? (await findMentions(corpus, index, entry))
  // While the index grows, there may be more the next time.
  if (index.indexedShare === undefined) known.set(entry, mentions)
  return mentions
}

const mentionsIn = memoByObject((_corpus: Corpus) => new WeakMap<NameEntry, Mentions>())

async function findMentions(
  corpus: Corpus,
  index: SearchIndex,
  { name, also }: NameEntry,
): Promise<Mentions> {
  const articlesNaming = await articlesByName(corpus)
  await nextTurn()
  const spellings = [name, ...also]
  const naming = new Set(spellings.flatMap(each => articlesNaming.get(each) ?? []))
  const mentioned = new Set<Article>()
  const ids = [...mentioning(index, name)]
  await nextTurn()
  await visitInTurns(ids, id => {
    const article = articleById(corpus, id)
    if (article) mentioned.add(article)
  })
  await visitInTurns([...naming], article => {
    if (article.people.some(person => spellings.includes(person.name))) mentioned.add(article)
  })
  return { naming: await byDate(corpus, naming), mentioned: await byDate(corpus, mentioned) }
}

/** Of the same date, as the archive has them. */
async function byDate({ articles }: Corpus, wanted: ReadonlySet<Article>): Promise<Article[]> {
  const inOrder: Article[] = []
  await visitInTurns(articles, article => {
    if (wanted.has(article)) inOrder.push(article)
  })
  await nextTurn()
  return sortedByDate(inOrder, ({ published }) => published)
}

/** The articles by the names of their people, of their author, and of the paper they retell and its author. */
const articlesByName = memoByObject(async ({ articles }: Corpus) => {
  const byName = new Map<string, Article[]>()
  await visitInTurns(articles, article => {
    const { people, author, retells } = article
    const names = new Set([...people.map(({ name }) => name), author, retells?.name, retells?.author])
    for (const name of names) {
      if (name === undefined) continue
      const list = byName.get(name)
      if (list) list.push(article)
      else byName.set(name, [article])
    }
  })
  return byName
})
