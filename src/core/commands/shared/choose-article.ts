// Asks which article is meant: several candidates come back as choices, never as a silent guess.

import type { Article } from '../../corpus/model.ts'
import { paragraph, run } from '../../message/build.ts'
import type { Choice, Message } from '../../message/message.ts'
import { findArticles } from '../../search/lookup/articles.ts'
import { dateOf } from '../../wording/citation.ts'
import type { Context } from '../command.ts'
import type { ArticleSearch } from './article-search.ts'
import { choiceSection } from './pages.ts'

export interface ArticleQuestion {
  /** Asked if there are no words. */
  ask: string
  /** The call of a choice: `option` takes the article. */
  open: { command: string; option: string; args?: Record<string, string> }
  /** The call that asked, and the first of the articles to choose from: there may be pages of them. */
  asked: { args: Record<string, string>; entry: number | undefined }
}

/** The one article that is meant; or a question with candidates, and whether the words name them. */
export type ArticleChoice = { article: Article } | { question: Message; isNamed: boolean }

/** Looks up the article that the words mean. */
export async function chooseArticle(
  search: ArticleSearch | undefined,
  { ask, open, asked }: ArticleQuestion,
  context: Context,
): Promise<ArticleChoice> {
  const { corpus, say } = context
  const question = (words: string, articles: readonly Article[], isNamed = false) => ({
    question: { body: [paragraph(words)], choices: choicesFor(articles, { open, asked }, say) },
    isNamed,
  })
  if (!search) return question(ask, corpus.articles)
  const { articles, isNamed } = await findArticles(context, search.query, () => search.result().articles)
  const [first] = articles
  const typed = search.words.slice(0, 60)
  if (!first) return question(say.noArticle(typed), corpus.articles)
  if (isNamed && articles.length === 1) return { article: first }
  return question(isNamed ? say.several(typed) : say.nearestArticle(typed), articles, isNamed)
}

/** Words that open an article: its publisher, if no other article has the same; else its id. */
export function exampleArticle({ corpus }: Context): { article: string } | undefined {
  const [first, ...others] = corpus.articles
  if (!first) return undefined
  const isOnly = others.every(({ publisher }) => publisher !== first.publisher)
  return { article: isOnly ? first.publisher : first.id }
}

function choicesFor(
  articles: readonly Article[],
  { open: { command, option, args = {} }, asked }: Omit<ArticleQuestion, 'ask'>,
  say: Context['say'],
): Choice[][] {
  const choice = (article: Article): Choice => {
    const { id, title, publisher } = article
    const label = `${publisher}, ${dateOf(article, say)}`
    return { ...run(label, command, { [option]: id, ...args }), about: `${title} (${label})` }
  }
  const call = { command, args: asked.args }
  return choiceSection(articles, { from: asked.entry, call, option, choice }, say)
}
