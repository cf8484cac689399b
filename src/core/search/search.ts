// Finds the articles and passages that answer a few words, however they are spelt: the one way in for every surface.
import type { Anniversary, Article } from '../corpus/model.ts'
import type { Language } from '../languages/language.ts'
import { memoByObject } from '../text/memo.ts'
import { completions, nearest, nearestIn } from '../text/nearest.ts'
import { eachWord } from '../text/words.ts'
import { type Hit, hitOf, versionFor } from './hits/hit.ts'
import type { SearchIndex } from './index/search-index.ts'
import { versionsOf } from './index/segment.ts'
import { anniversariesNamed } from './lookup/anniversaries.ts'
import { filterOf } from './query/filter.ts'
import { unreadIn } from './query/problems.ts'
import { type Filters, MAX_QUERY_UNITS, type Query, type QueryProblem, readQuery } from './query/query.ts'
import type { QueryTerm } from './query/query-terms.ts'
import { type RankedArticle, type Ranking, rank } from './rank/rank.ts'

export type { Hit } from './hits/hit.ts'

export interface SearchOptions {
  /** The reader's language: articles are shown in it where they have such a version. */
  language?: Language
  /** Which hits are wanted: the first, and how many. */
  from?: number
  count?: number
}

export interface SearchResult {
  /** The best first, each article once. */
  hits: Hit[]
  /** How many articles answer. */
  total: number
  /** How many of them can be turned to: the order of the rest is not worked out. */
  reachable: number
  /** Words that do not stand in the first hit as typed, and what stands there in their place. */
  corrected: { typed: string; used: string }[]
  /** The query that finds the words as typed and nothing else, where some were corrected. */
  asTyped?: string
  filters: Filters
  /** Words that an article must not have. */
  excludedWords: string[]
  /** What was not understood, or can find nothing. */
  problems: QueryProblem[]
  /** Anniversaries that the words name. */
  anniversaries: Anniversary[]
  /** Where nothing was found: the nearest known names and titles. */
  near: string[]
  /** The share of the articles that could be searched, where the index is still being built. */
  indexedShare?: number
}

/** The articles that answer what was typed. */
export function search(index: SearchIndex, typed: string, asked: SearchOptions = {}): SearchResult {
  const { language = 'en', from = 0, count = 5 } = asked
  const query = readQuery(typed)
  const { filters, excludedWords: without } = query
  const { terms, reader, places, total } = withoutGuesses(placesFor(index, query), index, language)
  const corrected = correctedIn(index, terms, places[0])
  return {
    hits: places
      .slice(from, from + count)
      .map(({ article }) =>
        hitOf(index, article, { terms, reader, phrases: query.phrases }, filters.language ?? language),
      ),
    total,
    reachable: places.length,
    corrected: corrected.map(({ typed, used }) => ({ typed, used })),
    ...(corrected.length > 0 && { asTyped: quoting(typed, corrected) }),
    filters,
    excludedWords: without,
    problems: unreadIn(index, query),
    anniversaries: query.words.length > 0 ? anniversariesNamed(index.anniversaries, typed) : [],
    near: places.length > 0 ? [] : nearNames(index, typed),
    ...(index.indexedShare !== undefined && { indexedShare: index.indexedShare }),
  }
}

/**
 * What to offer while a query is typed: names that begin so, then the titles of what would be found, in its order. One
 * word like which nothing begins is taken for a misspelt name.
 */
export function suggestions(index: SearchIndex, typed: string, language: Language, limit: number): string[] {
  const words = typed.trim()
  const begun = completions(index.offers, words, limit, { fuzzy: false })
  if (!words) return begun
  const isName = begun.length === 0 && words.length > 2 && !/\s/.test(words)
  const near = isName ? nearestIn(index.offers)(words, limit).map(({ value }) => value) : []
  if (near.length > 0) return near
  const titles = articlesFor(index, words, { language, count: limit }).map(({ title }) => title)
  return [...new Set([...begun, ...titles])].slice(0, limit)
}

/** The articles of the hits, for who shows no more of them. */
export function articlesFor(index: SearchIndex, typed: string, asked: SearchOptions = {}): Article[] {
  const { language = 'en', from = 0, count = 5 } = asked
  const query = readQuery(typed)
  const { places } = withoutGuesses(placesFor(index, query), index, language)
  const { articles } = index.segment
  return places
    .slice(from, from + count)
    .map(
      ({ article }) =>
        articles[versionFor(index.segment, article, query.filters.language ?? language)] as Article,
    )
}

/**
 * Short words are like many others: where every word had to be corrected, one of them is short, and what comes out does
 * not stand together in the reader's language, it is a guess. A name that the archive does not know must not become another person's.
 */
