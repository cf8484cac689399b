// Slows an account down while several of its chats are told to wait: the platform means the account then, not a chat.
//
// The pace is halved at each sign of that, and grows by a quarter with each post that is taken. Once it is slower, every
// further refusal is such a sign until a post is taken.

import type { Clock } from '../../ports.ts'

export interface Slowdown {
  /** By how much the account is slower than its own pace: 1 or more. */
  factor(): number
  toldToWait(chat: string): void
  taken(): void
}

/** So many different chats within so short a time are no coincidence. */
const CHATS = 3
const WITHIN_SECONDS = 10
const MAX_FACTOR = 32
const RECOVERY = 0.8

export function createSlowdown(clock: Clock): Slowdown {
  let factor = 1
  let isAccountMeant = false
  const waits = new Map<string, number>()
  return {
    factor: () => factor,
    toldToWait(chat) {
      const now = clock.now().epochMilliseconds
      waits.set(chat, now)
      for (const [each, at] of waits) if (at < now - WITHIN_SECONDS * 1000) waits.delete(each)
      if (waits.size < CHATS && !isAccountMeant) return
      waits.clear()
      isAccountMeant = true
      factor = Math.min(factor * 2, MAX_FACTOR)
    },
    taken() {
      isAccountMeant = false
      factor = Math.max(factor * RECOVERY, 1)
    },
  }
}
