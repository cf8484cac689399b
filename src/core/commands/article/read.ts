// Makes the choices that lead from a citation to its article: at the passage, and to the reason for a doubtful date.

import type { Article } from '../../corpus/model.ts'
import { type ArticlePlace, writePlace } from '../../corpus/place.ts'
import type { Phrases } from '../../languages/phrases.ts'
import { run } from '../../message/build.ts'
import type { Choice, Run } from '../../message/message.ts'
import { dateOf } from '../../wording/citation.ts'
import type { Context } from '../command.ts'

/** Opens the page with the passage, which is bold there. The label says publisher and date, unless another is given. */
export function readChoice(
  article: Article,
  place: ArticlePlace | undefined,
  { say, label }: Pick<Context, 'say'> & { label?: string },
): Run {
  const name = label ?? say.commands.search.read(`${article.publisher}, ${dateOf(article, say)}`)
  return run(name, 'article', { name: article.id, ...(place && { passage: writePlace(place) }) })
}

/** A row with a choice that says how the date was inferred; none if the source states it. */
export const dateChoice = ({ id, inferred }: Article, say: Phrases): Choice[][] =>
  inferred === undefined ? [] : [[run(say.commands.article.whyInferred, 'sources', { only: id })]]
