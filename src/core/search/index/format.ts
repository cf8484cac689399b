// Says what a saved index must have been made by to be of use: format, Unicode data, names.

import { createHash } from 'node:crypto'
import type { NameEntry } from '../../corpus/model.ts'

/**
 * The number of the saved form and of the rules that make it: how words are cut, folded, weighed and laid out. Raise it
 * when any of these changes, or states go on answering from an index of an earlier version.
 * test/core/search/format.test.ts fails until it is raised.
 */
export const INDEX_FORMAT = 1

/** Words are cut by ICU's dictionaries, and every spelling of a name stands in the index as a concept. */
export function indexKey(names: readonly NameEntry[]): string {
  const made = createHash('sha256').update(`${INDEX_FORMAT} ${process.versions.icu} ${JSON.stringify(names)}`)
  return made.digest('hex')
}
