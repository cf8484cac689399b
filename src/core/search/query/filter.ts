// Which articles the filters and the -words of a query let through.

import type { Article } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import { tokens } from '../../text/words.ts'
import { type Concepts, conceptOf } from '../index/concepts.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { hasWord, versionsOf } from '../index/segment.ts'
import { inflections } from './inflections.ts'
import type { Query } from './query.ts'

/** Says of each place on the shelf whether its article may be in the answer. */
export function filterOf(
  index: SearchIndex,
  { filters, excludedWords: without }: Query,
): (place: number) => boolean {
  const { segment: shelf } = index
  const { articles, lexicon } = shelf
  const unwanted = unwantedIn(without, index.concepts)
    .map(lexicon.find)
    .filter(word => word >= 0)
  const isFrom = filters.from === undefined ? undefined : publishedBy(index, filters.from)
  return place => {
    const article = articles[place] as Article
    return (
      (filters.year === undefined || article.published.year === filters.year) &&
      (filters.language === undefined || article.language === filters.language) &&
      (isFrom === undefined || isFrom(article)) &&
      // It may be shown in any of its languages, whichever was found.
      (unwanted.length === 0 ||
        !versionsOf(shelf, place).some(version => unwanted.some(word => hasWord(shelf, word, version))))
    )
  }
}

/** What must not stand in an answer: the words in any ending, and the names that they spell in any spelling. */
export function unwantedIn(without: readonly string[], concepts: Concepts): string[] {
  const names = new Set(without.flatMap((_, at) => concepts.conceptAt(without, at)?.concept ?? []))
  // Inside of a longer name a name is known by its word only: "Pol Pot genocidal regime".
  const alone = Array.from(names.size > 0 ? concepts.words() : []).filter(word =>
    concepts.spellingsFrom(word)?.some(({ words, concept }) => words.length === 1 && names.has(concept)),
  )
  return [...new Set([...without.flatMap(word => [word, ...inflections(word)]), ...names, ...alone])]
}

/** The words are of the publisher or of a paper that is retold, in any spelling, or begin the article's id. */
function publishedBy({ concepts }: SearchIndex, typed: string): (article: Article) => boolean {
  const words = tokens(typed).map(token => token.word)
  const name = concepts.conceptAt(words, 0)
  const concept = name?.length === words.length ? name.concept : conceptOf(typed)
  const answers = new Map<string, boolean>()
  return ({ id, publisher, retells }) => {
    if (fold(id).startsWith(fold(typed))) return true
    const label = `${publisher}. ${retells?.name ?? ''}`
    let fits = answers.get(label)
    if (fits === undefined) {
      const known = concepts.annotate(tokens(label)).map(token => token.word)
      fits =
        known.includes(concept) ||
        (words.length > 0 && words.every(word => known.some(other => other.startsWith(word))))
      answers.set(label, fits)
    }
    return fits
  }
}
