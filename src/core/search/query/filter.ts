// Decides which articles the filters and the -words of a query let through.

import type { Article } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import { labelTokens } from '../../text/labels.ts'
import { memoByObject } from '../../text/memo.ts'
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
      (isFrom === undefined || isFrom(number)) &&
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
function publishedBy({ concepts, segment }: SearchIndex, typed: string): (article: number) => boolean {
  const words = tokens(typed).map(token => token.word)
  const name = concepts.conceptAt(words, 0)
  const concept = name?.length === words.length ? name.concept : conceptOf(typed)
  const folded = fold(typed)
  const { labels, labelNumbers } = publishersOf(segment.articles)
  const first = folded.charCodeAt(0) | 32
  // Most ids begin with another character, and need not be folded to see it.
  const mayBeginAsTyped = (unit: number) => unit > 0x7f || (unit | 32) === first
  const knownAnswers: boolean[] = []
  const fits = (label: string) => {
    const labelWords = concepts.annotate(labelTokens(label)).map(token => token.word)
    return (
      labelWords.includes(concept) ||
      (words.length > 0 && words.every(word => labelWords.some(other => other.startsWith(word))))
    )
  }
  return article => {
    const { id } = segment.articles[article] as Article
    if (mayBeginAsTyped(id.charCodeAt(0)) && fold(id).startsWith(folded)) return true
    const number = labelNumbers[article] as number
    knownAnswers[number] ??= fits(labels[number] as string)
    return knownAnswers[number]
  }
}

/** Who publishes or is retold, numbered once, because a search asks it of every article. */
const publishersOf = memoByObject((articles: readonly Article[]) => {
  const numbers = new Map<string, number>()
  const labelNumbers = new Uint32Array(articles.length)
  for (let at = 0; at < articles.length; at++) {
    const { publisher, retells } = articles[at] as Article
    const label = retells ? `${publisher}. ${retells.name}` : publisher
    const number = numbers.get(label) ?? numbers.size
    if (number === numbers.size) numbers.set(label, number)
    labelNumbers[at] = number
  }
  return { labels: [...numbers.keys()], labelNumbers }
})
