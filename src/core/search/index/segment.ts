// What is searched: articles as streams of numbers, their postings and words. Articles go by their place in the list.
import type { Article } from '../../corpus/model.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import type { Postings } from './postings.ts'

export interface Segment {
  /** Sorted by id, so that the versions of one article in several languages are neighbours. */
  articles: readonly Article[]
  /** By the number of a form less one. */
  surfaceForms: readonly string[]
  /** The streams of all articles, and where each begins. */
  streams: { bytes: Uint8Array; starts: Uint32Array }
  postings: Postings
  lexicon: Lexicon
}

export function createSegment(
  articles: readonly Article[],
  forms: readonly string[],
  streams: Segment['streams'],
  postings: Postings,
): Segment {
  return { articles, surfaceForms: forms, streams, postings, lexicon: lexiconOf(postings.words) }
}

/** In how many articles a word stands. */
export const articleCount = ({ postings: { starts } }: Segment, word: number): number =>
  word < 0 ? 0 : (starts[word + 1] as number) - (starts[word] as number)

/** The number of a word that some article has, or -1. */
export function knownWord(segment: Segment, word: string): number {
  const number = segment.lexicon.find(word)
  return articleCount(segment, number) > 0 ? number : -1
}

/** BM25's inverse frequency: high for what stands in one article, near zero for what stands everywhere. */
export function inverseFrequency({ articles }: Segment, count: number): number {
  const inSome = Math.min(count, articles.length)
  return Math.log(1 + (articles.length - inSome + 0.5) / (inSome + 0.5))
}

/** Whether a word stands in an article, by binary search in its postings. */
export function hasWord({ postings: { entries, starts } }: Segment, word: number, article: number): boolean {
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

const spelt = new WeakMap<Segment, Set<string>>()

/** Whether a form stands in some article with these very accents; one without accents asks for none. */
export function hasForm(segment: Segment, form: string): boolean {
  if (/^\p{ASCII}*$/u.test(form)) return true
  let forms = spelt.get(segment)
  if (!forms) {
    forms = new Set(segment.surfaceForms)
    spelt.set(segment, forms)
  }
  return forms.has(form)
}

/** The places of all versions of the article at a place. */
export function versionsOf({ articles }: Segment, place: number): number[] {
  const id = articles[place]?.id
  let from = place
  while (articles[from - 1]?.id === id) from--
  const versions: number[] = []
  for (let at = from; articles[at]?.id === id; at++) versions.push(at)
  return versions
}

/** The order of a segment, which is also that of articles that answer a query equally well. */
export const sortedById = (articles: readonly Article[]): Article[] =>
  articles.toSorted((a, b) => compare(a.id, b.id) || compare(a.language, b.language))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
