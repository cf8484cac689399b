// Buttons have short labels: what they are short for stands in the text, in the order of the buttons.
import { numbered } from './build.ts'
import type { Message } from './message.ts'

/** The message for a platform whose choices have no room for more than a label. */
export function spelledOut(message: Message): Message {
  const { body, choices = [] } = message
  const said = choices.flat().flatMap(choice => (choice.type === 'run' && choice.about ? [choice.about] : []))
  return said.length > 0 ? { ...message, body: [...body, numbered(said)] } : message
}
