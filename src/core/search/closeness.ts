// Reads the streams of the best candidates: how close the words stand, in which field, and whether accents agree.
import { fieldEnd, fields, readStream, type Shelf } from './shelf.ts'
import type { Unit } from './units.ts'

/** All of them are shares of the query, of 1. */
export interface Closeness {
  /** What the article has, words beside their neighbours being surer. */
  coverage: number
  /** Neighbours of the query that are neighbours in the text. */
  adjacent: number
  /** What the best passage, title or key point has. */
  passage: number
  title: number
  /** What is spelt with the accents as typed. */
  accents: number
}

export interface Read extends Closeness {
  /** The best passage by its place among the article's passages; -1 where none has a word. */
  place: number
  /** For each unit the place of the variant that it was met as, among its variants; -1 for none. */
  met: Int32Array
}

/** Reads an article for the query at hand. */
export type Reader = (article: number) => Read

interface Role {
  unit: number
  variant: number
  quality: number
  among: number
  /** The word that must stand shortly before, where one was typed for two. */
  after?: Part
}

/** What a known word is to the query. */
interface Part {
  /** The units it stands for; none for a word that only has to stand before another. */
  roles: Role[]
  /** Where it was met last. */
  at: number
}

function partsOf(units: readonly Unit[]): Map<number, Part> {
  const parts = new Map<number, Part>()
  const partOf = (word: number): Part => {
    const part = parts.get(word) ?? { roles: [], at: never }
    parts.set(word, part)
    return part
  }
  for (const [unit, { variants }] of units.entries())
    for (const [variant, { word, next, quality, among }] of variants.entries()) {
      const role = { unit, variant, quality, among }
      const part = partOf(word)
      if (next === undefined) part.roles.push(role)
      else partOf(next).roles.push({ ...role, after: part })
    }
  return parts
}

/** What a pair is worth by how far the second word stands after the first; 0 is one word that stands for both. */
const nearness = [1, 1, 0.8, 0.6, 0.5]
/** The same where the second stands before the first. */
const turned = [1, 0.6, 0.4, 0.3]
/** A word beside its neighbour is nearly as sure as where nothing else could be meant. */
const supported = 0.95
/** Two words that were typed as one may have a few between them: headlines leave out small words, and so do people. */
const apart = 6
/** A passage that has words together is better than one that has them apart. */
const together = 0.3
/** At most so many words of an article are read: a book would keep everybody waiting. */
const mostWords = 20_000
/** Between the last place of a field and the first of the next: so far that nothing is near. */
const gap = 100
const never = -gap

