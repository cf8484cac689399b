// Lists the statements that belong to the whole archive, and finds them by their words: events, claims, accounts, outside ones.

import { formatLooseDate, type LooseDate, parseLooseDate } from '../../calendar/date.ts'
import type { Corpus } from '../../corpus/model.ts'
import { languages } from '../../languages/language.ts'
import { phrasesOf } from '../../languages/phrases.ts'
import type { Concepts } from '../../search/index/concepts.ts'
import { type Lexicon, lexiconOf } from '../../search/index/lexicon.ts'
import { type Synonyms, synonymsWith } from '../../search/query/synonyms.ts'
import { memoByText } from '../../text/memo.ts'
import { visitInTurns } from '../../text/turns.ts'
import { needsDictionary, tokens } from '../../text/words.ts'
import type { Asked } from '../finding.ts'
import type { ArchiveStatement } from '../statement.ts'
import type { SoughtWords } from './sought.ts'
import { datesOf, type WeighedText, weighedTexts } from './statement-text.ts'
import { joinedFragments } from './text-words.ts'

export interface ArchiveStatements {
  /** Those that may have the most of what is sought, in the order of the archive; the others are not read. */
  likeliest(sought: SoughtWords): ArchiveStatement[]
  /** The texts of a statement, and its dates as every language writes them. */
  weighedTexts(statement: ArchiveStatement): WeighedText[]
  /** All their words. */
  lexicon: Lexicon
}

/** Read once for each archive, in turns: every language has the same. */
export function archiveStatementsOf({
  corpus,
  index: { concepts },
}: Pick<Asked, 'corpus' | 'index'>): Promise<ArchiveStatements> {
  const statements = byConcepts.get(concepts) ?? readStatements(corpus, concepts)
  byConcepts.set(concepts, statements)
  return statements
}

const byConcepts = new WeakMap<Concepts, Promise<ArchiveStatements>>()

async function readStatements(corpus: Corpus, concepts: Concepts): Promise<ArchiveStatements> {
  const all = listOf(corpus)
  const datesInWords = await dateWriter()
  const places = await placesIn(all, { corpus, concepts, datesInWords })
  const words: PlacesOfWords = { count: all.length, places, lexicon: lexiconOf([...places.keys()].sort()) }
  return {
    lexicon: words.lexicon,
    likeliest: sought => likeliestNumbers(words, sought).map(number => all[number] as ArchiveStatement),
    weighedTexts: statement => [
      ...weighedTexts(statement, corpus),
      ...datesOf(statement)
        .flatMap(datesInWords)
        .map(text => ({ text, isOwn: false, quality: DATE_QUALITY })),
    ],
  }
}

interface PlacesOfWords {
  /** The number of statements. */
  count: number
  /** By word. */
  places: ReadonlyMap<string, readonly number[]>
  lexicon: Lexicon
}

interface Archive {
  corpus: Corpus
  concepts: Concepts
  datesInWords: DateWriter
}

/** Only the places of words are remembered, and no text. */
async function placesIn(
  statements: readonly ArchiveStatement[],
  { corpus, concepts, datesInWords }: Archive,
): Promise<PlacesOfWords['places']> {
  const places = new Map<string, number[]>()
  const placesInText = placeReader(places, { concepts, synonyms: synonymsWith(corpus.synonyms) })
  // The names of days, subjects and speakers stand around many statements.
  const placesAround = memoByText(placesInText, MAX_TEXTS_AROUND)
  const placesOfDate = memoByText(
    written => placesInText(datesInWords(parseLooseDate(written) as LooseDate).join('\n')),
    MAX_TEXTS_AROUND,
  )
  const add = (lists: readonly number[][], place: number) => {
    for (const list of lists) if (list[list.length - 1] !== place) list.push(place)
  }
  await visitInTurns(
    statements,
    (statement, number) => {
      for (const { text, isOwn, quality } of weighedTexts(statement, corpus))
        if (isOwn) add(placesInText(text), wordPlace(number, quality))
        else add(placesAround(text), wordPlace(number, quality * AROUND_WEIGHT))
      for (const part of datesOf(statement).flatMap(partsOfDate))
        add(placesOfDate(formatLooseDate(part)), wordPlace(number, DATE_QUALITY * AROUND_WEIGHT))
    },
    STATEMENTS_PER_TURN,
  )
  return places
}

