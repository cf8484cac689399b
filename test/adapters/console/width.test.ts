// Checks that we measure a text's width as terminals do.

import { describe, expect, test } from 'vitest'
import { widthOf } from '../../../src/adapters/console/width.ts'

// Measured by printing each text in tmux 3.3a and in xterm 379 (Debian 12, C.UTF-8) and asking for the cursor's column
// with CSI 6n. The two agree on all of these. Khmer vowels beside a character (Mc) take a column there; in kitty 0.26
// they take none, so a line there may be shorter than we think, but never longer.
const measured: Record<string, [text: string, columns: number][]> = {
  Khmer: [
    ['ភ្នំពេញ', 5],
    ['ខ្មែរក្រហម', 8],
    ['កម្ពុជា', 5],
    ['ប៉ុល', 2],
    ['ពត', 2],
    ['ហ៊ុន', 2],
    ['សែន', 3],
    ['ថ្ងៃទី៧', 5],
    ['ខែមករា', 6],
    ['ឆ្នាំ១៩៧៩៖', 8],
    ['ការដួលរលំ', 7],
    ['រណសិរ្ស', 5],
    ['សាមគ្គី', 5],
    ['សង្គ្រោះជាតិ', 9],
    ['ហេង', 3],
    ['សំរិន', 3],
    ['វៀតណាម', 6],
    ['កោះថ្ម', 5],
    ['អត្ថបទ', 5],
    ['បង្កើត', 5],
    ['ជ័យជម្នះ', 6],
    ['ឲ្យ', 2],
    ['ស្ត្រី', 3],
    ['ក៏', 1],
    ['ប៉ុល ពត', 5],
    ['ហ៊ុន សែន', 6],
    ['ក្រុង\u200bភ្នំពេញ', 8],
  ],
  Vietnamese: [
    ['Phnôm Pênh', 10],
    ['Việt Nam', 8],
    ['Khmer Đỏ', 8],
    ['Hồ Chí Minh', 11],
    ['Ngày 7 tháng 1', 14],
    ['Campuchia', 9],
    ['quân tình nguyện', 16],
    ['đường', 5],
  ],
  'other writing of Asia': [
    ['日本語', 6],
    ['中文字', 6],
    ['한국어', 6],
    ['ｶﾅ', 2],
    ['ＡＢ', 4],
    ['。、', 4],
    ['が', 2],
    ['नमस्ते', 4],
    ['ไทย', 3],
    ['ลาว', 3],
    ['မြန်မာ', 5],
    ['தமிழ்', 4],
  ],
  signs: [
    ['🙂', 2],
    ['👍', 2],
    ['🇰🇭', 2],
    ['⚡', 2],
    ['🪖', 2],
    ['❤', 1],
    ['☎', 1],
    ['—', 1],
    ['“a”', 3],
    ['…', 1],
    ['•', 1],
    ['│', 1],
    ['─', 1],
    ['a\u00adb', 3],
    ['a\u200bb', 2],
    ['a\u200db', 2],
    ['a\u2060b', 2],
    [' ', 1],
    ['　', 2],
    ['�', 1],
  ],
}

describe.each(Object.entries(measured))('%s', (_, texts) => {
  test.each(texts)('“%s” takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns)
  })

  test.each(texts)('“%s” is as wide in decomposed form (NFD)', (text, columns) => {
    expect(widthOf(text.normalize('NFD'))).toBe(columns)
  })
})

// Terminals differ on these: tmux joins what xterm shows side by side, and kitty widens a character before U+FE0F.
test.each([
  ['👨\u200d👩\u200d👧', 2, 6],
  ['👍🏽', 2, 4],
  ['❤\ufe0f', 1, 2],
])('“%s” takes from %i to %i columns', (text, min, max) => {
  expect(widthOf(text)).toBeGreaterThanOrEqual(min)
  expect(widthOf(text)).toBeLessThanOrEqual(max)
})

test('a text is as wide as the sum of its characters', () => {
  const all = Object.values(measured).flat()
  const sum = all.reduce((width, [, columns]) => width + columns, 0)
  expect(widthOf(all.map(([text]) => text).join(''))).toBe(sum)
})

test('an empty text takes no columns', () => {
  expect(widthOf('')).toBe(0)
})
