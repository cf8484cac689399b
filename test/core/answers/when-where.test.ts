// Checks what is found for questions of when and where.

import { describe, expect, it } from 'vitest'
import { findPublished } from '../../../src/core/answers/finders/published.ts'
import { findAnniversary, findDayNamed, findWhen } from '../../../src/core/answers/finders/when.ts'
import { findWhere } from '../../../src/core/answers/finders/where.ts'
import type { Finder } from '../../../src/core/answers/finding.ts'
import { formatLooseDate } from '../../../src/core/calendar/date.ts'
import type { QuestionKind } from '../../../src/core/languages/question-words.ts'
import { caller, createChat, textOf } from '../bundled.ts'
import { askedOf } from './asked.ts'

/** The kind of the best statement, and the date or place that is the answer. */
const answerTo = async (find: Finder, kind: QuestionKind, question: string, language: string) => {
  const finding = await find(await askedOf(kind, question, { language }))
  const [answer] = finding?.kind === 'statements' ? finding.statements : []
  if (!answer) return finding?.kind
  const { statement, text, focus } = answer
  const asked = focus.map(([start, end]) => text.slice(start, end)).join(', ')
  return statement.kind === 'event' && asked === '' ? `event ${formatLooseDate(statement.event.date)}` : asked
}

describe('when an article was published', () => {
  const published = async (question: string, language = 'en') => {
    const finding = await findPublished(await askedOf('when', question, { language }))
    const [answer] = finding?.kind === 'statements' ? finding.statements : []
    return answer?.statement.kind === 'publication' ? answer.statement.article.id : undefined
  }

  it.each([
    ['<when was> the VOVworld article published', 'vovworld-2014'],
    ['<when did> Sophal Tuon write his article', 'qdnd-2023'],
    ['bài viết trên Sài Gòn Giải Phóng được xuất bản <ngày nào>', 'sggp-2024', 'vi'],
    ['អត្ថបទរបស់ VOVworld ចេញផ្សាយ<នៅពេលណា>', 'vovworld-2014', 'km'],
  ])('is found by whose it is: "%s"', async (question, id, language = 'en') => {
    expect(await published(question, language)).toBe(id)
  })

  it.each([
    '<when was> VOVworld founded',
    '<when did> Hun Sen write an article',
    '<when did> VOVworld publish its article on Angkor',
    '<when was> the article published',
  ])('is not found by anything else: "%s"', async question => {
    expect(await published(question)).toBeUndefined()
  })
})

describe('when', () => {
  const when = (question: string, language = 'en') => answerTo(findWhen, 'when', question, language)

  it.each([
    ['<when did> the khmer rouge fall', 'event 1979-01-07'],
    ['<when did> they come to power', 'event 1975-04'],
    ['<since when do> vietnam and cambodia have diplomatic relations', 'event 1967'],
    ['<what year was> the withdrawal of the Vietnamese army', 'event 1989'],
    ['Phnôm Pênh được giải phóng <khi nào>', 'event 1979-01-07', 'vi'],
    ['ភ្នំពេញត្រូវបានរំដោះ<នៅថ្ងៃណា>', 'event 1979-01-07', 'km'],
  ])('is the date of the event: "%s"', async (question, date, language = 'en') => {
    expect(await when(question, language)).toBe(date)
  })

  it('is the founding and not a ceremony for it', async () => {
    expect(await when('<when was> the Front founded')).toBe('event 1978-12-02')
  })

  it.each([
    ['<when was> the tribunal that convicted Nuon Chea', 'en', '16 November 2018'],
    ['tòa án kết án Nuon Chea <khi nào>', 'vi', 'Ngày 16 tháng 11 năm 2018'],
    ['សាលាក្តីបានផ្តន្ទាទោស នួន ជា <នៅថ្ងៃណា>', 'km', 'ថ្ងៃទី១៦ ខែវិច្ឆិកា ឆ្នាំ២០១៨'],
  ])('is the date in a statement if no event has it: "%s"', async (question, language, date) => {
    expect(await when(question, language)).toBe(date)
  })

  it('is not the date of something else', async () => {
    expect(await when('<when did> Hun Sen visit Vietnam')).toBeUndefined()
    expect(await when('<when was> Pol Pot born')).toBeUndefined()
    expect(await when('<when was> Angkor Wat built')).toBeUndefined()
  })

  it('is the next date of a day that the question names', async () => {
    const days = { kind: 'days', coming: [{ anniversary: { id: 'january-7' } }] }
    expect(await findDayNamed(await askedOf('when', '<when is> Victory Day'))).toMatchObject(days)
    expect(await findDayNamed(await askedOf('when', '<when is> the world cup'))).toBeUndefined()
    expect(
      await findAnniversary(await askedOf('when', '<when was> the founding of the front')),
    ).toMatchObject({
      kind: 'days',
      coming: [{ anniversary: { id: 'front-founding' } }],
    })
  })
})

describe('where', () => {
  it.each([
    ['<where was> the Front founded', 'en', 'Snuol, Kratie'],
    ['<where is> the X-16 site', 'en', 'Tbong Khmum'],
    ['<where is> Snuol', 'en', 'Kratie'],
    ['Snuol <ở đâu>', 'vi', 'Kratie'],
    ['ស្នួល<នៅឯណា>', 'km', 'ខេត្តក្រចេះ'],
    ['<where was> the ceremony of 2024', 'en', 'Hanoi'],
    ['X-16 <ở đâu>', 'vi', 'Tbong Khmum'],
    ['Mặt trận được thành lập <ở đâu>', 'vi', 'Snuol'],
    ['X-១៦ <នៅឯណា>', 'km', 'ត្បូងឃ្មុំ'],
    ['រណសិរ្សបង្កើត<នៅឯណា>', 'km', 'ស្នួល'],
  ])('is the place nearest to the words: "%s"', async (question, language, place) => {
    expect(await answerTo(findWhere, 'where', question, language)).toBe(place)
  })

  it('is no place of something else', async () => {
    expect(await answerTo(findWhere, 'where', '<where is> Angkor Wat', 'en')).toBeUndefined()
  })
})

describe('when an event was', () => {
  it.each([
    ['en', 'when did Vietnam withdraw', /^1989.*AKP.*September 1989/s],
    ['vi', 'Việt Nam rút quân khi nào', /^Năm 1989.*AKP.*tháng 9 năm 1989/s],
    ['km', 'វៀតណាមដកទ័ពនៅពេលណា', /ឆ្នាំ១៩៨៩.*ខែកញ្ញា ឆ្នាំ១៩៨៩/s],
  ])('is followed by what others say of its date (%s: %s)', async (locale, question, expected) => {
    expect(textOf(await (await createChat()).say(question, { ...caller, locale }))).toMatch(expected)
  })
})
