// Finds what the archive says of itself: which articles it holds, where they come from, and how far to believe them.

import type { Asked, Finding } from '../finding.ts'
import { answerStatement, weighStatement } from '../weigh.ts'
import { isListed } from '../weighing/listed-words.ts'
import { contentWords } from './content-words.ts'
import { namesAsked } from './named.ts'
import { bylinesOf } from './published.ts'

/** Undefined if the question has words on anything else: "can the figure be believed". */
export async function findArchive(asked: Asked): Promise<Finding | undefined> {
  const { query, corpus } = asked
  const { sources, dependence } = corpus.about
  const { words } = query
  const isTrust = words.some((_, at) => isListed('trust', at, words))
  const publishers = isTrust ? publishersAsked(asked) : []
  const isOnArchive = (at: number) => isListed('archive', at, words) || isListed('publishing', at, words)
  if (!isTrust && !words.some((_, at) => isOnArchive(at))) return undefined
  const isOther = (at: number) =>
    !isOnArchive(at) &&
    !isListed('trust', at, words) &&
    !/^\d+$/.test(words[at]?.word ?? '') &&
    !publishers.some(each => each === words[at])
  if (contentWords(asked).some(word => isOther(words.indexOf(word)))) return undefined
  // The first of its notes says what the archive holds.
  const text = isTrust ? (dependence ?? sources.at(-1)) : sources[0]
  return (
    text && {
      kind: 'statements',
      statements: [answerStatement(weighStatement({ kind: 'note', text }, asked), asked)],
    }
  )
}

function publishersAsked(asked: Asked) {
  const publishers = new Set(asked.corpus.articles.flatMap(bylinesOf))
  return namesAsked(asked.query.words, asked).flatMap(({ name, words }) =>
    [name.name, ...name.also].some(each => publishers.has(each)) ? words : [],
  )
}
