// Defines a question with everything that may answer it, and what is found in the archive for it.

import type { Temporal } from 'temporal-polyfill'
import type { Anniversary, Corpus, NameEntry, Subject } from '../corpus/model.ts'
import type { Language } from '../languages/language.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import type { Query } from '../search/query/query.ts'
import type { Question } from '../search/question/question.ts'
import type { AnswerStatement } from './statement.ts'

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
}

/**
 * `statements`: one statement, or all of a contested subject. `person`: the roles of somebody and what they said. `days`:
 * the days that the archive remembers. `silent`: the archive does not say.
 */
export type Finding =
  | {
      kind: 'statements'
      statements: AnswerStatement[] /** All of them are on it, and they differ. */
      subject?: Subject
    }
  | { kind: 'person'; name: NameEntry; roles: AnswerStatement[]; said: AnswerStatement[] }
  | { kind: 'days'; anniversaries: Anniversary[] }
  | { kind: 'silent' /** The typed words that it has nothing on. */; missing: string[] }

/** Answers one kind of question; undefined leaves it to the next. */
export type Finder = (asked: Asked) => Promise<Finding | undefined>
