// Finds the people named in a text, by the spellings the archive knows; other known names are not taken for unknown
// people.

import type { Corpus } from '../../corpus/model.ts'
import { fromAllPacks } from '../../languages/packs.ts'
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

export const nobodyKnown: FindPeople = text => ({ mentions: [], rest: text })

/** Finds these people by their names as articles list them. */
export function findPeople(names: readonly string[], { concepts }: SearchIndex): FindPeople {
  const byConcept = new Map(
    names.map(name => {
      const words = tokens(name).map(({ word }) => word)
      const entry = concepts.conceptAt(words, 0)
      return [entry?.length === words.length ? entry.concept : conceptOf(name), name]
    }),
  )
  return text => {
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
    for (const name of names)
      for (let start = unmarked.indexOf(name); start >= 0; start = unmarked.indexOf(name, start + 1)) {
        const end = start + name.length
        mentions.push({ name, start, end, isPossessive: /^['’]s/.test(unmarked.slice(end)) })
      }
    mentions.sort((a, b) => a.start - b.start)
    return { mentions, rest: blanked(text, [...mentions.filter(each => !each.isPossessive), ...others]) }
  }
}

/** Finds everybody listed by an article of the corpus. */
export const peopleOf = (corpus: Corpus, index: SearchIndex): FindPeople =>
  findPeople([...new Set(corpus.articles.flatMap(({ people }) => people.map(({ name }) => name)))], index)

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
