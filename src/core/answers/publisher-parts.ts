// Finds words of a question that the archive has only in the name of a publisher: "Saigon" where a newspaper is called so.

import type { Corpus, NameEntry } from '../corpus/model.ts'
import { languages } from '../languages/language.ts'
import { articleCount, knownWord } from '../search/index/segment.ts'
import { memoByObject } from '../text/memo.ts'
import { tokens } from '../text/words.ts'
import type { Asked } from './finding.ts'
import { isListed } from './weighing/listed-words.ts'

/** The indexes of such words. A question about what is written may name a newspaper by a part of its name. */
export function wordsOfPublishersOnly({ query: { words }, corpus, index: { segment } }: Asked): number[] {
  const isOfWriting = (at: number) => isListed('archive', at, words) || isListed('publishing', at, words)
  if (words.some((_, at) => isOfWriting(at))) return []
  const isTyped = (name: readonly string[], from: number) =>
    name.every((word, offset) => words[from + offset]?.word === word)
  return publishersOf(corpus).flatMap(({ name, articles }) => {
    if (words.some((_, at) => isTyped(name, at))) return []
    return words.flatMap((_, at) => {
      const part = name.slice(0, PART_WORDS)
      const isOnlyThere = part.some(word => articleCount(segment, knownWord(segment, word)) <= articles)
      return isTyped(part, at) && isOnlyThere ? part.map((_, offset) => at + offset) : []
    })
  })
}

/** A name begins with whatever it is of: "Saigon", "Vietnam". */
const PART_WORDS = 2

/** Names of more words than a part, by all their spellings, with how many articles they can have in all languages. */
const publishersOf = memoByObject(({ articles, names }: Pick<Corpus, 'articles' | 'names'>) => {
  const isSpelling = (entry: NameEntry, name: string) => entry.name === name || entry.also.includes(name)
  return [...new Set(articles.map(({ publisher }) => publisher))].flatMap(publisher => {
    const entry = names.find(each => isSpelling(each, publisher))
    const spellings = [publisher, ...(entry ? [entry.name, ...entry.also] : [])]
    const count = articles.filter(each => each.publisher === publisher).length
    return [...new Set(spellings)]
      .map(spelling => ({
        name: tokens(spelling).map(({ word }) => word),
        articles: count * languages.length,
      }))
      .filter(({ name }) => name.length > PART_WORDS)
  })
})
