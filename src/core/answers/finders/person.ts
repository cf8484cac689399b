// Finds who or what somebody or something is: the roles that articles state, what they said, what explains a name.

import type { Article, NameEntry } from '../../corpus/model.ts'
import { datesIn } from '../../languages/calendar.ts'
import { phrasesOf } from '../../languages/phrases.ts'
import { conceptOf } from '../../search/index/concepts.ts'
import { sortedByDate } from '../../search/lookup/dated.ts'
import { tokens } from '../../text/words.ts'
import type { Asked, Finding } from '../finding.ts'
import { statedRolesOf } from '../roles.ts'
import { saidBy } from '../said-by.ts'
import type { AnswerStatement } from '../statement.ts'
import { answerStatement, answersOn, type WeighedStatement } from '../weigh.ts'
import { isListed } from '../weighing/listed-words.ts'
import { nameMeant } from './named.ts'

/** Undefined unless the question names one person, body or place, and nothing else. */
export async function findPerson(asked: Asked): Promise<Finding | undefined> {
  const { corpus, index, language, question } = asked
  const name = await nameMeant(asked)
  // Names of the archive may be common words: "who killed".
  if (!name || (question.kind === 'who' && !/^\p{Lu}/u.test(name.name))) return undefined
  const stated = await statedRolesOf(name, { corpus, index, say: await phrasesOf(language) })
  // The same role in several articles is stated once, by the last of them.
  const roles = [...new Map(stated.map(each => [each.role, each])).values()].map(
    ({ article, role }): AnswerStatement => ({
      statement: { kind: 'role', article, person: { name: name.name, role } },
      ...{ text: role, focus: [], score: 1 },
    }),
  )
  const said = (await saidBy(name, asked)).map(
    (statement): AnswerStatement => ({ statement, text: statement.point.text, focus: [], score: 1 }),
  )
  if (roles.length > 0 || (said.length > 0 && question.kind === 'who'))
    return { kind: 'person', name, roles, said }
  return explanation(name, asked)
}

/** Statements that explain the name: the account of a day named after it, or an event; and one from outside. */
async function explanation(name: NameEntry, asked: Asked): Promise<Finding | undefined> {
  const concept = conceptOf(name.name)
  const isAbout = ({ statement }: WeighedStatement) =>
    statement.kind === 'account' &&
    Object.values(statement.anniversary.names).some(text =>
      asked.index.concepts.annotate(tokens(text)).some(({ word }) => word === concept),
    )
  const own = (await answersOn(asked)).filter(each => each.own >= MIN_OWN_SHARE)
  const first = own.find(isAbout) ?? own.find(({ statement }) => statement.kind === 'event')
  const outside = own.find(({ statement }) => statement.kind === 'outside')
  const best = [first, outside].filter(each => each !== undefined)
  return best.length > 0
    ? { kind: 'statements', statements: best.map(each => answerStatement(each, asked)) }
    : undefined
}

const MIN_OWN_SHARE = 0.6

/** Finds whose role was asked for: "who is the minister of transport". */
export async function findRole(asked: Asked): Promise<Finding | undefined> {
  const list = await answersOn(asked)
  const enough = Math.max(MIN_ROLE_SHARE, (list[0]?.own ?? 0) - NEAR_SHARE)
  const roles = list.flatMap(each =>
    each.statement.kind === 'role' && each.own >= enough
      ? [{ each, words: tokens(each.statement.person.role ?? '').length, article: each.statement.article }]
      : [],
  )
  // A deputy minister has all the words of a minister.
  const fewest = Math.min(...roles.map(({ words }) => words))
  const exact = sortedByDate(
    roles.filter(({ words }) => words === fewest),
    ({ article }) => article.published,
  )
  const dates = datesIn(asked.query.text).flatMap(each => (each.type === 'date' ? [each] : []))
  const isThen = ({ published }: Article) =>
    dates.every(({ date, until }) => published.year >= date.year && published.year <= (until ?? date).year)
  if (exact.length > 0 && !exact.some(({ article }) => isThen(article)))
    return { kind: 'silent', missing: [] }
  // An article says who had an office when it appeared, and not who has it now.
  if (exact.length > 0 && asksOfNow(asked)) return { kind: 'silent', missing: [] }
  return exact.length > 0
    ? {
        kind: 'statements',
        statements: exact.slice(-MAX_ROLES).map(({ each }) => answerStatement(each, asked)),
      }
    : undefined
}

/** Not for "now" at the beginning: "now, who is it?" */
const asksOfNow = ({ query }: Asked): boolean =>
  query.words.some((_, at) => at > 0 && isListed('present', at, query.words))

/** All but light words: who led a regime is not who overthrew it. */
const MIN_ROLE_SHARE = 0.75
const NEAR_SHARE = 0.2
const MAX_ROLES = 4

/** Finds who said something: the statement that has the most of it, if it has a speaker. */
export async function findSpeaker(asked: Asked): Promise<Finding | undefined> {
  const [best] = await answersOn(asked)
  if (best?.statement.kind !== 'point' || best.statement.point.speaker === undefined) return undefined
  return { kind: 'statements', statements: [{ ...answerStatement(best, asked), isSpeakerAsked: true }] }
}
