// Checks what is retried, how often, and when retrying ends.

import { expect, it } from 'vitest'
import { retryTransient } from '../../../src/core/delivery/retry.ts'

/** Work that fails this many times before it succeeds, and the pauses in between. */
function failing(times: number) {
  const calls = { work: 0, pauses: 0 }
  return {
    calls,
    work: () => {
      if (calls.work++ < times) throw new Error(`failure ${calls.work}`)
      return 'done'
    },
    backoff: async () => {
      calls.pauses++
    },
  }
}

it('tries again until the work succeeds, with a pause between two attempts', async () => {
  const { work, backoff, calls } = failing(2)
  expect(await retryTransient(work, { maxAttempts: 5, backoff, isTransient: () => true })).toBe('done')
  expect(calls).toEqual({ work: 3, pauses: 2 })
})

it('throws the last error when the attempts are used up', async () => {
  const { work, backoff, calls } = failing(9)
  await expect(retryTransient(work, { maxAttempts: 3, backoff, isTransient: () => true })).rejects.toThrow(
    'failure 3',
  )
  expect(calls).toEqual({ work: 3, pauses: 2 })
})

it('does not repeat an error that is not transient', async () => {
  const { work, backoff, calls } = failing(9)
  await expect(retryTransient(work, { maxAttempts: 3, backoff, isTransient: () => false })).rejects.toThrow(
    'failure 1',
  )
  expect(calls).toEqual({ work: 1, pauses: 0 })
})
