// Checks which messages are talk rather than questions to the archive, in every language, and what they mean.

import { describe, expect, it } from 'vitest'
import { languageOfTalk, talkIn } from '../../../src/core/bot/dialogue/talk.ts'
import type { TalkMeaning } from '../../../src/core/bot/dialogue/talk-vocabulary.ts'
import { commands } from '../../../src/core/commands/list.ts'
import { packs } from '../../../src/core/languages/packs.ts'

const described = (meaning: TalkMeaning | undefined) => {
  switch (meaning?.type) {
    case 'command':
      return `/${meaning.name}`
    case 'reply':
      return meaning.reply
    case 'small talk':
      return meaning.kind
    case 'language':
      return `in ${meaning.language}`
    case 'sorrow':
    case 'loss':
      return meaning.type
    case undefined:
      return undefined
    default:
      return meaning satisfies never
  }
}
const first = (words: string) => described(talkIn(words)[0])

describe('a whole message', () => {
  it.each([
    ['help', '/help'],
    ['Help!', '/help'],
    ['help me please', '/help'],
    ['Show me the timeline', '/timeline'],
    ['trợ giúp', '/help'],
    ['tro giup', '/help'],
    ['cho tôi xem cài đặt', '/settings'],
    ['ជំនួយ', '/help'],
    ['សូម ជួយ ផង', '/help'],
    ['today', '/onthisday'],
    ['hôm nay', '/onthisday'],
    ['ថ្ងៃនេះ', '/onthisday'],
    ['unsubscribe', '/unsubscribe'],
    ['hủy đăng ký', '/unsubscribe'],
    ['ឈប់ជាវ', '/unsubscribe'],
  ])('%j is a command in words: %s', (words, meaning) => {
    expect(first(words)).toBe(meaning)
  })

  it.each([
    ['next', 'next'],
    ['tiếp', 'next'],
    ['បន្ទាប់', 'next'],
    ['back', 'previous'],
    ['quay lại', 'previous'],
    ['ត្រឡប់ក្រោយ', 'previous'],
    ['tell me more', 'more'],
    ['xem thêm', 'more'],
    ['បន្ថែមទៀត', 'more'],
    ['Yes!', 'yes'],
    ['vâng', 'yes'],
    ['បាទ', 'yes'],
    ['never mind', 'no'],
    ['thôi', 'no'],
    ['ទេ', 'no'],
    ['Who said that?', 'source'],
    ['ai nói thế?', 'source'],
    ['អ្នកណានិយាយ?', 'source'],
  ])('%j refers to the answer before: %s', (words, meaning) => {
    expect(first(words)).toBe(meaning)
  })

  it.each([
    ['hi', 'hello'],
    ['Hiiii there!!', 'hello'],
    ['good morning everyone', 'hello'],
    ['chào bạn', 'hello'],
    ['សួស្តី', 'hello'],
    ['👍', 'hello'],
    ['❤️🙏', 'hello'],
    ['…', 'hello'],
    ['Thank you so much!', 'thanks'],
    ['cam on nhieu', 'thanks'],
    ['អរគុណច្រើន', 'thanks'],
    ['what can you do?', 'purpose'],
    ['bạn là ai', 'purpose'],
    ['អ្នកជានរណា', 'purpose'],
    ['May they rest in peace 🙏', 'sorrow'],
    ['Xin vô cùng thương tiếc các liệt sĩ', 'sorrow'],
    ['សូមឱ្យវិញ្ញាណក្ខន្ធបានទៅកាន់សុគតិភព', 'sorrow'],
  ])('%j asks nothing of the archive: %s', (words, meaning) => {
    expect(first(words)).toBe(meaning)
  })

  it.each([
    ['in Khmer?', 'in km'],
    ['can you answer in Vietnamese please', 'in vi'],
    ['bằng tiếng Khmer', 'in km'],
    ['tiếng Anh', 'in en'],
    ['ជាភាសាអង់គ្លេស', 'in en'],
    ['ជាភាសាវៀតណាម', 'in vi'],
  ])('%j wishes for another language: %s', (words, meaning) => {
    expect(first(words)).toBe(meaning)
  })

  it.each([
    ...['Pol Pot', 'Hun Sen', 'help for refugees', 'the next day', 'settings of the war', 'stop the war'],
    ...['who said that Vietnam invaded?', 'in 1979', 'in Phnom Penh', 'hi-tech', 'Dũng', 'Thanh', 'Hiên'],
    ...['when did they rest in peace?', 'nguồn gốc', 'dừng chân', 'ថ្ងៃនេះឆ្នាំ១៩៧៩', '1979', '"', ''],
  ])('%j is no talk', words => {
    expect(talkIn(words)).toEqual([])
  })

  it('is no talk if it is long', () => {
    expect(talkIn('hello '.repeat(100))).toEqual([])
  })
})

describe('the language of talk', () => {
  it.each([
    ['xin chào', 'vi'],
    ['cam on nhe', 'vi'],
    ['អរគុណ', 'km'],
    ['help', undefined],
    ['ok', undefined],
    ['hi bạn', undefined],
  ])('of %j is %s', (words, language) => {
    expect(languageOfTalk(words)).toBe(language)
  })
})

describe.each([...packs].flatMap(([tag, { talk }]) => (talk ? [{ tag, talk }] : [])))(
  'the talk of $tag',
  ({ talk }) => {
    it('names only commands that there are', () => {
      const names: readonly string[] = commands.map(({ name }) => name)
      expect(Object.keys(talk.commands).filter(name => !names.includes(name))).toEqual([])
    })

    it('is understood phrase by phrase', () => {
      const phrases = [...Object.values(talk.commands), ...Object.values(talk.replies)].flat()
      const all = [...phrases, ...Object.values(talk.smallTalk).flat()]
      expect(all.filter(phrase => talkIn(phrase).length === 0)).toEqual([])
      expect(talk.sorrow.filter(phrase => first(phrase) !== 'sorrow')).toEqual([])
    })
  },
)
