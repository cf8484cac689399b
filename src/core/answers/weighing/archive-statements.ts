// Lists the statements that belong to the whole archive, with their words: events, claims, accounts, outside ones.

import type { LooseDate } from '../../calendar/date.ts'
import type { Corpus } from '../../corpus/model.ts'
import { languages } from '../../languages/language.ts'
import { phrasesOf } from '../../languages/phrases.ts'
import type { Concepts } from '../../search/index/concepts.ts'
import { visitInTurns } from '../../text/turns.ts'
import type { Asked } from '../finding.ts'
import type { ArchiveStatement } from '../statement.ts'
import { aroundTextsOf, datesOf, ownTextsOf, searchPhrasesOf } from './statement-text.ts'
import { type WordInText, type WordUse, wordsInText } from './text-words.ts'

/** Where a word stands: the number of the statement, and how much it counts there. */
export interface WordPlace {
  statement: number
  isOwn: boolean
  quality: number
  uses: readonly WordUse[]
  /** The words of the phrase that it is one of: "fields" of "killing fields". */
  phrase?: readonly WordInText[]
}

export interface ArchiveStatements {
  all: readonly ArchiveStatement[]
  places: ReadonlyMap<string, readonly WordPlace[]>
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
  const places = new Map<string, WordPlace[]>()
  const wordsIn = wordsInText(concepts)(corpus.synonyms)
  const datesInWords = await dateWriter()
  const place = (word: string, at: WordPlace) => {
    const known = places.get(word) ?? []
    places.set(word, known)
    known.push(at)
  }
  await visitInTurns(
    all,
    (statement, number) => {
      const add = (text: string, isOwn: boolean, quality: number) => {
        for (const { word, uses } of wordsIn(text)) place(word, { statement: number, isOwn, quality, uses })
      }
      for (const text of ownTextsOf(statement)) add(text, true, 1)
      for (const date of datesOf(statement))
        for (const text of datesInWords(date)) add(text, false, DATE_QUALITY)
      for (const { text, quality } of aroundTextsOf(statement, corpus)) add(text, false, quality)
      const { phrases, isOwn, quality } = searchPhrasesOf(statement, corpus)
      for (const text of phrases) {
        const phrase = wordsIn(text)
        for (const { word, uses } of phrase) place(word, { statement: number, isOwn, quality, uses, phrase })
      }
    },
    STATEMENTS_PER_TURN,
  )
  return { all, places }
}

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
