// Checks where sentences begin in the three languages, with texts of our own.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Language, languages } from '../../../src/core/languages/language.ts'
import { partOf } from '../../../src/core/languages/packs.ts'
import { sentenceStarts } from '../../../src/core/text/sentences.ts'

/** The text with a bar before every sentence except the first. */
function cut(text: string, language: Language): string {
  const starts = sentenceStarts(text, partOf(language, 'sentences'))
  return starts.map((start, index) => text.slice(start, starts[index + 1]).trim()).join(' | ')
}

describe('English sentences', () => {
  it.each([
    'He came home. | It rained.',
    'Mr. Hun and Dr. Ly met Gen. Tran at noon. | They spoke.',
    'The writer J. R. R. Hale lived there. | He left in May.',
    'It is in the U.S. Army museum. | The U.S. army, e.g. its archive, has it.',
    'They moved to the U.S. | The house was sold.',
    'It cost 3.5 million, or approx. 4 million today. | Nobody paid.',
    '“Why?” he asked. | “Because.” | She left.',
    'It began at 7 a.m. and ended at 9 p.m. | The hall was full.',
    'The first point stands. [3] | The second does not.',
    'The first point stands.[3] | The second does not.[4][5] | The third is open.',
    'She was born in 1950 (c. 1948 in some lists). | It is not known.',
    'Nobody knew... | Somebody did.',
    'He waited ... and waited. | Then he went.',
    'Is it so? | Yes! | It is.',
    'See No. 5 and Fig. 2 for it. | They differ.',
    'It was sold. [citation needed] [4] | Nobody asked.',
    'We chose it. | [The] room was large.',
    'He grew up in a valley. | "It was green there", he said. | "Every hill was ours".',
    'She asked "who comes? " | Nobody came.',
    'They were told to go.“ | However, they stayed.',
    'It won in Two Days ... Two Nights and in Why? (The Films, 1950). | It lost later.',
    'The saint, c. 347, was born there. | He travelled.',
    'A hall in town | Photo: A. Person. | It was full.',
    'Monday, May 4, 2015 | On Sunday the vote was held.',
    'She was in the third part [17] | She played a cook.',
  ])('%s', text => {
    expect(cut(text.replaceAll(' | ', ' '), 'en')).toBe(text)
  })
})

describe('the stop of an abbreviation ends no sentence', () => {
  it.each([
    ['a rank before a rank', 'The town fell to Brig. Gen. Arthur Stone that day. | Nobody slept.'],
    ['a word without a vowel', 'Pvt. John Rose met Mx. Lee and Pdt. Mary White. | Nobody slept.'],
    ['an unknown title before a name', 'It was said by Subin. Mary White and Decan. Rose. | It rained.'],
    ['a title after an office', 'Arizona Sen. John White spoke. | He left.'],
    ['several initials', 'I. A. Hale, J.R. Rose and George W. Lee wrote it. | It was read.'],
    [
      'a word in a bracket that is no sentence',
      'The inn (est. by Ann Lee, reb. Then sold) burnt. | It rained.',
    ],
    ['a word alone in a bracket', 'The inn (Est. 1902) was burnt. | It was rebuilt.'],
    ['a short word in a bracket before a name', 'Col. (ret.) Adams spoke (orig. in Lao). | He sat.'],
    ['a word before a number', 'He was born c. 1850 and d. 1910 (see p. 5, No. 7). | She left.'],
    [
      'a word that the text has in the middle of a sentence',
      'The lieg. was late. | Then Lieg. Rose came, and the Lieg., too.',
    ],
    ['the number of an item', '1. The first rule. | 2. The second rule.'],
  ])('%s', (_, text) => {
    expect(cut(text.replaceAll(' | ', ' '), 'en')).toBe(text)
  })
})

describe('what looks like an abbreviation but is not ends a sentence', () => {
  it.each([
    ['the number of a king or a war', 'They had fought in World War I. | Soldiers came home.'],
    ['a letter that labels something', 'Doctors gave them vitamin C. | She got none.'],
    ['a letter before the beginning of a sentence', 'They chose plan B. | The town was glad.'],
    [
      'a word that is one only with a capital',
      'He had always said no. | Soldiers lay in the sun. | Nobody sat. | Rain fell.',
    ],
    ['a name like a title', 'He met Hun Sen. | He left.'],
    ['a name like a title, seen again', 'Mr. Hun Sen spoke. | He met Hun Sen. | Vietnamese soldiers came.'],
    ['a short name', 'He lived in Kent. | Mary White came.'],
    ['a short name, seen again', 'Kent is far, she said, and so is Kent. | Mary White came.'],
    ['a whole sentence in brackets', '(He came. | She left.)'],
    ['a measure', 'It weighed 5 kg. | Soldiers carried it.'],
  ])('%s', (_, text) => {
    expect(cut(text.replaceAll(' | ', ' '), 'en')).toBe(text)
  })
})

