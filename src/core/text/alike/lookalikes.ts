// Makes characters that look the same the same: invisible ones go, and each apostrophe, dash or Khmer syllable has one form.

import { memoByText } from '../memo.ts'
import { canonicalSyllable, khmerSyllable } from './khmer.ts'

/**
 * The text as words are cut from it and compared. Case and accents stay. Everything that compares typed words with
 * others, or cuts a text into words, begins with this.
 */
export const unified = (text: string): string =>
  asciiOnly.test(text)
    ? text.includes('`')
      ? text.replaceAll('`', "'")
      : text
    : text.replace(lookalikes, unifiedForm)

/**
 * The text with its words as in the unified text; quotation marks and dashes, which are in no word, may stay. Faster,
 * because nearly all texts have ’ and few have anything else that has to be looked up.
 */
export const unifiedWords = (text: string): string =>
  changesWords(text) ? unified(text) : text.replaceAll('’', "'")

export interface UnifiedText {
  text: string
  /** The place in the original of what begins or ends at a position of the text, in UTF-16 units. */
  startOf(position: number): number
  endOf(position: number): number
}

/** The same, with the way back to the places in the original. Positions must be asked for in rising order. */
export function unifiedWordsWithPlaces(original: string): UnifiedText {
  if (!changesWords(original)) return { text: unifiedWords(original), startOf: same, endOf: same }
  const changes: Change[] = []
  let longer = 0
  const text = original.replace(lookalikes, (match, at: number) => {
    const form = unifiedForm(match)
    if (form.length !== match.length) {
      changes.push({
        start: at + longer,
        end: at + longer + form.length,
        longer: form.length - match.length,
      })
      longer += form.length - match.length
    }
    return form
  })
  if (changes.length === 0) return { text, startOf: same, endOf: same }
  let next = 0
  let before = 0
  /** Passes the changes that end at the position, and those that begin there only if what follows them is asked for. */
  const passUpTo = (position: number, isStart: boolean) => {
    for (let change = changes[next]; change; change = changes[++next]) {
      if (change.end > position || (!isStart && change.start === position)) break
      before += change.longer
    }
    return changes[next]
  }
  return {
    text,
    startOf(position) {
      const inside = passUpTo(position, true)
      return inside && inside.start < position ? inside.start - before : position - before
    },
    endOf(position) {
      const inside = passUpTo(position, false)
      return inside && inside.start < position ? inside.end - before - inside.longer : position - before
    },
  }
}

/** A match whose form has another length. */
interface Change {
  /** In the unified text. */
  start: number
  end: number
  /** How many units longer the form is; negative if it is shorter. */
  longer: number
}

const same = (position: number) => position

const asciiOnly = /^\p{ASCII}*$/u

/**
 * The characters that Unicode calls default ignorable, except those beyond U+FFFF: soft hyphen, zero-width space and
 * joiners, direction marks, variation selectors. https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
const INVISIBLE = String.raw`\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8`

const sameAs: Record<string, string> = {}
for (const [form, alike] of [
  ["'", '`´‘’‛′‵ʹʻʼʽˈˊˋ՚׳ꞌ＇｀'],
  ['"', '“”„‟«»″‶〝〞〟״＂'],
  ['-', '‐‑‒–—―⁃−﹘﹣－'],
  // Eth and the African D look like the Vietnamese D with stroke.
  ['Đ', 'ÐƉ'],
  [' ', '\u3000'],
  ["'n", 'ŉ'],
] as const)
  for (const character of alike) sameAs[character] = form

/** Fullwidth forms and ligatures. */
const COMPATIBLE = String.raw`\uff01-\uff5e\ufb00-\ufb06`
const lookalikes = new RegExp(
  [
    khmerSyllable(INVISIBLE),
    `[${INVISIBLE}]+`,
    String.raw`(?:\udb40[\udc00-\udfff])+`,
    `[${Object.keys(sameAs).join('')}${COMPATIBLE}]`,
  ].join('|'),
  'g',
)

/** By UTF-16 unit: 1 if the unit may be in a word and may have another form. A pattern would take ten times as long. */
const inWords = new Uint8Array(1 << 16)
for (const [, first = '', last = first] of `${INVISIBLE}${COMPATIBLE}\\u1780-\\u17b3\\udb40`.matchAll(
  /\\u(.{4})(?:-\\u(.{4}))?/g,
))
  inWords.fill(1, Number.parseInt(first, 16), Number.parseInt(last, 16) + 1)
for (const [character, form] of Object.entries(sameAs))
  if (form !== '"' && form !== '-' && character !== '’') inWords[character.charCodeAt(0)] = 1

function changesWords(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (inWords[text.charCodeAt(at)] === 1) return true
  return false
}

const invisibles = new RegExp(`[${INVISIBLE}]+`, 'g')

/** There are a few thousand syllables in use, and looking one up is faster than putting it in order. */
const MAX_SYLLABLES = 10_000
const syllableForm = memoByText(
  syllable => canonicalSyllable(syllable.replace(invisibles, '')),
  MAX_SYLLABLES,
)

function unifiedForm(match: string): string {
  const unit = match.charCodeAt(0)
  if (unit >= 0x1780 && unit <= 0x17b3) return syllableForm(match)
  const known = sameAs[match]
  if (known !== undefined) return known
  const isCompatible = (unit >= 0xff01 && unit <= 0xff5e) || (unit >= 0xfb00 && unit <= 0xfb06)
  return isCompatible ? match.normalize('NFKC') : ''
}
