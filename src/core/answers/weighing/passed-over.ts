// Tells which words that the archive lacks an answer need not have: common ones, which are no name and not what is asked for.

import type { CommonWords } from '../../languages/common-words.ts'
import type { QuestionKind } from '../../languages/question-words.ts'
import { isConcept } from '../../search/index/concepts.ts'
import { zonesOf } from '../../search/lookup/zones.ts'
import { inflections } from '../../search/query/inflections.ts'
import type { QueryWord } from '../../search/query/query.ts'
import { needsDictionary } from '../../text/words.ts'
import type { Asked } from '../finding.ts'
import { isListed } from './listed-words.ts'
import { wordUnitsOf } from './units.ts'

/** Whether a word that no article has, given by its index, is only said by the way: "how many, for my homework, died". */
export function mayBePassedOver(at: number, asked: Asked, commonWords: CommonWords): boolean {
  const { query } = asked
  const word = query.words[at]
  if (
    !word ||
    isNamed(word, at, asked) ||
    isRestOfName(at, asked) ||
    isListed('life', at, query.words) ||
    isListed('present', at, query.words)
  )
    return false
  const unit = wordUnitsOf(asked).find(each => each.includes(at)) ?? [at]
  return !unit.some(each => isAskedFor(each, asked)) && isCommon(word, commonWords)
}

/** A capital letter within a sentence, a number, or a place anywhere. */
const isNamed = ({ typed, start, word }: QueryWord, at: number, { query }: Asked): boolean =>
  /\d/.test(word) ||
  (/^\p{Lu}/u.test(typed) && at > 0 && !/[.?!]\s*$/.test(query.text.slice(0, start))) ||
  zonesOf(word).length > 0

/** "Khmer empire", where the archive has "Khmer" only as a part of another name. */
function isRestOfName(at: number, { query, index: { concepts } }: Asked): boolean {
  const before = query.words[at - 1]
  if (!before || before.isAsking || needsDictionary(before.word)) return false
  const isNameItself = concepts
    .annotate(query.words)
    .some(({ word, end }) => isConcept(word) && end >= before.end && end <= (query.words[at]?.start ?? 0))
  return !isNameItself && (concepts.spellingsFrom(before.word) ?? []).some(({ words }) => words.length > 1)
}

/** A slip of a common word is one too, and so is a word without vowels, as people shorten them: "ppl". */
function isCommon({ word }: QueryWord, { isWord, isName }: CommonWords): boolean {
  if ([word, ...inflections(word)].some(isWord) || /^[b-df-hj-np-tv-xz]{2,4}$/.test(word)) return true
  return word.length >= MIN_SLIP_UNITS && /^[a-z]+$/.test(word) && !isName(word) && isSlipOf(word, isWord)
}

const MIN_SLIP_UNITS = 5

/**
 * The first word after those that ask names what is asked for: "which song", "who was the king". In scripts without spaces
 * it is the last word before them.
 */
function isAskedFor(at: number, { query, question }: Asked): boolean {
  if (!kindsWithNoun.has(question.kind)) return false
  const isLight = (index: number) => question.lightWords.includes(index)
  if (needsDictionary(query.words[at]?.word ?? '')) {
    const next = query.words.findIndex((word, index) => index > at && (word.isAsking || !isLight(index)))
    return query.words[next]?.isAsking === true
  }
  const before = query.words.slice(0, at)
  const last = before.findLastIndex(({ isAsking }) => isAsking)
  return last >= 0 && before.slice(last + 1).every((_, offset) => isLight(last + 1 + offset))
}

const kindsWithNoun: ReadonlySet<QuestionKind> = new Set(['who', 'who said', 'how many', 'what', 'said'])

/** Whether one character was left out, added or changed, or two were swapped. */
function isSlipOf(word: string, isWord: CommonWords['isWord']): boolean {
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    const swapped = before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2)
    if (isWord(before + after.slice(1)) || isWord(swapped)) return true
    for (const letter of 'abcdefghijklmnopqrstuvwxyz')
      if (isWord(before + letter + after) || isWord(before + letter + after.slice(1))) return true
  }
  return false
}
