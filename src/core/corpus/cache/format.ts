// Says what a cached corpus must have been made by to be of use: format, folder, languages, Unicode data.

import { languages } from '../../languages/language.ts'

/**
 * The number of the parsed form and of the rules that corpus files must pass. Raise it when either changes, or states go
 * on answering from what an earlier version accepted. test/core/corpus/format.test.ts fails until it is raised.
 */
export const CORPUS_FORMAT = 1

/** Words are cut by ICU's dictionaries, and zones are known by its data. `folder` is an absolute path. */
export const originOf = (folder: string): string =>
  JSON.stringify({ format: CORPUS_FORMAT, folder, languages, icu: process.versions.icu })
