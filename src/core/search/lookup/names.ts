// Looks up people, bodies and places by any spelling in names.yaml, or by similar words.

import type { Corpus, NameEntry } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import { memoByObject } from '../../text/memo.ts'
import { nearWords } from '../../text/near-words.ts'
import { completions, type Named, nearest } from '../../text/nearest.ts'
import { visitInTurns } from '../../text/turns.ts'
import { tokens } from '../../text/words.ts'
import { isAlike, isSlipFor } from './alike.ts'
import { searchableLines } from './lines.ts'

export interface NameMatches {
  /** The likeliest first. */
  names: NameEntry[]
  /** Whether the words are a spelling or part of one; if not, the names are only the nearest. */
  isNamed: boolean
}

/** The names that the words may mean. */
export async function namesLike(corpus: Corpus, typed: string): Promise<NameMatches> {
  const named = await namesSpelled(corpus, typed)
  if (named.length > 0) return { names: named, isNamed: true }
  const { having, words } = await spellingsIn(corpus)
  const nameWords = await words()
  // A misspelt word is corrected only to words from names.
  const corrected = typedWords(typed).map(word =>
    nameWords.has(word)
      ? word
      : (nearWords(word, nameWords).find(near => isSlipFor(word, near.word))?.word ?? word),
  )
  const near = having(corrected)
  if (near.length > 0) return { names: near, isNamed: false }
  const nearestNames = await nearestNamesIn(corpus)
  const alike = nearestNames(typed).filter(({ keys }) => isAlike(typed, keys))
  return { names: alike.map(each => each.value), isNamed: false }
}

/** The names with a spelling that is typed, or else those with one that has all the words. */
export async function namesSpelled(corpus: Corpus, typed: string): Promise<NameEntry[]> {
  const { spelled, having } = await spellingsIn(corpus)
  const exact = spelled(typed)
  return exact.length > 0 ? exact : having(typedWords(typed))
}

/** The names with exactly this spelling, but for case and accents. */
export const namesExactly = async (corpus: Corpus, typed: string): Promise<NameEntry[]> =>
  (await spellingsIn(corpus)).spelled(typed)

const typedWords = (typed: string): string[] => wordsOfName(typed.slice(0, MAX_NAME_UNITS))

/** Whether the words are a name in the archive: of the names that it lists, its subjects, or its few publishers. */
export const isNameIn = (typed: string, corpus: Corpus): boolean =>
  listedNames(corpus).has(typedWords(typed).join(' '))

const listedNames = memoByObject(({ names, subjects, articles }: Corpus): ReadonlySet<string> => {
  const publishers = new Set(articles.slice(0, MAX_READ_PUBLISHERS).map(({ publisher }) => publisher))
  const all = [
    ...names.flatMap(({ name, also }) => [name, ...also]),
    ...subjects.flatMap(subject => Object.values(subject.names)),
    ...publishers,
  ]
  return new Set(all.map(name => wordsOfName(name).join(' ')))
})

/** A large archive stays in its file. */
const MAX_READ_PUBLISHERS = 1000

const MAX_NAME_UNITS = 64

interface Spellings {
  /** The names that are spelled so. */
  spelled(typed: string): NameEntry[]
  /** The names with a spelling that has all of the words; none without words. */
  having(words: readonly string[]): NameEntry[]
  /** The words of all spellings. */
  words(): Promise<ReadonlySet<string>>
}

/** Every spelling of every name, folded and by its words. Read once for each corpus, in turns. */
const spellingsIn = memoByObject(async (corpus: Corpus): Promise<Spellings> => {
  const entries: NameEntry[] = []
  const folded: string[] = []
  const inWords: string[] = []
  await visitInTurns(
    await allNames(corpus),
    entry => {
      for (const spelling of [entry.name, ...entry.also]) {
        entries.push(entry)
        const plain = plainName.test(spelling) ? spelling.toLowerCase() : undefined
        folded.push(plain ?? fold(spelling))
        inWords.push(` ${plain ?? wordsOfName(spelling).join(' ')} `)
      }
    },
    NAMES_PER_TURN,
  )
  const foldedLines = searchableLines(folded)
  const wordLines = searchableLines(inWords)
  const entriesOf = (lines: readonly number[]) => [...new Set(lines.map(at => entries[at] as NameEntry))]
  let words: Promise<ReadonlySet<string>> | undefined
  return {
    spelled: typed => entriesOf(foldedLines.equalTo(fold(typed.trim()))),
    having(sought) {
      const [first, ...others] = sought.map(word => ` ${word} `).sort((a, b) => b.length - a.length)
      if (first === undefined) return []
      const having = wordLines.containing(first)
      return entriesOf(having.filter(at => others.every(word => wordLines.at(at).includes(word))))
    },
    words() {
      words ??= wordsOfLines(inWords)
      return words
    },
  }
})

async function wordsOfLines(lines: readonly string[]): Promise<ReadonlySet<string>> {
  const words = new Set<string>()
  await visitInTurns(lines, line => {
    for (const word of line.split(' ')) if (word !== '') words.add(word)
  })
  return words
}

/** Words of the Latin alphabet without accents, which no rule changes. */
const plainName = /^[a-z]+(?: [a-z]+)*$/i

const wordsOfName = (name: string): string[] => tokens(name).map(({ word }) => word)

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
