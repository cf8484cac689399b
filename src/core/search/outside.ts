// What the archive knows from outside its articles, by the words of it: the wider record must not be harder to find.
import type { Corpus, OutsideStatement } from '../corpus/corpus.ts'
import { tokens } from './fold.ts'
import type { SearchIndex } from './index.ts'
import { labelTokens, onceFor } from './labels.ts'
import { isStopWord } from './stopwords.ts'

/** Statements that have every telling word of the query, its names in any spelling and its words in any ending. */
export function outsideOn(
  corpus: Corpus,
  { concepts }: SearchIndex,
  typed: string,
  most: number,
): OutsideStatement[] {
  const marked = concepts.mark(tokens(typed.slice(0, longest)))
  const named = marked.filter(({ word }) => word.startsWith('#'))
  const isInName = (start: number) => named.some(name => start >= name.start && start < name.end)
  const wanted = [
    ...named.map(({ word }) => word),
    ...marked.filter(({ word, start }) => !isInName(start) && !isStopWord(word)).map(({ word }) => word),
  ]
  if (wanted.length === 0) return []
  return statements(corpus)
    .filter(({ labels }) => {
      const words = new Set(
        labels.flatMap(label => concepts.mark(labelTokens(label)).map(({ word }) => word)),
      )
      return wanted.every(word => words.has(word) || [...words].some(other => isFormOf(other, word)))
    })
    .slice(0, most)
    .map(({ statement }) => statement)
}

const longest = 64

/** "invade" and "invasion": the same beginning, of five letters of a longer word at least. */
function isFormOf(other: string, word: string): boolean {
  const shared = Math.max(4, word.length - 3)
  return word.length > 4 && other.length > 4 && other.startsWith(word.slice(0, shared))
}

/** Each once, with all its texts in all languages. */
const statements = onceFor(({ anniversaries, subjects }: Corpus) => {
  const all = [...anniversaries, ...subjects].flatMap(({ outside }) => outside)
  const once = new Map(all.map(statement => [statement.text.en, statement]))
  return Array.from(once.values(), statement => ({
    statement,
    labels: [...Object.values(statement.text), ...Object.values(statement.source)],
  }))
})
