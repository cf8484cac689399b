// Tells which typed words are known: to the archive, to the language packs, or to everybody who speaks the language.

import type { CommonWords } from '../../languages/common-words.ts'
import type { Language } from '../../languages/language.ts'
import { needsDictionary } from '../../text/words.ts'
import type { Lexicon } from '../index/lexicon.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { hasSurfaceForm, knownWord } from '../index/segment.ts'
import { inflections } from '../query/inflections.ts'
import type { QueryWord } from '../query/query.ts'
import { isWordOfPacks } from '../query/stop-words.ts'
import { synonymsWith } from '../query/synonyms.ts'
import { packWordsOf } from './pack-words.ts'

/** The words that a slip may stand for. */
export interface KnownWords {
  index: SearchIndex
  /** Of the question. */
  language: Language
  common: CommonWords
  /** Those of statements that stand in no article. */
  statements: Lexicon
}

/** Whether neither the archive, nor a language pack, nor a list of common words has a word in any form. */
export function isUnknownWord({ word, form }: QueryWord, known: KnownWords): boolean {
  if (!/^[a-z]{3,}$/.test(word) || needsDictionary(form)) return false
  return !isOfArchive(word, known) && !known.common.isWord(word)
}

/** Whether the archive or a language pack has the word in some form. */
export function isOfArchive(word: string, { index, language, statements }: KnownWords): boolean {
  const { segment, concepts, synonyms } = index
  // The tables of the packs are made when first needed, and most words are the archive's.
  return (
    concepts.isNameWord(word) ||
    [word, ...inflections(word)].some(each => knownWord(segment, each) >= 0 || statements.find(each) >= 0) ||
    isWordOfPacks(word) ||
    packWordsOf(language).lexicon.find(word) >= 0 ||
    synonymsWith(synonyms).of(word).length > 0
  )
}

/**
 * Whether a word may be a slip though it may be a word too: the archive lacks it, or has it only with other accents.
 */
export function mayBeSlip(word: QueryWord, known: KnownWords): boolean {
  if (word.isAsking || !/^[a-z]{3,}$/.test(word.word)) return false
  if (!isOfArchive(word.word, known)) return true
  const isWritten =
    hasSurfaceForm(known.index.segment, word.form) ||
    packWordsOf(known.language).formsOf(word.word).includes(word.form)
  return !isWritten
}
