// Reads what was typed: words, "phrases", -words, the filters from:, year: and lang:, and whom they let through.

import type { Article } from '../corpus/corpus.ts'
import { type Language, languages } from '../corpus/corpus.ts'
import { type Concepts, conceptOf } from './concepts.ts'
import { eachWord, fold, formOf, tokens } from './fold.ts'
import { inflections } from './forms.ts'
import type { SearchIndex } from './index.ts'
import { has, versionsOf } from './shelf.ts'
import type { Unread } from './unread.ts'

export interface QueryWord {
  /** As typed, for saying it back. */
  typed: string
  form: string
  word: string
}

export interface Filters {
  /** Publishers, or papers that are retold. */
  from?: string
  year?: number
  language?: Language
}

export interface Query {
  words: QueryWord[]
  /** Runs of words that must stand so: from the first place in `words` up to, but not including, the second. */
  phrases: [from: number, to: number][]
  /** Folded words that must not stand in an article. */
  without: string[]
  filters: Filters
  /** Filters with a value that they cannot have, or a second one. */
  unread: Unread[]
  /** The last word may be unfinished: nothing was typed after it. */
  open: boolean
}

/** Only so much of a text is read as a query: what is longer was not typed to find something. */
export const longestQuery = 160
const mostWords = 12
/** What of the end is looked at to see whether a word ends there. */
const lastWord = 40

export function readQuery(typed: string): Query {
  const query: Query = { words: [], phrases: [], without: [], filters: {}, unread: [], open: true }
  // Cut before it is brought together too: a million marks on one letter would take their time.
  const text = typed
    .slice(0, longestQuery * 4)
    .normalize('NFC')
    .slice(0, longestQuery)
  for (const [piece, name, quotedValue, value, minus, quoted, plain] of text.matchAll(pieces)) {
    const given = quotedValue ?? value
    if (name && given && addFilter(query, name.toLowerCase(), given, piece.trim())) continue
    const words = wordsOf(quoted ?? plain ?? piece)
    if (minus) {
      query.without.push(...words.map(({ word }) => word))
      continue
    }
    const from = query.words.length
    query.words.push(...words.slice(0, mostWords - from))
    if (quoted !== undefined && query.words.length > from) query.phrases.push([from, query.words.length])
  }
  eachWord(text.slice(-lastWord), (_, end) => {
    query.open = end === Math.min(text.length, lastWord)
  })
  return query
}

/**
 * A filter with its value, in quotation marks or not; a minus; words in quotation marks; other words. Without classes of
 * Unicode, which take a start two milliseconds.
 */
const pieces =
  /(?:([a-z]+):(?:"([^"]*)"|([^\s"]+)))|(?:(?<=^|\s)(-)(?=[^\s-]))?(?:["“”]([^"“”]+)["“”]|([^\s"“”]+))/gi

/** Whether it is a filter; one that cannot be is kept to be said. */
function addFilter({ filters, unread }: Query, name: string, value: string, typed: string): boolean {
  const add = <N extends keyof Filters>(filter: N, read: Filters[N] | undefined): true => {
    const before = filters[filter]
    if (read === undefined) unread.push({ filter, typed, value, why: 'unknown' })
    else if (before === undefined) filters[filter] = read
    else if (before !== read) unread.push({ filter, typed, value, why: 'second' })
    return true
  }
  switch (name) {
    case 'from':
      return add('from', value)
    case 'year': {
      const year = /^\d{1,4}$/.exec(fold(value))
      return add('year', Number(year?.[0]) || undefined)
    }
    case 'lang':
      return add(
        'language',
        languages.find(each => each === value.toLowerCase()),
      )
    default:
      return false
  }
}

function wordsOf(text: string): QueryWord[] {
  const words: QueryWord[] = []
  eachWord(text, (start, end) => {
    const typed = text.slice(start, end)
    const form = formOf(typed)
    const word = fold(form)
    if (word) words.push({ typed, form, word })
  })
  return words
}

/** Says of each place on the shelf whether its article may be in the answer. */
export function filterOf(index: SearchIndex, { filters, without }: Query): (place: number) => boolean {
  const { shelf } = index
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
        !versionsOf(shelf, place).some(version => unwanted.some(word => has(shelf, word, version))))
    )
  }
}

/** What must not stand in an answer: the words in any ending, and the names that they spell in any spelling. */
export function unwantedIn(without: readonly string[], concepts: Concepts): string[] {
  const names = new Set(without.flatMap((_, at) => concepts.at(without, at)?.concept ?? []))
  // Inside of a longer name a name is known by its word only: "Pol Pot genocidal regime".
  const alone = Array.from(names.size > 0 ? concepts.words() : []).filter(word =>
    concepts.from(word)?.some(({ words, concept }) => words.length === 1 && names.has(concept)),
  )
  return [...new Set([...without.flatMap(word => [word, ...inflections(word)]), ...names, ...alone])]
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
