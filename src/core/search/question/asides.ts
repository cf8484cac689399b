// Finds what is said beside a question: "hello, my grandson has homework, how many died".

import type { QuestionToken } from './question-texts.ts'

interface Asking {
  /** Whether a word tells what is asked for: "how many". */
  tellsKind(at: number): boolean
  /** Whether a word is no part of what is sought. */
  isAsking(at: number): boolean
  /** Whether a phrase begins at a word that stands for something said before: "it". */
  pointsBack(at: number): boolean
  /** Whether a clause begins at a word without a mark before it: "and can you tell me". */
  beginsClause(at: number): boolean
}

/**
 * The indexes of the words in clauses that do not ask, if a clause that asks has words enough. Clauses before "where does
 * it stand" are no aside: they have what "it" is.
 */
export function wordsAside(typed: string, words: readonly QuestionToken[], asking: Asking): number[] {
  const clauses: number[][] = []
  for (const [at, { start }] of words.entries()) {
    const before = words[at - 1]
    const last = clauses.at(-1)
    const goesOn = before && !asking.beginsClause(at) && !endsClause(typed.slice(before.start, start + 1))
    if (last && goesOn) last.push(at)
    else clauses.push([at])
  }
  const asks = (clause: readonly number[]) => clause.some(asking.tellsKind)
  const content = (clause: readonly number[]) => clause.filter(at => !asking.isAsking(at))
  if (!clauses.some(each => asks(each) && content(each).length >= MIN_CLAUSE_WORDS)) return []
  const from = clauses.findLastIndex(each => asks(each) && each.some(asking.pointsBack))
  return clauses.flatMap((each, number) => (number < from || asks(each) ? [] : content(each)))
}

/** Within a number a mark ends nothing: "3,3 triệu", "1.7 million". */
const endsClause = (typed: string) => CLAUSE_END.test(typed.replace(/\p{N}[.,:]\p{N}$/u, ''))
const CLAUSE_END = /[,;.!?…:—–៕។]/u
const MIN_CLAUSE_WORDS = 2
