// Finds the articles that have every run of a query, however their words were cut.

import { needsDictionary } from '../../text/words.ts'
import { articleCount, type Segment } from '../index/segment.ts'
import { FIELD_END, readStream } from '../index/streams.ts'
import { beginsSyllable, type Run } from './run.ts'

/** The numbers of the articles that pass the filters, the ones in which the runs are most frequent first. */
export function articlesWithRuns(
  segment: Segment,
  runs: readonly Run[],
  isAllowed: (article: number) => boolean,
): number[] {
  let counts: Map<number, number> | undefined
  for (const run of runs) {
    const before = counts
    const links = linksOf(segment, run)
    counts = new Map()
    for (const article of before?.keys() ?? candidatesFor(segment, links, isAllowed)) {
      const count = countIn(segment, article, run, links)
      if (count > 0) counts.set(article, count + (before?.get(article) ?? 0))
    }
  }
  return [...(counts ?? [])].sort(([a, one], [b, other]) => other - one || a - b).map(([article]) => article)
}

/** How a word of the archive may take part in a run. All positions are in UTF-16 units of the run. */
interface Link {
  /** The whole run is inside the word. */
  hasRun: boolean
  /** The word ends with the beginning of the run, up to each of these positions. */
  beginsUpTo: number[]
  /** The whole word is in the run at each of these positions. */
  isAt: number[]
  /** The word begins with the rest of the run from each of these positions. */
  endsFrom: number[]
}

/** By the number of the word; undefined for words that have no part in the run. */
type Links = readonly (Link | undefined)[]

function linksOf(segment: Segment, run: Run): Links {
  const { words, find, withPrefix } = segment.lexicon
  const links = new Array<Link | undefined>(words.length).fill(undefined)
  const add = (word: number) => {
    const text = words[word] as string
    if (articleCount(segment, word) === 0) return
    links[word] = linkOf(text, run)
  }
  if (!needsDictionary(run)) {
    const self = find(run)
    if (self >= 0) add(self)
    return links
  }
  // A run may have words of other scripts in it: digits of a date, a name in a quoted phrase.
  const [first] = /[^\u0e00-\uffff]/.test(run) ? [0] : withPrefix('\u0e00')
  for (let word = first; word < words.length; word++) add(word)
  return links
}

function linkOf(word: string, run: Run): Link | undefined {
  const link: Link = { hasRun: word === run, beginsUpTo: [], isAt: [], endsFrom: [] }
  const isDivisible = needsDictionary(word)
  if (isDivisible)
    for (let at = word.indexOf(run); at >= 0; at = word.indexOf(run, at + 1))
      link.hasRun ||= beginsSyllable(word, at) && beginsSyllable(word, at + run.length)
  const [first, last] = [word[0], word.at(-1)]
  for (let at = 0; at < run.length; at++) {
    const left = run.length - at
    if (run[at] === last && at + 1 < run.length) {
      const inWord = word.length - at - 1
      if (
        word.endsWith(run.slice(0, at + 1)) &&
        (inWord === 0 || (isDivisible && beginsSyllable(word, inWord)))
      )
        link.beginsUpTo.push(at + 1)
    }
    if (at === 0 || run[at] !== first) continue
    if (run.startsWith(word, at)) link.isAt.push(at)
    else if (isDivisible && word.startsWith(run.slice(at)) && beginsSyllable(word, left))
      link.endsFrom.push(at)
  }
  const { hasRun, beginsUpTo, isAt, endsFrom } = link
  return hasRun || beginsUpTo.length + isAt.length + endsFrom.length > 0 ? link : undefined
}

const HAS_RUN = 1
const HAS_BEGINNING = 2
const HAS_END = 4

/** The articles that have the run in one word, or a word for its beginning and one for its end. */
function candidatesFor(
  { articles, postings: { entries, starts } }: Segment,
  links: Links,
  isAllowed: (article: number) => boolean,
): number[] {
  const signs = new Uint8Array(articles.length)
  for (const [word, link] of links.entries()) {
    if (!link) continue
    const { hasRun, beginsUpTo, isAt, endsFrom } = link
    const sign =
      (hasRun ? HAS_RUN : 0) |
      (beginsUpTo.length > 0 ? HAS_BEGINNING : 0) |
      (isAt.length + endsFrom.length > 0 ? HAS_END : 0)
    for (let at = starts[word] as number; at < (starts[word + 1] as number); at++) {
      const article = (entries[at] as number) >>> 8
      signs[article] = (signs[article] as number) | sign
    }
  }
  const candidates: number[] = []
  for (let article = 0; article < signs.length && candidates.length < MAX_ARTICLES_READ; article++) {
    const sign = signs[article] as number
    const mayHaveRun = (sign & HAS_RUN) > 0 || (sign & HAS_BEGINNING && sign & HAS_END)
    if (mayHaveRun && isAllowed(article)) candidates.push(article)
  }
  return candidates
}

/** Takes a tenth of a second, and only where the words of the query had no answer. */
const MAX_ARTICLES_READ = 5000

/** How often an article has the run. Its words are followed one by one, with every position they may have reached. */
function countIn({ streams, postings }: Segment, article: number, run: Run, links: Links): number {
  let count = 0
  let reached: readonly number[] = []
  const [from, to] = [streams.starts[article] as number, streams.starts[article + 1] as number]
  readStream(streams.bytes, from, to, number => {
    const word = postings.wordOf[number] as number
    // A concept stands beside the words that it is made of.
    if (number !== FIELD_END && word < postings.concepts) return
    const link = number === FIELD_END ? undefined : links[word]
    if (!link) {
      reached = nowhere
      return
    }
    if (link.hasRun) count++
    if (reached.length === 0) {
      reached = link.beginsUpTo
      return
    }
    const { length } = postings.words[word] as string
    const passed = reached.filter(at => link.isAt.includes(at)).map(at => at + length)
    if (passed.includes(run.length) || reached.some(at => link.endsFrom.includes(at))) count++
    reached = [...passed.filter(at => at < run.length), ...link.beginsUpTo]
  })
  return count
}

const nowhere: readonly number[] = []
