// Lists the statements of the articles that a question finds: key points, figures, roles, sentences.

import type { Article } from '../../corpus/model.ts'
import { sentencesOf } from '../../corpus/paragraphs.ts'
import { passageAt } from '../../search/index/passages.ts'
import { versionFor } from '../../search/index/segment.ts'
import type { Asked } from '../finding.ts'
import type { ArchiveStatement } from '../statement.ts'
import { articlesFound } from './sought.ts'

export interface ArticleStatement {
  /** In the version that the reader is shown. */
  statement: ArchiveStatement
  /** The same in the version that the question found, if that is another one. */
  found?: ArchiveStatement
}

export function articleStatementsFor(asked: Asked): ArticleStatement[] {
  const { index, language } = asked
  const { matches, reader } = articlesFound(asked)
  return matches.slice(0, MAX_ARTICLES_WEIGHED).flatMap(({ article: number }) => {
    const own = versionFor(index.segment, number, language)
    const [shown, found] = [own, number].map(each => index.segment.articles[each] as Article) as [
      Article,
      Article,
    ]
    const shownList = statedIn(shown)
    const foundList = own === number ? [] : statedIn(found)
    const isParallel = foundList.length === shownList.length
    const version = reader(own).bestPassage >= 0 ? shown : found
    const best = reader(version === shown ? own : number).bestPassage
    return [
      ...shownList.map(
        (statement, at): ArticleStatement => ({
          statement,
          ...(isParallel && { found: foundList[at] as ArchiveStatement }),
        }),
      ),
      ...sentencesAround(version, best).map(statement => ({ statement })),
    ]
  })
}

/** Reading more would take longer than the rest of an answer. */
const MAX_ARTICLES_WEIGHED = 8

function statedIn(article: Article): ArchiveStatement[] {
  const { keyPoints, figures, people } = article
  return [
    ...keyPoints.map(point => ({ kind: 'point', article, point }) as const),
    ...figures.map(figure => ({ kind: 'figure', article, figure }) as const),
    ...people.map(person => ({ kind: 'role', article, person }) as const),
  ]
}

/** The sentences of the paragraph with the best passage. */
function sentencesAround(article: Article, passage: number): ArchiveStatement[] {
  const at = passage < 0 ? undefined : passageAt(article, passage)?.paragraph
  const paragraph = at === undefined ? undefined : article.paragraphs[at]
  if (!paragraph || at === undefined) return []
  const before = article.paragraphs.slice(0, at).reduce((sum, { sentences }) => sum + sentences.length, 0)
  return paragraph.sentences.map((_, sentence) => ({
    kind: 'sentence',
    article,
    text: sentencesOf(paragraph, sentence, sentence + 1),
    number: before + sentence + 1,
  }))
}
