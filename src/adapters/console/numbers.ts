// Numbers the choices of a message. Pages turn by numbers of their own, so that a number means the same on every page.

import type { Choice, Message, PageTurn, Run } from '../../core/message/message.ts'

const turnNumbers: Record<PageTurn, string> = { next: '0', previous: '00' }

export interface NumberedChoice {
  choice: Choice
  /** As people type it; undefined for a choice that runs no command. */
  number: string | undefined
}

/** The choices as they are listed: numbered from 1, and those that turn pages last, next to the prompt. */
export function numbersOf({ choices = [] }: Message): NumberedChoice[] {
  let last = 0
  const numbered = choices.flat().map((choice): NumberedChoice & { isTurn?: true } => {
    if (choice.type !== 'run') return { choice, number: undefined }
    return choice.turn
      ? { choice, number: turnNumbers[choice.turn], isTurn: true }
      : { choice, number: String(++last) }
  })
  return [...numbered.filter(({ isTurn }) => !isTurn), ...numbered.filter(({ isTurn }) => isTurn)]
}

/** The choice with a number, the page turned to where there is none, or the last number; 0 if there are no choices. */
export function choiceNumbered(
  message: Message,
  typed: string,
): { choice: Run } | { turn: PageTurn } | { last: number } {
  const numbered = numbersOf(message).flatMap(({ choice, number }) =>
    choice.type === 'run' && number !== undefined ? [{ choice, number }] : [],
  )
  const number = /^0+$/.test(typed) ? typed : String(Number(typed))
  const found = numbered.find(each => each.number === number)
  if (found) return { choice: found.choice }
  const turn = (['next', 'previous'] as const).find(each => turnNumbers[each] === typed)
  if (turn && numbered.some(({ choice }) => choice.turn)) return { turn }
  return { last: numbered.filter(({ choice }) => !choice.turn).length }
}
