// An article as it is shown among the results: in the reader's language, with its best passage, the words marked.
import type { Article, KeyPoint, Language } from '../corpus/corpus.ts'
import { closenessOf, type Read, rolesOf } from './closeness.ts'
import type { SearchIndex } from './index.ts'
import { agreeing, type Marks, marksIn, runs, wordsIn } from './marks.ts'
import { passagesOf } from './passages.ts'
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
  phrases: Query['phrases']
}

/** The hit for the version of an article at `place`, which was found. */
export function hitOf(index: SearchIndex, place: number, sought: Sought, language: Language): Hit {
  const { shelf } = index
  const { units, phrases } = sought
  const own = readable(shelf, place, language)
  const article = shelf.articles[own] as Article
  const hit = (passage: string, from: Article, point?: KeyPoint): Hit => {
    const marks = marksIn(index, passage, units, phrases)
    return { article, passage, language: from.language, marks, ...(point && { point }) }
  }
  const roles = rolesOf(units)
  const reads = (own === place ? [own] : [own, place]).map(version => ({
    found: shelf.articles[version] as Article,
    read: closenessOf(shelf, version, units, roles),
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
    const passages = passagesOf(found).map(({ text }) => text)
    if (read.place >= 0) return hit(passages[read.place] ?? '', found)
    // The index knows of a name inside of a longer one only the longer.
    const named = passages.find(text => marksIn(index, text, units, phrases).length > 0)
    if (named !== undefined) return hit(named, found)
  }
  return hit(passagesOf(article)[0]?.text ?? '', article)
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
function readable(shelf: Shelf, place: number, language: Language): number {
  const versions = versionsOf(shelf, place)
  const inLanguage = (wanted: Language) =>
    versions.find(version => shelf.articles[version]?.language === wanted)
  return inLanguage(language) ?? inLanguage('en') ?? place
}
