// Looks up statements from outside the articles by their words, so that the wider record is as easy to find.

import type { Corpus, OutsideStatement } from '../../corpus/model.ts'
import { memoByObject } from '../../text/memo.ts'
import { needsDictionary, tokens } from '../../text/words.ts'
import { type Concepts, isConcept } from '../index/concepts.ts'
import { lexiconOf } from '../index/lexicon.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { expandedExclusions } from '../query/filter.ts'
import { type Query, readQuery } from '../query/query.ts'
import { isStopWord } from '../query/stop-words.ts'

/**
 * Statements that have every content word of the query (names in any spelling, words with any ending) and none of its
 * -words.
 */
export function outsideStatementsOn(
  corpus: Corpus,
  { concepts }: SearchIndex,
  typed: string | Query,
): OutsideStatement[] {
  const query = readQuery(typed)
  const annotated = concepts.annotate(query.words)
  const names = annotated.filter(({ word }) => isConcept(word))
  const isInName = (start: number) => names.some(name => start >= name.start && start < name.end)
  const otherWords = annotated.filter(({ word, start }) => !isInName(start) && !isStopWord(word))
  const wanted = [...names, ...otherWords].map(({ word }) => word)
  if (wanted.length === 0) return []
  const { statements, having } = statementsOf(corpus)(concepts)(needsDictionary(query.text))
  const required = wanted.map(having)
  const excluded = expandedExclusions(query.excludedWords, concepts).map(having)
  return statements
    .filter(statement => required.every(each => each.has(statement)))
    .filter(statement => !excluded.some(each => each.has(statement)))
}

interface StatementIndex {
  statements: readonly OutsideStatement[]
  /** The statements that have a word. */
  having(word: string): ReadonlySet<OutsideStatement>
}

/**
 * The statements by the words of all their texts. If a query needs no dictionary, only texts that need none are read;
 * every statement has some. Loading the dictionary would take longer than the rest of a first search.
 */
const statementsOf = memoByObject((corpus: Corpus) =>
  memoByObject((concepts: Concepts) => {
    const known = new Map<boolean, StatementIndex>()
    return (withDictionary: boolean): StatementIndex => {
      const statementIndex = known.get(withDictionary) ?? indexStatements(corpus, concepts, withDictionary)
      known.set(withDictionary, statementIndex)
      return statementIndex
    }
  }),
)

/** Each statement once, although it may stand under several anniversaries and subjects. */
export const outsideStatementsOf = memoByObject(
  ({ anniversaries, subjects }: Corpus): readonly OutsideStatement[] => {
    const all = [...anniversaries, ...subjects].flatMap(({ outside }) => outside)
    return [...new Map(all.map(statement => [statement.text.en, statement])).values()]
  },
)

function indexStatements(corpus: Corpus, concepts: Concepts, withDictionary: boolean): StatementIndex {
  const statements = outsideStatementsOf(corpus)
  const byWord = new Map<string, Set<OutsideStatement>>()
  for (const statement of statements)
    for (const label of [...Object.values(statement.text), ...Object.values(statement.source)])
      if (withDictionary || !needsDictionary(label))
        for (const { word } of concepts.annotate(tokens(label)))
          byWord.set(word, (byWord.get(word) ?? new Set()).add(statement))
  const { words, withPrefix } = lexiconOf([...byWord.keys()].sort())
  return {
    statements,
    /** "invade" and "invasion" count as the same word, because words of five letters or more need only begin alike. */
    having(word: string): ReadonlySet<OutsideStatement> {
      const list = new Set(byWord.get(word))
      if (word.length < 5) return list
      const [from, to] = withPrefix(word.slice(0, Math.max(4, word.length - 3)))
      for (const other of words.slice(from, to))
        if (other.length > 4) for (const statement of byWord.get(other) ?? []) list.add(statement)
      return list
    },
  }
}
