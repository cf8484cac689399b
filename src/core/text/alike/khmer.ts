// Puts the characters of a Khmer syllable in one order, however they were typed.

/**
 * The pattern of a syllable that may have another spelling: a base letter with subscripts (U+17D2 and a letter), vowels
 * and signs attached to it, or a letter that is a variant of another. `invisible` has the characters that may stand
 * between them. Normalisation may move U+17DD behind U+17D2.
 */
export const khmerSyllable = (invisible: string): string =>
  String.raw`[\u1780-\u17b3](?:[${invisible}]*(?:(?:\u17d2[\u17dd${invisible}]*)+[\u1780-\u17b3]|[\u17b6-\u17d1\u17d3\u17dd]))+|[\u17a3\u17a4\u17b2]`

/**
 * The one spelling of syllables that look the same: the base, U+17CC, the subscripts with RO last, the shifter, vowels,
 * other signs, and each of them once. The order is that of https://www.unicode.org/notes/tn61/. Invisible characters
 * must have been removed.
 */
export function canonicalSyllable(syllable: string): string {
  const [base = '', ...vowel] = sameLetter[syllable[0] as string] ?? (syllable[0] as string)
  const subscripts = new Set<string>()
  const signs = new Set<string>(vowel)
  let isSubscript = false
  for (const character of syllable.slice(1)) {
    if (character === COENG) isSubscript = true
    else if (!isSubscript || character > LAST_LETTER) signs.add(sameLetter[character] ?? character)
    else {
      // Below another letter, DA and TA are drawn the same. Newspapers and dictionaries of today write TA.
      subscripts.add(COENG + (character === DA ? TA : character))
      isSubscript = false
    }
  }
  joinParts(signs, base)
  const inOrder = [...signs].sort((a, b) => SIGNS_IN_ORDER.indexOf(a) - SIGNS_IN_ORDER.indexOf(b))
  const robat = signs.has(ROBAT) ? inOrder.shift() : ''
  const ro = subscripts.delete(COENG + RO) ? COENG + RO : ''
  return [base, robat, ...subscripts, ro, ...inOrder].join('')
}

/** Vowels typed in two parts become one, and a U that is typed for the shifter, and drawn like it, the shifter. */
function joinParts(signs: Set<string>, base: string): void {
  if (signs.has(E) && signs.delete(II)) signs.delete(E) && signs.add(OE)
  if (signs.has(E) && signs.delete(AA)) signs.delete(E) && signs.add(OO)
  const hasVowelAbove = ABOVE.some(vowel => signs.has(vowel)) || (signs.has(AA) && signs.has(NIKAHIT))
  if (hasVowelAbove && signs.delete(U) && !shifters.some(shifter => signs.has(shifter)))
    // Each of the two series of letters has its shifter.
    signs.add(shifters[FIRST_SERIES.includes(base) ? 1 : 0] as string)
}

const COENG = '\u17d2'
const ROBAT = '\u17cc'
const [RO, DA, TA] = ['\u179a', '\u178a', '\u178f']
const [AA, II, U, OE, E, OO] = ['\u17b6', '\u17b8', '\u17bb', '\u17be', '\u17c1', '\u17c4']
const LAST_LETTER = '\u17b3'
/** I, II, Y, YY and OE, below which a shifter is drawn like U. So it is below AA with a nikahit: ញ៉ាំ. */
const ABOVE = ['\u17b7', II, '\u17b9', '\u17ba', OE]
const NIKAHIT = '\u17c6'
const shifters = ['\u17c9', '\u17ca']
/** BA, SA, HA and QA, which take U+17CA. */
const FIRST_SERIES = '\u1794\u179f\u17a0\u17a2'

const SIGNS_IN_ORDER = [
  ...[ROBAT, ...shifters],
  ...[
    '\u17c1\u17c2\u17c3\u17be\u17bf\u17c0\u17c4\u17c5',
    '\u17bb\u17bc\u17bd',
    '\u17b7\u17b8\u17b9\u17ba\u17b6',
  ],
  ...['\u17c6', '\u17cb\u17cd\u17ce\u17cf\u17d0\u17d1\u17dd', '\u17c7\u17c8'],
].join('')

/** Deprecated letters and signs, and variants, with the ones in use. */
const sameLetter: Record<string, string> = {
  '\u17a3': '\u17a2',
  '\u17a4': '\u17a2\u17b6',
  '\u17b2': '\u17b1',
  '\u17d3': '\u17c6',
}
