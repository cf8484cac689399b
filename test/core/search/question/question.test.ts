// Tests what a typed line asks, and which of its words are sought.

import { describe, expect, it } from 'vitest'
import type { QuestionKind } from '../../../../src/core/languages/question-words.ts'
import { readQuery } from '../../../../src/core/search/query/query.ts'

/** By language and kind: a question, and its words that are sought and not light. */
const english: [QuestionKind, string, string][] = [
  ['when', 'when did the bridge collapse', 'bridge collapse'],
  ['when', 'What year was the opening of the market?', 'opening market'],
  ['when', 'since when is the bridge closed', 'bridge closed'],
  ['when', 'in which century was the temple built', 'temple built'],
  ['when', 'The treaty was signed in what year', 'treaty signed'],
  ['when', 'Sok Dara died when', 'sok dara died'],
  ['when', 'wich year did the bridge fall', 'bridge fall'],
  ['when', 'when did the bridge fall? I read other dates', 'bridge fall'],
  ['when', 'my class needs to know when the bridge fell', 'class bridge fell'],
  ['when', 'We argued. When did the bridge fall', 'argued bridge fall'],
  ['when', 'how far back do the records go', 'records'],
  ['when', 'birthday of the club', 'birthday club'],
  ['how long', 'how many years, months and days did the siege last', 'siege last'],
  ['next', 'what date is the next memorial day', 'memorial day'],
  ['what', 'could you suggest a good hotel', 'suggest good hotel'],
  ['who', 'who was the most prominent guest at the fair', 'guest fair'],
  ['who', 'where does Sok Dara work', 'sok dara'],
  ['who', 'what office did Sok Dara hold', 'sok dara'],
  ['where', 'which province is the bridge in', 'bridge'],
  ['why', 'why cant they cross the bridge', 'cross bridge'],
  ['what', 'what kind of paper is the Morning Star', 'morning star'],
  ['what', 'which part of Lisbon was flooded', 'lisbon flooded'],
  ['what', 'which part of the city was flooded', 'flooded'],
  ['how many', 'which part of the pupils was injured', 'pupils injured'],
  ['said', 'what words did Sok Dara have for the miners', 'sok dara miners'],
  ['happened', 'what happend in 1975', '1975'],
  ['next', 'which day do you remember next', ''],
  ['who', 'who built the bridge', 'built bridge'],
  ['who', 'who is Sok Dara', 'sok dara'],
  ['who', 'which leader signed the treaty', 'leader signed treaty'],
  ['who', 'by whom was the bridge built', 'bridge built'],
  ['who said', 'who said the fair was a success', 'fair success'],
  ['how many', 'how many boats came to the fair', 'boats fair'],
  ['how many', 'what was the death toll of the flood', 'death toll flood'],
  ['how many', 'death toll of the flood', 'death toll flood'],
  ['how many', 'number of boats at the fair', 'boats fair'],
  ['how many', 'is it known how many drowned', 'drowned'],
  ['how long', 'how long did the flood last', 'flood last'],
  ['how long', 'for how many days was the bridge closed', 'bridge closed'],
  ['where', 'where is the rice market', 'rice market'],
  ['where', 'in what province does the river rise', 'river rise'],
  ['why', 'why did the bridge fall', 'bridge fall'],
  ['why', 'how come the bridge fell', 'bridge fell'],
  ['why', 'what was the reason for the closure', 'closure'],
  ['why', 'what reasons are given for the closure', 'closure'],
  ['happened', 'what happened in 1962', '1962'],
  ['happened', 'in 1962 there was something about a bridge', '1962 bridge'],
  ['happened', 'anything on 3 May 1962', '3 may 1962'],
  ['happened', 'tell me about 1962', '1962'],
  ['said', 'what did Sok Dara say about the bridge', 'sok dara bridge'],
  ['said', 'what does the mayor think of the market', 'mayor market'],
  ['whether', 'did the bridge fall', 'bridge fall'],
  ['whether', 'is it a market or a fair', 'market fair'],
  ['next', 'when is the next anniversary', 'anniversary'],
  ['next', "what's next", ''],
  ['today', 'anything today?', 'today'],
  ['today', 'what happened tomorrow', 'tomorrow'],
  ['what', 'what is a bridge', 'bridge'],
  ['what', 'can you tell me about the bridge', 'bridge'],
  ['what', 'tell me about the bridge', 'bridge'],
  ['what', 'what happened at the bridge', 'bridge'],
  ['what', 'how did the bridge fall', 'bridge fall'],
  ['what', 'when it rains, what is done with the rice', 'rains done rice'],
  ['who', 'In May 1962, who built the bridge', 'may 1962 built bridge'],
]

