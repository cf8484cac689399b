// The key points of an article, at three lengths: the curator's own, or its first sentences where there are none.
import type { Article, KeyPoint } from '../corpus/corpus.ts'
import { sentencesOf } from '../corpus/paragraphs.ts'

export const lengths = ['short', 'medium', 'long'] as const
export type Length = (typeof lengths)[number]

/** The points, the most important first, and whether they are the article's own opening for want of curated ones. */
export function pointsOf(article: Article, length: Length): { points: KeyPoint[]; opening: boolean } {
  if (article.keyPoints.length > 0)
    return { points: article.keyPoints.slice(0, curated[length]), opening: false }
  const sentences = article.paragraphs.flatMap(paragraph =>
    paragraph.sentences.map((_, index) => sentencesOf(paragraph, index, index + 1)),
  )
  return { points: sentences.slice(0, extracted[length]).map(text => ({ text })), opening: true }
}

const curated = { short: 3, medium: 5, long: Number.POSITIVE_INFINITY }
const extracted = { short: 3, medium: 5, long: 9 }
