// Checks what a statement must have to answer, however much of the rest of a question it has.

import { describe, expect, it } from 'vitest'
import { answersOn } from '../../../../src/core/answers/weigh.ts'
import { textOfStatement } from '../../../../src/core/answers/weighing/statement-text.ts'
import type { QuestionKind } from '../../../../src/core/languages/question-words.ts'
import { askedOf } from '../asked.ts'

async function textsFor(kind: QuestionKind, question: string, language = 'en'): Promise<string> {
  const asked = await askedOf(kind, question, { language })
  return (await answersOn(asked)).map(({ statement }) => textOfStatement(statement, language)).join('\n')
}

describe('an answer', () => {
  it.each([
    ['where', '<where did> Hun Many study', 'en'],
    ['who', '<who was> the judge that convicted Nuon Chea', 'en'],
    ['who', '<who was> foreign minister of Vietnam in 1979', 'en'],
    ['who', '<which> general led the Vietnamese attack on Phnom Penh', 'en'],
    ['who', 'phim cánh đồng chết <do ai> đạo diễn', 'vi'],
  ] as const)(
    'has the full names and the role that are asked for: %s "%s"',
    async (kind, question, language) => {
      expect(await textsFor(kind, question, language)).toBe('')
    },
  )

  it.each([
    ['who', '<who> led the Khmer Rouge', 'leader'],
    ['who', '<who> convicted Nuon Chea', 'tribunal'],
    ['when', '<when did> Hun Sen cross the border', 'Koh Thmar'],
  ] as const)('is found where it has them: %s "%s"', async (kind, question, answer) => {
    expect(await textsFor(kind, question)).toContain(answer)
  })

  it('needs more of the question than what the archive lacks', async () => {
    expect(await textsFor('who', '<who> killed the Cambodian king')).toBe('')
  })
})