const vietnamese: [QuestionKind, string, string][] = [
  ['when', 'cầu sập khi nào', 'cầu sập'],
  ['when', 'hồi nào chợ mở cửa', 'chợ mở cửa'],
  ['when', 'chợ mở cửa năm nào vậy ạ', 'chợ mở cửa'],
  ['when', 'chừng nào chợ mở', 'chợ mở'],
  ['who', 'ai xây cây cầu này', 'xây cây cầu'],
  ['who', 'Sok Dara là ai', 'sok dara'],
  ['who said', 'ai nói hội chợ thành công', 'hội chợ thành công'],
  ['how many', 'có bao nhiêu thuyền ở hội chợ', 'thuyền hội chợ'],
  ['how many', 'mấy người bị chết đuối', 'chết đuối'],
  ['how many', 'số người chết vì lũ', 'chết vì lũ'],
  ['how long', 'lũ kéo dài bao lâu', 'lũ kéo dài'],
  ['how long', 'cầu bị đóng mấy ngày', 'cầu đóng'],
  ['how long', 'phiên chợ họp bao lâu thì tan', 'phiên chợ họp'],
  ['who', 'nước nào xây cây cầu', 'xây cây cầu'],
  ['who', 'Sok Dara làm việc ở đâu', 'sok dara'],
  ['who', 'Sok Dara học vị gì', 'sok dara'],
  ['why', 'mấy chuyện này lạ sao chưa được coi là thật', 'lạ thật'],
  ['what', 'thuyền đi về phía nào của chợ', 'thuyền đi chợ'],
  ['where', 'chợ gạo ở đâu', 'chợ gạo'],
  ['where', 'chợ gạo nằm ở chỗ nào', 'chợ gạo'],
  ['why', 'tại sao cầu sập', 'cầu sập'],
  ['why', 'sao lại đóng chợ', 'đóng chợ'],
  ['why', 'lý do đóng chợ', 'đóng chợ'],
  ['happened', 'năm 1962 có gì', 'năm 1962'],
  ['happened', 'chuyện gì xảy ra năm 1962', 'năm 1962'],
  ['said', 'Sok Dara nói gì về cây cầu', 'sok dara cây cầu'],
  ['whether', 'cầu có sập không', 'cầu sập'],
  ['whether', 'có phải cầu sập không', 'cầu sập'],
  ['next', 'ngày kỷ niệm tiếp theo là khi nào', ''],
  ['next', 'sắp tới có gì', ''],
  ['today', 'hôm nay có gì không', 'nay'],
  ['what', 'cầu dây văng là gì', 'cầu dây văng'],
  ['what', 'có bài nào về chợ không', 'chợ'],
  ['what', 'cho tôi biết về chợ gạo', 'chợ gạo'],
]

const khmer: [QuestionKind, string, string][] = [
  ['when', 'ស្ពានបាក់នៅពេលណា', 'ស្ពាន បាក់'],
  ['when', 'តើផ្សារបើកនៅឆ្នាំណា', 'ផ្សារ បើក'],
  ['when', 'អង្កាល់ផ្សារបើក', 'ផ្សារ បើក'],
  ['who', 'នរណាសាងសង់ស្ពាន', 'សាងសង់ ស្ពាន'],
  ['who', 'តើផ្សារជារបស់អ្នកណា', 'ផ្សារ'],
  ['who', 'តើនរណាជានាយករដ្ឋមន្ត្រី', 'នាយក រដ្ឋមន្ត្រី'],
  ['who said', 'អ្នកណានិយាយថាផ្សារធំ', 'ផ្សារ ធំ'],
  ['how many', 'មានទូកប៉ុន្មាន', 'ទូក'],
  ['how many', 'ចំនួនអ្នកស្លាប់ដោយទឹកជំនន់', 'ស្លាប់ ទឹកជំនន់'],
  ['how long', 'ទឹកជំនន់យូរប៉ុណ្ណា', 'ទឹកជំនន់'],
  ['how long', 'ស្ពានបិទប៉ុន្មានថ្ងៃ', 'ស្ពាន បិទ'],
  ['where', 'ផ្សារនៅឯណា', 'ផ្សារ'],
  ['why', 'ហេតុអ្វីបានជាស្ពានបាក់', 'ស្ពាន បាក់'],
  ['happened', 'ឆ្នាំ១៩៦២មានអ្វី', '១៩៦២'],
  ['said', 'លោកសុខនិយាយថាអ្វី', 'សុខ'],
  ['whether', 'ស្ពានបាក់ឬទេ', 'ស្ពាន បាក់'],
  ['next', 'ខួបបន្ទាប់នៅថ្ងៃណា', ''],
  ['today', 'ថ្ងៃនេះមានអ្វី', 'ថ្ងៃនេះ'],
  ['what', 'តើស្ពានជាអ្វី', 'ស្ពាន'],
  ['when', 'ខ្ញុំជាសិស្ស តើផ្សារបើកនៅឆ្នាំណា', 'ផ្សារ បើក'],
  ['when', 'ផ្សារបើកនៅឆ្នាំណា ជីតាខ្ញុំមិនដែលនិយាយ', 'ផ្សារ បើក'],
  ['where', 'ផ្សារនៅខេត្តអី', 'ផ្សារ'],
  ['where', 'ផ្សារស្ថិតនៅខាងណា', 'ផ្សារ'],
  ['what', 'គេឆ្លងទន្លេខាងណា', 'ឆ្លងទន្លេ'],
  ['whether', 'មិត្តខ្ញុំថាស្ពានបាក់ រឺផ្សារបិទ', 'ស្ពាន បាក់ ផ្សារ បិទ'],
  ['who', 'លោកសុខមានតួនាទីអ្វី', 'សុខ'],
]

