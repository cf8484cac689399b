// Tells whether a name resembles what was typed so much that it may be meant.

import { editCost } from '../../text/edit-cost.ts'
import { needsDictionary, tokens } from '../../text/words.ts'
import { isLikelySlip } from '../query/misspellings.ts'
import { isStopWord } from '../query/stop-words.ts'

/**
 * Whether one of the names has a word that was typed, begins like one, or is hardly another word: a name that merely
 * shares some characters ("south" for "youth") is no suggestion.
 */
export function isAlike(typed: string, names: readonly string[]): boolean {
  const isUnspaced = needsDictionary(typed)
  const typedWords = comparedWords(typed).filter(word => word.length >= MIN_UNITS)
  const whole = comparedWords(typed).join('')
  return names.some(name => {
    if (isUnspaced !== needsDictionary(name)) return false
    const words = comparedWords(name)
    return (
      words.some(word => typedWords.some(each => isSame(each, word))) ||
      // "hunsen" for "Hun Sen".
      (whole.length >= MIN_UNITS && isSame(whole, words.join(''))) ||
      // The dictionary may cut a word in another way where it stands among others.
      (isUnspaced && whole.length >= MIN_UNITS && words.join('').includes(whole))
    )
  })
}

const MIN_UNITS = 3
const MAX_EDITS = 2

const sorted = (word: string) => [...word].sort().join('')

const comparedWords = (text: string) =>
  tokens(text.slice(0, MAX_TEXT_UNITS))
    .map(({ word }) => word)
    .filter(word => !isStopWord(word))

const MAX_TEXT_UNITS = 200

const isSame = (typed: string, word: string): boolean =>
  word.startsWith(typed) || (word.length > MIN_UNITS && typed.startsWith(word)) || isSlipFor(typed, word)

/** Whether the typed word is so near the other that it is hardly another word: "China" is not "chia". */
export function isSlipFor(typed: string, word: string): boolean {
  // Short words resemble many others: they may only miss a letter or have some swapped.
  if (typed.length <= 4 && word.length <= typed.length && sorted(typed) !== sorted(word)) return false
  const cost = editCost(typed, word, MAX_EDITS)
  return cost <= MAX_EDITS && isLikelySlip(typed, word, cost)
}
