// Defines a question with everything that may answer it, and what is found in the archive for it.

import type { Temporal } from 'temporal-polyfill'
import type { KnownDate } from '../calendar/dates-in.ts'
import type { Days } from '../calendar/day.ts'
import type { Corpus, NameEntry, Subject } from '../corpus/model.ts'
import type { CommonWords } from '../languages/common-words.ts'
import type { Language } from '../languages/language.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import type { ComingAnniversary, LeapDayOf } from '../search/lookup/coming.ts'
import type { Query } from '../search/query/query.ts'
import type { Question } from '../search/question/question.ts'
import type { AnswerStatement, DatedStatement } from './statement.ts'

/** A question with everything that may answer it. */
export interface Asked {
  query: Query
  question: Question
  corpus: Corpus
  index: SearchIndex
  /** The language of the answer. */
  language: Language
  /** Where the reader is. */
  today: Temporal.PlainDate
  /** Those of the language of the question, which are read when a word of it is in no article. */
  commonWords(): Promise<CommonWords>
  /** The choices of the chat, if it has made any. */
  leapDayOf?: LeapDayOf
}

/** A time that is asked for: with its year, or a day, a week or a month of any year. */
export type AskedDate = KnownDate | Days

/**
 * `statements`: one statement, or all of a contested subject. `person`: somebody's roles and what they said; for a body or
 * a place, what the archive calls it. `said`: what somebody said. `happened`: what was on a day, in a month or a year.
 * `days`: the next days that the archive remembers. `silent`: the archive does not say.
 */
export type Finding =
  | {
      kind: 'statements'
      statements: AnswerStatement[]
      /** All of them are on it, and they differ. */
      subject?: Subject
      /** Each of them answers: how many, who, why. */
      wantsAll?: true
    }
  | {
      kind: 'person'
      name: NameEntry
      /** As articles state them, the earliest first. */
      roles: AnswerStatement[]
      /** Their statements, the latest first; of a body or a place, those that explain it. */
      said: AnswerStatement[]
    }
  | {
      kind: 'said'
      name: NameEntry
      /** The latest first, but those on what was asked for before all others. */
      statements: AnswerStatement[]
      /** How many of them are on it; all if nothing was asked for. */
      onSubject: number
      /** The typed words on which none of the statements is. */
      missing: string[]
    }
  | {
      kind: 'happened'
      asked: AskedDate
      /** The anniversaries that fall on it, if it is a day. */
      anniversaries: ComingAnniversary[]
      /** The earliest first. */
      dated: DatedStatement[]
      /** Nothing was then; these are the nearest before and after. */
      isNearest: boolean
      /** The next anniversary, if nothing is on the day of the year. */
      next?: ComingAnniversary
    }
  | {
      kind: 'days'
      /** The nearest first. */
      coming: ComingAnniversary[]
      /** How others speak of the first. */
      outside?: AnswerStatement
    }
  | {
      kind: 'silent'
      /** The typed words that it has nothing on. */
      missing: string[]
      /** It is no answer, but has much of the question. All sides of it, where sources differ. */
      nearest?: StatementsFinding
    }

/** Answers one kind of question; undefined leaves it to the next. */
export type Finder = (asked: Asked) => Promise<Finding | undefined>

export type StatementsFinding = Extract<Finding, { kind: 'statements' }>
