// An article as it is shown among the results: in the reader's language, with its best passage, the words marked.
import type { Article, KeyPoint, Language } from '../corpus/corpus.ts'
import type { Read, Reader } from './closeness.ts'
import type { SearchIndex } from './index.ts'
import { agreeing, type Marks, marksIn, runs, wordsIn } from './marks.ts'
import { type Passage, passageAt, passagesOf } from './passages.ts'
import type { Query } from './query.ts'
import { type Shelf, versionsOf } from './shelf.ts'
import type { Unit } from './units.ts'
import { wholeOf } from './whose.ts'

export interface Hit {
  /** In the reader's language where there is such a version, else as it was found. */
  article: Article
  /**
   * With what it needs to say of whom it speaks. Empty for an article without text, and where a phrase stands in the
   * title or the names alone.
   */
  passage: string
  /** Whether a name in brackets was put into it. */
  named?: true
  /** The key point that the passage is, where a phrase stands in no other. */
  point?: KeyPoint
  /** The language of the passage: another one where only that version has the words. */
  language: Language
  /** Where the matched words stand in the passage. */
  marks: Marks
}

/** What a query asks to be shown. */
export interface Sought {
  units: readonly Unit[]
  /** Has read what was ranked already. */
  reader: Reader
  phrases: Query['phrases']
}

/** The hit for the version of an article at `place`, which was found. */
export function hitOf(index: SearchIndex, place: number, sought: Sought, language: Language): Hit {
  const { shelf } = index
  const { units, reader, phrases } = sought
  const own = readable(shelf, place, language)
  const article = shelf.articles[own] as Article
  const hit = (text: string, from: Article, more: Partial<Hit> = {}): Hit => {
    const marks = marksIn(index, text, units, phrases)
    return { article, passage: text, language: from.language, marks, ...more }
  }
  const hitIn = (from: Article, passage: Passage | undefined): Hit => {
    if (!passage) return hit('', from)
    const { text, added } = wholeOf(index, from, passage)
    const plain = hit(text, from)
    if (!added) return plain
    const { at, words } = added
    const marks = plain.marks.map(([start, end]): Marks[number] => [
      start < at ? start : start + words.length,
      end <= at ? end : end + words.length,
    ])
    return { ...plain, passage: text.slice(0, at) + words + text.slice(at), marks, named: true }
  }
  const reads = (own === place ? [own] : [own, place]).map(version => ({
    found: shelf.articles[version] as Article,
    read: reader(version),
  }))
  if (phrases.length > 0) {
    const has = standing(index, sought)
    for (const { found, read } of reads) {
      const passages = passagesOf(found)
      const best = passages[read.place]
      const passage = most([...(best ? [best] : []), ...passages], each => has(each.text))
      if (passage) return hitIn(found, passage)
      const point = most(found.keyPoints, each => has(each.text))
      if (point) return hit(point.text, found, { point })
    }
    return hit('', article)
  }
  // The words may stand in the reader's version too, under other names; else they are shown where they were found.
  const [inOwn, inPlace = inOwn] = reads
  const isGuess = inOwn?.read.place !== -1 && !isSure(inOwn?.read, units) && isSure(inPlace?.read, units)
  for (const { found, read } of isGuess ? reads.slice(1) : reads) {
    if (read.place >= 0) return hitIn(found, passageAt(found, read.place))
    // The index knows of a name inside of a longer one only the longer.
    const passages = units.length > 0 ? passagesOf(found) : []
    const named = passages.find(({ text }) => marksIn(index, text, units, phrases).length > 0)
    if (named) return hitIn(found, named)
  }
  return hitIn(article, passageAt(article, 0))
}

/** How many of the phrases stand in a text. */
function standing({ shelf }: SearchIndex, { units, phrases }: Sought): (text: string) => number {
  const agrees = agreeing(units, shelf)
  return text => {
    const words = wordsIn(text)
    return phrases.filter(([from, to]) => runs(words, units.slice(from, to), agrees).length > 0).length
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
const isSure = (read: Read | undefined, units: readonly Unit[]): boolean =>
  units.some(({ telling, variants }, at) => telling && variants[read?.met[at] ?? -1]?.sure === true)

/** The version for a reader: in the language asked for, else in English, else as it is. */
export function readable(shelf: Shelf, place: number, language: Language): number {
  const versions = versionsOf(shelf, place)
  const inLanguage = (wanted: Language) =>
    versions.find(version => shelf.articles[version]?.language === wanted)
  return inLanguage(language) ?? inLanguage('en') ?? place
}
