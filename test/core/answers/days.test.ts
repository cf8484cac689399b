// Checks what is found for questions about dates and coming days.

import { describe, expect, it } from 'vitest'
import { findDateAlone, findHappened, findToday } from '../../../src/core/answers/finders/happened.ts'
import { findNext } from '../../../src/core/answers/finders/next.ts'
import type { Finder, Finding } from '../../../src/core/answers/finding.ts'
import { formatLooseDate } from '../../../src/core/calendar/date.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import type { QuestionKind } from '../../../src/core/languages/question-words.ts'
import { textOfBlocks } from '../../../src/core/message/text.ts'
import { daysMessage } from '../../../src/core/wording/found/days.ts'
import { happenedMessage } from '../../../src/core/wording/found/happened.ts'
import { anniversaryFile, articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { askedOf } from './asked.ts'

/** The kinds found with their dates, in order. */
function datedIn(finding: Finding | undefined) {
  if (finding?.kind !== 'happened') return finding?.kind
  return finding.dated.map(({ statement, date }) => `${statement.kind} ${formatLooseDate(date)}`)
}

const answerTo = async (find: Finder, kind: QuestionKind, question: string, language = 'en') => {
  const asked = await askedOf(kind, question, { language })
  const finding = await find(asked)
  const view = { corpus: asked.corpus, language, say: await phrasesOf(language) }
  if (finding?.kind === 'happened') return textOfBlocks(happenedMessage(finding, asked.today, view).body)
  if (finding?.kind === 'days') return textOfBlocks(daysMessage(finding, asked.today, view).body)
  return finding?.kind
}

describe('what happened on a date', () => {
  it.each([
    ['<what happened in> 1967', 'en', ['event 1967']],
    ['<what happened on> 2 December 1978', 'en', ['event 1978-12-02', 'outside 1978-12-02']],
    ['<what happened on> 25 December 1978', 'en', ['outside 1978-12-25']],
    ['17 April 1975', 'en', ['outside 1975-04-17']],
    ['2 December', 'en', ['event 1978-12-02', 'outside 1978-12-02', 'event 2025-12-02']],
    ['<có gì> tháng 7 năm 2017', 'vi', ['event 2017-07']],
    ['ខែកក្កដា ឆ្នាំ២០១៧', 'km', ['event 2017-07']],
    ['<what happened in> Hanoi in 2024', 'en', ['event 2024-01-07']],
  ])('is found for "%s"', async (question, language, dated) => {
    expect(datedIn(await findHappened(await askedOf('happened', question, { language })))).toEqual(dated)
  })

  it('has no event of a whole year on one of its days, but names it as the nearest', async () => {
    const finding = await findHappened(await askedOf('happened', '3 May 1967'))
    expect(finding).toMatchObject({ kind: 'happened', isNearest: true })
    expect(datedIn(finding)).toContain('event 1967')
  })

  it('includes the years of what lasted', async () => {
    expect(datedIn(await findHappened(await askedOf('happened', '1985')))).toContain('event 1979')
  })

  it('is left to others if no date is asked for, or nothing of the date is on the other words', async () => {
    expect(await findHappened(await askedOf('happened', '<what happened to> the harbour'))).toBeUndefined()
    expect(await findHappened(await askedOf('happened', '<what happened in> Kratie in 2022'))).toBeUndefined()
  })

  it('is the first day of an anniversary, or a sentence with the date, where no event is listed', async () => {
    const lighthouse = corpusOf(
      articleFile({}, { body: 'The lighthouse was lit on 3 May 1902. It went out on 4 June 1910.' }),
      anniversaryFile({ recurrence: '{ yearly: "05-03" }', since: '1902-05-03' }),
    )
    const ask = async (question: string) =>
      findHappened(await askedOf('happened', question, { corpus: lighthouse }))
    expect(await ask('3 May 1902')).toMatchObject({ anniversaries: [{ anniversary: { id: 'the-day' } }] })
    expect(await ask('<what happened on> 4 June 1910')).toMatchObject({
      kind: 'statements',
      statements: [{ text: 'It went out on 4 June 1910.', focus: [[15, 26]] }],
    })
  })

  it('is told of a question that has nothing but a date, whatever it asks', async () => {
    const dated = datedIn(await findDateAlone(await askedOf('what', '<what about> the eighties')))
    expect(dated).toContain('event 1989')
    const day = await findDateAlone(await askedOf('what', '<what is> Victory Day'))
    expect(day).toMatchObject({ asked: { type: 'day', month: 1, day: 7 } })
    expect(await findDateAlone(await askedOf('what', '<what is> the army of 1989'))).toBeUndefined()
  })

  it('is said with source and date, and marks what is from outside', async () => {
    const answer = await answerTo(findHappened, 'happened', '<what happened in> 1989')
    expect(answer).toContain('1989: AKP: ')
    expect(answer).toContain('Viet Nam News, 7 January 2026')
    expect(answer).toMatch(/From outside this archive\n.*September 1989/)
  })

  it('is nothing, plainly, with the nearest dates, if the archive has nothing then', async () => {
    const answer = await answerTo(findHappened, 'happened', '<what happened in> 1850')
    expect(answer).toMatch(/^The archive has nothing for 1850\.\nThe nearest dates that it has:\n1967/)
  })
})

describe('today', () => {
  it.each([
    ['<anything> today', 'en', 'nothing on 28 November', '2 December 2026, in 4 days'],
    ['hôm nay <có gì>', 'vi', 'ngày 28 tháng 11', 'Ngày 2 tháng 12 năm 2026, còn 4 ngày nữa'],
    ['ថ្ងៃនេះ', 'km', 'ថ្ងៃទី២៨ ខែវិច្ឆិកា', 'ថ្ងៃទី២ ខែធ្នូ ឆ្នាំ២០២៦'],
  ])('has nothing, and the next day is named: "%s"', async (question, language, none, next) => {
    const answer = await answerTo(findToday, 'today', question, language)
    expect(answer).toContain(none)
    expect(answer).toContain(next)
  })

  it('has its anniversaries and what happened on that day of other years', async () => {
    const finding = await findToday(await askedOf('today', '<anything> today', { today: '2027-01-07' }))
    expect(finding).toMatchObject({ kind: 'happened', isNearest: false })
    expect(
      finding?.kind === 'happened' && finding.anniversaries.map(({ anniversary }) => anniversary.id),
    ).toEqual(['january-7'])
    expect(datedIn(finding)).toContain('event 1979-01-07')
  })

  it('may be another day counted from it', async () => {
    const finding = await findToday(await askedOf('today', '<anything> tomorrow', { today: '2027-01-06' }))
    expect(finding).toMatchObject({ asked: { type: 'day', month: 1, day: 7 } })
    const among = await findToday(await askedOf('today', "<what's> on tomorrow", { today: '2027-01-06' }))
    expect(among).toMatchObject({ asked: { type: 'day', month: 1, day: 7 } })
  })

  it('may be a week, with the anniversaries that fall in it', async () => {
    const finding = await findToday(await askedOf('today', 'next week'))
    const ids = finding?.kind === 'happened' && finding.anniversaries.map(({ anniversary }) => anniversary.id)
    expect(ids).toEqual(['front-founding'])
  })
})

describe('the next day', () => {
  const idsOf = (finding: Finding | undefined) =>
    finding?.kind === 'days' ? finding.coming.map(({ anniversary }) => anniversary.id) : finding

  it.each([
    '<what comes> next',
    '<when is> the next anniversary',
    'next date',
    'ngày kỷ niệm <tiếp theo là>',
  ])('is the nearest anniversary: "%s"', async question => {
    expect(idsOf(await findNext(await askedOf('next', question)))).toEqual([
      'front-founding',
      'january-7',
      'journey-1977',
    ])
  })

  it('is the one that is named', async () => {
    expect(idsOf(await findNext(await askedOf('next', '<when is the next> Victory Day')))).toEqual([
      'january-7',
    ])
    expect(idsOf(await findNext(await askedOf('next', '<the next> 20 June')))).toEqual(['journey-1977'])
  })

  it('is none if another one is named', async () => {
    expect(await findNext(await askedOf('next', '<when is the next> world cup'))).toBeUndefined()
    expect(await findNext(await askedOf('next', '<when is the next> 3 May'))).toBeUndefined()
  })

  it('is said with its date and in how many days it is', async () => {
    expect(await answerTo(findNext, 'next', '<what comes> next')).toContain(
      '2 December 2026, in 4 days: the 48th anniversary',
    )
  })
})
