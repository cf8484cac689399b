// Finds the statement that has the most of a question, whatever the question asks for; all sides if it is contested.

import { isDuration } from '../languages/durations.ts'
import type { Asked, Finding, StatementsFinding } from './finding.ts'
import { sidesOf } from './sides.ts'
import type { AnswerStatement } from './statement.ts'
import { answerStatement, isAnswer, statementsOn, type WeighedStatement } from './weigh.ts'
import { textOfStatement } from './weighing/statement-text.ts'

export async function findStatement(asked: Asked): Promise<Finding | undefined> {
  const list = (await statementsOn(asked)).filter(
    each => isAnswer(each, asked) && holdsWhatIsAsked(each, asked),
  )
  const [best] = list
  if (!best) return undefined
  const answer = answerStatement(best, asked)
  for (const near of list.filter(({ coverage }) => coverage >= best.coverage - NEAR_SHARE)) {
    const sides = await sidesOf(near, asked)
    if (sides) return withFirst(answer, sides)
  }
  return { kind: 'statements', statements: [answer] }
}

/** What is so near the best is as likely meant, and all sides of it are worth more than one statement. */
const NEAR_SHARE = 0.12

/** The best statement before all sides, unless it is one of them. */
export function withFirst(answer: AnswerStatement, sides: StatementsFinding): StatementsFinding {
  const others = sides.statements.filter(({ text }) => text !== answer.text)
  return { ...sides, statements: [answer, ...others] }
}

/** A question of how many is not answered without a number. */
function holdsWhatIsAsked({ statement }: WeighedStatement, { question, language }: Asked): boolean {
  const text = textOfStatement(statement, language)
  switch (question.kind) {
    case 'how many':
      return /\p{N}/u.test(text) || statement.kind === 'figure'
    case 'how long':
      return isDuration(text)
    default:
      return true
  }
}
