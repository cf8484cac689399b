// Reads the streams of the best candidates: how close the words stand, in which field, and whether accents agree.
import { memoByObject } from '../../text/memo.ts'
import type { Segment } from '../index/segment.ts'
import { FIELD_END, fields, readStream } from '../index/streams.ts'
import type { QueryTerm } from '../query/query-terms.ts'

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

export interface ArticleReading extends Closeness {
  /** The best passage by its place among the article's passages; -1 where none has a word. */
  bestPassage: number
  /** For each term the place of the variant that it was met as, among its variants; -1 for none. */
  matchedVariants: Int32Array
}

/** Reads an article for the query at hand. */
export type Reader = (article: number) => ArticleReading

interface Role {
  term: number
  variant: number
  quality: number
  among: number
  /** The word that must stand shortly before, where one was typed for two. */
  after?: Part
}

/** What a known word is to the query. */
interface Part {
  /** The terms it stands for; none for a word that only has to stand before another. */
  roles: Role[]
  /** Where it was met last. */
  at: number
}

function partsOf(terms: readonly QueryTerm[]): Map<number, Part> {
  const parts = new Map<number, Part>()
  const partOf = (word: number): Part => {
    const part = parts.get(word) ?? { roles: [], at: never }
    parts.set(word, part)
    return part
  }
  for (const [term, { variants }] of terms.entries())
    for (const [variant, { word, nextWord: next, quality, qualityInContext: among }] of variants.entries()) {
      const role = { term, variant, quality, among }
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
export function readerFor(segment: Segment, terms: readonly QueryTerm[]): Reader {
  const { streams, postings, surfaceForms: forms } = segment
  const { bytes, starts } = streams
  const { wordOf, concepts } = postings
  const parts = partsOf(terms)
  // Nearly all words are none of the query's: they must take no more than a look at one small number.
  const { plain, starts: formStarts, numbers } = spellingsOf(segment)
  const kinds = plain.slice()
  for (const word of parts.keys())
    for (let at = formStarts[word] as number; at < (formStarts[word + 1] as number); at++)
      kinds[numbers[at] as number] = wanted

  const share = Float64Array.from(terms, term => term.share)
  /** What the pair of a term and the one before it weighs. */
  const pairShare = share.map((own, at) => (at === 0 ? 0 : (own + (share[at - 1] as number)) / 2))
  const allPairs = pairShare.reduce((all, each) => all + each, 0)

  // Of the article at hand, by term; made once, because most articles are short.
  const zeros = () => new Float64Array(terms.length)
  const [sure, pairs, title, accents] = [zeros(), zeros(), zeros(), zeros()]
  const met = new Int32Array(terms.length)
  const metQuality = zeros()
  // Of the field at hand.
  const [sureHere, pairsHere, lastAmong] = [zeros(), zeros(), zeros()]
  const lastAt = new Int32Array(terms.length).fill(never)
  /** Places run on from field to field and from article to article. */
  let lastPlace = 0

  /** A pair of terms, by the place of the second, whose words stand near each other. */
  const pairUp = (second: number, near: number) => {
    const [a, b] = [lastAmong[second - 1] as number, lastAmong[second] as number]
    raise(pairs, second, Math.min(a, b) * near)
    raise(pairsHere, second, Math.min(a, b) * near)
    raise(sure, second - 1, a * near * supported)
    raise(sure, second, b * near * supported)
  }

  const meet = ({ term, variant, quality, among }: Role, form: string, position: number) => {
    raise(sure, term, quality)
    raise(sureHere, term, quality)
    if (among > (metQuality[term] as number)) {
      metQuality[term] = among
      met[term] = variant
    }
    if (form === terms[term]?.typed.form) accents[term] = 1
    lastAt[term] = position
    lastAmong[term] = among
    const after = term > 0 ? nearness[position - (lastAt[term - 1] as number)] : undefined
    if (after !== undefined) pairUp(term, after)
    const before = term + 1 < terms.length ? turned[position - (lastAt[term + 1] as number)] : undefined
    if (before !== undefined) pairUp(term + 1, before)
  }

  const readClosely = (article: number): ArticleReading => {
    for (const list of [sure, pairs, title, accents, metQuality]) list.fill(0)
    met.fill(-1)
    let field = 0
    let read = 0
    let position = lastPlace
    let passage = 0
    let place = -1
    let best = 0
    let touched = false
    const to = starts[article + 1] as number
    for (let at = starts[article] as number; at < to; ) {
      // As `readStream` does it, without a call for each of the words.
      let number = bytes[at++] as number
      if (number > 127) {
        let byte = bytes[at++] as number
        number = (number & 127) | ((byte & 127) << 7)
        for (let shift = 14; byte > 127; shift += 7) {
          byte = bytes[at++] as number
          number |= (byte & 127) << shift
        }
      }
      const what = kinds[number] as number
      if (what === plainWord) {
        read++
        position++
      } else if (what === end) {
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
      } else if (++read <= mostWords && what === wanted) {
        const word = wordOf[number] as number
        if (word >= concepts) position++
        const part = parts.get(word) as Part
        touched = true
        for (const role of part.roles)
          if (!role.after || position - role.after.at <= apart)
            meet(role, forms[number - 1] as string, position)
        part.at = position
      }
    }
    lastPlace = position
    return {
      coverage: sum(sure, share),
      adjacent: allPairs > 0 ? sum(pairs, pairShare) / allPairs : 0,
      passage,
      title: sum(title, share),
      accents: sum(accents, share),
      bestPassage: place,
      matchedVariants: met.slice(),
    }
  }

  const known = new Map<number, ArticleReading>()
  return article => {
    const read = known.get(article) ?? readClosely(article)
    known.set(article, read)
    return read
  }
}

/** What a number in a stream is to a query. A concept takes no place: it stands with the first word of its name. */
const [plainWord, concept, wanted, end] = [0, 1, 2, 3]

/** The numbers of the forms of every word: those of word `w` from `starts[w]` up to `starts[w + 1]`. */
const spellingsOf = memoByObject(({ postings: { wordOf, words, concepts } }: Segment) => {
  const starts = new Uint32Array(words.length + 1)
  for (const word of wordOf.subarray(1)) starts[word + 1] = (starts[word + 1] as number) + 1
  for (let word = 0; word < words.length; word++)
    starts[word + 1] = (starts[word + 1] as number) + (starts[word] as number)
  const next = starts.slice()
  const numbers = new Uint32Array(wordOf.length - 1)
  const plain = new Uint8Array(wordOf.length)
  plain[FIELD_END] = end
  for (let number = 1; number < wordOf.length; number++) {
    const word = wordOf[number] as number
    const at = next[word] as number
    next[word] = at + 1
    numbers[at] = number
    if (word < concepts) plain[number] = concept
  }
  return { starts, numbers, plain }
})

function raise(of: Float64Array, at: number, value: number) {
  if (value > (of[at] as number)) of[at] = value
}

function sum(of: Float64Array, weights: Float64Array): number {
  let all = 0
  for (let at = 0; at < of.length; at++) all += (weights[at] as number) * (of[at] as number)
  return all
}

/** Whether the words stand one after another somewhere in an article. */
export function hasPhrase(
  { streams, postings }: Segment,
  article: number,
  words: readonly number[],
): boolean {
  let last: number[] = []
  let found = false
  const [from, to] = [streams.starts[article] as number, streams.starts[article + 1] as number]
  readStream(streams.bytes, from, to, number => {
    const word = postings.wordOf[number] as number
    if (number === FIELD_END) last = []
    else if (!found && word >= postings.concepts) {
      last.push(word)
      if (last.length > words.length) last.shift()
      found = last.length === words.length && words.every((each, at) => each === last[at])
    }
  })
  return found
}
