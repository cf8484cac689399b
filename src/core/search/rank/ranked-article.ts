// Defines an article with its place in the answer: what was read of it, and how well it answers.

import type { Candidate } from './candidates.ts'
import type { ArticleReading } from './closeness.ts'

export interface RankedArticle extends Candidate, ArticleReading {
  rank: number
}
