// Starts answers one after another, so that in a crowd every interaction is acknowledged within Discord's three seconds.

/** With more in progress the last would perhaps be late, so all of them are acknowledged at once. */
const MAX_UNACKNOWLEDGED = 5
/** How long acknowledgements may hold up an answer: new connections take the longest. */
const MAX_PAUSE_MS = 250

export interface AnswerQueue {
  /** Runs the work when its turn comes, never before other interactions that arrived with it are known. */
  run<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when so many are in progress that each should be acknowledged at once. */
  crowded(): Promise<void>
  /** Sends an acknowledgement, and lets it go out before more work begins. */
  acknowledge(send: () => Promise<unknown>): Promise<void>
}

/**
 * Answers are computed in this process, and each holds up what is sent meanwhile. While acknowledgements are on their
 * way, the network gets as much time as the last answer took.
 */
export function createAnswerQueue(): AnswerQueue {
  const waiting: (() => void)[] = []
  let running = 0
  let acknowledging = 0
  let crowd = Promise.withResolvers<void>()
  let hasCrowd = false
  let pause = { fromMs: 0, ms: MAX_PAUSE_MS }
  let timer: NodeJS.Timeout | undefined
  let isScheduled = false

  return {
    async run(work) {
      const { promise: turn, resolve: begin } = Promise.withResolvers<void>()
      waiting.push(begin)
      noticeCrowd()
      schedule()
      await turn
      try {
        return await work()
      } finally {
        running--
        noticeCrowd()
      }
    },

    crowded: () => crowd.promise,

    async acknowledge(send) {
      if (acknowledging === 0) pause = { fromMs: performance.now(), ms: MAX_PAUSE_MS }
      acknowledging++
      try {
        await send()
      } finally {
        acknowledging--
        schedule()
      }
    },
  }

  function noticeCrowd() {
    const isCrowd = waiting.length + running > MAX_UNACKNOWLEDGED
    if (isCrowd) crowd.resolve()
    else if (hasCrowd) crowd = Promise.withResolvers()
    hasCrowd = isCrowd
  }

  /** The event loop sees to the network before an answer begins. */
  function schedule() {
    if (isScheduled) return
    isScheduled = true
    setImmediate(() => {
      isScheduled = false
      startNext()
    })
  }

  function startNext() {
    clearTimeout(timer)
    const leftMs = acknowledging > 0 ? pause.fromMs + pause.ms - performance.now() : 0
    if (leftMs > 0) {
      timer = setTimeout(startNext, leftMs)
      return
    }
    const begin = waiting.shift()
    if (!begin) return
    running++
    const begunMs = performance.now()
    begin()
    setImmediate(() => {
      const fromMs = performance.now()
      pause = { fromMs, ms: Math.min(fromMs - begunMs, MAX_PAUSE_MS) }
      schedule()
    })
  }
}
