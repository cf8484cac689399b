// What may follow a command, in words: its options by name, each with what it is for.

import type { Phrases } from '../../languages/phrases.ts'
import { bullets, strong } from '../../message/build.ts'
import type { Block } from '../../message/message.ts'
import type { Command } from '../command.ts'

/** A list of the options that are not hidden; none where there are none. */
export function optionList({ name, options }: Pick<Command, 'name' | 'options'>, say: Phrases): Block[] {
  const shown = Object.entries(options).filter(([, { isHidden }]) => !isHidden)
  if (shown.length === 0) return []
  const { options: words = {} } = commandWords(name, say)
  return [
    bullets(
      shown.map(([name, option]) => {
        const values = option.type === 'choice' ? ` (${option.values.join(', ')})` : ''
        return [strong(name), ` – ${words[name] ?? ''}${values}`]
      }),
    ),
  ]
}

interface Words {
  does: string
  options?: Record<string, string>
}

/** What the phrases say of the command with this name. */
export function commandWords(name: string, say: Phrases): Words {
  const words: Record<string, Words> = say.commands
  return words[name] ?? { does: '' }
}