describe('the lines of a text', () => {
  it.each([
    ['a title, a caption or a subhead needs no mark', 'A title\n\nHe came.\n \nA picture\n\nShe left.', 4],
    ['wrapped lines continue', 'He came\nhome late.\nThen he slept.', 2],
    ['every bullet is its own sentence', 'There were:\n- one thing\n- another\n• a third', 4],
  ])('%s', (_, text, count) => {
    expect(sentenceStarts(text, partOf('en', 'sentences'))).toHaveLength(count)
  })
})

describe('Vietnamese sentences', () => {
  it.each([
    'Ông ấy đến TP. Hồ Chí Minh. | Trời mưa.',
    'GS. TS. Nguyễn Văn A. nói vậy. | Mọi người nghe.',
    'Chị hỏi: "Sao thế? ". | Anh im lặng.',
    'Giá là 3.500 đồng. | Không ai mua.',
    'Họ hẹn nhau... ". | "Tôi chờ", anh nói.',
    'Theo GS.TS. Lê Văn An, đó là một bước ngoặt. | Sách do Nxb. Văn học in.',
    'Đ/c. Trần Văn Bình nói. | Lễ kỷ niệm diễn ra.',
    'Ông sống tại TP.HCM. | Người dân đón ông.',
    'ThS. Trần Bình và BS.CKII. Lê An đến TP. Hồ Chí Minh. | Họ gặp nhau.',
    'Trẻ em uống vitamin C. | Họ khỏe.',
    'Họ mua gạo, muối, v.v. | Nhân dân vui.',
  ])('%s', text => {
    expect(cut(text.replaceAll(' | ', ' '), 'vi')).toBe(text)
  })
})

describe('Khmer sentences', () => {
  it.each([
    'ថ្ងៃនេះមានភ្លៀង។ | យើងនៅផ្ទះ។',
    'គាត់និយាយថា៖«ខ្ញុំទៅ។» | បន្ទាប់មកគាត់ទៅ។',
    'គ.ជ.ប ប្រកាសលទ្ធផល។ | មនុស្សស្តាប់៕',
    // And so on, in three spellings.
    'គាត់ទិញអង្ករ ទឹក ។ល។ ពីផ្សារ។ | យើងនៅផ្ទះ ។ល។',
    'គាត់ទិញអង្ករ។ ល ។ ពីផ្សារ។ | យើងនៅផ្ទះ៕',
    'គាត់ទិញអង្ករ ។បេ។ ពីផ្សារ។ | យើងនៅផ្ទះ៕',
    '១។ គាត់ទៅ។ | ២។ យើងនៅ។',
  ])('%s', text => {
    expect(cut(text.replaceAll(' | ', ''), 'km')).toBe(text)
  })
})

describe('for any text', () => {
  it('the first sentence begins at 0, the others follow in order, and nothing is lost', () => {
    const pieces = fc.constantFrom(
      'Mr.',
      'A.',
      'He',
      'said',
      '"',
      '”',
      '.',
      '!',
      '?',
      '...',
      '។',
      ' ',
      ' ',
      '[1]',
      '(',
      ')',
      '7',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom(...languages), (list, language) => {
        const text = list.join('')
        const starts = sentenceStarts(text, partOf(language, 'sentences'))
        expect(starts[0]).toBe(text === '' ? undefined : 0)
        for (const [index, start] of starts.entries()) {
          if (index === 0) continue
          expect(start).toBeGreaterThan(starts[index - 1] ?? 0)
          expect(start).toBeLessThan(text.length)
          expect(text[start]).toMatch(/\S/)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('a long text is cut in reasonable time', () => {
    for (const text of ['a. ', 'by Abc. Mary White. ', '(a. B ', 'Hun Sen. Lee '])
      expect(sentenceStarts(text.repeat(20_000), partOf('en', 'sentences')).length).toBeGreaterThan(0)
  })
})
