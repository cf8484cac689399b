// What the archive holds, once it has been read and found whole: articles, anniversaries, names.
import type { LooseDate } from '../calendar/date.ts'
import type { Recurrence } from '../calendar/recurrence.ts'
import type { Language } from '../languages/language.ts'
import type { Block } from '../message/message.ts'
import type { Paragraph } from './paragraphs.ts'

/** A text in English and, where somebody has translated it, in other languages. */
export interface Translated {
  en: string
  readonly [language: Language]: string
}

export interface Person {
  name: string
  /** As the article states it: a role of that date, not of today. */
  role?: string
}

export interface KeyPoint {
  text: string
  /** Whose claim it is; without one, the article says it in its own voice. */
  speaker?: string
  /** Who reported the speaker's words, where the article has them at second hand. */
  via?: string
}

export interface Figure {
  /** As the article has it: `more than 3 million`. */
  number: string
  /** What is counted; a number never stands without it. */
  noun: string
  speaker?: string
  /** The id of the subject under which it is compared with other figures. */
  subject?: string
}

export interface Article {
  /** The file's name without language and ending: `sggp-2024`. */
  id: string
  language: Language
  /** The language of the digest that this one translates; without it, it was written in its own. */
  translatedFrom?: Language
  title: string
  /** How the title is known, where the source text has none. */
  titleNote?: string
  publisher: string
  /** What the publisher is: `online paper of ...`. */
  publisherNote: string
  author?: string
  published: LooseDate
  /** How the date was inferred; without it, the source states the date. */
  inferred?: string
  url?: string
  /** The body is the publisher's own text, and no digest of it. */
  verbatim: boolean
  /** What a curator still has to look at in an imported article. */
  review?: string
  /** Another newspaper or agency whose article this one retells. */
  retells?: { name: string; note: string; author?: string }
  people: Person[]
  places: string[]
  tags: string[]
  keyPoints: KeyPoint[]
  figures: Figure[]
  body: Block[]
  /** The body's text, for finding and summarising. */
  paragraphs: Paragraph[]
}

/** A statement with the articles that make it, and whose it is where it is a claim. */
export interface Statement {
  text: Translated
  articles: string[]
  speaker?: Translated
}

/** A statement that no article of the archive makes, with its own source. */
export interface OutsideStatement {
  text: Translated
  source: Translated
  url?: string
}

export interface Anniversary {
  id: string
  names: Translated
  recurrence: Recurrence
  since: { year: number; month: number; day: number }
  /** Chats that subscribe without naming an anniversary get this one: `usual` in the file. */
  isDefault: boolean
  account: Statement[]
  outside: OutsideStatement[]
}

/** A dated event that articles tell of. */
export interface Event extends Statement {
  date: LooseDate
  /** The last year, month or day of what went on for a while. */
  until?: LooseDate
  /** How the date follows from an article that does not state it. */
  derived?: Translated
}

/** Something the articles give figures or differing accounts of: those of one subject stand side by side. */
export interface Subject {
  id: string
  names: Translated
  /**
   * The figures count different things, such as years since different events, so they are listed but not compared:
   * `apart` in the file.
   */
  countsDiffer: boolean
  /** What articles say of it without a figure, each with whose it is. */
  claims: (Statement & { speaker: Translated })[]
  /** What is said of it outside of the archive. */
  outside: OutsideStatement[]
}

/** One person, place, body or event under all the spellings people use. */
export interface NameEntry {
  /** The English one: what the entry is known by in here. */
  name: string
  /** How it is shown. */
  names: Translated
  /** All the other spellings, those of the other languages too. */
  also: string[]
  /** The words of each spelling, folded as search folds them; worked out once, when the corpus is parsed. */
  spellings: string[][]
}

/** What the archive says about itself. */
export interface About {
  name: Translated
  /** Where and at what local hour posts go out unless a chat says otherwise. */
  zone: string
  time: string
  /** What it holds and how its sources depend on one another, a paragraph each. */
  sources: Translated[]
  /** How the sources depend on one another, said where their figures stand side by side. */
  dependence?: Translated
  /** What it does not claim, a line each. */
  cautions: Translated[]
}

export interface Corpus {
  about: About
  articles: Article[]
  /** A hash of each article, in their order. Only a corpus that comes from the cache has them. */
  fingerprints?: readonly string[]
  anniversaries: Anniversary[]
  subjects: Subject[]
  events: Event[]
  names: NameEntry[]
}
