// Holds the searchable data: articles as streams of numbers, their postings and words. An article's number is its
// index.

import type { Article } from '../../corpus/model.ts'
import type { Language } from '../../languages/language.ts'
import { fold } from '../../text/fold.ts'
import { memoByObject } from '../../text/memo.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import type { Postings } from './postings.ts'

export interface Segment {
  /** Sorted by id, so that an article's versions in several languages are neighbours. */
  articles: readonly Article[]
  /** Words as written, but in lowercase, and concepts. The number of a form is its index plus one. */
  surfaceForms: readonly string[]
  /** The streams of all articles one after another, and the start of each. */
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

/** The number of articles that have a word; 0 for -1. */
export const articleCount = ({ postings: { starts } }: Segment, word: number): number =>
  word < 0 ? 0 : (starts[word + 1] as number) - (starts[word] as number)

/** The number of a word that some article has, or -1. */
export function knownWord(segment: Segment, word: string): number {
  const number = segment.lexicon.find(word)
  return articleCount(segment, number) > 0 ? number : -1
}

/** BM25's inverse document frequency: high for a word in few articles, near zero for one in nearly all. */
export function inverseFrequency({ articles }: Segment, count: number): number {
  const having = Math.min(count, articles.length)
  return Math.log(1 + (articles.length - having + 0.5) / (having + 0.5))
}

/** Whether an article has a word, by binary search in its posting list. */
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

/** Whether some article has the word with these accents. A word typed without accents matches any. */
export function hasSurfaceForm(segment: Segment, form: string): boolean {
  if (/^\p{ASCII}*$/u.test(form)) return true
  return surfaceFormsOf(segment).has(form)
}

/** Whether some article has the folded word written without accents. */
export const hasPlainForm = (segment: Segment, word: string): boolean => surfaceFormsOf(segment).has(word)

/** The forms with accents of each folded word that has some. */
export const accentedFormsOf = memoByObject(({ surfaceForms }: Segment): ReadonlyMap<string, string[]> => {
  const forms = new Map<string, string[]>()
  for (const form of surfaceForms)
    if (accented.test(form)) {
      const word = fold(form)
      forms.set(word, [...(forms.get(word) ?? []), form])
    }
  return forms
})

/** Latin letters with diacritics, including Vietnamese ones. */
export const accented = /[\u00c0-\u024f\u1e00-\u1eff]/

const surfaceFormsOf = memoByObject(({ surfaceForms }: Segment) => new Set(surfaceForms))

/** The numbers of all versions of an article, in every language. */
export function versionsOf({ articles }: Segment, article: number): number[] {
  const id = articles[article]?.id
  let from = article
  while (articles[from - 1]?.id === id) from--
  const versions: number[] = []
  for (let at = from; articles[at]?.id === id; at++) versions.push(at)
  return versions
}

/** The version for a reader: in their language, else in English, else the given one. */
export function versionFor(segment: Segment, article: number, language: Language): number {
  const versions = versionsOf(segment, article)
  const inLanguage = (wanted: Language) =>
    versions.find(version => segment.articles[version]?.language === wanted)
  return inLanguage(language) ?? inLanguage('en') ?? article
}

/** The order of a segment, which also breaks ties between articles that answer a query equally well. */
export const sortedById = (articles: readonly Article[]): Article[] =>
  articles.toSorted((a, b) => compare(a.id, b.id) || compare(a.language, b.language))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
