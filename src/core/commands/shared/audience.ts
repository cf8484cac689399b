// Says who sees an answer, and leaves out choices that the only person who sees it may not use.

import type { Choice, Message } from '../../message/message.ts'
import type { Caller, ChatKind } from '../../ports.ts'
import type { Command } from '../command.ts'
import { changesSomething } from '../traits.ts'

/** Whether others read the answers to one person as well. In a server's channel, people see what they call for. */
export function everybodySees(kind: ChatKind): boolean {
  switch (kind) {
    case 'group':
    case 'topic':
    case 'channel':
      return true
    case 'terminal':
    case 'private':
    case 'guest':
    case 'server':
      return false
    default:
      return kind satisfies never
  }
}

/**
 * Whether to offer what only admins may do. An answer that everybody sees offers it whoever asked, because an admin may
 * press; so a group costs no request.
 */
export const offersChanges = async (caller: Pick<Caller, 'kind' | 'isAdmin'>): Promise<boolean> =>
  everybodySees(caller.kind) || (await caller.isAdmin())

/** The message without the choices that the caller may not use. */
export async function withoutRefused(
  message: Message,
  caller: Caller,
  commands: readonly Command[],
): Promise<Message> {
  const { choices = [] } = message
  if (!choices.flat().some(each => isChange(each, commands)) || (await offersChanges(caller))) return message
  const rows = choices.map(row => row.filter(each => !isChange(each, commands)))
  return { ...message, choices: rows.filter(row => row.length > 0) }
}

function isChange(choice: Choice, commands: readonly Command[]): boolean {
  if (choice.type === 'run') return changesSomething(choice.call, commands)
  if (choice.type !== 'ask') return false
  const { call, option } = choice
  return changesSomething({ ...call, args: { ...call.args, [option]: '' } }, commands)
}
