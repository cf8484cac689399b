// Checks how words are weighed where syllables have spaces between them, and what stands beside a question's words.

import { describe, expect, it } from 'vitest'
import { findAnswer } from '../../../src/core/answers/choose.ts'
import { findWhen } from '../../../src/core/answers/finders/when.ts'
import { soughtWordsOf } from '../../../src/core/answers/weighing/sought.ts'
import type { QuestionKind } from '../../../src/core/languages/question-words.ts'
import { kindsPromised } from '../../../src/core/search/question/topics.ts'
import { askedOf } from './asked.ts'

const ask = async (kind: QuestionKind, question: string, language: 'vi' | 'en' = 'vi') => {
  const finding = await findAnswer(await askedOf(kind, question, { language }))
  return finding.kind === 'statements' ? finding.statements.map(({ text }) => text).join('\n') : finding.kind
}

describe('a syllable', () => {
  it.each([
    ['of another word is not the word that is asked for', 'Hun Sen sinh <ở đâu>', 'where'],
    ['with other accents is another word', 'Nguyễn Phú Trọng qua đời <ngày nào>', 'when'],
    ['that the archive has only with other accents is not in it', '<ai> vẽ quốc kỳ Campuchia', 'who'],
    ['that only the name of a newspaper has is not in it', 'Sài Gòn giàu lên <ngày mấy>', 'when'],
  ] as const)('%s: "%s"', async (_, question, kind) => {
    expect(await ask(kind, question)).toBe('silent')
  })

  it('of a phrase counts with the phrase, even if it is light by itself', async () => {
    expect(await ask('why', '<vì sao> năm 1989 quân tình nguyện rút về')).toContain('đủ mạnh')
  })
})

it('may be of either of two things of which one is so', async () => {
  const text = await ask('whether', 'ngày này là giải phóng <hay> xâm lược')
  expect(text).toContain('giải phóng')
  expect(text).toContain('xâm lược')
})

describe('the weight of words', () => {
  const sharesOf = async (question: string) => {
    const asked = await askedOf('when', question, { language: 'vi' })
    const { shares } = soughtWordsOf(asked)
    return (word: string) => shares[asked.query.words.findIndex(each => each.form === word)] as number
  }

  it('is that of one word for a phrase', async () => {
    const share = await sharesOf('chế độ Pol Pot sụp đổ <khi nào>')
    expect(share('sụp')).toBe(share('đổ'))
    expect(share('sụp') + share('đổ')).toBeLessThan(0.75)
  })

  it('is small in a clause that does not ask', async () => {
    const share = await sharesOf('người ta cãi nhau hoài, quân tình nguyện rút <khi nào>')
    expect(share('cãi')).toBeLessThan(share('rút') / 2)
  })
})

it('begins with both sides of a question of yes or no', async () => {
  const finding = await findAnswer(await askedOf('whether', 'giải phóng <hay> xâm lược', { language: 'vi' }))
  const kinds = finding.kind === 'statements' ? finding.statements.map(({ statement }) => statement.kind) : []
  expect(new Set(kinds.slice(0, 2).map(kind => kind === 'outside')).size).toBe(2)
})

it('adds the day from outside to an event of which only the year is known', async () => {
  const finding = await findWhen(
    await askedOf('when', 'Chuyến hành trình của Hun Sen qua biên giới <khi nào>', { language: 'vi' }),
  )
  const dates = finding?.kind === 'statements' ? finding.statements.map(({ text }) => text) : []
  expect(dates).toHaveLength(2)
  expect(dates[1]).toContain('20 tháng 6 năm 1977')
})

it('takes what happened in the country of all articles for what happened', async () => {
  const [here, alone] = await Promise.all(
    ['<what happened> in Cambodia in April 1975', '<what happened> in April 1975'].map(async question =>
      findAnswer(await askedOf('happened', question)),
    ),
  )
  expect(here).toEqual(alone)
})

it('counts nothing with a number in a name', async () => {
  expect(await ask('how many', 'Việt Nam <có bao nhiêu> tỉnh')).toBe('silent')
})

describe('a title', () => {
  it.each([
    ['Reasons given for sending soldiers', 'why'],
    ['Các lý do được nêu', 'why'],
    ['ហេតុផលនៃការបញ្ជូនទាហាន', 'why'],
  ])('promises answers: "%s"', (title, kind) => {
    expect([...kindsPromised(title)]).toContain(kind)
  })
})