const kindOf = (typed: string) => readQuery(typed).question?.kind

function soughtIn(typed: string): string {
  const { words, question } = readQuery(typed)
  return words
    .filter(({ isAsking }, at) => !isAsking && !question?.lightWords.includes(at))
    .map(word => word.typed.toLowerCase())
    .join(' ')
}

const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')

describe.each([
  ['en', english],
  ['vi', vietnamese],
  ['km', khmer],
])('a question in %s', (language, questions) => {
  it.each(questions)('asks %s: %s', (kind, typed, sought) => {
    expect(kindOf(typed)).toBe(kind)
    expect(readQuery(typed).question?.language).toBe(language)
    expect(soughtIn(typed)).toBe(sought)
  })

  it.each(questions)(
    'asks the same with a question mark, in capitals, with spaces and politely: %s, %s',
    (kind, typed) => {
      const ends = /\?$/.test(typed) ? ['', ' '] : ['', '?', ' ?', '  ']
      for (const end of ends) expect(kindOf(typed + end)).toBe(kind)
      expect(kindOf(typed.toUpperCase())).toBe(kind)
      const polite = { en: 'please, ', vi: 'xin cho biết ', km: 'សូមប្រាប់ ' }[language] ?? ''
      expect(kindOf(polite + typed)).toBe(kind)
    },
  )

  it.each(questions)('asks nothing in quotation marks: %s, %s', (_, typed) => {
    expect(readQuery(`"${typed.replace(/\?$/, '')}"`).words.some(({ isAsking }) => isAsking)).toBe(false)
  })
})

it.each(vietnamese)('asks the same without diacritics: %s, %s', (kind, typed) => {
  expect(kindOf(bare(typed))).toBe(kind)
})

describe('a date alone asks what happened', () => {
  it.each([
    '1962',
    '3 May 1962',
    'May 1962',
    '3/5/1962',
    '1962 to 1965',
    'ngày 3 tháng 5',
    'tháng 5 năm 1962',
    'ឆ្នាំ១៩៦២',
    'ថ្ងៃទី៣ ខែឧសភា',
  ])('%s', typed => {
    expect(kindOf(typed)).toBe('happened')
  })
})

describe('key words ask nothing', () => {
  it.each([
    ...[
      'rice market',
      'flood 1962 bridge',
      'can tho flood',
      'do muoi',
      'who',
      'WHO',
      '45',
      'people who drowned',
    ],
    ...[
      'AI in Cambodia',
      'may flood',
      'so sanh',
      'hội chợ',
      'chợ hoa xuân',
      'cho gao',
      'ផ្សារ',
      'វៀតណាម',
      'កៅអី',
    ],
    ...['no matter what happened', 'không bao giờ quên', 'bất cứ ai', 'wheat price', 'អ្វីៗ', 'how are you'],
    ...['"how the west was won"', 'year:1962', '-flood', ''],
  ])('%s', typed => {
    expect(readQuery(typed).question).toBeUndefined()
  })
})
