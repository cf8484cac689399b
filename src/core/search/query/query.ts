// Reads a typed query: words, "phrases", -words, and the filters from:, year: and lang:.

import { type Language, languageNamed } from '../../languages/language.ts'
import { unified } from '../../text/alike/lookalikes.ts'
import { withMarksInPlace } from '../../text/alike/tone-marks.ts'
import { fold, surfaceForm } from '../../text/fold.ts'
import { eachWord } from '../../text/words.ts'
import { eachTypedWord } from '../question/phrase-cuts.ts'
import { type Question, readQuestion } from '../question/question.ts'

export interface QueryWord {
  /** As typed, to be quoted in an answer. */
  typed: string
  /** In lowercase, with its accents. */
  form: string
  /** Folded. */
  word: string
  /** Its position in the query's text, in UTF-16 units. */
  start: number
  end: number
  /** It only asks: "when", "how many". It is not searched for, corrected or marked. */
  isAsking?: true
}

export interface Filters {
  /** A publisher, or a paper that is retold. */
  from?: string
  year?: number
  language?: Language
}

export interface Query {
  /** The part of the typed text that was read, with one form for what looks the same. */
  text: string
  words: QueryWord[]
  /** Runs of words that must stand in this order: from the first index in `words` up to, but not including, the second. */
  phrases: [from: number, to: number][]
  /** Folded words that an article must not have. */
  excludedWords: string[]
  filters: Filters
  /** Filters with an impossible value, or given a second time. */
  problems: QueryProblem[]
  /** Nothing follows the last word, so it may be unfinished. */
  isLastWordOpen: boolean
  /** If the words are a question: what they ask. */
  question?: Question
}

export interface QueryProblem {
  filter: keyof Filters | 'without'
  /** As typed, with the filter's name. */
  typed: string
  value: string
  /**
   * `unknown`: no such value; `second`: already given, and the first one holds; `none`: no article has it; `alone`:
   * there are excluded words but nothing to search for.
   */
  why: 'unknown' | 'second' | 'none' | 'alone'
}

/** The rest of a longer text is not read: it was not typed to find something. */
const MAX_QUERY_UNITS = 240
const MAX_QUERY_WORDS = 32
/** How much of the end is checked to see whether a word ends there. */
const LAST_WORD_UNITS = 40

/** Reads a typed query. A query that has been read already is returned as it is, so it is read only once. */
export function readQuery(typed: string | Query): Query {
  if (typeof typed !== 'string') return typed
  // Cut before normalising too: a million marks on one letter would take a long time.
  const composed = typed.slice(0, MAX_QUERY_UNITS * 4).normalize('NFC')
  const text = unified(composed).slice(0, MAX_QUERY_UNITS)
  const query: Query = {
    ...{ text, words: [], phrases: [], excludedWords: [], filters: {}, problems: [], isLastWordOpen: true },
  }
  for (const match of text.matchAll(pieces)) {
    const [piece, name, quotedValue, value, minus, quoted, unquoted] = match
    const given = quotedValue ?? value
    if (name && given && addFilter(query, { name: name.toLowerCase(), value: given, typed: piece.trim() }))
      continue
    const inner = quoted ?? unquoted ?? piece
    const words = queryWordsIn(
      inner,
      match.index + piece.length - inner.length - (quoted === undefined ? 0 : 1),
    )
    if (minus) {
      query.excludedWords.push(...words.map(({ word }) => word))
      continue
    }
    const from = query.words.length
    query.words.push(...words.slice(0, MAX_QUERY_WORDS - from))
    if (quoted !== undefined && query.words.length > from) query.phrases.push([from, query.words.length])
  }
  eachWord(text.slice(-LAST_WORD_UNITS), (_, end) => {
    query.isLastWordOpen = end === Math.min(text.length, LAST_WORD_UNITS)
  })
  const isQuoted = (at: number) => query.phrases.some(([from, to]) => at >= from && at < to)
  const question = readQuestion(
    text,
    query.words.map((word, at) => ({ ...word, isQuoted: isQuoted(at) })),
  )
  if (question) {
    query.question = question
    for (const at of question.askingWords) (query.words[at] as QueryWord).isAsking = true
  }
  return query
}

/**
 * In this order: a filter and its value, quoted or not; a minus; quoted words; other words. Without Unicode classes,
 * which would add two milliseconds to a start.
 */
const pieces = /(?:([a-z]+):(?:"([^"]*)"|([^\s"]+)))|(?:(?<=^|\s)(-)(?=[^\s-]))?(?:"([^"]+)"|([^\s"]+))/gi

/** Whether the piece is a filter. If its value is impossible, it is recorded as a problem. */
function addFilter(
  { filters, problems }: Query,
  { name, value, typed }: { name: string; value: string; typed: string },
): boolean {
  const add = <N extends keyof Filters>(filter: N, read: Filters[N] | undefined): true => {
    const before = filters[filter]
    if (read === undefined) problems.push({ filter, typed, value, why: 'unknown' })
    else if (before === undefined) filters[filter] = read
    else if (before !== read) problems.push({ filter, typed, value, why: 'second' })
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
      return add('language', languageNamed(value))
    default:
      return false
  }
}

/** The words of a piece that begins at `offset` in the query's text. */
function queryWordsIn(piece: string, offset: number): QueryWord[] {
  const words: QueryWord[] = []
  const wordAt = (start: number, end: number) => {
    const form = withMarksInPlace(surfaceForm(piece.slice(start, end)))
    return { form, word: fold(form) }
  }
  eachTypedWord(piece, wordAt, (start, end) => {
    const { form, word } = wordAt(start, end)
    if (word)
      words.push({ typed: piece.slice(start, end), form, word, start: offset + start, end: offset + end })
  })
  return words
}
