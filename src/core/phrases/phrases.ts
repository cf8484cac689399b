// The languages the bot speaks, each a set of phrases with the keys and arguments of the English one.
import type { Language } from '../corpus/corpus.ts'
import { en } from './en.ts'

export type Phrases = typeof en

/** The phrases of a language; those not spoken yet are answered in English. */
export function phrasesOf(_language: Language): Phrases {
  return en
}
