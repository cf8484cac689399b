// Lists in the text what the short labels of buttons mean, in the order of the buttons.

import { numbered } from './build.ts'
import type { Message, Run } from './message.ts'

/** The message for a platform whose buttons have room only for a label, which some other choices may not be. */
export function spelledOut(message: Message, isShort: (choice: Run) => boolean = () => true): Message {
  const { body, choices = [] } = message
  const meanings = choices
    .flat()
    .flatMap(choice => (choice.type === 'run' && choice.about && isShort(choice) ? [choice.about] : []))
  return meanings.length > 0 ? { ...message, body: [...body, numbered(meanings)] } : message
}
