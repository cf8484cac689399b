// Defines a language pack: everything that Daybook knows about one language, in one folder.
//
// A pack is the export `pack` of `<tag>/index.ts` in this folder, found there by `packs.ts`. Only its own name is
// required; `npm run languages` prints what a pack leaves out. `index.ts` is loaded at every start and stays small:
// phrases and word lists from packages are loaded when they are first needed.

import type { CalendarWords } from '../calendar/words.ts'
import type { SentenceRules } from '../text/sentences.ts'
import type { en } from './en/phrases.ts'

/** Everything the bot says. English has all of it. */
export type Phrases = typeof en
/** What a pack has of it so far; the rest is said in English. */
export type PartialPhrases = DeepPartial<Phrases>

export interface LanguagePack {
  /** The language's name in the language itself, for people who cannot read any other. */
  ownName: string
  /** More names by which people ask for it; its names in the other languages are known already. */
  alsoCalled?: readonly string[]

  // Parts that fall back to English.

  phrases?: () => Promise<PartialPhrases>
  sentences?: SentenceRules
  coreference?: CoreferenceWords
  selfReference?: SelfReference
  /** How sentences are cut into terms for summaries; loaded with the first summary. */
  terms?: () => Promise<TermRules>
  /** What each feature of a sentence counts in a short summary, see docs/summaries.md. */
  summaryWeights?: SummaryWeights
  typography?: Typography

  // Parts that add to what the other languages have.

  calendar?: CalendarWords
  printed?: PrintedWords
  /** Words of questions that say nothing of what is sought, without diacritics, with spaces between them. */
  stopWords?: string
  /** What tells a text in this language from others; without it, a text is known by its stop words. */
  letters?: OwnLetters
  /** The time zone where most of its readers live. */
  homeZone?: string
  /** What people call time zones, by IANA name. */
  zoneNames?: Readonly<Record<string, readonly string[]>>
  /** What people call countries beside their names in CLDR, by ISO 3166 code. */
  countryNames?: Readonly<Record<string, readonly string[]>>
}

/** The parts for which English serves a language that has none of its own. */
export type SharedPart =
  | 'phrases'
  | 'sentences'
  | 'coreference'
  | 'selfReference'
  | 'terms'
  | 'summaryWeights'
  | 'typography'

/** Words that point from one sentence to another, for naming the person whom "he" means. */
export interface CoreferenceWords {
  /** A pronoun for a person, as the subject of its sentence: "he". */
  subjectPronoun: RegExp
  /** A pronoun for a person in any place: "his" and "him" too. */
  pronoun: RegExp
  /** A pronoun after which a name stands in the genitive: "his [Ly Sok's]". */
  possessive?: { pronoun: RegExp; genitive: (name: string) => string }
  /** A beginning that makes a sentence depend on the one before it: "This", "However". */
  dependentOpening: RegExp
  /** Verbs that say that somebody speaks. */
  sayingVerb: RegExp
  /** Titles before a name. */
  titles: readonly string[]
  /** Other words with capitals that stand beside a name and are no part of it. */
  offices?: readonly string[]
}

/** Words with which a key point says what the article itself is, so that it needs no speaker. */
export interface SelfReference {
  pattern: RegExp
  /** For the message to a curator: `The article`. */
  example: string
}

export interface TermRules {
  /** Lowercase, with diacritics. */
  stopWords: ReadonlySet<string>
  stem?: (word: string) => string
  /** Many words are two syllables with a space between them, so that pairs are terms too. */
  countsPairs?: true
  /** Words have no spaces between them and are found with a dictionary. */
  isUnspaced?: true
}

export interface SummaryWeights {
  /** The first sentence of its text, and how early it stands there. */
  lead: number
  early: number
  /** Nearness to the other sentences, and rank by TextRank. */
  near: number
  rank: number
  length: number
  /** Likeness to the title. */
  title: number
  /** How much likeness to a chosen sentence counts against one. */
  same: number
}

export interface Typography {
  /** The font that comes first: `Latin` or `Khmer`; another one is to be added to the adapter. */
  script: string
  /** From one line to the next, and from the top of a line to its baseline, in font sizes. */
  leading: number
  ascent: number
}

/** How papers print dates and bylines, for importing articles. */
export interface PrintedWords {
  /**
   * Dates, the ones with a day and the others, as regular expressions in which {day}, {month}, {monthName} and {year}
   * stand for the numbers and names.
   */
  fullDates?: readonly string[]
  looseDates?: readonly string[]
  /** Short forms of month names, if the first three letters with or without a stop are not all. */
  shortMonths?: Readonly<Record<string, number>>
  hasShortMonths?: true
  /** 3/4/2019 may be either of two days. */
  hasBothDayOrders?: true
  bylines?: Bylines
}

export interface Bylines {
  /** Before the author: "by". */
  by?: readonly string[]
  /** Before the agency or paper: "theo". */
  source?: readonly string[]
  and?: readonly string[]
  /** What somebody is who writes, in the singular: "reporter". */
  roles?: readonly string[]
  /** Before the date. */
  published?: readonly string[]
  /** Before the hour: "at". */
  at?: readonly string[]
  weekdays?: readonly string[]
  /** Lowercase words that a name may have, and those it may begin with. */
  nameWords?: readonly string[]
  nameOpenings?: readonly string[]
}

export interface OwnLetters {
  /** Letters that no other language here has, as the inside of a character class. */
  letters: string
  /** The share of them, of all letters, from which a text is in this language. */
  share: number
}

type DeepPartial<T> = T extends (...args: never) => unknown
  ? T
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { [K in keyof T]?: DeepPartial<T[K]> }
      : T
