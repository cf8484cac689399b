// Refuses people who are not known to be admins of the chat, and says what an admin can do about it.

import { paragraph } from '../../message/build.ts'
import type { Message } from '../../message/message.ts'
import type { AdminDoubt } from '../../ports.ts'
import type { Context } from '../command.ts'

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
