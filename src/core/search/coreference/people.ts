// Finds the people named in a text, by the spellings the archive knows; other known names are not taken for unknown
// people.

import type { Article, Corpus } from '../../corpus/model.ts'
import { fromAllPacks } from '../../languages/packs.ts'
import { memoByObject } from '../../text/memo.ts'
import { visitInTurns } from '../../text/turns.ts'
import { tokens } from '../../text/words.ts'
import { conceptOf, isConcept } from '../index/concepts.ts'
import type { SearchIndex } from '../index/search-index.ts'

/** A person's name in a text, in any spelling. */
export interface Mention {
  name: string
  /** In UTF-16 units. */
  start: number
  end: number
  /** "Ly Sok's brother" is somebody else, unknown here. */
  isPossessive: boolean
}

export interface NamesInText {
  /** In the order of the text. */
  mentions: Mention[]
  /** The text without any known name, of a person or not; possessives stay. */
  rest: string
}

export type FindPeople = (text: string) => NamesInText

/** Finds these people by their names as articles list them. */
export function findPeople(names: readonly string[], index: SearchIndex): FindPeople {
  const finder = createFinder(index)
  for (const name of names) finder.add(name)
  return finder.find
}

function createFinder({ concepts }: SearchIndex): { add(name: string): void; find: FindPeople } {
  const byConcept = new Map<string, string>()
  /** The names with their numbers, by the characters they begin with: no text is searched for each of them. */
  const byBeginning = new Map<string, { name: string; number: number }[]>()
  let count = 0
  const namesFrom = (text: string, start: number) =>
    beginningLengths
      .filter(units => start + units <= text.length)
      .flatMap(units => byBeginning.get(text.slice(start, start + units)) ?? [])
      .filter(({ name }) => text.startsWith(name, start))
  return {
    add(name) {
      const words = tokens(name).map(({ word }) => word)
      const entry = concepts.conceptAt(words, 0)
      byConcept.set(entry?.length === words.length ? entry.concept : conceptOf(name), name)
      const beginning = name.slice(0, MAX_BEGINNING_UNITS)
      const list = byBeginning.get(beginning) ?? []
      byBeginning.set(beginning, list)
      list.push({ name, number: count++ })
    },
    find(text) {
      const mentions: Mention[] = []
      const others: Range[] = []
      for (const { word, start, end } of concepts.annotate(tokens(text))) {
        if (!isConcept(word)) continue
        const name = byConcept.get(word)
        if (name === undefined) others.push({ start, end })
        // "Hun Sen" within "Samdech Hun Sen", if both are known spellings, is the same mention.
        else if (!mentions.some(each => each.name === name && each.end > start))
          mentions.push({ name, start, end, isPossessive: genitive.test(text.slice(start, end)) })
      }
      // Names that only an article lists are known by that spelling alone.
      const unmarked = blanked(text, [...mentions, ...others])
      const listed: (Mention & { number: number })[] = []
      for (let start = 0; start < unmarked.length; start++)
        for (const { name, number } of namesFrom(unmarked, start)) {
          const end = start + name.length
          listed.push({ name, number, start, end, isPossessive: /^['’]s/.test(unmarked.slice(end)) })
        }
      listed.sort((a, b) => a.number - b.number)
      mentions.push(...listed.map(({ number: _, ...mention }) => mention))
      mentions.sort((a, b) => a.start - b.start)
      return { mentions, rest: blanked(text, [...mentions.filter(each => !each.isPossessive), ...others]) }
    },
  }
}

const MAX_BEGINNING_UNITS = 4
/** Of a shorter name, all of it. */
const beginningLengths = [1, 2, 3, MAX_BEGINNING_UNITS]

const finders = memoByObject((_corpus: Corpus) => new WeakMap<SearchIndex, FindPeople>())

/** Finds everybody listed by an article of the corpus. */
export function peopleOf(corpus: Corpus, index: SearchIndex): FindPeople {
  const people = finders(corpus).get(index) ?? findPeople([...namesIn(corpus)], index)
  finders(corpus).set(index, people)
  return people
}

/** Reads the names of all people in turns, so that `peopleOf` has them. */
export async function preparePeople(corpus: Corpus, index: SearchIndex): Promise<void> {
  if (finders(corpus).has(index)) return
  const finder = createFinder(index)
  const names = new Set<string>()
  await visitInTurns(corpus.articles, article => addNames(article, names))
  await visitInTurns([...names], finder.add)
  finders(corpus).set(index, finder.find)
}

function namesIn({ articles }: Corpus): Set<string> {
  const names = new Set<string>()
  for (const article of articles) addNames(article, names)
  return names
}

function addNames({ people }: Article, names: Set<string>): void {
  for (const { name } of people) names.add(name)
}

interface Range {
  start: number
  end: number
}

/** The text with dots in place of the ranges, so that the words around them stay separate. */
export function blanked(text: string, ranges: readonly Range[]): string {
  let rest = text
  for (const { start, end } of ranges)
    rest = `${rest.slice(0, start)}${'·'.repeat(end - start)}${rest.slice(end)}`
  return rest
}

const genitive = /['’]s$/

/** Whether there are two capitalised words in a row that are not an office. */
export const mayNamePerson = (rest: string): boolean =>
  /\p{Lu}[\p{L}\p{M}]+ \p{Lu}[\p{L}\p{M}]+/u.test(rest.replace(offices, ' · '))

/** Whether the words are only titles, or empty: the words before the name that a sentence begins with. */
export const isTitle = (words: string): boolean => titles.test(words)

const coreferences = fromAllPacks('coreference')
const allTitles = coreferences.flatMap(each => each.titles).sort((a, b) => b.length - a.length)
const titles = new RegExp(`^(?:(?:${allTitles.join('|')})\\.? ?)*$`)
const allOffices = [...allTitles, ...coreferences.flatMap(each => each.offices ?? [])]
const offices = new RegExp(`\\b(?:(?:${allOffices.join('|')})\\b\\.?\\s*)+`, 'gu')
