// Finds when an article was published, asked for by its publisher, its author or the newspaper that it retells.

import type { Article } from '../../corpus/model.ts'
import { fromAllPacks } from '../../languages/packs.ts'
import { fold } from '../../text/fold.ts'
import type { Asked, Finding } from '../finding.ts'
import { contentWords, wordsNotAsking } from './content-words.ts'
import { namesAsked } from './named.ts'

/** Undefined if the question has other words, or if not exactly one article is meant: "when was the Star's article published". */
export async function findPublished(asked: Asked): Promise<Finding | undefined> {
  const words = wordsNotAsking(asked)
  const [named, ...others] = namesAsked(words, asked)
  if (!named || others.length > 0 || !words.some(({ word }) => isPublishing(word))) return undefined
  const isOther = ({ word }: { word: string }) => !isPublishing(word)
  if (
    !contentWords(asked)
      .filter(isOther)
      .every(word => named.words.includes(word))
  )
    return undefined
  const spellings = new Set([named.name.name, ...named.name.also])
  const [article, ...more] = asked.corpus.articles.filter(each =>
    bylinesOf(each).some(name => spellings.has(name)),
  )
  if (!article || more.length > 0) return undefined
  const statement = { kind: 'publication', article } as const
  return { kind: 'statements', statements: [{ statement, text: article.title, focus: [], score: 1 }] }
}

const bylinesOf = ({ publisher, author, retells }: Article): string[] =>
  [publisher, author, retells?.name, retells?.author].filter(name => name !== undefined)

/** "Published", "article". The word is folded. */
function isPublishing(word: string): boolean {
  publishingWords ??= new Set(
    fromAllPacks('questions').flatMap(({ publishing = '' }) =>
      publishing.split(' ').filter(Boolean).map(fold),
    ),
  )
  return publishingWords.has(word)
}

let publishingWords: ReadonlySet<string> | undefined
