// An article as it is shown among the results: in the reader's language, with its best passage, the words marked.
import type { Article, KeyPoint } from '../../corpus/model.ts'
import type { Language } from '../../languages/language.ts'
import { type Passage, passageAt, passagesOf } from '../index/passages.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { type Segment, versionsOf } from '../index/segment.ts'
import type { Query } from '../query/query.ts'
import type { QueryTerm } from '../query/query-terms.ts'
import type { ArticleReading, Reader } from '../rank/closeness.ts'
import { accentRule, type Marks, marksIn, phraseRuns, wordsOfText } from './marks.ts'
import { resolvePassage } from './pronouns.ts'

export interface Hit {
  /** In the reader's language where there is such a version, else as it was found. */
  article: Article
  /**
   * With what it needs to say of whom it speaks. Empty for an article without text, and where a phrase stands in the
   * title or the names alone.
   */
  passage: string
  /** Whether a name in brackets was put into it. */
  hasInsertedName?: true
  /** The key point that the passage is, where a phrase stands in no other. */
  point?: KeyPoint
  /** The language of the passage: another one where only that version has the words. */
  language: Language
  /** Where the matched words stand in the passage. */
  marks: Marks
}

/** What a query asks to be shown. */
export interface HitRequest {
  terms: readonly QueryTerm[]
  /** Has read what was ranked already. */
  reader: Reader
  phrases: Query['phrases']
}

/** The hit for the version of an article at `place`, which was found. */
export function hitOf(index: SearchIndex, place: number, sought: HitRequest, language: Language): Hit {
  const { segment } = index
  const { terms, reader, phrases } = sought
  const own = versionFor(segment, place, language)
  const article = segment.articles[own] as Article
  const hit = (text: string, from: Article, more: Partial<Hit> = {}): Hit => {
    const marks = marksIn(index, text, terms, phrases)
    return { article, passage: text, language: from.language, marks, ...more }
  }
  const hitIn = (from: Article, passage: Passage | undefined): Hit => {
    if (!passage) return hit('', from)
    const { text, added } = resolvePassage(index, from, passage)
    const plain = hit(text, from)
    if (!added) return plain
    const { at, words } = added
    const marks = plain.marks.map(([start, end]): Marks[number] => [
      start < at ? start : start + words.length,
      end <= at ? end : end + words.length,
    ])
    return { ...plain, passage: text.slice(0, at) + words + text.slice(at), marks, hasInsertedName: true }
  }
  const reads = (own === place ? [own] : [own, place]).map(version => ({
    found: segment.articles[version] as Article,
    read: reader(version),
  }))
  if (phrases.length > 0) {
    const has = standing(index, sought)
    for (const { found, read } of reads) {
      const passages = passagesOf(found)
      const best = passages[read.bestPassage]
      const passage = most([...(best ? [best] : []), ...passages], each => has(each.text))
      if (passage) return hitIn(found, passage)
      const point = most(found.keyPoints, each => has(each.text))
      if (point) return hit(point.text, found, { point })
    }
    return hit('', article)
  }
  // The words may stand in the reader's version too, under other names; else they are shown where they were found.
  const [inOwn, inPlace = inOwn] = reads
  const isGuess =
    inOwn?.read.bestPassage !== -1 && !isSure(inOwn?.read, terms) && isSure(inPlace?.read, terms)
  for (const { found, read } of isGuess ? reads.slice(1) : reads) {
    if (read.bestPassage >= 0) return hitIn(found, passageAt(found, read.bestPassage))
    // The index knows of a name inside of a longer one only the longer.
    const passages = terms.length > 0 ? passagesOf(found) : []
    const named = passages.find(({ text }) => marksIn(index, text, terms, phrases).length > 0)
    if (named) return hitIn(found, named)
  }
  return hitIn(article, passageAt(article, 0))
}

/** How many of the phrases stand in a text. */
function standing({ segment }: SearchIndex, { terms, phrases }: HitRequest): (text: string) => number {
  const agrees = accentRule(terms, segment)
  return text => {
    const words = wordsOfText(text)
    return phrases.filter(([from, to]) => phraseRuns(words, terms.slice(from, to), agrees).length > 0).length
  }
}

/** Of a book no more passages are read for a phrase: cutting them into words would keep everybody waiting. */
const mostRead = 1000

/** The first of those with the highest count, where any has one. */
function most<T>(all: readonly T[], count: (each: T) => number): T | undefined {
  let best: T | undefined
  let highest = 0
  for (const each of all.slice(0, mostRead)) {
    const here = count(each)
    if (here <= highest) continue
    highest = here
    best = each
  }
  return best
}

/** Whether a version has any telling word by more than a correction. */
const isSure = (read: ArticleReading | undefined, terms: readonly QueryTerm[]): boolean =>
  terms.some(
    ({ isContentWord: telling, variants }, at) =>
      telling && variants[read?.matchedVariants[at] ?? -1]?.sure === true,
  )

/** The version for a reader: in the language asked for, else in English, else as it is. */
export function versionFor(segment: Segment, place: number, language: Language): number {
  const versions = versionsOf(segment, place)
  const inLanguage = (wanted: Language) =>
    versions.find(version => segment.articles[version]?.language === wanted)
  return inLanguage(language) ?? inLanguage('en') ?? place
}
