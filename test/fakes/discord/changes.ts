// Waits without sleeping for what a bot does: whoever waits looks again each time something has happened.

export interface News {
  /** Something happened. */
  poke(): void
  /** What `find` finds, now or later; fails with what `sofar` says when nothing came within the patience (ms). */
  until<T>(what: string, find: () => T | undefined, sofar: () => unknown): Promise<T>
}

export function createNews(patience = 5000): News {
  const waiting = new Set<() => void>()
  return {
    poke() {
      for (const look of waiting) look()
    },
    until(what, find, sofar) {
      const now = find()
      if (now !== undefined) return Promise.resolve(now)
      // Made here, so that the stack names the test that waits.
      const error = new Error()
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look)
          error.message = `Waited ${patience} ms for ${what}; so far: ${JSON.stringify(sofar(), null, 1)}`
          reject(error)
        }, patience)
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
