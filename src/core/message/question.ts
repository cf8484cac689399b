// Finds what a message asks for: a question has one choice to type an answer.

import type { Message } from './message.ts'
import { type Press, pressOf } from './press.ts'

/** The call that the question is about, and the option that an answer fills; undefined if nothing is asked. */
export function questionOf({ choices = [] }: Message): Press | undefined {
  const [question, ...others] = choices.flat().filter(choice => choice.type === 'ask' && !choice.picks)
  // Of several, nobody could say which one a reply answers.
  return question && others.length === 0 ? pressOf(question) : undefined
}
