// Which articles a query's filters and -words let through.
import type { Article } from '../corpus/corpus.ts'
import { conceptOf } from './concepts.ts'
import { fold, tokens } from './fold.ts'
import type { SearchIndex } from './index.ts'
import type { Query } from './query.ts'
import { has } from './shelf.ts'

/** Says of each place on the shelf whether its article may be in the answer. */
export function filterOf(index: SearchIndex, { filters, without }: Query): (place: number) => boolean {
  const { shelf } = index
  const { articles, lexicon } = shelf
  const unwanted = without.map(lexicon.find).filter(word => word >= 0)
  const name = without.length > 0 ? index.concepts.at(without, 0) : undefined
  if (name?.length === without.length) unwanted.push(lexicon.find(name.concept))
  const isFrom = filters.from === undefined ? undefined : publishedBy(index, filters.from)
  return place => {
    const article = articles[place] as Article
    return (
      (filters.year === undefined || article.published.year === filters.year) &&
      (filters.language === undefined || article.language === filters.language) &&
      (isFrom === undefined || isFrom(article)) &&
      !unwanted.some(word => has(shelf, word, place))
    )
  }
}

/** The words are of the publisher or of a paper that is retold, in any spelling, or begin the article's id. */
function publishedBy({ concepts }: SearchIndex, typed: string): (article: Article) => boolean {
  const words = tokens(typed).map(token => token.word)
  const name = concepts.at(words, 0)
  const concept = name?.length === words.length ? name.concept : conceptOf(typed)
  const answers = new Map<string, boolean>()
  return ({ id, publisher, retells }) => {
    if (fold(id).startsWith(fold(typed))) return true
    const label = `${publisher}. ${retells?.name ?? ''}`
    let fits = answers.get(label)
    if (fits === undefined) {
      const known = concepts.mark(tokens(label)).map(token => token.word)
      fits =
        known.includes(concept) ||
        (words.length > 0 && words.every(word => known.some(other => other.startsWith(word))))
      answers.set(label, fits)
    }
    return fits
  }
}
