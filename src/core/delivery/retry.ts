// Retries work while its errors are transient, and lets the event loop run between pieces of work.

export interface RetryTransientOptions {
  maxAttempts: number
  /** Waits before the next attempt. */
  backoff(): Promise<unknown>
  /** Whether it is worth trying again after this error. */
  isTransient(error: unknown): boolean
}

/**
 * Unlike `retry` in core/waiting.ts it gives up: it throws the last error if that is not transient, or after
 * maxAttempts.
 */
export async function retryTransient<T>(
  work: () => T | Promise<T>,
  options: RetryTransientOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= options.maxAttempts || !options.isTransient(error)) throw error
      await options.backoff()
    }
  }
}

/** Lets answers to people go out between two batches. */
export const yieldToEventLoop = () => new Promise<void>(resolve => setImmediate(resolve))
