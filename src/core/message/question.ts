// Finds what a message asks for: a value, if it has one choice to type it, or a yes.

import type { Message } from './message.ts'
import { type Press, pressOf } from './press.ts'

/** The call that the question is about, and the option that an answer fills; undefined if nothing is asked. */
export function questionOf({ choices = [] }: Message): Press | undefined {
  const [question, ...others] = choices.flat().filter(choice => choice.type === 'ask' && !choice.picks)
  // Of several, nobody could say which one a reply answers.
  return question && others.length === 0 ? pressOf(question) : undefined
}

/** The call that the message asks a yes for, if there is one such call. */
export function confirmationOf({ choices = [] }: Message): Press | undefined {
  const [confirming, ...others] = choices
    .flat()
    .filter(choice => choice.type === 'run' && choice.cue === 'yes')
  return confirming && others.length === 0 ? pressOf(confirming) : undefined
}
