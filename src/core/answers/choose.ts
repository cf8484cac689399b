// Chooses what answers a question: each kind has its finders, and the first that finds something answers.

import type { QuestionKind } from '../languages/question-words.ts'
import { findFigures } from './figures.ts'
import { findArchive } from './finders/archive.ts'
import { findDateAlone, findHappened, findToday } from './finders/happened.ts'
import { findMeaning } from './finders/meaning.ts'
import { findNext } from './finders/next.ts'
import { findPerson, findRole, findSpeaker } from './finders/person.ts'
import { findAuthor, findPublished } from './finders/published.ts'
import { findSaid } from './finders/said.ts'
import { findAnniversary, findDayNamed, findWhen } from './finders/when.ts'
import { findWhere } from './finders/where.ts'
import type { Asked, Finder, Finding, StatementsFinding } from './finding.ts'
import { selfContained } from './self-contained.ts'
import { findWhether, sidesTouched } from './sides/whether.ts'
import { findNearest, findStatement } from './statement-finder.ts'
import { weighingOf } from './weigh.ts'

/** Finds the archive's answer to a question; `silent` if it has none. */
export async function findAnswer(asked: Asked): Promise<Finding> {
  for (const find of finders[asked.question.kind]) {
    const finding = await find(asked)
    if (finding?.kind === 'statements') return standingAlone(finding, asked)
    if (finding) return finding
  }
  // Yes or no is not for the archive to say, but who says what on it is.
  const sides = asked.question.kind === 'whether' ? await sidesTouched(asked) : undefined
  const nearest = sides ?? (await findNearest(asked))
  return {
    kind: 'silent',
    missing: await missingWords(asked),
    ...(nearest && { nearest: standingAlone(nearest, asked) }),
  }
}

const standingAlone = (finding: StatementsFinding, { index }: Asked): StatementsFinding => ({
  ...finding,
  statements: finding.statements.map(each => selfContained(each, index)),
})

/** By what is asked for, in the order in which they are tried. */
const finders: Record<QuestionKind, readonly Finder[]> = {
  when: [findPublished, findDayNamed, findWhen, findAnniversary],
  who: [findAuthor, findArchive, findPerson, findRole, findStatement],
  'who said': [findAuthor, findSpeaker, findStatement],
  'how many': [findArchive, findFigures, findStatement],
  'how long': [findFigures, findStatement],
  where: [findArchive, findWhere, findStatement],
  why: [findArchive, findStatement],
  happened: [findHappened, findStatement],
  said: [findSaid, findStatement],
  whether: [findArchive, findWhether, findStatement],
  next: [findNext, findStatement],
  today: [findToday],
  what: [findDateAlone, findArchive, findMeaning, findPerson, findStatement],
}

/** The typed words that the archive does not have; if it has all of them, it never has them together. */
async function missingWords(asked: Asked): Promise<string[]> {
  const { unknown, passedOver } = await weighingOf(asked)
  return [...unknown, ...passedOver].sort((a, b) => a - b).map(at => asked.query.words[at]?.typed ?? '')
}
