// The query as terms: each typed word with all it may stand for, alone or with its neighbours, and what it weighs.
import type { SearchIndex } from '../index/search-index.ts'
import { articleCount, inverseFrequency, knownWord, type Segment } from '../index/segment.ts'
import type { Query, QueryWord } from './query.ts'
import { isStopWord } from './stop-words.ts'
import { literally, type Variant, variantsOf } from './variants.ts'

export interface QueryTerm {
  typed: QueryWord
  /** Those that are no corrections first, then the likeliest first. */
  variants: Variant[]
  /** What the term weighs in the query; all together make 1. Rare words weigh more. */
  share: number
  /** Not a word that questions are made of, such as "what". */
  isContentWord: boolean
}

export function queryTermsOf(index: SearchIndex, query: Query, without: ReadonlySet<string>): QueryTerm[] {
  const { segment } = index
  const quoted = new Set(
    query.phrases.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at)),
  )
  const terms = query.words.map((typed, place): QueryTerm => {
    const unfinished = query.isLastWordOpen && place === query.words.length - 1
    const variants = quoted.has(place)
      ? literally(segment, typed)
      : variantsOf(index, typed, { unfinished, without })
    return { typed, variants: byLikelihood(variants), share: 0, isContentWord: false }
  })
  const free = terms.map((term, place) => (quoted.has(place) ? undefined : term))
  if (!without.has('joined')) joinUp(segment, free)
  if (!without.has('alias')) addNames(index, free)
  for (const term of terms) byLikelihood(term.variants)
  weigh(segment, terms, quoted)
  for (const term of terms) term.variants.sort((a, b) => Number(b.sure) - Number(a.sure))
  return terms
}

const byLikelihood = (variants: Variant[]) => variants.sort((a, b) => b.quality - a.quality)

const joined = 0.85
const named = 0.95

/** "alte red" is "altered": two words that are one when put together may both stand for it. */
function joinUp(segment: Segment, terms: readonly (QueryTerm | undefined)[]): void {
  for (const [place, right] of terms.entries()) {
    const left = terms[place - 1]
    if (!left || !right) continue
    const word = knownWord(segment, left.typed.word + right.typed.word)
    if (word < 0) continue
    for (const { variants } of [left, right])
      variants.push({ word, kind: 'joined', sure: false, quality: joined, qualityInContext: joined })
  }
}

/** Words that spell a name stand for all its spellings; so do misspelt ones: "Kampuchia" is Kampuchea is Cambodia. */
function addNames({ segment, concepts }: SearchIndex, terms: readonly (QueryTerm | undefined)[]): void {
  const { words, find } = segment.lexicon
  const typed = terms.map(term => term?.typed.word ?? '')
  const likeliest = terms.map((term, at) => words[term?.variants[0]?.word ?? -1] ?? typed[at] ?? '')
  for (const list of [typed, likeliest])
    for (let at = 0; at < list.length; at++) {
      const found = concepts.conceptAt(list, at)
      const word = found ? find(found.concept) : -1
      if (!found || word < 0) continue
      for (const term of terms.slice(at, at + found.length)) {
        if (!term || term.variants.some(variant => variant.word === word)) continue
        const first = term.variants[0]
        const likely = list === typed ? 1 : (first?.qualityInContext ?? 1)
        term.variants.push({
          word,
          kind: 'alias',
          sure: list === typed || first?.sure === true,
          quality: named * (list === typed ? 1 : (first?.quality ?? 1)),
          qualityInContext: named * likely,
        })
      }
    }
}

/** Words of questions weigh little, unless there are no others or they are part of a name. */
function weigh(segment: Segment, terms: readonly QueryTerm[], quoted: ReadonlySet<number>): void {
  for (const [place, term] of terms.entries())
    term.isContentWord =
      quoted.has(place) ||
      !isStopWord(term.typed.word) ||
      term.variants.some(({ kind, sure }) => kind === 'alias' && sure)
  const some = terms.some(term => term.isContentWord)
  const weights = terms.map(({ isContentWord: telling, variants }) => {
    return inverseFrequency(segment, countIn(segment, variants)) * (telling || !some ? 1 : asking)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  for (const [at, term] of terms.entries()) term.share = (weights[at] as number) / total
  if (!some) for (const term of terms) term.isContentWord = true
}

/** In about how many articles the likeliest variant stands; an unfinished word stands wherever any does that it begins. */
function countIn(segment: Segment, variants: readonly Variant[]): number {
  const begun = variants.filter(({ kind }) => kind === 'begun')
  const [first] = variants
  if (!first) return 0
  const count = Math.min(
    articleCount(segment, first.word),
    articleCount(segment, first.nextWord ?? first.word),
  )
  return begun.reduce((sum, { word }) => sum + articleCount(segment, word), begun.includes(first) ? 0 : count)
}

/** What is left of the weight of a word that questions are made of. */
const asking = 0.3
