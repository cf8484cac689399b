// Tells words that are common in a language from names and slips, whatever the archive is about.

import { isDictionaryWord } from '../text/words.ts'
import type { Language } from './language.ts'
import type { CommonWordLists } from './pack.ts'
import { packs } from './packs.ts'

/** All words are folded. */
export interface CommonWords {
  isWord(word: string): boolean
  /** A name that many know, which is no slip of a word. */
  isName(word: string): boolean
}

const known = new Map<Language, Promise<CommonWords>>()

/** They are read when they are first needed. The dictionary knows the words of scripts without spaces. */
export function commonWordsOf(language: Language): Promise<CommonWords> {
  const words = known.get(language) ?? readCommonWords(packs.get(language)?.commonWords)
  known.set(language, words)
  return words
}

async function readCommonWords(read: (() => Promise<CommonWordLists>) | undefined): Promise<CommonWords> {
  const lists = await read?.()
  return {
    isWord: word => lists?.words.has(word) || isDictionaryWord(word),
    isName: word => lists?.names.has(word) === true,
  }
}
