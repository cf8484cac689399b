// Recognises numbers with marks between groups of three digits, so that 1,000, 1.000 and 1000 are the same word.

/** Between groups of digits: a comma, a full stop, an apostrophe, and the spaces that do not break. */
const groupMarks = ",.'\u00a0\u202f"

const grouped = new RegExp(`^\\p{Nd}{1,3}(?:[${groupMarks}]\\p{Nd}{3})+(?!\\p{Nd})`, 'u')
/** A Latin word, with digits as in X16; or a number. */
const latinOrNumber = new RegExp(
  `\\p{Script=Latin}[\\p{Script=Latin}\\p{Nd}\\u0300-\\u036f]*|\\p{Nd}+(?:[${groupMarks}]\\p{Nd}{3})*`,
  'gu',
)
const anyMark = new RegExp(`[${groupMarks}]`, 'g')

/**
 * Whether the character at `at`, in a word that began at `start`, is a mark between groups of a number. A text does not
 * say whether 1.747 is a decimal fraction, so it counts as grouped: everybody who types it as shown finds it.
 */
export function isGroupMark(text: string, start: number, at: number): boolean {
  // Asked at the end of every word, so the check that says no to most comes first.
  if (!isDigit(text, at + 1) || !groupMarks.includes(text.charAt(at))) return false
  for (let next = at + 2; next <= at + 3; next++) if (!isDigit(text, next)) return false
  if (isDigit(text, at + 4)) return false
  let from = at
  while (from > start && isDigit(text, from - 1)) from--
  const digits = at - from
  if (digits === 3 && from > start && text[from - 1] === text[at]) return true
  // "0.125" is a fraction, and in "A1.000" or "10.1000" no groups are meant.
  const isFirst = from === start || !/[\p{Script=Latin}\p{P}]/u.test(text.charAt(from - 1))
  return isFirst && digits >= 1 && digits <= 3 && !/[0០]/.test(text.charAt(from))
}

/** A word that begins with a number, without the marks between its groups; any other word as it is. */
export const ungrouped = (word: string): string =>
  word.length > 4 ? word.replace(grouped, number => number.replace(anyMark, '')) : word

/**
 * Calls `visit` for each part of a run without spaces: its numbers and Latin words, each a word of its own, and what stands
 * between them, which a dictionary has to cut.
 */
export function eachPart(
  run: string,
  visit: (part: { start: number; end: number; isWord: boolean }) => void,
): void {
  let end = 0
  for (const { index, 0: word } of run.matchAll(latinOrNumber)) {
    if (index > end) visit({ start: end, end: index, isWord: false })
    end = index + word.length
    visit({ start: index, end, isWord: true })
  }
  if (end < run.length) visit({ start: end, end: run.length, isWord: false })
}

/** 0-9 and the Khmer digits. */
function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x17e0 && unit <= 0x17e9)
}
