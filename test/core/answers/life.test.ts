// Tests that nothing said of others answers what is asked about the life of one person.

import { describe, expect, it } from 'vitest'
import { findAnswer } from '../../../src/core/answers/choose.ts'
import type { QuestionKind } from '../../../src/core/languages/question-words.ts'
import { askedOf } from './asked.ts'

const questions: [QuestionKind, string][] = [
  ['when', '<when did> Pol Pot die'],
  ['what', '<how did> Pol Pot die'],
  ['where', '<where was> Pol Pot on 7 January 1979'],
  ['when', '<when was> Heng Samrin born'],
  ['when', 'Hun Sen was Prime Minister <since when>'],
  ['how long', '<how long> was Hun Sen in Vietnam'],
  ['how long', '<how long> was Le Minh Khai Deputy Prime Minister'],
  ['how many', '<how many> Vietnamese volunteer soldiers died in Cambodia'],
]

describe('the life of one person', () => {
  it.each(questions)('is not told by what happened to others, asked %s: %s', async (kind, question) => {
    const finding = await findAnswer(await askedOf(kind, question, { language: 'en' }))
    expect(finding.kind).toBe('silent')
  })

  it.each([
    ['how many', '<how many> people died under Pol Pot'],
    ['when', '<when did> Pol Pot fall'],
  ] as const)('is not asked about by %s: %s', async (kind, question) => {
    const finding = await findAnswer(await askedOf(kind, question, { language: 'en' }))
    expect(finding.kind).toBe('statements')
  })

  it('is told by an event with the same names', async () => {
    const finding = await findAnswer(
      await askedOf('when', 'Hun Sen sang Việt Nam <năm nào>', { language: 'vi' }),
    )
    expect(finding.kind === 'statements' && finding.statements[0]?.statement.kind).toBe('event')
  })

  it('is not asked about by a name that has theirs within it', async () => {
    const typed = 'chế độ Pol Pot chết <bao nhiêu người>'
    const finding = await findAnswer(await askedOf('how many', typed, { language: 'vi' }))
    expect(finding.kind).toBe('statements')
  })
})
