// Waits without sleeping for what a bot does: every waiting test looks again after each change.

export interface Changes {
  /** Reports a change. */
  notify(): void
  /** Resolves with the first defined result of `find`. After the timeout it rejects, with the result of `soFar` in its text. */
  until<T>(what: string, find: () => T | undefined, soFar: () => unknown): Promise<T>
}

export function createChanges(timeoutMs = 5000): Changes {
  const waiting = new Set<() => void>()
  return {
    notify() {
      for (const look of waiting) look()
    },
    until(what, find, soFar) {
      const now = find()
      if (now !== undefined) return Promise.resolve(now)
      // Created here, so that its stack names the waiting test.
      const error = new Error()
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look)
          error.message = `Waited ${timeoutMs} ms for ${what}; so far: ${JSON.stringify(soFar(), null, 1)}`
          reject(error)
        }, timeoutMs)
        const look = () => {
          let found: ReturnType<typeof find>
          try {
            found = find()
          } catch (thrown) {
            waiting.delete(look)
            clearTimeout(timer)
            return reject(thrown)
          }
          if (found === undefined) return
          waiting.delete(look)
          clearTimeout(timer)
          resolve(found)
        }
        waiting.add(look)
      })
    },
  }
}
