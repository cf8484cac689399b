// Counts how many answers a second Telegram takes, so that posts leave room for them.
//
// Telegram counts answers and posts together. If posts took all of it, each answer would have a post refused.

import type { Transformer } from 'grammy'
import type { Clock } from '../../../core/ports.ts'

export interface AnswerRate {
  /** Counts the answers that are sent through an API with it. */
  count: Transformer
  /** Answers a second over the last few seconds, rounded up. */
  perSecond(): number
}

const WINDOW_SECONDS = 3

export function createAnswerRate(clock: Pick<Clock, 'now'>): AnswerRate {
  let sentAt: number[] = []

  return {
    count: async (previous, method, payload, signal) => {
      const answer = await previous(method, payload, signal)
      if (answer.ok && method.startsWith('send') && method !== 'sendChatAction') {
        forgetOld()
        sentAt.push(clock.now().epochMilliseconds)
      }
      return answer
    },
    perSecond() {
      forgetOld()
      return Math.ceil(sentAt.length / WINDOW_SECONDS)
    },
  }

  function forgetOld(): void {
    const oldest = clock.now().epochMilliseconds - WINDOW_SECONDS * 1000
    sentAt = sentAt.filter(at => at > oldest)
  }
}
