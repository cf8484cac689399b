// Defines what an archive holds once its files have been read without faults: articles, anniversaries, names.

import type { LooseDate } from '../calendar/date.ts'
import type { Recurrence } from '../calendar/recurrence.ts'
import type { Language } from '../languages/language.ts'
import type { Block } from '../message/message.ts'
import type { Paragraph } from './paragraphs.ts'

/** A text in English and, if somebody has translated it, in other languages. */
export interface Translated {
  en: string
  readonly [language: Language]: string
}

/**
 * Words by which people ask for something, if its texts have other words: "death toll" where they say "killed". They only
 * help to find it. They are never shown, and nobody is said to have used them.
 */
export type SearchWords = readonly string[]

export interface Person {
  name: string
  /** As the article states it: the role at that date, not today's. */
  role?: string
}

export interface KeyPoint {
  text: string
  /** The person who makes the claim. Without a speaker, the article says it in its own voice. */
  speaker?: string
  /** The person who reported the speaker's words, if the article has them second-hand. */
  via?: string
  searchWords?: SearchWords
}

export interface Figure {
  /** As in the article: `more than 3 million`. */
  number: string
  /** What is counted: a number is never shown without it. */
  noun: string
  speaker?: string
  /** The id of the subject under which it is compared with other figures. */
  subject?: string
  searchWords?: SearchWords
}

export interface Article {
  /** The file's name without language and ending: `sggp-2024`. */
  id: string
  language: Language
  /** The language of the digest that this one translates. Absent for an original. */
  translatedFrom?: Language
  title: string
  /** Where the title comes from, if the source text has none. */
  titleNote?: string
  publisher: string
  /** Describes the publisher: `online paper of ...`. */
  publisherNote: string
  author?: string
  published: LooseDate
  /** How the date was inferred. Absent if the source states it. */
  inferred?: string
  url?: string
  /** The address is of a copy, not of the publisher's own page. */
  urlIsCopy?: boolean
  /** The body is the publisher's own text, not a digest of it. */
  verbatim: boolean
  /** A note on what a curator still has to check in an imported article. */
  review?: string
  /** The newspaper or agency whose article this one retells. */
  retells?: { name: string; note: string; author?: string }
  people: Person[]
  places: string[]
  tags: string[]
  searchWords?: SearchWords
  keyPoints: KeyPoint[]
  figures: Figure[]
  body: Block[]
  /** The body's text, for search and summaries. */
  paragraphs: Paragraph[]
}

/** A statement with the articles that make it, and its speaker if it is a claim. */
export interface Statement {
  text: Translated
  articles: string[]
  speaker?: Translated
  searchWords?: SearchWords
}

/** A statement that no article of the archive makes, with its own source. */
export interface OutsideStatement {
  text: Translated
  source: Translated
  url?: string
  searchWords?: SearchWords
}

export interface Anniversary {
  id: string
  names: Translated
  recurrence: Recurrence
  since: { year: number; month: number; day: number }
  /** Chats that subscribe without naming an anniversary get this one: `usual` in the file. */
  isDefault: boolean
  account: Statement[]
  searchWords?: SearchWords
  outside: OutsideStatement[]
}

/** A dated event that articles report. */
export interface Event extends Statement {
  date: LooseDate
  /** The last year, month or day of an event that lasted. */
  until?: LooseDate
  /** How the date follows from the articles, if none of them states it. */
  derived?: Translated
}

/** A topic on which the articles give figures or accounts. Figures of one subject are shown side by side. */
export interface Subject {
  id: string
  names: Translated
  /**
   * The figures count different things, such as years since different events, so they are listed but not compared:
   * `apart` in the file.
   */
  countsDiffer: boolean
  /** Statements on the subject without a figure, each with its speaker. */
  claims: (Statement & { speaker: Translated })[]
  /** Statements on the subject from outside the archive. */
  outside: OutsideStatement[]
  searchWords?: SearchWords
}

/** A person, place, organisation or event with all the spellings people use. */
export interface NameEntry {
  /** The English name, which identifies the entry. */
  name: string
  /** The name as people are shown it. */
  names: Translated
  /** All other spellings, including those of the other languages. */
  also: string[]
  /** The words of each spelling, folded as for search. Computed once, when the corpus is parsed. */
  spellings: string[][]
}

/**
 * Words and phrases that people use for one another when they search. Each is its words, folded as for search:
 * `[['leave'], ['pull', 'out']]`.
 */
export type SynonymClass = readonly (readonly string[])[]

/** What the archive says about itself. */
export interface About {
  name: Translated
  /** The time zone and local hour of posts, unless a chat chooses its own. */
  zone: string
  time: string
  /** Paragraphs on what the archive holds and how its sources depend on one another. */
  sources: Translated[]
  /** How the sources depend on one another: shown wherever their figures are compared. */
  dependence?: Translated
  /** Lines on what the archive does not claim. */
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
  /** In any language. A word may be in several classes. */
  synonyms: readonly SynonymClass[]
}
