// Reads what was typed: words, "phrases", -words, the filters from:, year: and lang:, and whom they let through.

import { type Language, languages } from '../../languages/language.ts'
import { fold, surfaceForm } from '../../text/fold.ts'
import { eachWord } from '../../text/words.ts'

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
  excludedWords: string[]
  filters: Filters
  /** Filters with a value that they cannot have, or a second one. */
  problems: QueryProblem[]
  /** The last word may be unfinished: nothing was typed after it. */
  isLastWordOpen: boolean
}

/** Only so much of a text is read as a query: what is longer was not typed to find something. */
export const MAX_QUERY_UNITS = 160
const mostWords = 12
/** What of the end is looked at to see whether a word ends there. */
const lastWord = 40

export function readQuery(typed: string): Query {
  const query: Query = {
    words: [],
    phrases: [],
    excludedWords: [],
    filters: {},
    problems: [],
    isLastWordOpen: true,
  }
  // Cut before it is brought together too: a million marks on one letter would take their time.
  const text = typed
    .slice(0, MAX_QUERY_UNITS * 4)
    .normalize('NFC')
    .slice(0, MAX_QUERY_UNITS)
  for (const [piece, name, quotedValue, value, minus, quoted, plain] of text.matchAll(pieces)) {
    const given = quotedValue ?? value
    if (name && given && addFilter(query, name.toLowerCase(), given, piece.trim())) continue
    const words = wordsOf(quoted ?? plain ?? piece)
    if (minus) {
      query.excludedWords.push(...words.map(({ word }) => word))
      continue
    }
    const from = query.words.length
    query.words.push(...words.slice(0, mostWords - from))
    if (quoted !== undefined && query.words.length > from) query.phrases.push([from, query.words.length])
  }
  eachWord(text.slice(-lastWord), (_, end) => {
    query.isLastWordOpen = end === Math.min(text.length, lastWord)
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
function addFilter(
  { filters, problems: unread }: Query,
  name: string,
  value: string,
  typed: string,
): boolean {
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
    const form = surfaceForm(typed)
    const word = fold(form)
    if (word) words.push({ typed, form, word })
  })
  return words
}

export interface QueryProblem {
  filter: keyof Filters | 'without'
  /** As typed, with the filter's name. */
  typed: string
  value: string
  /**
   * `unknown`: no such value; `second`: there is one already, which holds; `none`: no article has it; `alone`: words
   * that must not stand in an article, and none that should.
   */
  why: 'unknown' | 'second' | 'none' | 'alone'
}
