// Finds the articles and passages that answer what was typed: the one way in for every surface.

import type { Anniversary, Article } from '../corpus/model.ts'
import type { Language } from '../languages/language.ts'
import { memoByObject } from '../text/memo.ts'
import { completions, nearest, nearestIn } from '../text/nearest.ts'
import { type Hit, hitOf } from './hits/hit.ts'
import type { SearchIndex } from './index/search-index.ts'
import { anniversariesNamed } from './lookup/anniversaries.ts'
import { problemsIn } from './query/problems.ts'
import { type Filters, type Query, type QueryProblem, type QueryWord, readQuery } from './query/query.ts'
import { articlesFor, articlesOf, type Matches, matchesFor, type SearchOptions } from './rank/matches.ts'

export type { Hit } from './hits/hit.ts'
export { articlesFor, type SearchOptions } from './rank/matches.ts'

export interface SearchResult {
  /** As it was read: to look up other things by the same words without reading them again. */
  query: Query
  /** The best first, each article once. */
  hits: Hit[]
  /** The number of articles that answer. */
  total: number
  /** How many of them can be paged to: the rest are not put in order. */
  reachable: number
  /** Words that the first hit does not have as typed, and what it has in their place. */
  corrected: { typed: string; used: string }[]
  /** A query for the words exactly as typed, if some were corrected. */
  asTyped?: string
  filters: Filters
  /** Words that an article must not have. */
  excludedWords: string[]
  /** What was not understood, or can find nothing. */
  problems: QueryProblem[]
  /** Anniversaries that the words name. */
  anniversaries: Anniversary[]
  /** If nothing was found: the nearest known names and titles. */
  near: string[]
  /** The share of the articles that could be searched, while the index is being built. */
  indexedShare?: number
}

/** The articles that answer what was typed. */
export function search(index: SearchIndex, typed: string | Query, options: SearchOptions = {}): SearchResult {
  const { language = 'en', from = 0, count = 5 } = options
  const query = readQuery(typed)
  const { filters, excludedWords, phrases } = query
  const found = matchesFor(index, query, language)
  const { terms, reader, matches, total } = found
  const request = { terms, reader, phrases, language: filters.language ?? language }
  const corrections = correctionsIn(index, found)
  return {
    query,
    hits: matches.slice(from, from + count).map(({ article }) => hitOf(index, article, request)),
    total,
    reachable: matches.length,
    corrected: corrections.map(({ typed, used }) => ({ typed, used })),
    ...(corrections.length > 0 && { asTyped: withQuotes(query, corrections) }),
    filters,
    excludedWords,
    problems: problemsIn(index, query),
    anniversaries: query.words.length > 0 ? anniversariesNamed(index.anniversaries, query) : [],
    near: matches.length > 0 ? [] : nearestOffers(index, query),
    ...(index.indexedShare !== undefined && { indexedShare: index.indexedShare }),
  }
}

export interface ArticleSearchResult {
  /** The best first, each once. */
  articles: Article[]
  /** Whether the first article has other words in place of some that were typed. */
  isCorrected: boolean
}

/** Searches for articles alone, without passages to show of them. */
export function searchArticles(
  index: SearchIndex,
  typed: string | Query,
  { language = 'en', ...options }: SearchOptions = {},
): ArticleSearchResult {
  const query = readQuery(typed)
  const found = matchesFor(index, query, language)
  return {
    articles: articlesOf(found, index, { language: query.filters.language ?? language, ...options }),
    isCorrected: correctionsIn(index, found).length > 0,
  }
}

/**
 * Suggestions while a query is typed: names that begin like it, then the titles of what it would find, in that order. A
 * single word that begins no name is taken for a misspelt one.
 */
export function suggestions(index: SearchIndex, typed: string, language: Language, limit: number): string[] {
  const words = typed.trim()
  const begun = completions(index.offers, words, limit, { fuzzy: false })
  if (!words) return begun
  const mayBeName = begun.length === 0 && words.length > 2 && !/\s/.test(words)
  const near = mayBeName ? nearestIn(index.offers)(words, limit).map(({ value }) => value) : []
  if (near.length > 0) return near
  const titles = articlesFor(index, words, { language, count: limit }).map(({ title }) => title)
  return [...new Set([...begun, ...titles])].slice(0, limit)
}

interface Correction {
  typed: string
  used: string
  words: QueryWord[]
}

/** What the first match has in place of words as typed. Stop words are not worth a remark. */
function correctionsIn({ segment, concepts }: SearchIndex, { terms, matches }: Matches): Correction[] {
  const corrections: Correction[] = []
  for (const [at, { typed, variants, isContentWord }] of terms.entries()) {
    const variant = variants[matches[0]?.matchedVariants[at] ?? -1]
    if (!variant?.isCorrection || !isContentWord || variant.kind === 'exact') continue
    const { word, nextWord } = variant
    const used = [word, ...(nextWord === undefined ? [] : [nextWord])]
      .map(each => concepts.nameOf(segment.lexicon.words[each] as string))
      .join(' ')
    const last = corrections.at(-1)
    // "alte red" is one word typed as two, and a name may be several.
    if (last?.used === used) {
      last.typed += ` ${typed.typed}`
      last.words.push(typed)
    } else corrections.push({ typed: typed.typed, used, words: [typed] })
  }
  return corrections
}

/** The query with the corrected words in quotation marks, which take them as they are. */
function withQuotes({ text }: Query, corrections: readonly Correction[]): string {
  let quoted = ''
  let from = 0
  for (const { start, end } of corrections.flatMap(({ words }) => words)) {
    quoted += `${text.slice(from, start)}"${text.slice(start, end)}"`
    from = end
  }
  return (quoted + text.slice(from)).trim()
}

// Names are short, and Fuse's time grows with the pattern.
const nearestOffers = ({ offers }: SearchIndex, { text }: Query): string[] =>
  nearestByMainSpelling(offers)(text.trim().slice(0, 20), 3).map(({ value }) => value)

/** Compares only the two best-known spellings of each name: over all of them Fuse takes five milliseconds. */
const nearestByMainSpelling = memoByObject((offers: SearchIndex['offers']) =>
  nearest(
    offers.map(({ value, keys }) => ({ value, keys: keys.slice(0, 2) })),
    0.6,
  ),
)
