// Defines the words of a language that ask: how a plain question says what it wants to know.

/**
 * The kinds of things that a question asks for. `who said`: the speaker of some words. `said`: what somebody said. `happened`: what was on a
 * day or in a year, and nothing but a date. `whether`: yes or no, or one of two words. `next`: the next day that the
 * archive remembers. `today`: what it remembers today, or on a day counted from it. `what`: anything else.
 */
export const questionKinds = [
  'when',
  'who',
  'who said',
  'how many',
  'how long',
  'where',
  'why',
  'happened',
  'said',
  'whether',
  'next',
  'today',
  'what',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/**
 * Phrases separated by commas, in lowercase as people type them. `^` and `$`: it begins or ends the question; it may also
 * begin after a comma or another sentence. `…`
 * stands for a few words in between, `[a|b]` for one of several, `[a|]` for one or nothing: "^what [did|does] … say". The
 * longest phrase that fits is taken. Of a language with diacritics, phrases of several words are known without them too;
 * a single word only if it is listed so.
 */
export type PhraseList = string

export interface QuestionWords {
  /** Phrases that only ask, by what they ask for. */
  asking: Readonly<Partial<Record<QuestionKind, PhraseList>>>
  /**
   * Phrases that tell what is asked for and are sought too, after a phrase for `what`: "what was the death toll". With
   * `^` they also ask alone: "death toll of the flood".
   */
  topics?: Readonly<Partial<Record<QuestionKind, PhraseList>>>
  /** Phrases that have words which ask, and ask nothing: "no matter what". */
  idle?: PhraseList
  /** Phrases before or after a question that are no part of it: "can you tell me", "please". */
  around?: PhraseList
  /** Short forms that people type, each with what it stands for: "hw how, ppl people". */
  shortForms?: string
  /** Words before a year that may have two digits only, and words for a thousand after a number, separated by spaces. */
  yearWords?: string
  thousands?: string
  /** Words that carry little of what is sought, separated by spaces: "come get many". They need not be in an answer. */
  light?: string
  /** Phrases that ask for a judgement: "true", "justified". In a question of yes or no, an answer need not have them. */
  judging?: PhraseList
  /** Words for the speaker, separated by spaces: "I". Needed only where words have no spaces between them. */
  self?: string
  /** Phrases that end with a word for something said before: "it", "happened there". */
  backward?: PhraseList
  /** Words for what only one person has or does, separated by spaces: "born age wife". */
  life?: string
  /** Words for an article and for its publication, separated by spaces: "article published". */
  publishing?: string
  /** Words for what holds articles and where they come from, separated by spaces: "archive source". */
  archive?: string
  /** Words that ask whether to believe it, separated by spaces, those of two syllables joined by `_`: "trust đáng_tin". */
  trust?: string
  /** Words between a name and what it means, separated by spaces, those of two syllables joined by `_`: "means". */
  meaning?: string
  /** Words before whoever did it, or under whom it was, separated by spaces: "by under". */
  beforeDoers?: string
  /** Words for what befalls those who are named right before them, separated by spaces: "died". */
  befalling?: string
  /** Words between two things of which one is so, separated by spaces: "or". */
  or?: string
  /** Words that ask how it is now, separated by spaces, those of two syllables joined by `_`: "currently", "hiện_nay". */
  present?: string
  /**
   * Words and phrases that mean the same to somebody who asks, separated by commas; the classes are divided by line breaks or
   * semicolons. In English, any form of a word stands for all. A word with accents is not the same without them.
   */
  synonyms?: string
  /** More of them, which tell that a statement answers. Passages are not ranked by them: they are said more than written. */
  looseSynonyms?: string
}
