// Tells which language a text or a few typed words are in.

import { fold } from '../text/fold.ts'
import type { Language } from './language.ts'
import { packs } from './packs.ts'

/** By its letters, otherwise by its small words; undefined if it is in none of the languages. */
export function languageOfText(text: string): Language | undefined {
  const written = text.normalize('NFC')
  const count = written.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  for (const [language, own] of ownLetters)
    if ((written.match(own.pattern)?.length ?? 0) > own.share * Math.max(1, count)) return language
  const words = fold(text).match(/[\p{L}\p{M}']+/gu) ?? []
  const [best] = smallWords
    .map(([language, small]) => ({
      language,
      share: words.filter(word => small.has(word)).length / Math.max(1, words.length),
    }))
    .sort((a, b) => b.share - a.share)
  return best && best.share > MIN_SMALL_WORD_SHARE ? best.language : undefined
}

/** By letters that only this language has; words in other letters may be in any language. */
export function languageOfWords(words: string): Language | undefined {
  const written = words.normalize('NFC')
  return ownLetters.find(([, { pattern }]) => written.search(pattern) >= 0)?.[0]
}

const MIN_SMALL_WORD_SHARE = 0.2

/** Languages with their own script first: a Khmer text may quote Vietnamese, but hardly the other way round. */
const ownLetters = [...packs]
  .flatMap(([language, { letters }]) =>
    letters
      ? [[language, { pattern: new RegExp(`[${letters.letters}]`, 'giu'), share: letters.share }] as const]
      : [],
  )
  .sort(([, a], [, b]) => b.share - a.share)

const smallWords = [...packs].flatMap(([language, { letters, stopWords }]) =>
  letters || stopWords === undefined ? [] : [[language, new Set(stopWords.split(/\s+/))] as const],
)
