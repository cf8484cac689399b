// Types a question as people type on a phone: with one slip in one of its words, the same every time.

import { needsDictionary, tokens } from '../../src/core/text/words.ts'
import { randomFrom } from '../search/set.ts'

/** `seed` chooses the word and the slip. A question without a word of four characters stays as it is. */
export function withSlip(question: string, seed: number): string {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
  const isVietnamese = bare(question) !== question && !needsDictionary(question)
  if (isVietnamese && random() < SHARE_WITHOUT_ACCENTS) return bare(question)
  const word = pick(tokens(question).filter(({ form }) => form.length >= MIN_UNITS && /^\p{L}/u.test(form)))
  if (!word) return question
  const typed = question.slice(word.start, word.end)
  const slip = pick(needsDictionary(typed) ? slips.slice(0, 3) : slips) as Slip
  // The first character is seldom wrong.
  const at = 1 + Math.floor(random() * (typed.length - 2))
  return question.slice(0, word.start) + slip(typed, at, random) + question.slice(word.end)
}

const MIN_UNITS = 4
const SHARE_WITHOUT_ACCENTS = 0.2

/** A word with a slip at a position that is neither its first nor its last. */
type Slip = (word: string, at: number, random: () => number) => string

const slips: readonly Slip[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.slice(at, at + 1) + word.slice(at),
  (word, at) => word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
  (word, at, random) => {
    const beside = neighbours(word[at] as string)
    return word.slice(0, at) + (beside[Math.floor(random() * beside.length)] ?? '') + word.slice(at + 1)
  },
]

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

function neighbours(character: string): string {
  const row = keyRows.find(keys => keys.includes(bare(character).toLowerCase())) ?? ''
  const at = row.indexOf(bare(character).toLowerCase())
  return row.slice(Math.max(0, at - 1), at) + row.slice(at + 1, at + 2)
}

const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFC')
