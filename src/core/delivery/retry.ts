// Retries work that fails, and lets the event loop run between two pieces of work.

export interface RetryOptions {
  maxAttempts: number
  /** Waits before the next attempt. */
  backoff(): Promise<unknown>
  /** Whether it is worth trying again after this error. */
  isTransient(error: unknown): boolean
}

/** Returns the first success. Throws the last error once it is not transient or the attempts are used up. */
export async function retry<T>(work: () => T | Promise<T>, options: RetryOptions): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= options.maxAttempts || !options.isTransient(error)) throw error
      await options.backoff()
    }
  }
}

/** Lets the answers to people through between two batches. */
export const yieldToEventLoop = () => new Promise<void>(resolve => setImmediate(resolve))
