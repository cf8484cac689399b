// Says which format, Unicode data and names a saved index must come from to be usable.

import { createHash } from 'node:crypto'
import type { NameEntry } from '../../corpus/model.ts'

/**
 * The number of the saved form and of the rules that make it: how words are cut, folded, weighed and laid out. Raise it
 * when any of these changes, or the bot goes on answering from an earlier version's index.
 * test/core/search/format.test.ts fails until you do.
 */
export const INDEX_FORMAT = 8

/**
 * ICU's dictionaries cut words, so its version counts. The names count because every spelling of one is indexed as a
 * concept.
 */
export function indexKey(names: readonly NameEntry[]): string {
  const made = createHash('sha256').update(`${INDEX_FORMAT} ${process.versions.icu} ${JSON.stringify(names)}`)
  return made.digest('hex')
}
