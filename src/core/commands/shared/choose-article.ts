// Asks which article is meant: several candidates come back as choices, never as a silent guess.

import type { Article } from '../../corpus/model.ts'
import { paragraph, run } from '../../message/build.ts'
import type { Choice, Message } from '../../message/message.ts'
import { findArticles } from '../../search/lookup/articles.ts'
import { dateOf } from '../../wording/citation.ts'
import type { Context } from '../command.ts'
import type { ArticleSearch } from './article-search.ts'

export interface ArticleQuestion {
  /** Asked if there are no words. */
  ask: string
  /** The call of a choice: `option` takes the article. */
  open: { command: string; option: string; args?: Record<string, string> }
}

/** The one article that is meant; or a question with candidates, and whether the words name them. */
export type ArticleChoice = { article: Article } | { question: Message; isNamed: boolean }

/** Looks up the article that the words mean. */
export function chooseArticle(
  search: ArticleSearch | undefined,
  { ask, open }: ArticleQuestion,
  context: Context,
): ArticleChoice {
  const { corpus, say } = context
  const question = (words: string, articles: readonly Article[], isNamed = false) => ({
    question: { body: [paragraph(words)], choices: choicesFor(articles, open, say) },
    isNamed,
  })
  if (!search) return question(ask, corpus.articles)
  const { articles, isNamed } = findArticles(context, search.query, () => search.result().articles)
  const [first] = articles
  const typed = search.words.slice(0, 60)
  if (!first) return question(say.noArticle(typed), corpus.articles)
  if (isNamed && articles.length === 1) return { article: first }
  return question(isNamed ? say.several(typed) : say.nearestArticle(typed), articles, isNamed)
}

/** Words that open an article: its publisher, if no other article has the same; else its id. */
export function exampleArticle({ corpus }: Context): string | undefined {
  const [first, ...others] = corpus.articles
  const isOnly = others.every(({ publisher }) => publisher !== first?.publisher)
  return isOnly ? first?.publisher : first?.id
}

const MAX_CHOICES = 10

const choicesFor = (
  articles: readonly Article[],
  { command, option, args = {} }: ArticleQuestion['open'],
  say: Context['say'],
): Choice[][] =>
  articles.slice(0, MAX_CHOICES).map(article => {
    const { id, title, publisher } = article
    const label = `${publisher}, ${dateOf(article, say)}`
    const about = `${title} (${label})`
    return [{ ...run(label, command, { [option]: id, ...args }), about }]
  })
