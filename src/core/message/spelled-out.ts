// Lists in the text what the short labels of buttons mean, in the order of the buttons.

import { numbered } from './build.ts'
import type { Message } from './message.ts'

/** The message for a platform whose buttons have room only for a label. */
export function spelledOut(message: Message): Message {
  const { body, choices = [] } = message
  const meanings = choices
    .flat()
    .flatMap(choice => (choice.type === 'run' && choice.about ? [choice.about] : []))
  return meanings.length > 0 ? { ...message, body: [...body, numbered(meanings)] } : message
}
