// Writes out short forms that people type on phones: "hw", "ppl", "bn".

import { packs } from '../../languages/packs.ts'
import { memoByText } from '../../text/memo.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { knownWord } from '../index/segment.ts'
import { type Query, readQuery } from '../query/query.ts'
import { replacedIn } from './replacement.ts'

/**
 * The query with the short forms of one language in full, if it is a question of that language then. A short form that is
 * also a word of the archive is written out only if it asks, "y", or if `mayBeWords`.
 */
export function inFull(
  query: Query,
  { segment, concepts }: SearchIndex,
  { mayBeWords }: { mayBeWords: boolean },
): Query {
  for (const [language, { questions }] of packs) {
    const forms = shortForms(questions?.shortForms ?? '')
    // A capital within a sentence is a name: "Angkor Wat".
    const short = query.words.filter(
      ({ form, typed, start }) => forms.has(form) && (start === 0 || !/^\p{Lu}/u.test(typed)),
    )
    if (short.length === 0 || (query.question && query.question.language !== language)) continue
    const isKnown = (word: string) => knownWord(segment, word) >= 0 || concepts.isNameWord(word)
    const replacement = ({ start, end, form }: Query['words'][number]) => ({
      ...{ start, end, form: forms.get(form) ?? form, isName: false },
    })
    const all = readQuery(replacedIn(query.text, short.map(replacement)))
    if (all.question?.language !== language) continue
    const isMeant = (word: Query['words'][number]) => {
      const read = readQuery(replacedIn(query.text, [replacement(word)]))
      const asks = read.words.find(({ start }) => start === word.start)?.isAsking === true
      // Where something asks already, another word that asks is part of what is sought: "when was angkor wat built".
      return (
        mayBeWords ||
        (asks ? !query.question || read.question?.kind !== query.question.kind : !isKnown(word.word))
      )
    }
    const meant = short.filter(isMeant)
    if (meant.length > 0) return readQuery(replacedIn(query.text, meant.map(replacement)))
  }
  return query
}

const shortForms = memoByText(
  (list): ReadonlyMap<string, string> =>
    new Map(
      list
        .split(',')
        .map(each => each.trim().split(/\s+/))
        .map(([short = '', ...full]) => [short, full.join(' ')]),
    ),
  20,
)
