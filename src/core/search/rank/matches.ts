// Finds the articles that answer a query, each once, without their passages.

import type { Article } from '../../corpus/model.ts'
import type { Language } from '../../languages/language.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { versionFor, versionsOf } from '../index/segment.ts'
import { filterOf } from '../query/filter.ts'
import { type Query, readQuery } from '../query/query.ts'
import type { VariantKind } from '../query/variants.ts'
import { articlesWithRuns } from '../runs/articles.ts'
import { type Run, runsOf } from '../runs/run.ts'
import { type Ranking, rank } from './rank.ts'
import type { RankedArticle } from './ranked-article.ts'

export interface SearchOptions {
  /** The reader's language: articles are shown in it if they have such a version. */
  language?: Language
  /** The first hit wanted, counted from 0, and how many. */
  from?: number
  count?: number
}

export interface Matches extends Pick<Ranking, 'terms' | 'reader' | 'sentences'> {
  /** The best first, each article once, in the version that answers best. */
  matches: RankedArticle[]
  /** The number of all articles that answer. */
  total: number
  /** If the articles were found by characters: the runs they have. */
  runs: readonly Run[]
}

/** The articles that answer a query from a reader of this language. */
export function matchesFor(index: SearchIndex, query: Query, language: Language): Matches {
  const matched = query.words.length === 0 ? filteredOnly(index, query) : ranked(index, query)
  const byCharacters = withRuns(index, query, matched)
  if (byCharacters) return byCharacters
  return isGuess(index, matched, language) ? { ...matched, matches: [], total: 0 } : matched
}

/** Only the articles, for callers that show no passages. */
export function articlesFor(
  index: SearchIndex,
  typed: string | Query,
  { language = 'en', ...range }: SearchOptions = {},
): Article[] {
  const query = readQuery(typed)
  const matched = matchesFor(index, query, language)
  return articlesOf(matched, index, { language: query.filters.language ?? language, ...range })
}

/** The articles of the matches, in the version for this language. */
export const articlesOf = (
  { matches }: Matches,
  { segment }: SearchIndex,
  { language = 'en', from = 0, count = 5 }: SearchOptions,
): Article[] =>
  matches
    .slice(from, from + count)
    .map(({ article }) => segment.articles[versionFor(segment, article, language)] as Article)

function ranked(index: SearchIndex, query: Query): Matches {
  const { terms, reader, sentences, ranked, count } = rank(index, query, {
    isAllowed: filterOf(index, query),
  })
  const once = new Set(
    onePerId(
      index,
      ranked.map(({ article }) => article),
    ),
  )
  const matches = ranked.filter(({ article }) => once.has(article))
  return {
    terms,
    reader,
    sentences,
    matches,
    total: count === ranked.length ? matches.length : count,
    runs: [],
  }
}

/**
 * The articles that have the query's runs of characters, if there are more of them than have all its words as typed.
 * Scripts without spaces are cut by a dictionary, which may cut the same characters in another way in another sentence.
 */
function withRuns(index: SearchIndex, query: Query, { matches }: Matches): Matches | undefined {
  const asTyped = matches.filter(each => each.hasEveryWordAsTyped).length
  // Words that are not quoted need not be together, so an article that has them all is an answer.
  if (asTyped > 0 && query.phrases.length === 0) return undefined
  const runs = runsOf(query)
  if (runs.length === 0) return undefined
  const found = onePerId(index, articlesWithRuns(index.segment, runs, filterOf(index, query)))
  return found.length <= asTyped
    ? undefined
    : { ...none, matches: found.slice(0, MAX_UNRANKED_MATCHES).map(unranked), total: found.length, runs }
}

/** The first of the numbers for each article, which may have several versions. */
function onePerId({ segment }: SearchIndex, numbers: readonly number[]): number[] {
  const seen = new Set<string>()
  return numbers.filter(number => {
    const id = segment.articles[number]?.id ?? ''
    return !seen.has(id) && seen.add(id)
  })
}

/** All articles that pass the filters, newest first: the answer to a query of filters only. */
function filteredOnly(index: SearchIndex, query: Query): Matches {
  if (Object.keys(query.filters).length === 0) return none
  const { segment } = index
  const isAllowed = filterOf(index, query)
  const date = (article: number) => {
    const { year = 0, month = 0, day = 0 } = segment.articles[article]?.published ?? {}
    return (year * 100 + month) * 100 + day
  }
  const all = Array.from(segment.articles.keys()).filter(isAllowed)
  const once = all.filter(article => versionsOf(segment, article).find(isAllowed) === article)
  const sorted = once.sort((a, b) => date(b) - date(a) || a - b)
  return { ...none, matches: sorted.slice(0, MAX_UNRANKED_MATCHES).map(unranked), total: once.length }
}

const MAX_UNRANKED_MATCHES = 100

const none: Matches = {
  ...{ terms: [], reader: article => unranked(article), sentences: [], matches: [], total: 0, runs: [] },
}

const unranked = (article: number): RankedArticle => ({
  ...{ article, hasEveryWordAsTyped: true, score: 0, coverage: 0, rank: 0 },
  ...{ bestPassage: -1, matchedVariants: new Int32Array(), adjacent: 0, passage: 0, title: 0, accents: 0 },
  passages: [],
})

/**
 * Short words resemble many others. It is a guess if every word had to be corrected, one of them is short, and the
 * words are not together in the reader's language: a name that the archive does not know must not become another
 * person's.
 */
function isGuess({ segment }: SearchIndex, { terms, matches }: Matches, language: Language): boolean {
  const [best] = matches
  const contentTerms = terms.flatMap((term, at) => (term.isContentWord ? [{ term, at }] : []))
  const isCorrected = ({ term, at }: (typeof contentTerms)[number]) => {
    const variant = term.variants[best?.matchedVariants[at] ?? -1]
    return !variant || (variant.isCorrection && !jointKinds.includes(variant.kind))
  }
  const hasShortWord = contentTerms.some(({ term }) => term.typed.word.length < 5)
  // A slip in one language may be a word in another.
  const isForeign = best !== undefined && segment.articles[best.article]?.language !== language
  const areWordsApart = isForeign || (best?.adjacent ?? 0) < 0.2
  return contentTerms.length > 1 && hasShortWord && areWordsApart && contentTerms.every(isCorrected)
}

/** Kinds of variants in which several typed words agree on one meaning. */
const jointKinds: readonly VariantKind[] = ['alias', 'joined', 'split']
