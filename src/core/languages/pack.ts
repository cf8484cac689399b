// Defines a language pack: everything that Daybook knows about one language, in one folder.
//
// A pack is the export `pack` of `<tag>/index.ts` in this folder, found by `packs.ts`. Only its own name is required;
// `npm run languages` prints what a pack leaves out. `index.ts` is loaded at every start and stays small: phrases and
// word lists from packages are loaded when first needed.

import type { CalendarWords } from '../calendar/words.ts'
import type { SentenceRules } from '../text/sentences.ts'
import type { en } from './en/phrases.ts'
import type { QuestionWords } from './question-words.ts'
import type { TalkWords } from './talk-words.ts'

/** Everything the bot says. English is complete. */
export type Phrases = typeof en
/** The phrases a pack has so far; the others are said in English. */
export type PartialPhrases = DeepPartial<Phrases>

export interface LanguagePack {
  /** The language's name in the language itself, for people who cannot read any other. */
  ownName: string
  /** More names by which people ask for it, beside its names in the other languages. */
  alsoCalled?: readonly string[]

  // Parts that fall back to English.

  phrases?: () => Promise<PartialPhrases>
  sentences?: SentenceRules
  coreference?: CoreferenceWords
  selfReference?: SelfReference
  /** How sentences are cut into terms for summaries; loaded for the first summary. */
  terms?: () => Promise<TermRules>
  /** The weight of each feature of a sentence in a short summary, see docs/summaries.md. */
  summaryWeights?: SummaryWeights
  typography?: Typography

  /** For platforms that show people the options of a command by name. Typed lines keep the English names. */
  optionNames?: OptionNames

  // Parts that add to those of the other languages.

  calendar?: CalendarWords
  printed?: PrintedWords
  /** Question words that say nothing about what is sought, without diacritics, separated by spaces. */
  stopWords?: string
  /** Words right before a place, as written, separated by spaces: "in at". */
  placeWords?: string
  /** Words around a place that is given as a time zone, in lowercase: "i live in", "time". */
  zoneWords?: { before: readonly string[]; after: readonly string[] }
  /** How people ask in it. */
  questions?: QuestionWords
  /** Loaded for the first question with a word that the archive lacks. */
  commonWords?: () => Promise<CommonWordLists>
  /** Many words are two syllables with a space between them, so that a syllable alone says little. */
  hasSpacedSyllables?: true
  /** How people talk to a bot in it. */
  talk?: TalkWords
  /** Distinguishes texts in this language from others; without it, a text is recognised by its stop words. */
  letters?: OwnLetters
  /** The time zone where most of its readers live. */
  homeZone?: string
  /** Names of time zones in everyday use, by IANA name. */
  zoneNames?: Readonly<Record<string, readonly string[]>>
  /** Names of countries in everyday use, beside their CLDR names, by ISO 3166 code. */
  countryNames?: Readonly<Record<string, readonly string[]>>
}

/** The parts for which a language without its own uses the English ones. */
export type SharedPart =
  | 'phrases'
  | 'sentences'
  | 'coreference'
  | 'selfReference'
  | 'terms'
  | 'summaryWeights'
  | 'typography'

/**
 * Lowercase, at most 32 letters, digits, hyphens and underscores, and none twice
 * (https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming).
 */
export type OptionNames = Readonly<Record<string, string>>

/** Words that point from one sentence to another, to name the person whom "he" means. */
export interface CoreferenceWords {
  /** A pronoun for a person, as the subject of the sentence: "he". */
  subjectPronoun: RegExp
  /** A pronoun for a person in any position: "his" and "him" too. */
  pronoun: RegExp
  /** A pronoun followed by a name in the genitive: "his [Ly Sok's]". */
  possessive?: { pronoun: RegExp; genitive: (name: string) => string }
  /** An opening that makes a sentence depend on the one before it: "This", "However". */
  dependentOpening: RegExp
  /** Verbs of speaking. */
  sayingVerb: RegExp
  /** Titles before a name. */
  titles: readonly string[]
  /** Other capitalised words next to a name that are not part of it. */
  offices?: readonly string[]
}

/** Words with which a key point describes the article itself, so that it needs no speaker. */
export interface SelfReference {
  pattern: RegExp
  /** For the message to a curator: `The article`. */
  example: string
}

/** Folded words that are common, and names that many know, so that a word which the archive lacks can be judged. */
export interface CommonWordLists {
  words: ReadonlySet<string>
  names: ReadonlySet<string>
}

export interface TermRules {
  /** Lowercase, with diacritics. */
  stopWords: ReadonlySet<string>
  stem?: (word: string) => string
  /** Many words are two syllables with a space between them, so pairs are terms too. */
  countsPairs?: true
  /** Words have no spaces between them and are found with a dictionary. */
  isUnspaced?: true
}

export interface SummaryWeights {
  /** The first sentence of its text, and how near the start a sentence is. */
  lead: number
  early: number
  /** Nearness to the other sentences, and TextRank. */
  near: number
  rank: number
  length: number
  /** Similarity to the title. */
  title: number
  /** How much similarity to a chosen sentence counts against one. */
  same: number
}

export interface Typography {
  /** The first font to try: `Latin` or `Khmer`. Add any other to the adapter. */
  script: string
  /** From one line to the next, and from the top of a line to its baseline, in font sizes. */
  leading: number
  ascent: number
}

/** How papers print dates and bylines, for importing articles. */
export interface PrintedWords {
  /**
   * Dates with a day, and other dates, as regular expressions in which {day}, {month}, {monthName} and {year} stand for
   * the numbers and names.
   */
  fullDates?: readonly string[]
  looseDates?: readonly string[]
  /** Short forms of month names, beside the first three letters with or without a stop. */
  shortMonths?: Readonly<Record<string, number>>
  hasShortMonths?: true
  /** 3/4/2019 may mean either of two days. */
  hasBothDayOrders?: true
  bylines?: Bylines
}

export interface Bylines {
  /** Before the author: "by". */
  by?: readonly string[]
  /** Before the agency or paper: "theo". */
  source?: readonly string[]
  and?: readonly string[]
  /** What a writer is called, in the singular: "reporter". */
  roles?: readonly string[]
  /** Before the date. */
  published?: readonly string[]
  /** Before the hour: "at". */
  at?: readonly string[]
  weekdays?: readonly string[]
  /** Lowercase words that may be part of a name, and those that may begin one. */
  nameWords?: readonly string[]
  nameOpenings?: readonly string[]
}

export interface OwnLetters {
  /** Letters that no other language here has, as the content of a character class. */
  letters: string
  /** A text is in this language if at least this share of all its letters is among them. */
  share: number
}

type DeepPartial<T> = T extends (...args: never) => unknown
  ? T
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { [K in keyof T]?: DeepPartial<T[K]> }
      : T
