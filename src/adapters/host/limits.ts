// Limits what one person and one chat may ask: beyond it one polite refusal, then silence until the time is over.

import type { Bot } from '../../core/bot/bot.ts'
import type { Store } from '../../core/delivery/store.ts'
import { languageFor } from '../../core/languages/language.ts'
import { phrasesOf } from '../../core/languages/phrases.ts'
import { paragraph, silence } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import type { Caller, Clock } from '../../core/ports.ts'

/** So many calls in so many seconds, counted from the first of them. */
interface Allowance {
  calls: number
  seconds: number
}

export interface Allowances {
  /** Of one person, over all chats. */
  person: Allowance
  /** Of all people in one chat, or one of its threads. */
  chat: Allowance
  /** Of one person while they type: a call for each character, and nobody waits for what is left out. */
  typing: Allowance
}

/** Nobody who reads the answers comes near these; a busy group may turn pages together. */
export const DEFAULT_ALLOWANCES: Allowances = {
  person: { calls: 20, seconds: 30 },
  chat: { calls: 60, seconds: 30 },
  typing: { calls: 60, seconds: 30 },
}

interface Parts {
  store: Pick<Store, 'languageOf'>
  clock: Pick<Clock, 'now'>
}

/** The same bot within the allowances. They are counted in this process only, and forgotten when it ends. */
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
      // Calls beyond a person's own allowance take nothing from the chat's.
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

/** A call too many: whether it is the first, and in how many seconds calls are taken again. */
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
  // In the order of their beginnings, which are the order of their ends too.
  const windows = new Map<string, { start: number; count: number }>()
  return key => {
    const time = now()
    for (const [other, { start }] of windows) {
      // A clock that was set back would prolong a window of the future.
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
