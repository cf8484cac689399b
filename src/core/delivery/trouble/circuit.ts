// Opens a platform's circuit when the platform stops answering, so that an outage costs no more than what was in flight.
//
// A circuit breaker as in https://learn.microsoft.com/azure/architecture/patterns/circuit-breaker. While it is closed,
// posts go out. Three posts in a row without an answer open it: nothing is sent, and the platform is asked at growing
// intervals, without posting, whether it answers. Then a single post is tried, and its answer closes the circuit.

import type { Temporal } from 'temporal-polyfill'
import type { Clock, Log, Meter, Outcome, Sender } from '../../ports.ts'

export interface Circuit {
  /** How many posts may begin now: none while it is open, one to try the platform, all while it is closed. */
  admit(): Promise<'none' | 'one' | 'all'>
  /** Whether another post may begin now. Once one had no answer, they begin one at a time. */
  hasRoom(): boolean
  /**
   * Begins a post. The returned function takes its outcome, or undefined if it ended without one; only the first call
   * counts.
   */
  begin(delivery: string): (outcome: Outcome | undefined) => void
  /** Closes it if the platform answered when it was asked, and nothing is due with which to try it. */
  endTrial(): void
  isOpen(): boolean
  /** When the platform is asked again, while the circuit is open. */
  probeAt(): Temporal.Instant | undefined
}

interface CircuitParts {
  platform: Pick<Sender, 'name' | 'ping'>
  clock: Clock
  log: Log
  meter: Meter
}

type State =
  /** The deliveries that had no answer since the last answer. */
  | { type: 'closed'; unanswered: Set<string> }
  | { type: 'open'; probeAt: Temporal.Instant; intervalSeconds: number }
  | { type: 'trial'; intervalSeconds: number; isTaken: boolean }

const MAX_UNANSWERED = 3
const FIRST_INTERVAL_SECONDS = 1
const MAX_INTERVAL_SECONDS = 60

export function createCircuit({ platform, clock, log, meter }: CircuitParts): Circuit {
  const { name } = platform
  let state: State = closed()
  /** Counts openings: what began before one says nothing about the time after it. */
  let era = 0
  let openedAt = clock.now()
  /** Posts in flight that began while others had no answer. */
  let doubtful = 0

  return {
    async admit() {
      if (state.type === 'closed') return 'all'
      if (state.type === 'open') await probe(state)
      return mayTry() ? 'one' : 'none'
    },
    hasRoom() {
      switch (state.type) {
        case 'closed':
          return state.unanswered.size === 0 || doubtful === 0
        case 'open':
          return false
        case 'trial':
          return !state.isTaken
        default:
          return state satisfies never
      }
    },
    begin(delivery) {
      const ownEra = era
      const isDoubtful = state.type === 'closed' && state.unanswered.size > 0
      if (isDoubtful) doubtful++
      if (state.type === 'trial') state.isTaken = true
      let isReported = false
      return outcome => {
        if (isReported) return
        isReported = true
        if (isDoubtful) doubtful--
        if (ownEra === era) report(delivery, outcome)
      }
    },
    endTrial() {
      if (mayTry()) close()
    },
    isOpen: () => state.type === 'open',
    probeAt: () => (state.type === 'open' ? state.probeAt : undefined),
  }

  function mayTry() {
    return state.type === 'trial' && !state.isTaken
  }

  async function probe(open: State & { type: 'open' }) {
    const waitMs = open.probeAt.epochMilliseconds - clock.now().epochMilliseconds
    // A longer wait was set by a clock that was ahead.
    if (waitMs > 0 && waitMs <= MAX_INTERVAL_SECONDS * 1000) return
    const { intervalSeconds } = open
    // Without a way to ask, the trial itself asks.
    if ((await platform.ping?.()) ?? true) state = { type: 'trial', intervalSeconds, isTaken: false }
    else openFor(intervalSeconds * 2)
  }

  function report(delivery: string, outcome: Outcome | undefined) {
    if (!outcome) {
      if (state.type === 'trial') state.isTaken = false
    } else if (isAnswer(outcome)) close()
    else if (state.type === 'trial') openFor(state.intervalSeconds * 2)
    else if (state.type === 'closed') {
      state.unanswered.add(delivery)
      if (state.unanswered.size >= MAX_UNANSWERED) open()
    }
  }

  function open() {
    openedAt = clock.now()
    log('error', 'platform does not answer, posts wait', { platform: name })
    meter.count('circuits', { platform: name, state: 'open' })
    openFor(FIRST_INTERVAL_SECONDS)
  }

  function openFor(seconds: number) {
    era++
    const intervalSeconds = Math.min(seconds, MAX_INTERVAL_SECONDS)
    state = { type: 'open', probeAt: clock.now().add({ seconds: intervalSeconds }), intervalSeconds }
  }

  function close() {
    if (state.type === 'trial') {
      const seconds = Math.round(clock.now().since(openedAt).total('seconds'))
      log('info', 'platform answers again', { platform: name, seconds })
      meter.count('circuits', { platform: name, state: 'closed' })
    }
    state = closed()
  }
}

const closed = (): State => ({ type: 'closed', unanswered: new Set() })

function isAnswer({ status }: Outcome): boolean {
  switch (status) {
    case 'sent':
    case 'later':
    case 'gone':
    case 'moved':
    case 'refused':
      return true
    case 'unreachable':
    case 'unknown':
      return false
    default:
      return status satisfies never
  }
}
