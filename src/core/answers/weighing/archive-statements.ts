// Lists the statements that belong to the whole archive, and finds them by their words: events, claims, accounts, outside ones.

import type { LooseDate } from '../../calendar/date.ts'
import type { Corpus } from '../../corpus/model.ts'
import { languages } from '../../languages/language.ts'
import { phrasesOf } from '../../languages/phrases.ts'
import type { Concepts } from '../../search/index/concepts.ts'
import { type Lexicon, lexiconOf } from '../../search/index/lexicon.ts'
import { synonymsWith } from '../../search/query/synonyms.ts'
import { memoByText } from '../../text/memo.ts'
import { visitInTurns } from '../../text/turns.ts'
import type { Asked } from '../finding.ts'
import type { ArchiveStatement } from '../statement.ts'
import type { SoughtWords } from './sought.ts'
import { datesOf, type WeighedText, weighedTexts } from './statement-text.ts'
import { distinctWords } from './text-words.ts'

export interface ArchiveStatements {
  /** Those that may have the most of what is sought, in the order of the archive; the others are not read. */
  likeliest(sought: SoughtWords): ArchiveStatement[]
  /** The texts of a statement, and its dates as every language writes them. */
  weighedTexts(statement: ArchiveStatement): WeighedText[]
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

/** Only the places of words are remembered, and no text. */
async function readStatements(corpus: Corpus, concepts: Concepts): Promise<ArchiveStatements> {
  const all = listOf(corpus)
  const datesInWords = await dateWriter()
  const textsWithDates = (statement: ArchiveStatement): WeighedText[] => [
    ...weighedTexts(statement, corpus),
    ...datesOf(statement)
      .flatMap(datesInWords)
      .map(text => ({ text, isOwn: false, quality: DATE_QUALITY })),
  ]
  const places = new Map<string, number[]>()
  const synonyms = synonymsWith(corpus.synonyms)
  const wordsIn = (text: string) => distinctWords(text, concepts, synonyms)
  // The names of days, subjects and speakers stand around many statements.
  const wordsAround = memoByText(wordsIn, MAX_TEXTS_AROUND)
  await visitInTurns(
    all,
    (statement, number) => {
      for (const { text, isOwn, quality } of textsWithDates(statement)) {
        const place = wordPlace(number, isOwn ? quality : quality * AROUND_WEIGHT)
        for (const word of isOwn ? wordsIn(text) : wordsAround(text)) {
          const list = places.get(word)
          if (list) list.push(place)
          else places.set(word, [place])
        }
      }
    },
    STATEMENTS_PER_TURN,
  )
  const lexicon = lexiconOf([...places.keys()].sort())
  return {
    likeliest: sought =>
      likeliestNumbers({ count: all.length, places, lexicon }, sought).map(
        number => all[number] as ArchiveStatement,
      ),
    weighedTexts: textsWithDates,
  }
}

interface PlacesOfWords {
  /** The number of statements. */
  count: number
  /** By word. */
  places: ReadonlyMap<string, readonly number[]>
  lexicon: Lexicon
}

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
const MAX_TEXTS_AROUND = 2000
const DATE_QUALITY = 0.95
const STATEMENTS_PER_TURN = 20

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

/** Writes a date as every language does. */
async function dateWriter(): Promise<(date: LooseDate) => string[]> {
  const phrases = await Promise.all(languages.map(phrasesOf))
  return date => phrases.map(say => say.date(date))
}
