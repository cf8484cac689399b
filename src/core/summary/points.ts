// Selects the curated key points of an article for a summary of a given length; articles without any get an excerpt.

import type { Article, KeyPoint } from '../corpus/model.ts'

export const lengths = ['short', 'medium', 'long'] as const
export type Length = (typeof lengths)[number]

/** The most important first. */
export const pointsOf = (article: Article, length: Length): KeyPoint[] =>
  article.keyPoints.slice(0, maxPoints[length])

const maxPoints: Record<Length, number> = { short: 3, medium: 5, long: Number.POSITIVE_INFINITY }
