// Keeps a moving average of how long something takes.

export interface Average {
  add(ms: number): void
  /** 0 before the first measurement. */
  ms(): number
}

/** How much the latest measurement counts. */
const LATEST_SHARE = 0.2

export function createAverage(): Average {
  let average: number | undefined
  return {
    add(ms) {
      average = average === undefined ? ms : average + LATEST_SHARE * (ms - average)
    },
    ms: () => average ?? 0,
  }
}
