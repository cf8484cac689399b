// Gives the texts of a statement: as it is shown, as it is searched in every language, and what stands around it.

import type { LooseDate } from '../../calendar/date.ts'
import type { Anniversary, Article, Corpus, SearchWords, Subject, Translated } from '../../corpus/model.ts'
import { translated } from '../../corpus/translated.ts'
import type { Language } from '../../languages/language.ts'
import type { ArchiveStatement } from '../statement.ts'

/** In the language of the answer, or as the archive has it. */
export function textOfStatement(statement: ArchiveStatement, language: Language): string {
  switch (statement.kind) {
    case 'point':
      return statement.point.text
    case 'figure':
      return `${statement.figure.number} ${statement.figure.noun}`
    case 'role':
      return statement.person.role ?? statement.person.name
    case 'sentence':
      return statement.text
    case 'publication':
      return statement.article.title
    case 'note':
      return translated(statement.text, language)
    case 'event':
      return translated(statement.event.text, language)
    case 'claim':
      return translated(statement.claim.text, language)
    case 'account':
    case 'outside':
      return translated(statement.statement.text, language)
    default:
      return statement satisfies never
  }
}

/** The statement's own texts, in every language. */
export function ownTextsOf(statement: ArchiveStatement): readonly string[] {
  switch (statement.kind) {
    case 'point':
    case 'figure':
    case 'sentence':
      return [textOfStatement(statement, statement.article.language)]
    case 'publication':
      return [statement.article.title]
    case 'note':
      return inAll(statement.text)
    case 'role':
      return [statement.person.name, ...listed(statement.person.role)]
    case 'event':
      return Object.values(statement.event.text)
    case 'claim':
      return Object.values(statement.claim.text)
    case 'account':
    case 'outside':
      return Object.values(statement.statement.text)
    default:
      return statement satisfies never
  }
}

/** A text of a statement or around it, and how much it counts. */
export interface WeighedText extends AroundText {
  isOwn: boolean
  /** A phrase to search by, one of whose words says little alone. */
  isPhrase?: true
  /** It leads to all that is said on the subject or the day. */
  isHint?: true
}

/** All texts that a statement is searched by. */
export const weighedTexts = (statement: ArchiveStatement, corpus: Corpus): WeighedText[] => [
  ...ownTextsOf(statement).map(text => ({ text, isOwn: true, quality: 1 })),
  ...aroundTextsOf(statement, corpus).map(each => ({ ...each, isOwn: false })),
  // They are other words for what the statement says.
  ...phrasesIn(ownSearchWordsOf(statement), { isOwn: true, quality: 1 }),
  ...searchWordsAround(statement, corpus),
]

/** Words around a statement, and how much they count beside its own. */
export interface AroundText {
  text: string
  quality: number
}

/** Its speaker, and the names of its subject or day, in every language. */
export function aroundTextsOf(statement: ArchiveStatement, corpus: Corpus): readonly AroundText[] {
  switch (statement.kind) {
    case 'point': {
      const { speaker, via } = statement.point
      return [...of(SPEAKER_QUALITY, speaker, via), ...ofArticle(statement.article)]
    }
    case 'figure': {
      const { speaker, subject } = statement.figure
      return [
        ...of(SPEAKER_QUALITY, speaker),
        ...ofSubject(corpus.subjects.find(({ id }) => id === subject)),
        ...ofArticle(statement.article),
      ]
    }
    case 'role':
    case 'sentence':
    case 'publication':
      return ofArticle(statement.article)
    case 'note':
      return []
    case 'event':
      return of(SPEAKER_QUALITY, ...inAll(statement.event.speaker))
    case 'claim':
      return [...ofSubject(statement.subject), ...of(SPEAKER_QUALITY, ...inAll(statement.claim.speaker))]
    case 'account':
      return [...ofDay(statement.anniversary), ...of(SPEAKER_QUALITY, ...inAll(statement.statement.speaker))]
    case 'outside':
      return [
        ...ofSubject(statement.subject),
        ...ofDay(statement.anniversary),
        ...of(SPEAKER_QUALITY, ...inAll(statement.statement.source)),
      ]
    default:
      return statement satisfies never
  }
}

