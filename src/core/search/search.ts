// Finds the articles and passages that answer typed words: the single entry point for every surface.

import type { Anniversary, Article, Translated } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import type { Language } from '../languages/language.ts'
import { unified } from '../text/alike/lookalikes.ts'
import { memoByObject } from '../text/memo.ts'
import { completions, nearest, nearestIn } from '../text/nearest.ts'
import { type Hit, hitOf, showsWords } from './hits/hit.ts'
import type { SearchIndex } from './index/search-index.ts'
import { isAlike } from './lookup/alike.ts'
import { anniversariesNamed } from './lookup/anniversaries.ts'
import { problemsIn } from './query/problems.ts'
import { type Filters, type Query, type QueryProblem, type QueryWord, readQuery } from './query/query.ts'
import { articlesFor, articlesOf, type Matches, matchesFor, type SearchOptions } from './rank/matches.ts'

export type { Hit } from './hits/hit.ts'
export { articlesFor, type SearchOptions } from './rank/matches.ts'

export interface SearchResult {
  /** The query as read, so that other lookups need not read it again. */
  query: Query
  /** The best first, each article once. */
  hits: Hit[]
  /** No article of the hits says any of the words: only hidden search words have them. */
  areWordsHidden?: true
  /** The number of articles that answer. */
  total: number
  /** How many of them can be paged to: the rest are not ranked. */
  reachable: number
  /** Typed words that the first hit does not have, and its words in their place. */
  corrected: { typed: string; used: string }[]
  /** A query for the words exactly as typed, if some were corrected. */
  asTyped?: string
  filters: Filters
  /** Words that must not be in an article. */
  excludedWords: string[]
  /** Parts that were not understood or can match nothing. */
  problems: QueryProblem[]
  /** Anniversaries that the words name. */
  anniversaries: Anniversary[]
  /** If nothing was found though all was understood: the nearest known names and titles, in the language asked in. */
  near: string[]
  /** The share of the articles that could be searched; only while the index is being built. */
  indexedShare?: number
}

/** Searches for articles and shows their best passages. */
export function search(index: SearchIndex, typed: string | Query, options: SearchOptions = {}): SearchResult {
  const { language = 'en', from = 0, count = 5 } = options
  const query = readQuery(typed)
  const { filters, excludedWords, phrases } = query
  const matched = matchesFor(index, query, language)
  const { terms, reader, sentences, matches, total, runs } = matched
  const request = { terms, reader, sentences, phrases, runs, language: filters.language ?? language }
  const corrections = correctionsIn(index, matched, language)
  const problems = problemsIn(index, query)
  const hits = matches.slice(from, from + count).map(({ article }) => hitOf(index, article, request))
  const areWordsHidden = query.words.length > 0 && !hits.some(hit => showsWords(index, hit, request))
  return {
    query,
    hits,
    ...(areWordsHidden && hits.length > 0 && { areWordsHidden }),
    total,
    reachable: matches.length,
    corrected: corrections.map(({ typed, used }) => ({ typed, used })),
    ...(corrections.length > 0 && { asTyped: withQuotes(query, corrections) }),
    filters,
    excludedWords,
    problems,
    anniversaries: query.words.length > 0 ? anniversariesNamed(index.anniversaries, query) : [],
    near: matches.length > 0 || problems.length > 0 ? [] : nearestOffers(index, query, language),
    ...(index.indexedShare !== undefined && { indexedShare: index.indexedShare }),
  }
}

export interface ArticleSearchResult {
  /** The best first, each once. */
  articles: Article[]
  /** Whether the first article has other words in place of typed ones. */
  isCorrected: boolean
}

/** Searches for articles only, without passages. */
export function searchArticles(
  index: SearchIndex,
  typed: string | Query,
  { language = 'en', ...options }: SearchOptions = {},
): ArticleSearchResult {
  const query = readQuery(typed)
  const matched = matchesFor(index, query, language)
  return {
    articles: articlesOf(matched, index, { language: query.filters.language ?? language, ...options }),
    isCorrected: correctionsIn(index, matched, language).length > 0,
  }
}

/**
 * Suggestions while a query is typed: names that begin with it, then titles of the articles it would find. If no name
 * begins with a single word, the word is taken for a misspelt name.
 */
export function suggestions(index: SearchIndex, typed: string, language: Language, limit: number): string[] {
  const words = unified(typed).trim()
  const inLanguage = (offer: Translated) => translated(offer, language)
  const begun = completions(index.offers, words, limit).map(inLanguage)
  if (!words) return begun
  const mayBeName = begun.length === 0 && words.length > 2 && !/\s/.test(words)
  const near = mayBeName
    ? nearestIn(index.offers)(words, limit).filter(({ keys }) => isAlike(words, keys))
    : []
  if (near.length > 0) return near.map(({ value }) => inLanguage(value))
  const titles = articlesFor(index, words, { language, count: limit }).map(({ title }) => title)
  return [...new Set([...begun, ...titles])].slice(0, limit)
}

interface Correction {
  typed: string
  used: string
  words: QueryWord[]
}

/** Words of the first match that replace typed ones. Stop words are not worth mentioning. */
function correctionsIn(
  { segment, concepts }: SearchIndex,
  { terms, matches }: Matches,
  language: Language,
): Correction[] {
  const corrections: Correction[] = []
  for (const [at, { typed, variants, isContentWord }] of terms.entries()) {
    const variant = variants[matches[0]?.matchedVariants[at] ?? -1]
    if (!variant?.isCorrection || !isContentWord || variant.kind === 'exact') continue
    const { word, nextWord } = variant
    const used = [word, ...(nextWord === undefined ? [] : [nextWord])]
      .map(each => concepts.nameOf(segment.lexicon.words[each] as string, language))
      .join(' ')
    const last = corrections.at(-1)
    // "alte red" is one word typed as two, and a name may be several words.
    if (last?.used === used) {
      last.typed += ` ${typed.typed}`
      last.words.push(typed)
    } else corrections.push({ typed: typed.typed, used, words: [typed] })
  }
  return corrections
}

/** The query with the corrected words in quotation marks, so that they are searched for as typed. */
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
const nearestOffers = ({ offers }: SearchIndex, { text }: Query, language: Language): string[] =>
  nearestByMainSpelling(offers)(text.trim().slice(0, 20), 10)
    .filter(({ value }) => isAlike(text, Object.values(value)))
    .slice(0, 3)
    .map(({ value }) => translated(value, language))

/** Compares only the two best-known spellings of each name: with all of them Fuse takes five milliseconds. */
const nearestByMainSpelling = memoByObject((offers: SearchIndex['offers']) =>
  nearest(
    offers.map(({ value, keys }) => ({ value, keys: keys.slice(0, 2) })),
    0.6,
  ),
)
