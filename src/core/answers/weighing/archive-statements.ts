// Lists the statements that belong to the whole archive, and finds them by their words: events, claims, accounts, outside ones.

import type { LooseDate } from '../../calendar/date.ts'
import type { Corpus } from '../../corpus/model.ts'
import { languages } from '../../languages/language.ts'
import { phrasesOf } from '../../languages/phrases.ts'
import type { Concepts } from '../../search/index/concepts.ts'
import { type Lexicon, lexiconOf } from '../../search/index/lexicon.ts'
import { type Synonyms, synonymsWith } from '../../search/query/synonyms.ts'
import { unifiedWords } from '../../text/alike/lookalikes.ts'
import { foldUnified, surfaceFormOfUnified } from '../../text/fold.ts'
import { memoByText } from '../../text/memo.ts'
import { visitInTurns } from '../../text/turns.ts'
import { eachWord, needsDictionary, tokens } from '../../text/words.ts'
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
  const placesOfDates = new Map<number, number[][]>()
  const placesOfDate = (date: LooseDate) => {
    const key = (date.year * 16 + (date.month ?? 0)) * 32 + (date.day ?? 0)
    const known = placesOfDates.get(key) ?? [...new Set(placesInText(datesInWords(date).join('\n')))]
    placesOfDates.set(key, known)
    return known
  }
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
        add(placesOfDate(part), wordPlace(number, DATE_QUALITY * AROUND_WEIGHT))
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
  const listOf = (word: string) => {
    const known = places.get(word)
    if (known) return known
    const list: number[] = []
    places.set(word, list)
    return list
  }
  const numbers = new Map<string, number>()
  const numberOf = (word: string | undefined): number => {
    if (word === undefined) return NO_WORD
    const number = numbers.get(word) ?? numbers.size
    numbers.set(word, number)
    return number
  }
  // Most words were read before, and need not be folded again.
  const knownWords = new Map<string, ReadWord>()
  const readWord = (written: string): ReadWord => {
    const known = knownWords.get(written)
    if (known) return known
    const word = foldUnified(surfaceFormOfUnified(written))
    const names = concepts.spellingsFrom(word) ?? []
    const read = {
      word,
      number: numberOf(word),
      list: word ? listOf(word) : [],
      nextInNames: names.map(({ words: [, next] }) => (needsDictionary(word) ? NO_WORD : numberOf(next))),
      mayBeginPhrase: synonyms.mayBegin(word),
    }
    knownWords.set(written, read)
    return read
  }
  return written => {
    const text = unifiedWords(written)
    const inText: ReadWord[] = []
    eachWord(text, (start, end) => {
      const read = readWord(text.slice(start, end))
      if (read.word) inText.push(read)
    })
    const lists = inText.map(({ list }) => list)
    if (needsDictionary(written))
      for (const joined of joinedFragments(tokens(written))) lists.push(listOf(joined))
    let words: string[] | undefined
    for (let at = 0; at < inText.length; at++) {
      const { nextInNames, mayBeginPhrase } = inText[at] as ReadWord
      if (!mayBeginPhrase && !mayBeginName(nextInNames, inText[at + 1]?.number)) continue
      words ??= inText.map(({ word }) => word)
      const name = concepts.conceptAt(words, at)
      if (name) lists.push(listOf(name.concept))
      if (!mayBeginPhrase) continue
      for (const { phrase } of synonyms.phrasesAt(words, at)) lists.push(listOf(phrase))
    }
    return lists
  }
}

interface ReadWord {
  /** Folded; empty for marks that are no word. */
  word: string
  number: number
  list: number[]
  /** The numbers of the words that follow it in names; `NO_WORD` if it may be one by itself, or its script has no spaces. */
  nextInNames: readonly number[]
  mayBeginPhrase: boolean
}

const NO_WORD = -1

const mayBeginName = (nextInNames: readonly number[], next = NO_WORD): boolean =>
  nextInNames.length > 0 && (nextInNames.includes(next) || nextInNames.includes(NO_WORD))

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
