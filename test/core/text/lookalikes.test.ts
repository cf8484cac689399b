// Checks that texts which look the same have the same words, and that words are found at their places in the original.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unified } from '../../../src/core/text/alike/lookalikes.ts'
import { fold, surfaceForm } from '../../../src/core/text/fold.ts'
import { tokens } from '../../../src/core/text/words.ts'

const wordsOf = (text: string) => tokens(text).map(({ word }) => word)

describe('the same word', () => {
  it.each([
    ['with and without a soft hyphen', 'Cam\u00adbo\u00addia', 'Cambodia'],
    ['with and without zero-width spaces and joiners', 'Ha\u200bn\u200co\u200di\u2060', 'Hanoi'],
    ['with and without a byte order mark and direction marks', '\ufeff\u202aHanoi\u202c\u200e', 'Hanoi'],
    ['with and without variation selectors', 'Ha\ufe0fnoi\u{e0100}', 'Hanoi'],
    ['with any apostrophe', 'O’Connor', "O'Connor"],
    ['with a modifier letter for the apostrophe', 'Oʼ Neill Kʹiche', "O' Neill K'iche"],
    ['with an accent or a prime for the apostrophe', 'O´Connor O`Hara O′Brien', "O'Connor O'Hara O'Brien"],
    ['in fullwidth and in ordinary letters', 'Ｈａｎｏｉ　１９７９', 'Hanoi 1979'],
    ['with a ligature', 'oﬃce ﬁeld', 'office field'],
    ['with L with stroke', 'Łódź Wałęsa', 'Lodz Walesa'],
    ['with O with stroke', 'Ørsted Tromsø', 'Orsted Tromso'],
    ['with AE, OE, thorn and sharp S', 'Æsir œuvre Þór Straße', 'Aesir oeuvre Thor Strasse'],
    ['with dotless I', 'Diyarbakır', 'Diyarbakir'],
    ['with the letters of Maltese and Sámi', 'Ħal Ŧoŋ', 'Hal Ton'],
    ['with the eth of another keyboard for Đ', 'Ðà Nẵng', 'Đà Nẵng'],
    ['with Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['with Arabic vowel signs', 'مُحَمَّد', 'محمد'],
    ['with Persian digits', '۱۹۷۹', '1979'],
  ])('is it %s', (_, one, other) => {
    expect(wordsOf(one)).toEqual(wordsOf(other))
    expect(fold(one)).toBe(fold(other))
  })

  it('is not a word with other signs', () => {
    for (const [one, other] of [
      ['ក្រហម', 'ក្រុម'],
      ['កោះ', 'កេះ'],
      ['ស្ត្រី', 'ស្រី'],
      ['ហ៊ុន', 'ហុន'],
    ] as const)
      expect(fold(one)).not.toBe(fold(other))
    expect(surfaceForm('Łódź')).not.toBe(surfaceForm('Lodz'))
  })
})

describe('the same Khmer word', () => {
  it.each([
    ['with its subscripts in either order', 'ប្រវត្តិសាស្រ្ត', 'ប្រវត្តិសាស្ត្រ'],
    ['with a vowel before the subscript', 'សិទិ្ធ', 'សិទ្ធិ'],
    ['with DA or TA below', 'ផ្ដួលរំលំ', 'ផ្តួលរំលំ'],
    ['with the other form of O', 'ឲ្យ', 'ឱ្យ'],
    ['with OE typed in two parts', 'ដេីម្បី', 'ដើម្បី'],
    ['with OO typed in two parts', 'កេាះថ្ម', 'កោះថ្ម'],
    ['with the shifter after the vowel', 'ហុ៊ន មោ៉ង', 'ហ៊ុន ម៉ោង'],
    ['with the shifter before the subscript', 'ម៉្លេះ', 'ម្ល៉េះ'],
    ['with U for the shifter', 'សុីវិល', 'ស៊ីវិល'],
    ['with the dot before the vowel', 'ចំាបាច់', 'ចាំបាច់'],
    ['with a sign typed twice', 'បានន់់ មិិន', 'បានន់ មិន'],
    ['with zero-width spaces between words', 'ប្រជាជន\u200bកម្ពុជា', 'ប្រជាជនកម្ពុជា'],
    ['with a joiner before a sign', 'ប៉\u200cុល ស្\u200dត្រី', 'ប៉ុល ស្ត្រី'],
    ['with its invisible inherent vowels', 'ក\u17b4ម្ពុជា', 'កម្ពុជា'],
  ])('is it %s', (_, one, other) => {
    expect(wordsOf(one)).toEqual(wordsOf(other))
    expect(fold(one)).toBe(fold(other))
    expect(surfaceForm(one)).toBe(surfaceForm(other))
  })

  it('keeps the order that newspapers and the bundled texts write', () => {
    for (const word of ['ប្រវត្តិសាស្ត្រ', 'ស្ត្រី', 'ហ៊ុន', 'ប៉ុល', 'ម្ល៉េះ', 'ពត៌មាន', 'ចាំ', 'ថ្ងៃ', 'ប្រយោជន៍'])
      expect(unified(word)).toBe(word)
  })
})

it('drops exactly the characters that Unicode calls default ignorable', () => {
  const dropped: string[] = []
  const ignorable: string[] = []
  for (let code = 0x80; code < 0xe1000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue
    const character = String.fromCodePoint(code)
    if (unified(character) === '') dropped.push(code.toString(16))
    // Musical and shorthand controls stay: they are in no word.
    const isControl = code >= 0x1bca0 && code < 0x1d180
    if (/\p{Default_Ignorable_Code_Point}/u.test(character) && !isControl && code < 0xe0400)
      ignorable.push(code.toString(16))
  }
  expect(dropped).toEqual(ignorable)
})

/** Syllables as they should be written: a base, subscripts, a shifter, a vowel, another sign. */
const syllable = fc
  .record({
    base: fc.constantFrom(...'កខគងចដតទនបពមយរលវសហឡអ'),
    robat: fc.constantFrom('', '', '', '៌'),
    subscripts: fc.uniqueArray(fc.constantFrom(...'កងចតនមយលវសហ'), { maxLength: 2 }),
    ro: fc.boolean(),
    shifter: fc.constantFrom('', '', '៉', '៊'),
    vowel: fc.constantFrom('', ...'ាិីឹឺុូួើឿៀេែៃោៅ'),
    sign: fc.constantFrom('', '', ...'ំះ់៍័'),
  })
  .map(({ base, robat, subscripts, ro, shifter, vowel, sign }) => ({
    base,
    subscripts: subscripts.map(letter => `្${letter}`),
    signs: [robat, ro ? '្រ' : '', shifter, vowel, sign].filter(Boolean),
  }))
const khmerWord = fc.array(syllable, { minLength: 1, maxLength: 4 })

const invisible = fc.constantFrom(
  '',
  '',
  '',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\ufe0f',
)

/** The word twice: as it should be written, and with its parts in another order, in pieces, and with invisible characters. */
const khmerTwice = fc
  .tuple(khmerWord, fc.infiniteStream(fc.nat(1000)), fc.infiniteStream(invisible))
  .map(([syllables, numbers, hidden]) => {
    const chance = () => numbers.next().value as number
    const hide = (text: string) => [...text].map(each => each + hidden.next().value).join('')
    const right = syllables.map(({ base, subscripts, signs: [...signs] }) => {
      const first = signs[0] === '៌' ? signs.shift() : ''
      return [base, first, ...subscripts, ...signs].join('')
    })
    const wrong = syllables.map(({ base, subscripts, signs }) => {
      // Only the subscripts keep their order: which one is lower can be seen.
      const parts = signs.map(part => ({ part, at: chance() }))
      const placed = subscripts.map((part, at) => ({ part, at: 300 * (at + 1) }))
      const order = [...parts, ...placed].sort((a, b) => a.at - b.at).map(({ part }) => part)
      const inPieces = order
        .map(part => (part === 'ើ' && chance() % 2 ? 'េី' : part === 'ោ' && chance() % 2 ? 'េា' : part))
        .map(part => (part === '្ត' && chance() % 2 ? '្ដ' : part))
      return base + inPieces.join('')
    })
    return [right.join(''), hide(wrong.join(''))] as const
  })

const alike: Record<string, string> = {
  "'": "'’‘ʼʹ′`´＇",
  '"': '"“”„«»＂',
  '-': '-‐‑–—−－',
  Đ: 'ĐÐ',
  i: 'iｉ',
  n: 'nｎ',
  '1': '1１',
}
const latinTwice = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...`abcdeinsAĐđéộ1' "-`), maxLength: 30 }),
    fc.infiniteStream(fc.nat(1000)),
    fc.infiniteStream(invisible),
  )
  .map(([text, numbers, hidden]) => {
    const confused = [...text].map(character => {
      const choices = [...(alike[character] ?? character)]
      return (choices[(numbers.next().value as number) % choices.length] as string) + hidden.next().value
    })
    return [text, confused.join('').normalize('NFD')] as const
  })
