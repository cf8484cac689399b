// Keeps a moving average of how long something takes, and of how far it strays from that.

export interface Average {
  add(ms: number): void
  /** 0 before the first measurement. */
  ms(): number
  /** A time that is seldom exceeded: the average and twice the mean deviation, as TCP times its answers (RFC 6298). */
  upperMs(): number
}

/** How much the latest measurement counts. */
const LATEST_SHARE = 0.2
const DEVIATIONS = 2

export function createAverage(): Average {
  let average: number | undefined
  let deviation = 0
  return {
    add(ms) {
      average ??= ms
      const difference = ms - average
      average += LATEST_SHARE * difference
      deviation += LATEST_SHARE * (Math.abs(difference) - deviation)
    },
    ms: () => average ?? 0,
    upperMs: () => (average ?? 0) + DEVIATIONS * deviation,
  }
}
