// Lists the statements of the articles that a question finds: key points, figures, roles, sentences.

import type { Article } from '../../corpus/model.ts'
import type { Phrases } from '../../languages/phrases.ts'
import { versionFor } from '../../search/index/segment.ts'
import { bestSentences } from '../../search/rank/sentences.ts'
import type { Asked } from '../finding.ts'
import type { ArchiveStatement } from '../statement.ts'
import { articlesFound } from './sought.ts'

export interface ArticleStatement {
  /** In the version that the reader is shown. */
  statement: ArchiveStatement
  /** The same in the version that the question found, if that is another one. */
  found?: ArchiveStatement
  /** The paragraph that a sentence stands in. */
  paragraph?: string
  /** The numbers of the article's versions in the index. */
  versions: readonly number[]
}

export function articleStatementsFor(asked: Asked, say: Phrases): ArticleStatement[] {
  const { index, query, language } = asked
  const found = articlesFound(asked)
  const stated = found.matches.slice(0, MAX_ARTICLES_WEIGHED).flatMap(({ article: number }) => {
    const own = versionFor(index.segment, number, language)
    const [shown, other] = [own, number].map(each => index.segment.articles[each] as Article) as [
      Article,
      Article,
    ]
    const shownList = statedIn(shown, say)
    const foundList = own === number ? [] : statedIn(other, say)
    const isParallel = foundList.length === shownList.length
    return shownList.map(
      (statement, at): ArticleStatement => ({
        statement,
        versions: own === number ? [own] : [own, number],
        ...(isParallel && { found: foundList[at] as ArchiveStatement }),
      }),
    )
  })
  const sentences = bestSentences(index, found, { query, count: MAX_SENTENCES_WEIGHED }).map(
    ({ article, text, number, paragraph }): ArticleStatement => ({
      statement: { kind: 'sentence', article, text, number },
      paragraph: article.paragraphs[paragraph]?.text ?? '',
      versions: found.matches
        .filter(each => index.segment.articles[each.article] === article)
        .map(each => each.article),
    }),
  )
  return [...stated, ...sentences]
}

/** Reading more would take longer than the rest of an answer. */
const MAX_ARTICLES_WEIGHED = 8
const MAX_SENTENCES_WEIGHED = 12

/** Its author has a role too. */
function statedIn(article: Article, say: Phrases): ArchiveStatement[] {
  const { keyPoints, figures, people, author, publisher, retells } = article
  const { author: roleAt, writing: roleIn } = say.commands.who
  const authors = [
    ...(author ? [{ name: author, role: roleAt(publisher) }] : []),
    ...(retells?.author ? [{ name: retells.author, role: roleIn(retells.name) }] : []),
  ]
  return [
    ...keyPoints.map(point => ({ kind: 'point', article, point }) as const),
    ...figures.map(figure => ({ kind: 'figure', article, figure }) as const),
    ...[...people, ...authors].map(person => ({ kind: 'role', article, person }) as const),
  ]
}
