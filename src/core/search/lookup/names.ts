// People, bodies and places by any spelling of names.yaml, or by words more or less like one.
import type { Corpus, NameEntry } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import { labelFold } from '../../text/labels.ts'
import { memoByObject } from '../../text/memo.ts'
import { nearWords } from '../../text/near-words.ts'
import { completions, type Named, nearest } from '../../text/nearest.ts'
import { tokens } from '../../text/words.ts'

/** The names that the words may mean, the likeliest first; `isNamed` where they are a spelling, or words of only one name. */
export function namesLike(corpus: Corpus, typed: string): { names: NameEntry[]; isNamed: boolean } {
  const { spellings, known } = spelt(corpus)
  const words = tokens(typed.slice(0, 64)).map(token => token.word)
  const folded = fold(typed.trim())
  const entriesOf = (fitting: typeof spellings) => [...new Set(fitting.map(({ entry }) => entry))]
  const same = entriesOf(spellings.filter(each => each.folded === folded))
  if (same.length > 0) return { names: same, isNamed: true }
  const holding = (wanted: readonly string[]) =>
    entriesOf(spellings.filter(each => wanted.every(word => each.words.includes(word))))
  const held = words.length > 0 ? holding(words) : []
  if (held.length > 0) return { names: held, isNamed: true }
  // A misspelt word is set right among the words of names only.
  const mended = words.map(word => (known.has(word) ? word : (nearWords(word, known)[0]?.word ?? word)))
  const near = words.length > 0 ? holding(mended) : []
  if (near.length > 0) return { names: near, isNamed: false }
  return { names: nearNames(corpus)(typed).map(each => each.value), isNamed: false }
}

/** Every spelling of every name, and the words of all of them. */
const spelt = memoByObject((corpus: Corpus) => {
  const spellings = allNames(corpus).flatMap(entry =>
    [entry.name, ...entry.also].map(each => ({
      entry,
      folded: labelFold(each),
      words: tokens(each).map(({ word }) => word),
    })),
  )
  return { spellings, known: new Set(spellings.flatMap(({ words }) => words)) }
})

const nearNames = memoByObject((corpus: Corpus) => nearest(list(corpus), 0.3))

/** Names to offer while somebody types, and where nothing is typed: the people first. */
export const completeNames = (corpus: Corpus, typed: string, limit: number): NameEntry[] =>
  completions(list(corpus), typed, limit)

/** The entries of names.yaml, and the people of articles who have none; the people first. */
const allNames = memoByObject((corpus: Corpus): readonly NameEntry[] => {
  const names = new Set(corpus.articles.flatMap(article => article.people.map(person => person.name)))
  // Articles of another language have the people under the names of that language.
  const entries = new Map(
    corpus.names.flatMap(entry => [entry.name, ...entry.also].map(name => [name, entry] as const)),
  )
  const people = new Set(
    Array.from(names, name => entries.get(name) ?? { name, names: { en: name }, also: [], spellings: [] }),
  )
  return [...people, ...corpus.names.filter(entry => !people.has(entry))]
})

const list = memoByObject((corpus: Corpus): Named<NameEntry>[] =>
  allNames(corpus).map(entry => ({ value: entry, keys: [entry.name, ...entry.also] })),
)
