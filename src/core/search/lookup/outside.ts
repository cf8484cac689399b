// What the archive knows from outside its articles, by the words of it: the wider record must not be harder to find.
import type { Corpus, OutsideStatement } from '../../corpus/model.ts'
import { memoByObject } from '../../text/memo.ts'
import { needsDictionary, tokens } from '../../text/words.ts'
import type { Concepts } from '../index/concepts.ts'
import { lexiconOf } from '../index/lexicon.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { unwantedIn } from '../query/filter.ts'
import { readQuery } from '../query/query.ts'
import { isStopWord } from '../query/stop-words.ts'

/** Statements that have every telling word of the query, its names in any spelling and its words in any ending, and none of its -words. */
export function outsideStatementsOn(
  corpus: Corpus,
  { concepts }: SearchIndex,
  typed: string,
  most: number,
): OutsideStatement[] {
  const query = readQuery(typed.slice(0, longest))
  const marked = concepts.annotate(query.words.map(({ word }, at) => ({ word, start: at, end: at + 1 })))
  const named = marked.filter(({ word }) => word.startsWith('#'))
  const isInName = (start: number) => named.some(name => start >= name.start && start < name.end)
  const wanted = [
    ...named.map(({ word }) => word),
    ...marked.filter(({ word, start }) => !isInName(start) && !isStopWord(word)).map(({ word }) => word),
  ]
  if (wanted.length === 0) return []
  const { statements, holding } = statementsOf(corpus)(concepts)(needsDictionary(typed))
  const holders = wanted.map(holding)
  const unwanted = unwantedIn(query.excludedWords, concepts).map(holding)
  return statements
    .filter(statement => holders.every(each => each.has(statement)))
    .filter(statement => !unwanted.some(each => each.has(statement)))
    .slice(0, most)
}

const longest = 64

interface Held {
  statements: readonly OutsideStatement[]
  holding(word: string): ReadonlySet<OutsideStatement>
}

/**
 * The statements with the words of all their texts: for a query that needs no dictionary, of those that need none, which
 * stand beside the others in every statement. Loading it would take longer than the rest of a first search.
 */
const statementsOf = memoByObject((corpus: Corpus) =>
  memoByObject((concepts: Concepts) => {
    const known = new Map<boolean, Held>()
    return (withDictionary: boolean): Held => {
      const held = known.get(withDictionary) ?? holdersOf(corpus, concepts, withDictionary)
      known.set(withDictionary, held)
      return held
    }
  }),
)

function holdersOf({ anniversaries, subjects }: Corpus, concepts: Concepts, withDictionary: boolean): Held {
  const all = [...anniversaries, ...subjects].flatMap(({ outside }) => outside)
  const statements = [...new Map(all.map(statement => [statement.text.en, statement])).values()]
  const byWord = new Map<string, Set<OutsideStatement>>()
  for (const statement of statements)
    for (const label of [...Object.values(statement.text), ...Object.values(statement.source)])
      if (withDictionary || !needsDictionary(label))
        for (const { word } of concepts.annotate(tokens(label)))
          byWord.set(word, (byWord.get(word) ?? new Set()).add(statement))
  const { words, beginning } = lexiconOf([...byWord.keys()].sort())
  return {
    statements,
    /** "invade" and "invasion" are the same: they begin alike, with five letters of a longer word at least. */
    holding(word: string): ReadonlySet<OutsideStatement> {
      const found = new Set(byWord.get(word))
      if (word.length < 5) return found
      const [from, to] = beginning(word.slice(0, Math.max(4, word.length - 3)))
      for (const other of words.slice(from, to))
        if (other.length > 4) for (const statement of byWord.get(other) ?? []) found.add(statement)
      return found
    },
  }
}
