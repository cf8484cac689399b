// Makes the calls of friendly replies, which the greeting's command answers.

import type { Command } from '../../commands/command.ts'
import type { FriendlyKind } from '../../commands/start.ts'
import { greetingOf } from '../../commands/traits.ts'
import type { Invocation } from '../../message/message.ts'

/** The call for words that ask nothing of the archive. */
export function friendly(kind: FriendlyKind, commands: readonly Command[]): Invocation {
  return { command: greetingOf(commands).command, args: { said: kind } }
}
