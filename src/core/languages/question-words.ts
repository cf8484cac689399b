// Defines the words of a language that ask: how a plain question says what it wants to know.

/**
 * What a question asks for. `happened`: what was on a day or in a year. `said`: what somebody said. `whether`: yes or no,
 * or one of two words. `next` and `today`: the days that the archive remembers. `what`: anything else.
 */
export const questionKinds = [
  'when',
  'who',
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

export interface QuestionWords {
  /**
   * Phrases that ask, by what they ask for, in lowercase as people type them, with and without diacritics alike. `…`
   * stands for a few words in between: "what did … say". The longest phrase that fits is taken.
   */
  asking: Readonly<Partial<Record<QuestionKind, readonly string[]>>>
  /** Words around a question that are no part of it: "can you tell me", "please". */
  around?: readonly string[]
  /** Words that carry little of what is sought, separated by spaces: "come get many". They need not be in an answer. */
  light?: string
  /** Words that mean the same to somebody who asks, each line separated by spaces; in English, stems suffice. */
  synonyms?: readonly string[]
}
