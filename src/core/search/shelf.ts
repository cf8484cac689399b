// What is searched: articles as streams of numbers, their postings and words. Articles go by their place in the list.
import type { Article } from '../corpus/corpus.ts'
import type { Postings } from './postings.ts'

export interface Shelf {
  /** Sorted by id, so that the versions of one article in several languages are neighbours. */
  articles: readonly Article[]
  /** By the number of a form less one. */
  forms: readonly string[]
  /** The streams of all articles, and where each begins. */
  streams: { bytes: Uint8Array; starts: Uint32Array }
  postings: Postings
  lexicon: Lexicon
}

/** The known words in alphabetical order. */
export interface Lexicon {
  /** Sorted by UTF-16 units; concepts come first. */
  words: readonly string[]
  /** The number of a word, or -1. */
  find(word: string): number
  /** The words that begin so: from the first number up to, but not including, the second. */
  beginning(prefix: string): [from: number, to: number]
}

export function lexiconOf(words: readonly string[]): Lexicon {
  /** The number of the first word that does not sort before this one. */
  const place = (word: string) => {
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((words[middle] as string) < word) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    words,
    find(word) {
      const at = place(word)
      return words[at] === word ? at : -1
    },
    // No word holds the last UTF-16 unit, which is no character.
    beginning: prefix => [place(prefix), place(`${prefix}\uffff`)],
  }
}

export function shelfOf(
  articles: readonly Article[],
  forms: readonly string[],
  streams: Shelf['streams'],
  postings: Postings,
): Shelf {
  return { articles, forms, streams, postings, lexicon: lexiconOf(postings.words) }
}

/** In how many articles a word stands. */
export const countOf = ({ postings: { starts } }: Shelf, word: number): number =>
  word < 0 ? 0 : (starts[word + 1] as number) - (starts[word] as number)

/** The number of a word that some article has, or -1. */
export function known(shelf: Shelf, word: string): number {
  const number = shelf.lexicon.find(word)
  return countOf(shelf, number) > 0 ? number : -1
}

/** BM25's inverse frequency: high for what stands in one article, near zero for what stands everywhere. */
export function rarityOf({ articles }: Shelf, count: number): number {
  const inSome = Math.min(count, articles.length)
  return Math.log(1 + (articles.length - inSome + 0.5) / (inSome + 0.5))
}

/** Whether a word stands in an article, by binary search in its postings. */
export function has({ postings: { entries, starts } }: Shelf, word: number, article: number): boolean {
  if (word < 0) return false
  const end = starts[word + 1] as number
  let low = starts[word] as number
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle] as number) >>> 8 < article) low = middle + 1
    else high = middle
  }
  return low < end && (entries[low] as number) >>> 8 === article
}

const spelt = new WeakMap<Shelf, Set<string>>()

/** Whether a form stands in some article with these very accents; one without accents asks for none. */
export function isSpeltSo(shelf: Shelf, form: string): boolean {
  if (/^\p{ASCII}*$/u.test(form)) return true
  let forms = spelt.get(shelf)
  if (!forms) {
    forms = new Set(shelf.forms)
    spelt.set(shelf, forms)
  }
  return forms.has(form)
}

/** The places of all versions of the article at a place. */
export function versionsOf({ articles }: Shelf, place: number): number[] {
  const id = articles[place]?.id
  let from = place
  while (articles[from - 1]?.id === id) from--
  const versions: number[] = []
  for (let at = from; articles[at]?.id === id; at++) versions.push(at)
  return versions
}

/** The order of a shelf, which is also that of articles that answer a query equally well. */
export const byId = (articles: readonly Article[]): Article[] =>
  articles.toSorted((a, b) => compare(a.id, b.id) || compare(a.language, b.language))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Stands in a stream where a field or a passage ends; the numbers of forms begin at 1. */
export const fieldEnd = 0

/** What a stream holds, in this order; every field from `text` on is one passage. */
export const fields = { title: 0, names: 1, keyPoints: 2, text: 3 }

/** Visits the numbers of one stream in order. */
export function readStream(
  bytes: Uint8Array,
  from: number,
  to: number,
  visit: (number: number) => void,
): void {
  for (let at = from; at < to; ) {
    let byte = bytes[at++] as number
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      value |= (byte & 127) << shift
    }
    visit(value)
  }
}
