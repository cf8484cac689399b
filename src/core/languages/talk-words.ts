// Defines the words of a language that people say to a bot rather than ask: commands in words, greetings, yes and no.

import type { Cue, PageTurn } from '../message/message.ts'

/**
 * The meanings of short words after an answer. `next`, `previous`, `more` and `yes` press the choice of that name; `no` leaves a
 * question unanswered; `source` asks who said it; `doubt` asks whether that is so, or what was meant.
 */
export const replyKinds = ['next', 'previous', 'more', 'yes', 'no', 'source', 'doubt'] as const satisfies (
  | PageTurn
  | Cue
  | 'no'
  | 'source'
  | 'doubt'
)[]
export type ReplyKind = (typeof replyKinds)[number]

/** Words that are friendly and ask nothing of the archive. `purpose`: they ask what the bot is. */
export const smallTalkKinds = ['hello', 'thanks', 'purpose'] as const
export type SmallTalkKind = (typeof smallTalkKinds)[number]

export const lossWords = ['self', 'kin', 'death'] as const
export type LossWord = (typeof lossWords)[number]

/**
 * Phrases in lowercase, without marks. They count when they are all of a message, with `around` before and after them.
 * With diacritics they are understood with and without.
 */
export interface TalkWords {
  /** By the name of the command. */
  commands: Readonly<Record<string, readonly string[]>>
  replies: Readonly<Record<ReplyKind, readonly string[]>>
  smallTalk: Readonly<Record<SmallTalkKind, readonly string[]>>
  /** Words for the dead and the bereaved, anywhere in a short message. */
  sorrow: readonly string[]
  /**
   * A short message that asks nothing and has a word of each kind speaks of the writer's own dead: "my", "grandfather",
   * "killed".
   */
  loss: Readonly<Record<LossWord, readonly string[]>>
  /** Ask for an answer in another language, named where `…` stands: "in …". */
  inLanguage: readonly string[]
  /** Words that change nothing: "please", "show me". */
  around: readonly string[]
}
