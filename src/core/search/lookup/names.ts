// Looks up people, bodies and places by any spelling in names.yaml, or by similar words.

import type { Corpus, NameEntry } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import { memoByObject } from '../../text/memo.ts'
import { nearWords } from '../../text/near-words.ts'
import { completions, type Named, nearest } from '../../text/nearest.ts'
import { visitInTurns } from '../../text/turns.ts'
import { tokens } from '../../text/words.ts'
import { isAlike, isSlipFor } from './alike.ts'

export interface NameMatches {
  /** The likeliest first. */
  names: NameEntry[]
  /** Whether the words are a spelling or part of one; if not, the names are only the nearest. */
  isNamed: boolean
}

/** The names that the words may mean. */
export async function namesLike(corpus: Corpus, typed: string): Promise<NameMatches> {
  const { spellings, words: nameWords } = await spellingsIn(corpus)
  const words = tokens(typed.slice(0, MAX_NAME_UNITS)).map(token => token.word)
  const folded = fold(typed.trim())
  const entriesOf = (fitting: typeof spellings) => [...new Set(fitting.map(({ entry }) => entry))]
  const exact = entriesOf(spellings.filter(each => each.folded === folded))
  if (exact.length > 0) return { names: exact, isNamed: true }
  const having = (wanted: readonly string[]) =>
    entriesOf(spellings.filter(each => wanted.every(word => each.words.includes(word))))
  const asTyped = words.length > 0 ? having(words) : []
  if (asTyped.length > 0) return { names: asTyped, isNamed: true }
  // A misspelt word is corrected only to words from names.
  const corrected = words.map(word =>
    nameWords.has(word)
      ? word
      : (nearWords(word, nameWords).find(near => isSlipFor(word, near.word))?.word ?? word),
  )
  const near = words.length > 0 ? having(corrected) : []
  if (near.length > 0) return { names: near, isNamed: false }
  const nearestNames = await nearestNamesIn(corpus)
  const alike = nearestNames(typed).filter(({ keys }) => isAlike(typed, keys))
  return { names: alike.map(each => each.value), isNamed: false }
}

/** Whether the words are a name in the archive: of the names that it lists, its subjects, or its few publishers. */
export const isNameIn = (typed: string, corpus: Corpus): boolean =>
  listedNames(corpus).has(
    tokens(typed.slice(0, MAX_NAME_UNITS))
      .map(({ word }) => word)
      .join(' '),
  )

const listedNames = memoByObject(({ names, subjects, articles }: Corpus): ReadonlySet<string> => {
  const publishers = new Set(articles.slice(0, MAX_READ_PUBLISHERS).map(({ publisher }) => publisher))
  const all = [
    ...names.flatMap(({ name, also }) => [name, ...also]),
    ...subjects.flatMap(subject => Object.values(subject.names)),
    ...publishers,
  ]
  return new Set(
    all.map(name =>
      tokens(name)
        .map(({ word }) => word)
        .join(' '),
    ),
  )
})

/** A large archive stays in its file. */
const MAX_READ_PUBLISHERS = 1000

const MAX_NAME_UNITS = 64

/** Every spelling of every name, and the words of all of them. */
const spellingsIn = memoByObject(async (corpus: Corpus) => {
  const spellings: { entry: NameEntry; folded: string; words: string[] }[] = []
  const allWords = new Set<string>()
  await visitInTurns(
    await allNames(corpus),
    entry => {
      for (const spelling of [entry.name, ...entry.also]) {
        const words = tokens(spelling).map(({ word }) => word)
        for (const word of words) allWords.add(word)
        spellings.push({ entry, folded: fold(spelling), words })
      }
    },
    NAMES_PER_TURN,
  )
  return { spellings, words: allWords }
})

const NAMES_PER_TURN = 500

const nearestNamesIn = memoByObject(async (corpus: Corpus) => nearest(await nameList(corpus), 0.3))

/** Names to suggest while somebody types. Before anything is typed, people come first. */
export const completeNames = async (corpus: Corpus, typed: string, limit: number): Promise<NameEntry[]> =>
  completions(await nameList(corpus), typed, limit, isAlike)

/** The entries of names.yaml, and people and authors of articles who have no entry; people first. */
const allNames = memoByObject(async (corpus: Corpus): Promise<readonly NameEntry[]> => {
  const names = new Set<string>()
  await visitInTurns(corpus.articles, ({ people, author, retells }) => {
    for (const { name } of people) names.add(name)
    for (const name of [author, retells?.author]) if (name !== undefined) names.add(name)
  })
  // Articles in another language name people in that language.
  const entries = new Map(
    corpus.names.flatMap(entry => [entry.name, ...entry.also].map(name => [name, entry] as const)),
  )
  const people = new Set<NameEntry>()
  await visitInTurns([...names], name => {
    people.add(entries.get(name) ?? { name, names: { en: name }, also: [], spellings: [] })
  })
  return [...people, ...corpus.names.filter(entry => !people.has(entry))]
})

const nameList = memoByObject(async (corpus: Corpus): Promise<Named<NameEntry>[]> => {
  const names = await allNames(corpus)
  return names.map(entry => ({ value: entry, keys: [entry.name, ...entry.also] }))
})