const twice = fc
  .array(fc.oneof(latinTwice, khmerTwice), { minLength: 1, maxLength: 6 })
  .map(list => [list.map(([right]) => right).join(' '), list.map(([, wrong]) => wrong).join(' ')] as const)

describe('under any of these confusions', () => {
  it('a text has the same words', () => {
    fc.assert(
      fc.property(twice, ([right, wrong]) => {
        expect(fold(wrong)).toBe(fold(right))
        expect(wordsOf(wrong)).toEqual(wordsOf(right))
      }),
      { numRuns: 500 },
    )
  })

  it('each word is at its place in the original', () => {
    fc.assert(
      fc.property(latinTwice, ([, wrong]) => {
        let last = 0
        for (const { form, start, end } of tokens(wrong)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(surfaceForm(wrong.slice(start, end))).toBe(form)
          last = end
        }
        expect(last).toBeLessThanOrEqual(wrong.length)
      }),
      { numRuns: 500 },
    )
  })
})

it('is done once for all: what is unified stays as it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        twice.map(([, wrong]) => wrong),
      ),
      text => {
        expect(unified(unified(text))).toBe(unified(text))
      },
    ),
  )
})

it('says where a word was among invisible characters', () => {
  const text = '\u200b“Cam\u00adbodia’s” \u200bដេីម្បី\u200b។'
  expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Cam\u00adbodia’s', 'ដេីម្បី'])
})