/** Returns the lists of places of all words, names and phrases in a text. */
function placeReader(
  places: Map<string, number[]>,
  { concepts, synonyms }: { concepts: Concepts; synonyms: Synonyms },
): (text: string) => number[][] {
  const beginning = new Set<string>()
  const listOfWord = (word: string) => {
    const known = places.get(word)
    if (known) return known
    const list: number[] = []
    places.set(word, list)
    if (concepts.spellingsFrom(word) || synonyms.mayBegin(word)) beginning.add(word)
    return list
  }
  return text => {
    const inText = tokens(text)
    const words = inText.map(({ word }) => word)
    const lists = words.map(listOfWord)
    if (needsDictionary(text)) for (const joined of joinedFragments(inText)) lists.push(listOfWord(joined))
    for (let at = 0; at < words.length; at++) {
      if (!beginning.has(words[at] as string)) continue
      const name = concepts.conceptAt(words, at)
      if (name) lists.push(listOfWord(name.concept))
      for (const { phrase } of synonyms.phrasesAt(words, at)) lists.push(listOfWord(phrase))
    }
    return lists
  }
}

/** Its year, and its day in a year that nobody asks for: many dates have the same, and the dictionary is slow. */
const partsOfDate = ({ year, ...day }: LooseDate): LooseDate[] => [
  { year },
  ...(day.month === undefined ? [] : [{ year: 9999, ...day }]),
]

/** A word of a statement, by its number, with how much the word counts there at most, in seven bits. */
const wordPlace = (statement: number, quality: number) => statement * 128 + Math.round(quality * 100)

/** The numbers of the statements with the highest scores that are possible, in their order. */
function likeliestNumbers(
  { count, places, lexicon }: PlacesOfWords,
  { match, wordsIn, shares }: SoughtWords,
): number[] {
  const byTerm = shares.map((): { list: readonly number[]; quality: number }[] => [])
  for (const word of wordsIn(lexicon)) {
    const list = places.get(word)
    if (list) for (const { term, quality } of match(word)) byTerm[term]?.push({ list, quality })
  }
  const scores = new Float32Array(count)
  const ofTerm = new Float32Array(count)
  const touched = new Set<number>()
  for (const [term, lists] of byTerm.entries()) {
    const share = (shares[term] as number) / 100
    for (const { list, quality } of lists)
      for (const place of list) {
        const number = place >>> 7
        touched.add(number)
        const score = quality * share * (place & 127)
        const known = ofTerm[number] as number
        if (score <= known) continue
        ofTerm[number] = score
        scores[number] = (scores[number] as number) + score - known
      }
    for (const { list } of lists) for (const place of list) ofTerm[place >>> 7] = 0
  }
  if (touched.size <= MAX_STATEMENTS_READ) return [...touched].sort((a, b) => a - b)
  const lowest = Float32Array.from(touched, number => scores[number] as number).sort()[
    touched.size - MAX_STATEMENTS_READ
  ] as number
  return [...touched].filter(number => (scores[number] as number) >= lowest).sort((a, b) => a - b)
}

/** Words around a statement raise less of its score than its own. */
const AROUND_WEIGHT = 0.85
/** Reading more would take longer than the rest of an answer. */
const MAX_STATEMENTS_READ = 100
const MAX_TEXTS_AROUND = 5000
const DATE_QUALITY = 0.95
const STATEMENTS_PER_TURN = 100

function listOf({ about, events, subjects, anniversaries }: Corpus): ArchiveStatement[] {
  const ofSubjects = new Set(subjects.flatMap(({ outside }) => outside.map(({ text }) => text.en)))
  const { sources, dependence, cautions } = about
  return [
    ...[...sources, ...(dependence ? [dependence] : []), ...cautions].map(
      (text): ArchiveStatement => ({ kind: 'note', text }),
    ),
    ...events.map((event): ArchiveStatement => ({ kind: 'event', event })),
    ...subjects.flatMap((subject): ArchiveStatement[] => [
      ...subject.claims.map(claim => ({ kind: 'claim', subject, claim }) as const),
      ...subject.outside.map(statement => ({ kind: 'outside', subject, statement }) as const),
    ]),
    ...anniversaries.flatMap((anniversary): ArchiveStatement[] => [
      ...anniversary.account.map(statement => ({ kind: 'account', anniversary, statement }) as const),
      // A statement on a subject stands there, beside those that it is compared with.
      ...anniversary.outside
        .filter(({ text }) => !ofSubjects.has(text.en))
        .map(statement => ({ kind: 'outside', anniversary, statement }) as const),
    ]),
  ]
}

type DateWriter = (date: LooseDate) => string[]

/** Writes a date as every language does. */
async function dateWriter(): Promise<DateWriter> {
  const phrases = await Promise.all(languages.map(phrasesOf))
  return date => phrases.map(say => say.date(date))
}
