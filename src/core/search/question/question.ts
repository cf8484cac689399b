// Reads typed words as a question: what it asks for, and which of its words only ask.

import type { Language } from '../../languages/language.ts'
import type { QuestionKind } from '../../languages/question-words.ts'
import type { Token } from '../../text/words.ts'

export interface Question {
  kind: QuestionKind
  /** The language whose words ask. */
  language: Language
  /** The indexes of the words that only ask: "when did", "can you tell me". */
  askingWords: readonly number[]
  /** The indexes of words that carry little of what is sought, so that an answer need not have them. */
  lightWords: readonly number[]
}

/** Undefined if nothing in the words asks: key words. */
export function readQuestion(_text: string, _words: readonly Token[]): Question | undefined {
  return undefined
}
