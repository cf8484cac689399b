// Refuses people who are not known to be admins of the chat, and leaves out choices that they alone see and may not use.

import { paragraph } from '../../message/build.ts'
import type { Choice, Message } from '../../message/message.ts'
import type { AdminDoubt, Caller, ChatKind } from '../../ports.ts'
import type { Command, Context } from '../command.ts'
import { changesSomething } from '../traits.ts'

/** The refusal of what only admins may do; undefined for an admin. */
export async function refuseNonAdmin({
  caller,
  say,
}: Pick<Context, 'caller' | 'say'>): Promise<Message | undefined> {
  if (await caller.isAdmin()) return undefined
  return { body: [paragraph(words(await caller.adminDoubt?.(), say))], isPrivate: true }
}

function words(doubt: AdminDoubt | undefined, say: Context['say']): string {
  switch (doubt) {
    case 'hidden':
      return say.adminsHidden
    case 'anonymous':
      return `${say.adminsOnly} ${say.anonymousAdmin}`
    case undefined:
      return say.adminsOnly
    default:
      return doubt satisfies never
  }
}

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
export const offersChanges = async (
  caller: Pick<Caller, 'kind' | 'isPublic' | 'isAdmin'>,
): Promise<boolean> => caller.isPublic || everybodySees(caller.kind) || (await caller.isAdmin())

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
