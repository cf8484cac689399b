// Remembers which groups became supergroups, because Telegram reports that the bot was added to these.

import type { ChatMemberUpdated, Message as Received } from 'grammy/types'
import type { Memory } from '../../../core/delivery/store.ts'
import type { Clock } from '../../../core/ports.ts'
import { addressOf } from '../chats.ts'

interface MigrationParts {
  memory: Memory
  clock: Clock
}

export interface Migrations {
  /** Notes the chat that a group has become, from either of the two messages that say so. */
  note(message: Received, chat: number): Promise<void>
  /** Whether the bot is in the chat because a group became it, and not because somebody added it. */
  explains(update: ChatMemberUpdated): Promise<boolean>
}

/** The messages that tell of a migration may come after the bot is reported to be in the new chat. */
const REPORT_DELAY = { seconds: 2 }
const MAX_APART_SECONDS = 60

/** https://github.com/tdlib/telegram-bot-api/issues/266 */
export function createMigrations({ memory, clock }: MigrationParts): Migrations {
  return {
    note: ({ date }, id) =>
      memory.remember({
        key: migrationKeyOf(id),
        value: String(date),
        chat: addressOf({ id }),
        now: clock.now(),
      }),
    async explains({ chat, date }) {
      if (chat.type !== 'supergroup') return false
      await clock.until(clock.now().add(REPORT_DELAY), new AbortController().signal)
      const movedAt = await memory.recall(migrationKeyOf(chat.id))
      return movedAt !== undefined && Math.abs(date - Number(movedAt)) <= MAX_APART_SECONDS
    },
  }
}

const migrationKeyOf = (id: number) => `telegram moved ${id}`
