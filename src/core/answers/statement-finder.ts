// Finds the statement that has the most of a question, whatever the question asks for.

import type { Asked, Finding } from './finding.ts'
import { answerStatement, isAnswer, statementsOn } from './weigh.ts'

export async function findStatement(asked: Asked): Promise<Finding | undefined> {
  const [best] = await statementsOn(asked)
  return best && isAnswer(best)
    ? { kind: 'statements', statements: [answerStatement(best, asked)] }
    : undefined
}
