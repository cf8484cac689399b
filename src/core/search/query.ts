// Reads what was typed: words, "phrases", -words, and the filters from:, year: and lang:.
import { type Language, languages } from '../corpus/corpus.ts'
import { eachWord, fold, formOf } from './fold.ts'

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
  /** The last word may be unfinished: nothing was typed after it. */
  open: boolean
}

/** Only so much of a text is read as a query: what is longer was not typed to find something. */
const longest = 160
const mostWords = 12

export function readQuery(typed: string): Query {
  const query: Query = { words: [], phrases: [], without: [], filters: {}, open: true }
  // Cut before it is brought together too: a million marks on one letter would take their time.
  const text = typed
    .slice(0, longest * 4)
    .normalize('NFC')
    .slice(0, longest)
  for (const [piece, name, quotedValue, value, minus, quoted, plain] of text.matchAll(pieces)) {
    const given = quotedValue ?? value
    if (name && given && addFilter(query.filters, name.toLowerCase(), given)) continue
    const words = wordsOf(quoted ?? plain ?? piece)
    if (minus) {
      query.without.push(...words.map(({ word }) => word))
      continue
    }
    const from = query.words.length
    query.words.push(...words.slice(0, mostWords - from))
    if (quoted !== undefined && query.words.length > from) query.phrases.push([from, query.words.length])
  }
  query.open = /[\p{L}\p{N}\p{M}]$/u.test(text)
  return query
}

/** A filter with its value, in quotation marks or not; a minus; words in quotation marks; other words. */
const pieces =
  /(?:(\p{L}+):(?:"([^"]*)"|([^\s"]+)))|(?:(?<=^|\s)(-)(?=[\p{L}\p{N}"“]))?(?:["“”]([^"“”]+)["“”]|([^\s"“”]+))/gu

/** Whether it is a filter with a value that it can have. */
function addFilter(filters: Filters, name: string, value: string): boolean {
  switch (name) {
    case 'from':
      filters.from = value
      return true
    case 'year': {
      const year = Number(fold(value))
      if (!Number.isInteger(year) || year < 1 || year > 9999) return false
      filters.year = year
      return true
    }
    case 'lang': {
      const language = languages.find(each => each === value.toLowerCase())
      if (!language) return false
      filters.language = language
      return true
    }
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
