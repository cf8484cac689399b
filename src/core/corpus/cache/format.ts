// Says which format, folder, languages and Unicode data a cached corpus must come from to be usable.

import { languages } from '../../languages/language.ts'

/**
 * The number of the parsed form and of the rules for corpus files. Raise it when either changes, or the bot goes on
 * answering from what an earlier version accepted. test/core/corpus/format.test.ts fails until you do.
 */
export const CORPUS_FORMAT = 10

/**
 * ICU's dictionaries cut words and its data defines time zones, so its version counts too. `folder` is an absolute
 * path.
 */
export const originOf = (folder: string): string =>
  JSON.stringify({ format: CORPUS_FORMAT, folder, languages, icu: process.versions.icu })
