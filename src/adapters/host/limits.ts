// How much one person and one chat may ask: beyond it one polite word, then silence until the time is over.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Bot } from '../../core/bot/bot.ts'
import type { Store } from '../../core/delivery/ledger.ts'
import { languageFor } from '../../core/languages/language.ts'
import { phrasesOf } from '../../core/languages/phrases.ts'
import { paragraph, silence } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import type { Caller } from '../../core/ports.ts'

/** Calls in so many seconds. */
interface Allowance {
  calls: number
  seconds: number
}

export interface Allowances {
  /** Of one person, in all chats together. */
  person: Allowance
  /** Of all people in one chat, or one of its threads. */
  chat: Allowance
  /** Of one person while they type: a call each letter, and nobody waits for what is left out. */
  typing: Allowance
}

/** Nobody who reads the answers comes near these; a busy group may turn pages together. */
export const DEFAULT_ALLOWANCES: Allowances = {
  person: { calls: 20, seconds: 30 },
  chat: { calls: 60, seconds: 30 },
  typing: { calls: 60, seconds: 30 },
}

/** The same bot within the allowances. They are counted in this process alone, and forgotten when it ends. */
export function limited(bot: Bot, store: Pick<Store, 'languageOf'>, allowances = DEFAULT_ALLOWANCES): Bot {
  const { person, chat, typing } = allowances
  const people = meter(person)
  const chats = meter(chat)
  const typists = meter(typing)

  const refuse = async ({ chat, locale }: Caller, seconds: number): Promise<Message> => {
    const say = await phrasesOf((await store.languageOf(chat)) ?? languageFor(locale))
    return { body: [paragraph(say.tooMany(seconds))], isPrivate: true }
  }

  return {
    ...bot,
    async answer(call, caller) {
      // Who is over their own allowance takes nothing of the chat's.
      const excess = (await people(personOf(caller))) ?? (await chats(placeOf(caller)))
      if (!excess) return bot.answer(call, caller)
      return excess.isFirst ? refuse(caller, excess.seconds) : silence
    },
    complete: async (call, caller) => ((await typists(personOf(caller))) ? [] : bot.complete(call, caller)),
    inlineResults: async (words, from, count, caller) =>
      (await typists(personOf(caller))) ? { offers: [] } : bot.inlineResults(words, from, count, caller),
  }
}

const personOf = ({ chat: { platform }, user }: Caller) => `${platform} ${user}`

const placeOf = ({ chat: { platform, chat, thread = '' } }: Caller) => `${platform} ${chat} ${thread}`

/** Counts a call; tells of one too many whether it is the first, and in how many seconds calls are taken again. */
function meter({ calls, seconds }: Allowance) {
  const limiter = new RateLimiterMemory({ points: calls, duration: seconds })
  return async (key: string): Promise<{ isFirst: boolean; seconds: number } | undefined> => {
    try {
      await limiter.consume(key)
      return undefined
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection
      const { consumedPoints, msBeforeNext } = rejection
      return { isFirst: consumedPoints === calls + 1, seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) }
    }
  }
}
