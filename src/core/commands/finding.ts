// Searching on somebody's behalf, timed for the operator.
import { type Found, search } from '../search/search.ts'
import type { Context } from './command.ts'

export function find({ index, meter }: Context, words: string): Found {
  const ended = meter.time('searches')
  const found = search(index, words)
  ended()
  return found
}
