// Writes out numbers that people shorten: "năm 78", "100 ngàn".

import { packs } from '../../languages/packs.ts'
import { isConcept } from '../index/concepts.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { type Query, type QueryWord, readQuery } from '../query/query.ts'
import { type Replacement, replacedIn } from './replacement.ts'

/** The query with its short years and its thousands in full, by the words that its language lists for them. */
export function numbersInFull(query: Query, { concepts }: SearchIndex): Query {
  const { question, words } = query
  const { yearWords = '', thousands = '' } = (question && packs.get(question.language)?.questions) ?? {}
  const isListed = (list: string, word: QueryWord | undefined) =>
    word !== undefined && list.split(' ').includes(word.form)
  const names = concepts.annotate(words).filter(({ word }) => isConcept(word))
  const isInName = ({ start, end }: QueryWord) => names.some(name => name.start <= start && name.end >= end)
  const replacements = words.flatMap(({ word, start, end }, at): Replacement[] => {
    const [before, next] = [words[at - 1], words[at + 1]]
    const isYear = /^\d\d$/.test(word) && before && isListed(yearWords, before) && !isInName(before)
    if (isYear && !isJoined(query.text, start, end))
      return [{ start, end, form: yearOf(word), isName: false }]
    return next && /^[1-9]\d{0,2}$/.test(word) && isListed(thousands, next)
      ? [{ start, end: next.end, form: `${word}000`, isName: false }]
      : []
  })
  return replacements.length > 0 ? readQuery(replacedIn(query.text, replacements)) : query
}

/** Part of "7/1/79" or of "3,5". */
const isJoined = (text: string, start: number, end: number) =>
  /[^\s(]$/.test(text.slice(0, start)) || /^[/.,:%-]?\d|^[/%-]/.test(text.slice(end))

/** People shorten the years that they or their parents lived in. */
const yearOf = (digits: string) => (Number(digits) >= FIRST_OF_LAST_CENTURY ? `19${digits}` : `20${digits}`)

const FIRST_OF_LAST_CENTURY = 30
