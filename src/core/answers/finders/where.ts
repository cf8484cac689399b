// Finds where something was: a statement with a place near the words that are sought.

import { wordAlternatives } from '../../calendar/words.ts'
import type { Corpus } from '../../corpus/model.ts'
import { calendarWords, datesIn } from '../../languages/calendar.ts'
import { fromAllPacks } from '../../languages/packs.ts'
import { type Concepts, conceptOf, isConcept } from '../../search/index/concepts.ts'
import { fold } from '../../text/fold.ts'
import { memoByObject } from '../../text/memo.ts'
import { visitInTurns } from '../../text/turns.ts'
import { needsDictionary, tokens } from '../../text/words.ts'
import type { Asked, Finding } from '../finding.ts'
import { answerStatement, answersOn, type WeighedStatement } from '../weigh.ts'
import { textOfStatement } from '../weighing/statement-text.ts'
import { foreignPenalty, nearestRange, soughtPlaces, type TextRange } from './focus.ts'

/** Undefined if what has most of the question names no place: another place would be one of something else. */
export async function findWhere(asked: Asked): Promise<Finding | undefined> {
  const list = await answersOn(asked)
  const concepts = await placeConcepts(asked.corpus)(asked.index.concepts)
  const placed = list.flatMap(each => withPlace(each, concepts, asked) ?? [])
  const [best] = placed.sort((a, b) => b.score - a.score)
  if (!best || best.weighed.score < (list[0]?.score ?? 0) - FAR_BEHIND) return undefined
  return { kind: 'statements', statements: [answerStatement(best.weighed, asked, () => best.focus)] }
}

const FAR_BEHIND = 0.3

interface PlacedAnswer {
  weighed: WeighedStatement
  focus: [start: number, end: number][]
  score: number
}

interface PlaceInText extends TextRange {
  /** After a word such as "in". */
  isLocated: boolean
}

function withPlace(
  weighed: WeighedStatement,
  concepts: ReadonlySet<string>,
  asked: Asked,
): PlacedAnswer | undefined {
  const text = textOfStatement(weighed.statement, asked.language)
  const sought = [...soughtPlaces(text, asked).values()].flat()
  const places = placesIn(text, concepts, asked).filter(
    place => !sought.some(each => each.start < place.end && each.end > place.start),
  )
  const place = nearestRange(places, text, asked)
  if (!place) return undefined
  // "Snuol, Kratie": the next place tells where the first one is.
  const next = places.find(({ start }) => start > place.end && /^, ?$/.test(text.slice(place.end, start)))
  return {
    weighed,
    focus: [place, ...(next ? [next] : [])].map(({ start, end }) => [start, end]),
    score: weighed.score + (place.isLocated ? LOCATED_BONUS : 0) - foreignPenalty(weighed, asked),
  }
}

/** A place in a text may only be the home of an army. */
const LOCATED_BONUS = 0.1

/**
 * Names that some article has among its places, other known names right after a word such as "in" or after a place and a
 * comma, and names in capitals after such a word; none overlap.
 */
function placesIn(text: string, known: ReadonlySet<string>, { index }: Asked): PlaceInText[] {
  const { beforeCapital, before, within } = placePatterns()
  const dates: readonly TextRange[] = datesIn(text)
  const places: PlaceInText[] = []
  const add = (place: PlaceInText) => {
    if (![...dates, ...places].some(each => each.start < place.end && each.end > place.start))
      places.push(place)
  }
  const words = index.concepts.annotate(tokens(text))
  const names = words.filter(({ word }) => isConcept(word))
  for (const { word, start, end } of words) {
    // "Cambodia" in the name of a party is no place.
    if (names.some(name => name.start <= start && name.end >= end && name.end - name.start > end - start))
      continue
    const isLocated =
      isConcept(word) && (before.test(text.slice(0, start)) || within.test(text.slice(start, end)))
    if (isLocated || known.has(word)) add({ start, end, isLocated })
  }
  for (const { 1: name = '', index: at, 0: whole } of text.matchAll(beforeCapital)) {
    const end = at + whole.length
    // "in January" alone is no date.
    if (calendarWords().month(fold(name)) === 0) add({ start: end - name.length, end, isLocated: true })
  }
  for (const { start, end } of names) {
    const isName = /\p{Lu}/u.test(text[start] ?? '')
    if (isName && places.some(place => IN_PLACE.test(text.slice(place.end, start))))
      add({ start, end, isLocated: false })
  }
  return places.sort((a, b) => a.start - b.start)
}

/** Between a place and the one that it is in: "Snuol, Kratie", "Snuol, tỉnh Kratie". */
const IN_PLACE = /^, (?:\p{Ll}[\p{L}\p{M}]* )?$/u

interface PlacePatterns {
  /** A word such as "in", at most one more word as in "ở tỉnh", and a name in capitals. */
  beforeCapital: RegExp
  /** A text that ends with such a word. */
  before: RegExp
  /** A name that begins with such a word, in scripts without spaces: "ខេត្តក្រចេះ". */
  within: RegExp
}

let patterns: PlacePatterns | undefined
function placePatterns(): PlacePatterns {
  patterns ??= createPlacePatterns()
  return patterns
}

function createPlacePatterns(): PlacePatterns {
  const words = fromAllPacks('placeWords').flatMap(list => list.split(' '))
  const alternatives = wordAlternatives(words)
  const unspaced = words.filter(needsDictionary)
  const name = "\\p{Lu}[\\p{L}\\p{M}\\p{N}'’-]*"
  return {
    beforeCapital: new RegExp(`(?:${alternatives}) (?:\\p{Ll}[\\p{L}\\p{M}]* )?(${name}(?: ${name})*)`, 'gu'),
    before: new RegExp(`(?:${alternatives})\\s?$`, 'u'),
    // Without such words, nothing begins with one.
    within: new RegExp(unspaced.length > 0 ? `^(?:${unspaced.join('|')})` : '(?!)', 'u'),
  }
}

/** The concepts of all places that articles list. Read once for each corpus, in turns. */
const placeConcepts = memoByObject((corpus: Corpus) =>
  memoByObject(async (concepts: Concepts): Promise<ReadonlySet<string>> => {
    const names = new Set<string>()
    await visitInTurns(corpus.articles, ({ places }) => {
      for (const place of places) names.add(place)
    })
    const list = new Set<string>()
    await visitInTurns([...names], name => {
      const words = tokens(name).map(({ word }) => word)
      const entry = concepts.conceptAt(words, 0)
      list.add(entry?.length === words.length ? entry.concept : conceptOf(name))
    })
    return list
  }),
)
