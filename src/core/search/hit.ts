// An article as it is shown among the results: in the reader's language, with its best passage, the words marked.
import type { Article, Language } from '../corpus/corpus.ts'
import type { Reader } from './closeness.ts'
import { tokens } from './fold.ts'
import type { SearchIndex } from './index.ts'
import { passagesOf } from './passages.ts'
import { type Shelf, versionsOf } from './shelf.ts'
import type { Unit } from './units.ts'

export interface Hit {
  /** In the reader's language where there is such a version, else as it was found. */
  article: Article
  /** Empty for an article without text. */
  passage: string
  /** The language of the passage: another one where only that version has the words. */
  language: Language
  /** Where the matched words stand in the passage: start and end in UTF-16 units, in order, apart. */
  marks: [start: number, end: number][]
}

/** The hit for the version of an article at `place`, which was found by `units` and read by their reader. */
export function hitOf(
  index: SearchIndex,
  place: number,
  { units, reader }: { units: readonly Unit[]; reader: Reader },
  language: Language,
): Hit {
  const { shelf } = index
  const own = readable(shelf, place, language)
  const article = shelf.articles[own] as Article
  // The words may stand in the reader's version too, under other names; else they are shown where they were found.
  for (const version of own === place ? [own] : [own, place]) {
    const read = reader(version)
    if (read.place < 0) continue
    const found = shelf.articles[version] as Article
    const passage = passagesOf(found)[read.place]?.text ?? ''
    return { article, passage, language: found.language, marks: marksIn(index, passage, units) }
  }
  const opening = passagesOf(article)[0]?.text ?? ''
  return { article, passage: opening, language: article.language, marks: marksIn(index, opening, units) }
}

/** The version for a reader: in the language asked for, else in English, else as it is. */
function readable(shelf: Shelf, place: number, language: Language): number {
  const versions = versionsOf(shelf, place)
  const inLanguage = (wanted: Language) =>
    versions.find(version => shelf.articles[version]?.language === wanted)
  return inLanguage(language) ?? inLanguage('en') ?? place
}

/** What of a passage the units stand for; corrections only where the word as typed does not stand there. */
function marksIn({ concepts, shelf }: SearchIndex, passage: string, units: readonly Unit[]): Hit['marks'] {
  const words = concepts.mark(tokens(passage))
  const here = new Set(words.map(({ word }) => word))
  const wanted = new Set<string>()
  for (const { variants, telling } of units) {
    if (!telling) continue
    const standing = variants
      .map(({ word, next, sure }) => ({
        words: [word, ...(next === undefined ? [] : [next])].map(each => shelf.lexicon.words[each] as string),
        sure,
      }))
      .filter(each => each.words.every(word => here.has(word)))
    const sure = standing.filter(each => each.sure)
    for (const { words } of sure.length > 0 ? sure : standing.slice(0, 1))
      for (const word of words) wanted.add(word)
  }
  const marks: Hit['marks'] = []
  for (const { word, start, end } of words) {
    if (!wanted.has(word)) continue
    const last = marks.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else marks.push([start, end])
  }
  return marks
}
