// Counts the messages of the last minute in each group and channel, so that answers stay below what Telegram takes.

import type { Transformer } from 'grammy'
import type { Address, Clock } from '../../../core/ports.ts'

/** Room for the messages of one answer, until each is sent. */
export interface Reservation {
  /** Counts one of the messages as sent now. */
  sent(): void
  /** Gives back what was not sent. */
  release(): void
}

export interface GroupAllowance {
  /** Counts what is sent through an API with it: the posts. */
  count: Transformer
  /** Undefined if the messages do not all fit now, or the chat was told so and its time is not up. */
  reserve(chat: Address, messages: number): Reservation | undefined
  /** Room for the line that says so. Undefined if the chat was told already, or takes not even that line. */
  reserveNotice(chat: Address, messages: number): Reservation | undefined
  /** Seconds until the messages fit; undefined if they do now. */
  secondsUntilRoom(chat: Address, messages: number): number | undefined
}

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const MAX_MESSAGES = 20
const WINDOW_MS = 60_000
/** Answers go on once there is this much room, so that not every other message says that there is none. */
const RESUMING_MESSAGES = 5

interface Group {
  /** Milliseconds since 1970, in order. */
  sentAt: number[]
  reserved: number
  silentUntil: number
}

/** Reserves nothing, for chats without such a limit. */
export const unlimited: Reservation = { sent() {}, release() {} }

export function createGroupAllowance(clock: Pick<Clock, 'now'>): GroupAllowance {
  const groups = new Map<string, Group>()
  const now = () => clock.now().epochMilliseconds
  let sweptAt = now()

  return {
    count: async (previous, method, payload, signal) => {
      const answer = await previous(method, payload, signal)
      const chat = String((payload as { chat_id?: number | string }).chat_id)
      if (answer.ok && method.startsWith('send') && method !== 'sendChatAction' && isGroup(chat))
        groupOf(chat).sentAt.push(now())
      return answer
    },
    reserve({ chat }, messages) {
      if (!isGroup(chat)) return unlimited
      const group = groupOf(chat)
      return msUntilRoom(group, messages) > 0 ? undefined : reserveIn(group, messages)
    },
    reserveNotice({ chat }, messages) {
      const group = groupOf(chat)
      if (isSilent(group)) return undefined
      group.silentUntil = now() + msUntilRoom(group, messages)
      return group.sentAt.length + group.reserved < MAX_MESSAGES ? reserveIn(group, 1) : undefined
    },
    secondsUntilRoom({ chat }, messages) {
      const ms = isGroup(chat) ? msUntilRoom(groupOf(chat), messages) : 0
      return ms > 0 ? Math.ceil(ms / 1000) : undefined
    },
  }

  function groupOf(chat: string): Group {
    forgetQuietGroups()
    const group = groups.get(chat) ?? { sentAt: [], reserved: 0, silentUntil: 0 }
    groups.set(chat, group)
    forgetOld(group)
    return group
  }

  /** If the clock was set back, a message of the future would count too long. */
  function forgetOld(group: Group): void {
    const time = now()
    group.sentAt = group.sentAt.filter(at => at <= time && at > time - WINDOW_MS)
  }

  function forgetQuietGroups(): void {
    if (Math.abs(now() - sweptAt) < WINDOW_MS) return
    sweptAt = now()
    for (const [chat, group] of groups) {
      forgetOld(group)
      if (group.sentAt.length + group.reserved === 0 && !isSilent(group)) groups.delete(chat)
    }
  }

  function isSilent({ silentUntil }: Group): boolean {
    return silentUntil > now() && silentUntil <= now() + WINDOW_MS
  }

  function msUntilRoom(group: Group, messages: number): number {
    if (isSilent(group)) return group.silentUntil - now()
    const { sentAt, reserved } = group
    const tooManyBy = (wanted: number) => sentAt.length + reserved + wanted - MAX_MESSAGES
    // One message is left for the notice. An answer longer than a minute's messages begins when the minute is empty.
    const needed = Math.min(messages, MAX_MESSAGES - 1) + 1
    if (tooManyBy(needed) <= 0) return 0
    const last = sentAt[tooManyBy(Math.max(needed, RESUMING_MESSAGES)) - 1]
    return last === undefined ? WINDOW_MS : last + WINDOW_MS - now()
  }

  function reserveIn(group: Group, messages: number): Reservation {
    let unsent = messages
    group.reserved += messages
    return {
      sent() {
        unsent -= 1
        group.reserved -= 1
        group.sentAt.push(now())
      },
      release() {
        group.reserved -= unsent
        unsent = 0
      },
    }
  }
}

/** Groups and channels have negative ids. */
const isGroup = (chat: string) => chat.startsWith('-')
