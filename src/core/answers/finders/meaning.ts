// Finds what a name means: a statement that tells it right after the name.

import { conceptOf, isConcept } from '../../search/index/concepts.ts'
import { tokens } from '../../text/words.ts'
import type { Asked, Finding } from '../finding.ts'
import { answerStatement, statementsOn } from '../weigh.ts'
import { isListed } from '../weighing/listed-words.ts'
import { textOfStatement } from '../weighing/statement-text.ts'
import { foreignPenalty } from './focus.ts'
import { nameMeant } from './named.ts'

/** Undefined unless the question asks what one name means, and some statement tells. */
export async function findMeaning(asked: Asked): Promise<Finding | undefined> {
  const { query, index, language } = asked
  if (!query.words.some((_, at) => isListed('meaning', at, query.words))) return undefined
  const name = await nameMeant(asked)
  if (!name) return undefined
  const tells = (text: string) => {
    const words = index.concepts.annotate(tokens(text))
    const plain = words.filter(({ word }) => !isConcept(word))
    const ends = words.filter(({ word }) => word === conceptOf(name.name)).map(({ end }) => end)
    return plain.some(
      ({ start }, at) =>
        isListed('meaning', at, plain) &&
        ends.some(end => start >= end && start - end <= MAX_UNITS_TO_MEANING),
    )
  }
  const [best] = (await statementsOn(asked))
    .filter(({ statement }) => tells(textOfStatement(statement, language)))
    .toSorted((a, b) => b.score - foreignPenalty(b, asked) - (a.score - foreignPenalty(a, asked)))
  return best && { kind: 'statements', statements: [answerStatement(best, asked)] }
}

/** "Rasmei Kampuchea, a daily whose name means". */
const MAX_UNITS_TO_MEANING = 50
