// The query as units: each typed word with all it may stand for, alone or with its neighbours, and what it weighs.
import type { SearchIndex } from './index.ts'
import type { Query, QueryWord } from './query.ts'
import { countOf, known, rarityOf, type Shelf } from './shelf.ts'
import { isStopWord } from './stopwords.ts'
import { literally, type Variant, variantsOf } from './variants.ts'

export interface Unit {
  typed: QueryWord
  /** Those that are no corrections first, then the likeliest first. */
  variants: Variant[]
  /** What the unit weighs in the query; all together make 1. Rare words weigh more. */
  share: number
  /** Not a word that questions are made of, such as "what". */
  telling: boolean
}

export function unitsOf(index: SearchIndex, query: Query, without: ReadonlySet<string>): Unit[] {
  const { shelf } = index
  const quoted = new Set(
    query.phrases.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at)),
  )
  const units = query.words.map((typed, place): Unit => {
    const unfinished = query.open && place === query.words.length - 1
    const variants = quoted.has(place)
      ? literally(shelf, typed)
      : variantsOf(index, typed, { unfinished, without })
    return { typed, variants: byLikelihood(variants), share: 0, telling: false }
  })
  const free = units.map((unit, place) => (quoted.has(place) ? undefined : unit))
  if (!without.has('joined')) joinUp(shelf, free)
  if (!without.has('alias')) addNames(index, free)
  for (const unit of units) byLikelihood(unit.variants)
  weigh(shelf, units, quoted)
  for (const unit of units) unit.variants.sort((a, b) => Number(b.sure) - Number(a.sure))
  return units
}

const byLikelihood = (variants: Variant[]) => variants.sort((a, b) => b.quality - a.quality)

const joined = 0.85
const named = 0.95

/** "alte red" is "altered": two words that are one when put together may both stand for it. */
function joinUp(shelf: Shelf, units: readonly (Unit | undefined)[]): void {
  for (const [place, right] of units.entries()) {
    const left = units[place - 1]
    if (!left || !right) continue
    const word = known(shelf, left.typed.word + right.typed.word)
    if (word < 0) continue
    for (const { variants } of [left, right])
      variants.push({ word, way: 'joined', sure: false, quality: joined, among: joined })
  }
}

/** Words that spell a name stand for all its spellings; so do misspelt ones: "Kampuchia" is Kampuchea is Cambodia. */
function addNames({ shelf, concepts }: SearchIndex, units: readonly (Unit | undefined)[]): void {
  const { words, find } = shelf.lexicon
  const typed = units.map(unit => unit?.typed.word ?? '')
  const likeliest = units.map((unit, at) => words[unit?.variants[0]?.word ?? -1] ?? typed[at] ?? '')
  for (const list of [typed, likeliest])
    for (let at = 0; at < list.length; at++) {
      const found = concepts.at(list, at)
      const word = found ? find(found.concept) : -1
      if (!found || word < 0) continue
      for (const unit of units.slice(at, at + found.length)) {
        if (!unit || unit.variants.some(variant => variant.word === word)) continue
        const first = unit.variants[0]
        const likely = list === typed ? 1 : (first?.among ?? 1)
        unit.variants.push({
          word,
          way: 'alias',
          sure: list === typed || first?.sure === true,
          quality: named * (list === typed ? 1 : (first?.quality ?? 1)),
          among: named * likely,
        })
      }
    }
}

/** Words of questions weigh little, unless there are no others or they are part of a name. */
function weigh(shelf: Shelf, units: readonly Unit[], quoted: ReadonlySet<number>): void {
  for (const [place, unit] of units.entries())
    unit.telling =
      quoted.has(place) ||
      !isStopWord(unit.typed.word) ||
      unit.variants.some(({ way, sure }) => way === 'alias' && sure)
  const some = units.some(unit => unit.telling)
  const weights = units.map(({ telling, variants }) => {
    return rarityOf(shelf, countIn(shelf, variants)) * (telling || !some ? 1 : asking)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  for (const [at, unit] of units.entries()) unit.share = (weights[at] as number) / total
  if (!some) for (const unit of units) unit.telling = true
}

/** In about how many articles the likeliest variant stands; an unfinished word stands wherever any does that it begins. */
function countIn(shelf: Shelf, variants: readonly Variant[]): number {
  const begun = variants.filter(({ way }) => way === 'begun')
  const [first] = variants
  if (!first) return 0
  const count = Math.min(countOf(shelf, first.word), countOf(shelf, first.next ?? first.word))
  return begun.reduce((sum, { word }) => sum + countOf(shelf, word), begun.includes(first) ? 0 : count)
}

/** What is left of the weight of a word that questions are made of. */
const asking = 0.3