const SPEAKER_QUALITY = 0.95
const SUBJECT_QUALITY = 0.9
/** The name of a day says what the day is, not what each statement about it says. */
const DAY_QUALITY = 0.6
const ARTICLE_QUALITY = 0.5
const SEARCH_WORDS_QUALITY = 0.9

const ofSubject = (subject: Subject | undefined): AroundText[] =>
  subject ? of(SUBJECT_QUALITY, ...inAll(subject.names)) : []

const ofDay = (day: Anniversary | undefined): AroundText[] =>
  day ? of(DAY_QUALITY, ...inAll(day.names)) : []

function ownSearchWordsOf(statement: ArchiveStatement): SearchWords | undefined {
  switch (statement.kind) {
    case 'point':
      return statement.point.searchWords
    case 'figure':
      return statement.figure.searchWords
    case 'event':
      return statement.event.searchWords
    case 'claim':
      return statement.claim.searchWords
    case 'account':
    case 'outside':
      return statement.statement.searchWords
    case 'role':
    case 'sentence':
    case 'publication':
    case 'note':
      return undefined
    default:
      return statement satisfies never
  }
}

/** The search words of its subject and day. */
function searchWordsAround(statement: ArchiveStatement, corpus: Corpus): WeighedText[] {
  const { subject, day } = surroundings(statement, corpus)
  return [
    ...phrasesIn(subject?.searchWords, { isOwn: false, isHint: true, quality: SEARCH_WORDS_QUALITY }),
    ...phrasesIn(day?.searchWords, { isOwn: false, isHint: true, quality: DAY_QUALITY }),
  ]
}

function surroundings(
  statement: ArchiveStatement,
  corpus: Corpus,
): { subject?: Subject | undefined; day?: Anniversary | undefined } {
  switch (statement.kind) {
    case 'figure':
      return { subject: corpus.subjects.find(({ id }) => id === statement.figure.subject) }
    case 'claim':
      return { subject: statement.subject }
    case 'account':
      return { day: statement.anniversary }
    case 'outside':
      return statement.subject ? { subject: statement.subject } : { day: statement.anniversary }
    case 'event':
    case 'point':
    case 'role':
    case 'sentence':
    case 'publication':
    case 'note':
      return {}
    default:
      return statement satisfies never
  }
}

const phrasesIn = (
  phrases: SearchWords | undefined,
  weight: Pick<WeighedText, 'isOwn' | 'isHint' | 'quality'>,
): WeighedText[] => (phrases ?? []).map(text => ({ text, ...weight, isPhrase: true }))

/** The date of what it says, or of the article that says it. */
export function datesOf(statement: ArchiveStatement): readonly LooseDate[] {
  switch (statement.kind) {
    case 'event': {
      const { date, until } = statement.event
      return until ? [date, until] : [date]
    }
    case 'account':
      return [statement.anniversary.since]
    case 'point':
    case 'figure':
    case 'role':
    case 'sentence':
    case 'publication':
      return [statement.article.published]
    case 'claim':
    case 'outside':
    case 'note':
      return []
    default:
      return statement satisfies never
  }
}

const ofArticle = ({ title, publisher, retells }: Article): AroundText[] =>
  of(ARTICLE_QUALITY, title, publisher, retells?.name)

const of = (quality: number, ...texts: readonly (string | undefined)[]): AroundText[] =>
  texts.flatMap(text => (text === undefined ? [] : [{ text, quality }]))

const listed = (text: string | undefined) => (text === undefined ? [] : [text])

const inAll = (text: Translated | undefined): string[] => (text ? Object.values(text) : [])
