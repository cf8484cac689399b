// Defines what an answer is made of: statements that stand in the archive, each with its speaker, source and date.

import type { LooseDate } from '../calendar/date.ts'
import type {
  Anniversary,
  Article,
  Event,
  Figure,
  KeyPoint,
  OutsideStatement,
  Person,
  Statement,
  Subject,
  Translated,
} from '../corpus/model.ts'

/** Something that the archive says, and where it stands. */
export type ArchiveStatement =
  | { kind: 'point'; article: Article; point: KeyPoint }
  | { kind: 'figure'; article: Article; figure: Figure }
  | { kind: 'role'; article: Article; person: Person }
  | {
      kind: 'sentence'
      article: Article
      text: string /** Its number in the article, from 1. */
      number: number
    }
  | { kind: 'event'; event: Event }
  | { kind: 'publication'; article: Article }
  | { kind: 'note' /** On the archive itself and its sources. */; text: Translated }
  | { kind: 'claim'; subject: Subject; claim: Subject['claims'][number] }
  | { kind: 'account'; anniversary: Anniversary; statement: Statement }
  | { kind: 'outside'; subject?: Subject; anniversary?: Anniversary; statement: OutsideStatement }

export type StatementKind = ArchiveStatement['kind']

/** A statement that answers a question. */
export interface AnswerStatement {
  statement: ArchiveStatement
  /** In the language of the answer. */
  text: string
  /** The places in the text of what was asked for: the date, the number, the name. */
  focus: readonly (readonly [start: number, end: number])[]
  /** Whether a name in brackets was added to the text. */
  hasInsertedName?: true
  /** The speaker was asked for. */
  isSpeakerAsked?: true
  /** How well it answers, at most 1. */
  score: number
}

/** A statement with the date of what it tells. */
export interface DatedStatement {
  statement: ArchiveStatement
  date: LooseDate
  /** The last year, month or day of what lasted. */
  until?: LooseDate
}
