// Finds the articles and passages that answer a few words, however they are spelt.
import type { Article } from '../corpus/corpus.ts'
import { tokens } from './fold.ts'
import { type IndexedArticle, type IndexedPassage, isConcept, type SearchIndex } from './index.ts'
import { nearest } from './nearest.ts'
import { isStopWord } from './stopwords.ts'

export interface Hit {
  article: Article
  passage: string
  /** Where the matched words stand in the passage: start and end in UTF-16 units, in order, apart. */
  marks: [number, number][]
}

export interface Found {
  hits: Hit[]
  /** Words that were not known, and the nearest known ones used in their place. */
  corrected: { typed: string; used: string }[]
  /** Where nothing was found: the nearest known names and titles. */
  near: string[]
}

/** One spelling that a typed word may stand for; quality 1 is the word itself. */
interface Variant {
  word: string
  quality: number
}
interface Unit {
  typed: string
  variants: Variant[]
  rarity: number
}

/** The articles that answer the query, the best first. Only the first 64 characters and 8 words of it count. */
export function search(index: SearchIndex, query: string): Found {
  const units = unitsOf(index, query)
  const total = units.reduce((sum, unit) => sum + unit.rarity, 0)
  const scored = index.articles
    .map(entry => ({ entry, ...scoreArticle(entry, units) }))
    .filter(({ covered }) => total > 0 && covered / total >= enough)
    .sort((a, b) => b.score - a.score || (a.entry.article.id < b.entry.article.id ? -1 : 1))
  const hits = scored.map(({ entry }) => hitOf(entry, units))
  if (hits.length === 0) return { hits, corrected: [], near: nearNames(index, query) }
  return { hits, corrected: units.flatMap(unit => correction(index, unit)), near: [] }
}

/** A query of which less than this share is covered is not answered at all. */
const enough = 0.5

function unitsOf(index: SearchIndex, query: string): Unit[] {
  const all = tokens(query.slice(0, 64)).map(token => token.word)
  // "Khmer Đỏ" is a name, though "do" alone says nothing.
  const named = new Set(
    all.flatMap((_, at) => {
      const concept = index.concepts.at(all, at)
      return concept ? Array.from({ length: concept.length }, (_, offset) => at + offset) : []
    }),
  )
  const telling = all.filter((word, at) => named.has(at) || !isStopWord(word))
  const typed = (telling.length > 0 ? telling : all).slice(0, 8)
  const units = typed.map((word, place) => unitOf(index, word, place === typed.length - 1))
  // Names may be misspelt in every word: "Kampuchia" is Kampuchea is Cambodia.
  for (const words of [typed, units.map(unit => unit.variants[0]?.word ?? unit.typed)])
    for (let at = 0; at < words.length; at++) {
      const concept = index.concepts.at(words, at)
      if (!concept) continue
      for (const unit of units.slice(at, at + concept.length)) {
        const quality = 0.9 * (unit.variants[0]?.quality ?? 1)
        // "Đỏ" as part of a name is not the English "do".
        if (isStopWord(unit.typed)) unit.variants.length = 0
        unit.variants.push({ word: concept.concept, quality })
        unit.rarity = Math.min(unit.rarity, index.rarity(concept.concept))
      }
    }
  return units
}

function unitOf(index: SearchIndex, word: string, isLast: boolean): Unit {
  const variants: Variant[] = index.has(word) ? [{ word, quality: 1 }] : []
  if (isLast && word.length > 2)
    for (const longer of index.startingWith(word))
      variants.push({ word: longer, quality: 0.6 + (0.3 * word.length) / longer.length })
  else
    for (const ending of ['s', 'es', 'ed', 'ing'])
      if (index.has(word + ending)) variants.push({ word: word + ending, quality: 0.85 })
  if (variants.length === 0)
    for (const { word: near, distance } of index.near(word))
      variants.push({ word: near, quality: 0.8 - distance })
  return { typed: word, variants, rarity: index.rarity(variants[0]?.word ?? word) }
}

function scoreArticle(entry: IndexedArticle, units: readonly Unit[]): { score: number; covered: number } {
  let score = 0
  let covered = 0
  for (const { variants, rarity } of units) {
    const best = Math.max(
      0,
      ...variants.map(({ word, quality }) => quality * saturate(entry.weights.get(word) ?? 0)),
    )
    const quality = Math.max(
      0,
      ...variants.filter(({ word }) => entry.weights.has(word)).map(each => each.quality),
    )
    score += rarity * best
    covered += rarity * (quality > 0 ? 1 : 0)
  }
  const passage = Math.max(0, ...entry.passages.map(each => scorePassage(each, units)))
  return { score: score + passage, covered }
}

/** Many mentions count more than one, but never many times as much. */
const saturate = (weight: number) => weight / (weight + 1.2)

function scorePassage(passage: IndexedPassage, units: readonly Unit[]): number {
  let score = 0
  for (const { variants, rarity } of units)
    score +=
      rarity *
      Math.max(0, ...variants.filter(({ word }) => passage.words.has(word)).map(each => each.quality))
  return score
}

function hitOf(entry: IndexedArticle, units: readonly Unit[]): Hit {
  const [first, ...others] = entry.passages
  let best = first
  for (const passage of others)
    if (best && scorePassage(passage, units) > scorePassage(best, units)) best = passage
  const wanted = new Set(units.flatMap(unit => unit.variants.map(variant => variant.word)))
  const marks: [number, number][] = []
  for (const { word, start, end } of best?.tokens ?? []) {
    if (!wanted.has(word)) continue
    const last = marks.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else marks.push([start, end])
  }
  return { article: entry.article, passage: best?.text ?? '', marks }
}

function correction(index: SearchIndex, { typed, variants }: Unit): Found['corrected'] {
  const used = variants[0]?.word
  const known = used === undefined || index.has(typed) || used.startsWith(typed) || isConcept(used)
  return known ? [] : [{ typed, used }]
}

function nearNames(index: SearchIndex, query: string): string[] {
  // Names are short, and Fuse's time grows with the pattern.
  return nearest(index.offers, 0.6)(query.trim().slice(0, 20), 3).map(({ value }) => value)
}
