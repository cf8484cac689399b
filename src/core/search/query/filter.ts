// Decides which articles the filters and the -words of a query let through.

import type { Article } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import { tokens } from '../../text/words.ts'
import { type Concepts, conceptOf } from '../index/concepts.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { hasWord, versionsOf } from '../index/segment.ts'
import { inflections } from './inflections.ts'
import type { Query } from './query.ts'

/** Returns a test of whether the article with a number may be in the answer. */
export function filterOf(
  index: SearchIndex,
  { filters, excludedWords }: Query,
): (article: number) => boolean {
  const { segment, concepts } = index
  const excluded = expandedExclusions(excludedWords, concepts)
    .map(segment.lexicon.find)
    .filter(word => word >= 0)
  const isFrom = filters.from === undefined ? undefined : publishedBy(index, filters.from)
  return number => {
    const article = segment.articles[number] as Article
    return (
      (filters.year === undefined || article.published.year === filters.year) &&
      (filters.language === undefined || article.language === filters.language) &&
      (isFrom === undefined || isFrom(article)) &&
      // The article may be shown in any of its languages, whichever was found.
      (excluded.length === 0 ||
        !versionsOf(segment, number).some(version => excluded.some(word => hasWord(segment, word, version))))
    )
  }
}

/** All words that must not be in an answer: the -words with any ending, and names in every spelling. */
export function expandedExclusions(excludedWords: readonly string[], concepts: Concepts): string[] {
  const names = new Set(
    excludedWords.flatMap((_, at) => concepts.conceptAt(excludedWords, at)?.concept ?? []),
  )
  // The index has no concept for a name inside a longer one ("Pol Pot genocidal regime"); only its word is there.
  const namesOfOneWord = Array.from(names.size > 0 ? concepts.words() : []).filter(word =>
    concepts.spellingsFrom(word)?.some(({ words, concept }) => words.length === 1 && names.has(concept)),
  )
  return [
    ...new Set([...excludedWords.flatMap(word => [word, ...inflections(word)]), ...names, ...namesOfOneWord]),
  ]
}

/** Returns a test of whether the typed text is the publisher, a retold paper, or the beginning of the article's id. */
function publishedBy({ concepts }: SearchIndex, typed: string): (article: Article) => boolean {
  const words = tokens(typed).map(token => token.word)
  const name = concepts.conceptAt(words, 0)
  const concept = name?.length === words.length ? name.concept : conceptOf(typed)
  const knownAnswers = new Map<string, boolean>()
  return ({ id, publisher, retells }) => {
    if (fold(id).startsWith(fold(typed))) return true
    const label = `${publisher}. ${retells?.name ?? ''}`
    let fits = knownAnswers.get(label)
    if (fits === undefined) {
      const labelWords = concepts.annotate(tokens(label)).map(token => token.word)
      fits =
        labelWords.includes(concept) ||
        (words.length > 0 && words.every(word => labelWords.some(other => other.startsWith(word))))
      knownAnswers.set(label, fits)
    }
    return fits
  }
}
