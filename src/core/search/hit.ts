// An article as it is shown among the results: in the reader's language, with its best passage, the words marked.
import type { Article, Language } from '../corpus/corpus.ts'
import type { Reader } from './closeness.ts'
import { eachWord, type Token, tokens } from './fold.ts'
import type { SearchIndex } from './index.ts'
import { remembering } from './labels.ts'
import { passageAt } from './passages.ts'
import { fields, formsIn, type Shelf, versionsOf } from './shelf.ts'
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
    return { article, ...passageIn(index, version, read.place, units) }
  }
  return { article, ...passageIn(index, own, 0, units) }
}

function passageIn(
  index: SearchIndex,
  version: number,
  place: number,
  units: readonly Unit[],
): Pick<Hit, 'passage' | 'language' | 'marks'> {
  const article = index.shelf.articles[version] as Article
  const passage = passageAt(article, place)?.text
  if (passage === undefined) return { passage: '', language: article.language, marks: [] }
  const words = index.concepts.mark(wordsOf(index.shelf, version, place, passage))
  return { passage, language: article.language, marks: marksIn(index, words, units) }
}

/** The version for a reader: in the language asked for, else in English, else as it is. */
export function readable(shelf: Shelf, place: number, language: Language): number {
  const versions = versionsOf(shelf, place)
  const inLanguage = (wanted: Language) =>
    versions.find(version => shelf.articles[version]?.language === wanted)
  return inLanguage(language) ?? inLanguage('en') ?? place
}

/** The words of a passage: the index has them already, all but where they stand. */
function wordsOf(shelf: Shelf, version: number, place: number, passage: string): Token[] {
  const { wordOf, words, concepts } = shelf.postings
  const numbers = formsIn(shelf, version, fields.text + place)
    .map(form => wordOf[form] as number)
    .filter(word => word >= concepts)
  const cuts = cutsOf(passage)
  // Marks that make no word are not in the index.
  if (cuts.length !== 2 * numbers.length) return tokens(passage)
  return numbers.map((word, at) => ({
    word: words[word] as string,
    start: cuts[2 * at] as number,
    end: cuts[2 * at + 1] as number,
  }))
}

/** Start and end of every word. Cutting Khmer takes a tenth of a millisecond, and some passages are shown often. */
const cutsOf = remembering((passage: string) => {
  const cuts: number[] = []
  eachWord(passage, (start, end) => cuts.push(start, end))
  return Uint32Array.from(cuts)
}, 100)

/** What of a passage the units stand for; corrections only where the word as typed does not stand there. */
function marksIn({ shelf }: SearchIndex, words: readonly Token[], units: readonly Unit[]): Hit['marks'] {
  const known = shelf.lexicon.words
  const here = new Set(words.map(({ word }) => word))
  const wanted = new Set<string>()
  for (const { variants, telling } of units) {
    if (!telling) continue
    const standing = variants.filter(
      ({ word, next = word }) => here.has(known[word] as string) && here.has(known[next] as string),
    )
    const sure = standing.filter(variant => variant.sure)
    for (const { word, next = word } of sure.length > 0 ? sure : standing.slice(0, 1))
      wanted.add(known[word] as string).add(known[next] as string)
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