function withoutGuesses(found: Places, { segment }: SearchIndex, language: Language): Places {
  const first = found.places[0]
  const telling = found.terms.flatMap((term, at) => (term.isContentWord ? [{ term, at }] : []))
  const isGuessed = ({ term, at }: (typeof telling)[number]) => {
    const variant = term.variants[first?.matchedVariants[at] ?? -1]
    return !variant || (!variant.sure && !together.includes(variant.kind))
  }
  const isShort = telling.some(({ term }) => term.typed.word.length < 5)
  // What is a slip in one language is another word in the next.
  const isForeign = first !== undefined && segment.articles[first.article]?.language !== language
  const isApart = isForeign || (first?.adjacent ?? 0) < 0.2
  const isGuess = telling.length > 1 && isShort && isApart && telling.every(isGuessed)
  return isGuess ? { ...found, places: [], total: 0 } : found
}

/** Ways in which several typed words agree on one thing. */
const together: readonly string[] = ['alias', 'joined', 'split']

interface Places extends Pick<Ranking, 'terms' | 'reader'> {
  /** The best first, each article once, by the version that answers best. */
  places: RankedArticle[]
  total: number
}

function placesFor(index: SearchIndex, query: Query): Places {
  const allowed = filterOf(index, query)
  if (query.words.length === 0) return { terms: [], reader: unranked, ...filtered(index, query, allowed) }
  const { terms, reader, ranked, count } = rank(index, query, allowed)
  const seen = new Set<string>()
  const places = ranked.filter(({ article }) => {
    const id = index.segment.articles[article]?.id ?? ''
    return !seen.has(id) && seen.add(id)
  })
  return { terms, reader, places, total: count === ranked.length ? places.length : count }
}

/** All that the filters let through, the newest first: what a query of filters alone asks for. */
function filtered(
  { segment }: SearchIndex,
  { filters }: Query,
  allowed: (place: number) => boolean,
): Pick<Places, 'places' | 'total'> {
  if (Object.keys(filters).length === 0) return { places: [], total: 0 }
  const date = (place: number) => {
    const { year = 0, month = 0, day = 0 } = segment.articles[place]?.published ?? {}
    return (year * 100 + month) * 100 + day
  }
  const all = Array.from(segment.articles.keys()).filter(allowed)
  const once = all.filter(place => versionsOf(segment, place).find(allowed) === place)
  const sorted = once.sort((a, b) => date(b) - date(a) || a - b)
  return { places: sorted.slice(0, mostFiltered).map(unranked), total: once.length }
}

const mostFiltered = 100

const unranked = (article: number): RankedArticle => ({
  ...{
    article,
    hasEveryWordAsTyped: true,
    score: 0,
    coverage: 0,
    rank: 0,
    bestPassage: -1,
    matchedVariants: new Int32Array(),
  },
  ...{ adjacent: 0, passage: 0, title: 0, accents: 0 },
})

/** What the first hit has in place of words as typed; words of questions are not worth a remark. */
function correctedIn(
  { segment, concepts }: SearchIndex,
  terms: readonly QueryTerm[],
  first: Places['places'][number] | undefined,
) {
  const corrected: { typed: string; used: string; words: string[] }[] = []
  for (const [at, { typed, variants, isContentWord: telling }] of terms.entries()) {
    const variant = variants[first?.matchedVariants[at] ?? -1]
    if (!variant || variant.sure || !telling || variant.kind === 'exact') continue
    const { word, nextWord: next } = variant
    const words = [word, ...(next === undefined ? [] : [next])].map(
      each => segment.lexicon.words[each] as string,
    )
    const used = words.map(concepts.nameOf).join(' ')
    const last = corrected.at(-1)
    // "alte red" is one word that was typed as two, and a name may be several.
    if (last?.used === used) {
      last.typed += ` ${typed.typed}`
      last.words.push(typed.typed)
    } else corrected.push({ typed: typed.typed, used, words: [typed.typed] })
  }
  return corrected
}

/** The query with the corrected words in quotation marks, which are taken as they are. */
function quoting(typed: string, corrected: readonly { words: string[] }[]): string {
  const words = new Set(corrected.flatMap(each => each.words))
  const text = typed.slice(0, MAX_QUERY_UNITS).trim().normalize('NFC')
  let quoted = ''
  let from = 0
  eachWord(text, (start, end) => {
    const word = text.slice(start, end)
    if (!words.has(word)) return
    quoted += `${text.slice(from, start)}"${word}"`
    from = end
  })
  return quoted + text.slice(from)
}

// Names are short, and Fuse's time grows with the pattern.
const nearNames = ({ offers }: SearchIndex, typed: string): string[] =>
  offered(offers)(typed.trim().slice(0, 20), 3).map(({ value }) => value)

/** Of each name the spellings it is known by best: Fuse takes five milliseconds over all of them. */
const offered = memoByObject((offers: SearchIndex['offers']) =>
  nearest(
    offers.map(({ value, keys }) => ({ value, keys: keys.slice(0, 2) })),
    0.6,
  ),
)