/** A reader for one query, which reads no article twice: what was ranked is there when it is shown. */
export function readerFor(shelf: Shelf, units: readonly Unit[]): Reader {
  const { streams, postings, forms } = shelf
  const { bytes, starts } = streams
  const { wordOf, concepts } = postings
  const parts = partsOf(units)
  // Nearly all words are none of these, and asking a Map of each would take most of the time.
  const some = new Uint8Array(1 << 12)
  for (const word of parts.keys()) some[word & (some.length - 1)] = 1

  const share = Float64Array.from(units, unit => unit.share)
  /** What the pair of a unit and the one before it weighs. */
  const pairShare = share.map((own, at) => (at === 0 ? 0 : (own + (share[at - 1] as number)) / 2))
  const allPairs = pairShare.reduce((all, each) => all + each, 0)

  // Of the article at hand, by unit; made once, because most articles are short.
  const zeros = () => new Float64Array(units.length)
  const [sure, pairs, title, accents] = [zeros(), zeros(), zeros(), zeros()]
  const met = new Int32Array(units.length)
  const metQuality = zeros()
  // Of the field at hand.
  const [sureHere, pairsHere, lastAmong] = [zeros(), zeros(), zeros()]
  const lastAt = new Int32Array(units.length).fill(never)
  /** Runs on from field to field and from article to article. */
  let position = 0

  /** A pair of units, by the place of the second, whose words stand near each other. */
  const pairUp = (second: number, near: number) => {
    const [a, b] = [lastAmong[second - 1] as number, lastAmong[second] as number]
    raise(pairs, second, Math.min(a, b) * near)
    raise(pairsHere, second, Math.min(a, b) * near)
    raise(sure, second - 1, a * near * supported)
    raise(sure, second, b * near * supported)
  }

  const meet = ({ unit, variant, quality, among }: Role, form: string) => {
    raise(sure, unit, quality)
    raise(sureHere, unit, quality)
    if (among > (metQuality[unit] as number)) {
      metQuality[unit] = among
      met[unit] = variant
    }
    if (form === units[unit]?.typed.form) accents[unit] = 1
    lastAt[unit] = position
    lastAmong[unit] = among
    const after = unit > 0 ? nearness[position - (lastAt[unit - 1] as number)] : undefined
    if (after !== undefined) pairUp(unit, after)
    const before = unit + 1 < units.length ? turned[position - (lastAt[unit + 1] as number)] : undefined
    if (before !== undefined) pairUp(unit + 1, before)
  }

  const readClosely = (article: number): Read => {
    for (const list of [sure, pairs, title, accents, metQuality]) list.fill(0)
    met.fill(-1)
    let [field, read] = [0, 0]
    let [passage, place, best] = [0, -1, 0]
    let touched = false
    const to = starts[article + 1] as number
    for (let at = starts[article] as number; at < to; ) {
      // As `readStream` does it, without a call for each of the words.
      let byte = bytes[at++] as number
      let number = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        number |= (byte & 127) << shift
      }
      if (number === fieldEnd) {
        if (touched) {
          const here = sum(sureHere, share)
          const worth = here + together * sum(pairsHere, pairShare)
          if (field === fields.title) title.set(sureHere)
          if (field !== fields.names) passage = Math.max(passage, here)
          if (field >= fields.text && worth > best) {
            best = worth
            place = field - fields.text
          }
          sureHere.fill(0)
          pairsHere.fill(0)
          touched = false
        }
        field++
        position += gap
        if (read >= mostWords) break
        continue
      }
      if (++read > mostWords) continue
      const word = wordOf[number] as number
      // A concept takes no place of its own: it stands with the first word of its name.
      if (word >= concepts) position++
      const part = some[word & (some.length - 1)] === 1 ? parts.get(word) : undefined
      if (!part) continue
      touched = true
      for (const role of part.roles)
        if (!role.after || position - role.after.at <= apart) meet(role, forms[number - 1] as string)
      part.at = position
    }
    return {
      coverage: sum(sure, share),
      adjacent: allPairs > 0 ? sum(pairs, pairShare) / allPairs : 0,
      passage,
      title: sum(title, share),
      accents: sum(accents, share),
      place,
      met: met.slice(),
    }
  }

  const known = new Map<number, Read>()
  return article => {
    const read = known.get(article) ?? readClosely(article)
    known.set(article, read)
    return read
  }
}

function raise(of: Float64Array, at: number, value: number) {
  if (value > (of[at] as number)) of[at] = value
}

function sum(of: Float64Array, weights: Float64Array): number {
  let all = 0
  for (let at = 0; at < of.length; at++) all += (weights[at] as number) * (of[at] as number)
  return all
}

/** Whether the words stand one after another somewhere in an article. */
export function hasPhrase({ streams, postings }: Shelf, article: number, words: readonly number[]): boolean {
  let last: number[] = []
  let found = false
  const [from, to] = [streams.starts[article] as number, streams.starts[article + 1] as number]
  readStream(streams.bytes, from, to, number => {
    const word = postings.wordOf[number] as number
    if (number === fieldEnd) last = []
    else if (!found && word >= postings.concepts) {
      last.push(word)
      if (last.length > words.length) last.shift()
      found = last.length === words.length && words.every((each, at) => each === last[at])
    }
  })
  return found
}
