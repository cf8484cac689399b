// Keeps one platform's lane between passes: what is in flight there, and how the platform fares.

import type { Temporal } from 'temporal-polyfill'
import { noMeter } from '../ports.ts'
import { type LaneParts, sendDue } from './lane.ts'
import { createPacing } from './pace/pacing.ts'
import { createCircuit } from './trouble/circuit.ts'
import { createNotices, type NoticeParts, type Notices } from './trouble/notices.ts'
import { createSlowdown } from './trouble/slowdown.ts'

export interface PlatformLaneParts
  extends Omit<LaneParts, 'pacing' | 'slowdown' | 'notices' | 'circuit' | 'inFlight'> {
  /** Composes the notice to a chat's admins that a post did not go out; undefined if there is nothing to tell. */
  notice: NoticeParts['compose']
}

/** Sends the posts of one platform, and knows whether the platform answers. */
export interface PlatformLane {
  readonly name: string
  /** Begins everything due. Resolves when nothing due is left to begin; a call during a call runs once more after it. */
  send(signal: AbortSignal): Promise<void>
  /** Resolves once every outcome is in the ledger, and the notices are sent. */
  idle(signal: AbortSignal): Promise<void>
  /** Whether sending has stopped because the platform does not answer. */
  isCircuitOpen(): boolean
  /** When to call `send` although nothing falls due. */
  wakeAt(): Temporal.Instant | undefined
  notices: Notices
}

export function createPlatformLane(parts: PlatformLaneParts): PlatformLane {
  const { store, clock, platform, log, meter = noMeter } = parts
  const slowdown = createSlowdown(clock)
  const circuit = createCircuit({ platform, clock, log, meter })
  const notices = createNotices({ store, clock, platform, compose: parts.notice, log })
  const pacing = createPacing({ platform, pace: store, clock, slowdown })
  const inFlight = new Set<Promise<void>>()
  const never = new AbortController().signal
  // A post that has begun and a notice are finished whatever the program does.
  platform.setPace?.(chat => pacing.turn(chat, never))
  let running: Promise<void> | undefined
  let isAskedAgain = false

  return {
    name: platform.name,
    send(signal) {
      isAskedAgain = running !== undefined
      running ??= sendWhileAsked(signal).finally(() => {
        running = undefined
      })
      return running
    },
    async idle(signal) {
      await Promise.all(inFlight)
      if (!circuit.isOpen()) await notices.send(signal)
    },
    isCircuitOpen: circuit.isOpen,
    wakeAt: circuit.probeAt,
    notices,
  }

  async function sendWhileAsked(signal: AbortSignal) {
    do {
      isAskedAgain = false
      await sendDue({ ...parts, slowdown, circuit, notices, pacing, inFlight }, signal)
    } while (isAskedAgain && !signal.aborted)
  }
}
