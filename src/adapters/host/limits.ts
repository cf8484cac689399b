// Limits how often one person or one chat may ask: past the limit, one polite refusal, then silence until time is up.

import type { Bot } from '../../core/bot/bot.ts'
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
  /** For all people in one chat, or in one of its threads. */
  chat: Allowance
  /** For one person while typing: a call for each character, and nobody misses the ones left out. */
  typing: Allowance
}

/** People who read the answers stay far below these; in a busy group several may turn pages at once. */
export const DEFAULT_ALLOWANCES: Allowances = {
  person: { calls: 20, seconds: 30 },
  chat: { calls: 60, seconds: 30 },
  typing: { calls: 60, seconds: 30 },
}

interface Parts {
  store: Pick<Store, 'languageOf'>
  clock: Pick<Clock, 'now'>
}

/** Wraps the bot with the allowances. Calls are counted in this process only, and forgotten when it ends. */
export function limited(bot: Bot, { store, clock }: Parts, allowances = DEFAULT_ALLOWANCES): Bot {
  const now = () => clock.now().epochMilliseconds
  const excessOfPerson = createCounter(allowances.person, now)
  const excessOfChat = createCounter(allowances.chat, now)
  const excessOfTyping = createCounter(allowances.typing, now)

  const refuse = async ({ chat, locale }: Caller, seconds: number): Promise<Message> => {
    const say = await phrasesOf((await store.languageOf(chat)) ?? languageFor(locale))
    return { body: [paragraph(say.tooMany(seconds))], isPrivate: true }
  }

  return {
    ...bot,
    async answer(call, caller) {
      // Calls over a person's own allowance do not count against the chat's.
      const excess = excessOfPerson(personOf(caller)) ?? excessOfChat(placeOf(caller))
      if (!excess) return bot.answer(call, caller)
      return excess.isFirst ? refuse(caller, excess.seconds) : silence
    },
    complete: async (call, caller) => (excessOfTyping(personOf(caller)) ? [] : bot.complete(call, caller)),
    inlineResults: async (query, caller) =>
      excessOfTyping(personOf(caller)) ? { results: [] } : bot.inlineResults(query, caller),
  }
}

const personOf = ({ chat: { platform }, user }: Caller) => `${platform} ${user}`

const placeOf = ({ chat: { platform, chat, thread = '' } }: Caller) => `${platform} ${chat} ${thread}`

/** A call over the limit: whether it is the first, and in how many seconds calls are accepted again. */
interface Excess {
  isFirst: boolean
  seconds: number
}

/** Counts the calls of each key in windows that begin with the first call. `now` is in milliseconds. */
function createCounter(
  { calls, seconds }: Allowance,
  now: () => number,
): (key: string) => Excess | undefined {
  const lengthMs = seconds * 1000
  // In order of their start, which is also the order of their end.
  const windows = new Map<string, { start: number; count: number }>()
  return key => {
    const time = now()
    for (const [other, { start }] of windows) {
      // If the clock was set back, a window that starts in the future would last too long.
      if (start <= time && time < start + lengthMs) break
      windows.delete(other)
    }
    const window = windows.get(key) ?? { start: time, count: 0 }
    windows.set(key, window)
    window.count += 1
    if (window.count <= calls) return undefined
    const leftMs = window.start + lengthMs - time
    return { isFirst: window.count === calls + 1, seconds: Math.max(1, Math.ceil(leftMs / 1000)) }
  }
}
