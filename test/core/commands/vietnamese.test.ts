// Checks answers in Vietnamese: suggestions are Vietnamese, lines begin with a capital, and older wordings are found.
import { beforeAll, describe, expect, it } from 'vitest'
import { blocksOf, type Chat, caller, choicesOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeAll(async () => {
  chat = await createChat()
})
const say = (line: string, locale = 'vi') => chat.say(line, { ...caller, locale })
const labelsOf = async (line: string, locale?: string) =>
  choicesOf(await say(line, locale)).map(({ label }) => label)

describe('a suggestion', () => {
  it.each([
    ['en', 'Write words'],
    ['vi', 'Nhập từ khóa'],
    ['km', 'សរសេរពាក្យ'],
  ])('where nothing is near is only to write other words: %s', async (locale, label) => {
    expect(await labelsOf('/search zqzqzq xwxwxw', locale)).toEqual([label])
  })

  it.each([
    ['en', 'volunteer soldiers'],
    ['vi', 'quân tình nguyện'],
    ['km', 'ទាហានស្ម័គ្រចិត្ត'],
  ])('where a search has no words is in the language of the answer: %s', async (locale, name) => {
    expect(await labelsOf('/search', locale)).toContain(name)
  })

  it.each([
    ['en', '“Cambodia” instead of “cambogde”'],
    ['vi', '“Campuchia” thay cho “cambogde”'],
  ])('in place of a misspelt name is in the language of the answer: %s', async (locale, words) => {
    expect(textOf(await say('/search cambogde', locale))).toContain(words)
  })

  it('finds something when it is pressed', async () => {
    for (const locale of ['vi', 'km'])
      for (const name of (await labelsOf('/search', locale)).slice(0, -1))
        expect(blocksOf(await say(`/search ${name}`, locale), 'blockquote'), name).not.toEqual([])
  })
})

describe('a line or button that begins with a date', () => {
  it('begins with a capital', async () => {
    const lines = textOf(await say('/timeline 1967-1990')).split('\n')
    for (const start of ['Năm 1967 (suy ra): ', 'Tháng 4 năm 1975: ', 'Ngày 7 tháng 1 năm 1979: '])
      expect(
        lines.some(line => line.includes(start)),
        start,
      ).toBe(true)
    expect((await labelsOf('/onthisday abc')).filter(label => label.startsWith('ngày'))).toEqual([])
  })
})

describe('an older wording', () => {
  it.each([
    ['Những dịp kỷ niệm mà các bài báo tính', 'Các mốc kỷ niệm nêu trong bài báo'],
    ['Bao nhiêu người đã bị giết hại', 'Số người bị giết hại'],
    ['Việt Nam hành động vì lý do gì', 'Các lý do được nêu cho hành động của Việt Nam'],
    ['Chế độ cầm quyền bao lâu', 'Thời gian cầm quyền của chế độ'],
    ['Ai đã lật đổ chế độ', 'Những bên được nêu là đã lật đổ chế độ'],
  ])('of a subject finds it: %s', async (words, title) => {
    expect(textOf(await say(`/facts ${words}`)).split('\n')[0]).toBe(title)
  })

  it.each([
    ['Phnôm Pênh', 'Phnom Penh'],
    ['VNA', 'TTXVN'],
    ['kỷ niệm lần thứ 45', '45 năm'],
  ])('%s finds what is now written %s', async (words, now) => {
    expect(textOf(await say(`/search ${words}`))).toContain(now)
  })

  it.each(['Phnôm Pênh', 'Phnom Penh', 'Nam Vang'])('of a name finds it: %s', async words => {
    expect(textOf(await say(`/who ${words}`)).split('\n')[0]).toBe('Phnom Penh')
  })
})
