// Limits how often one person or one chat may ask: past the limit, one polite refusal, then silence until time is up.

import type { Bot } from '../../core/bot/bot.ts'
import { everybodySees } from '../../core/commands/shared/admins.ts'
import type { Store } from '../../core/delivery/store.ts'
import { languageFor } from '../../core/languages/language.ts'
import { phrasesOf } from '../../core/languages/phrases.ts'
import { paragraph, silence } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import type { Caller, Clock } from '../../core/ports.ts'

/** A number of calls within a number of seconds, counted from the first call. */
interface Allowance {
  calls: number
  seconds: number
}

export interface Allowances {
  /** For one person in all chats. */
  person: Allowance
  /** For all people of a chat in which everybody sees every answer. One person can use half of it. */
  chat: Allowance
  /** For one person while typing: a call for each character, and nobody misses the ones left out. */
  typing: Allowance
}

/**
 * People who read the answers stay far below their own allowance. Telegram takes 20 messages a minute in a group
 * (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this), and the refusal is one of them.
 */
export const DEFAULT_ALLOWANCES: Allowances = {
  person: { calls: 20, seconds: 30 },
  chat: { calls: 19, seconds: 60 },
  typing: { calls: 60, seconds: 30 },
}

interface Parts {
  store: Pick<Store, 'languageOf'>
  clock: Pick<Clock, 'now'>
}

/** Wraps the bot with the allowances. Calls are counted in this process only, and forgotten when it ends. */
export function limited(bot: Bot, { store, clock }: Parts, allowances = DEFAULT_ALLOWANCES): Bot {
  const now = () => clock.now().epochMilliseconds
  const { chat } = allowances
  const excessOfPerson = createCounter(allowances.person, now)
  const excessOfShare = createCounter({ ...chat, calls: Math.ceil(chat.calls / 2) }, now)
  const excessOfChat = createCounter(chat, now)
  const excessOfTyping = createCounter(allowances.typing, now)

  /** A person's own excess does not count against the chat. */
  function excessOf(caller: Caller): Excess | undefined {
    const [person, place] = [personOf(caller), placeOf(caller)]
    const own = excessOfPerson(person, place)
    if (own || !everybodySees(caller.kind)) return own
    return (
      excessOfShare(`${person} ${place}`) ??
      // A refusal that everybody sees is said once. One that only the caller sees is said to each.
      excessOfChat(`${caller.chat.platform} ${caller.chat.chat}`, caller.hasPrivateReply ? person : undefined)
    )
  }

  const refuse = async ({ chat, locale }: Caller, seconds: number): Promise<Message> => {
    const say = await phrasesOf((await store.languageOf(chat)) ?? languageFor(locale))
    return { body: [paragraph(say.tooMany(seconds))], isPrivate: true }
  }

  return {
    ...bot,
    async answer(call, caller) {
      const excess = excessOf(caller)
      if (!excess) return bot.answer(call, caller)
      return excess.isFirst ? refuse(caller, excess.seconds) : silence
    },
    complete: async (call, caller) => (excessOfTyping(personOf(caller)) ? [] : bot.complete(call, caller)),
    inlineResults: async (query, caller) =>
      excessOfTyping(personOf(caller)) ? { results: [] } : bot.inlineResults(query, caller),
  }
}

const personOf = ({ chat: { platform }, user }: Caller) => `${platform} ${user}`

const placeOf = ({ chat: { chat, thread = '' } }: Caller) => `${chat} ${thread}`

/** A call over the limit: whether its listener is to be told for the first time, and in how many seconds calls are accepted. */
interface Excess {
  isFirst: boolean
  seconds: number
}

/**
 * Counts the calls of each key in windows that begin with the first call. `now` is in milliseconds. An excess is told once
 * in a window to each listener.
 */
function createCounter(
  { calls, seconds }: Allowance,
  now: () => number,
): (key: string, listener?: string) => Excess | undefined {
  const lengthMs = seconds * 1000
  // In order of their start, which is also the order of their end.
  const windows = new Map<string, { start: number; count: number; listeners: Set<string> }>()
  return (key, listener = '') => {
    const time = now()
    for (const [other, { start }] of windows) {
      // If the clock was set back, a window that starts in the future would last too long.
      if (start <= time && time < start + lengthMs) break
      windows.delete(other)
    }
    const window = windows.get(key) ?? { start: time, count: 0, listeners: new Set() }
    windows.set(key, window)
    if (window.count < calls) {
      window.count += 1
      return undefined
    }
    const isFirst = !window.listeners.has(listener)
    window.listeners.add(listener)
    return { isFirst, seconds: Math.max(1, Math.ceil((window.start + lengthMs - time) / 1000)) }
  }
}
