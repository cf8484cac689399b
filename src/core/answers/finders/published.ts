// Finds when an article was published and who wrote it, asked for by its publisher, its author or the newspaper that it retells.

import type { Article } from '../../corpus/model.ts'
import { isConcept } from '../../search/index/concepts.ts'
import type { QueryWord } from '../../search/query/query.ts'
import { tokens } from '../../text/words.ts'
import type { Asked, Finding } from '../finding.ts'
import { answerStatement, statementsOn } from '../weigh.ts'
import { isListed } from '../weighing/listed-words.ts'
import { textOfStatement } from '../weighing/statement-text.ts'
import { contentWords, wordsNotAsking } from './content-words.ts'
import { namesAsked } from './named.ts'

/** Undefined if the question has other words, or if not exactly one article is meant: "when was the Star's article published". */
export async function findPublished(asked: Asked): Promise<Finding | undefined> {
  const article = articleAsked(wordsNotAsking(asked), asked)
  if (!article) return undefined
  const statement = { kind: 'publication', article } as const
  return { kind: 'statements', statements: [{ statement, text: article.title, focus: [], score: 1 }] }
}

/** The same for who wrote it: a statement of the article that names its author, or its title, which has the author beside it. */
export async function findAuthor(asked: Asked): Promise<Finding | undefined> {
  const article = articleAsked(asked.query.words, asked)
  const author = article?.author ?? article?.retells?.author
  if (!article || author === undefined) return undefined
  const { index, language } = asked
  const [concept] = index.concepts.annotate(tokens(author)).filter(({ word }) => isConcept(word))
  const placesIn = (text: string) =>
    index.concepts.annotate(tokens(text)).filter(({ word }) => word === concept?.word)
  const named = (await statementsOn(asked)).find(
    ({ statement }) =>
      'article' in statement &&
      statement.article === article &&
      placesIn(textOfStatement(statement, language)).length > 0,
  )
  const focusIn = (text: string) => placesIn(text).map(({ start, end }) => [start, end] as const)
  return named && { kind: 'statements', statements: [answerStatement(named, asked, focusIn)] }
}

/** The only article whose publisher, author or retold newspaper the words name, with nothing but words for an article. */
function articleAsked(words: readonly QueryWord[], asked: Asked): Article | undefined {
  const [named, ...others] = namesAsked(words, asked)
  const isPublishing = (word: QueryWord) => isListed('publishing', words.indexOf(word), words)
  if (!named || others.length > 0 || !words.some(isPublishing)) return undefined
  const isOther = (word: QueryWord) => !isPublishing(word) && !named.words.includes(word)
  if (contentWords(asked).some(isOther)) return undefined
  const spellings = new Set([named.name.name, ...named.name.also])
  const [article, ...more] = asked.corpus.articles.filter(each =>
    bylinesOf(each).some(name => spellings.has(name)),
  )
  return more.length === 0 ? article : undefined
}

export const bylinesOf = ({ publisher, author, retells }: Article): string[] =>
  [publisher, author, retells?.name, retells?.author].filter(name => name !== undefined)
