// An article as it is shown among the results: in the reader's language, with its best passage, the words marked.
import type { Article, KeyPoint, Language } from '../corpus/corpus.ts'
import type { Read, Reader } from './closeness.ts'
import type { SearchIndex } from './index.ts'
import { agreeing, type Marks, marksIn, runs, wordsIn } from './marks.ts'
import { passageAt, passagesOf } from './passages.ts'
import type { Query } from './query.ts'
import { type Shelf, versionsOf } from './shelf.ts'
import type { Unit } from './units.ts'

export interface Hit {
  /** In the reader's language where there is such a version, else as it was found. */
  article: Article
  /** Empty for an article without text, and where a phrase stands in the title or the names alone. */
  passage: string
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
  const hit = (passage: string, from: Article, point?: KeyPoint): Hit => {
    const marks = marksIn(index, passage, units, phrases)
    return { article, passage, language: from.language, marks, ...(point && { point }) }
  }
  const reads = (own === place ? [own] : [own, place]).map(version => ({
    found: shelf.articles[version] as Article,
    read: reader(version),
  }))
  if (phrases.length > 0) {
    const has = standing(index, sought)
    for (const { found, read } of reads) {
      const passages = passagesOf(found).map(({ text }) => text)
      const text = most([passages[read.place] ?? '', ...passages], has)
      if (text !== undefined) return hit(text, found)
      const point = most(found.keyPoints, each => has(each.text))
      if (point) return hit(point.text, found, point)
    }
    return hit('', article)
  }
  // The words may stand in the reader's version too, under other names; else they are shown where they were found.
  const [inOwn, inPlace = inOwn] = reads
  const isGuess = inOwn?.read.place !== -1 && !isSure(inOwn?.read, units) && isSure(inPlace?.read, units)
  for (const { found, read } of isGuess ? reads.slice(1) : reads) {
    if (read.place >= 0) return hit(passageAt(found, read.place)?.text ?? '', found)
    // The index knows of a name inside of a longer one only the longer.
    const passages = units.length > 0 ? passagesOf(found) : []
    const named = passages.find(({ text }) => marksIn(index, text, units, phrases).length > 0)
    if (named !== undefined) return hit(named.text, found)
  }
  return hit(passageAt(article, 0)?.text ?? '', article)
}

/** How many of the phrases stand in a text. */
function standing({ shelf }: SearchIndex, { units, phrases }: Sought): (text: string) => number {
  const agrees = agreeing(units, shelf)
  return text => {
    const words = wordsIn(text)
    return phrases.filter(([from, to]) => runs(words, units.slice(from, to), agrees).length > 0).length
  }
}

/** The first of those with the highest count, where any has one. */
function most<T>(all: readonly T[], count: (each: T) => number): T | undefined {
  const counts = all.map(count)
  const highest = Math.max(0, ...counts)
  return highest > 0 ? all[counts.indexOf(highest)] : undefined
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
