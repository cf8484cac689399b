// Asking which article is meant: several candidates come back as choices, never as a silent guess.

import type { Article } from '../../corpus/model.ts'
import { paragraph, run } from '../../message/build.ts'
import type { Message, Run } from '../../message/message.ts'
import { findArticles } from '../../search/lookup/articles.ts'
import { dateOf } from '../../wording/citation.ts'
import type { Context } from '../command.ts'

/** The one article meant by the words, or the message that asks which; `choice` makes the call for an article. */
export function chooseArticle(
  words: string | undefined,
  ask: string,
  choice: (article: Article) => Run,
  context: Context,
): { article: Article } | { message: Message } {
  const { corpus, index, say } = context
  if (words === undefined) return { message: offer(ask, corpus.articles, choice, context) }
  const { articles, isNamed } = findArticles(corpus, index, words)
  const [first] = articles
  const typed = words.slice(0, 60)
  if (!first) return { message: offer(say.noArticle(typed), corpus.articles, choice, context) }
  if (isNamed && articles.length === 1) return { article: first }
  return {
    message: offer(isNamed ? say.several(typed) : say.nearestArticle(typed), articles, choice, context),
  }
}

function offer(
  question: string,
  articles: readonly Article[],
  choice: (article: Article) => Run,
  { say }: Context,
): Message {
  const shown = articles.slice(0, 10)
  return {
    body: [paragraph(question)],
    choices: shown.map(article => [
      { ...choice(article), about: `${article.title} (${article.publisher}, ${dateOf(article, say)})` },
    ]),
  }
}

/** Opens the article of a button, by id. */
export const chooser =
  (command: string, option: string, say: Context['say'], more: Record<string, string> = {}) =>
  (article: Article): Run =>
    run(`${article.publisher}, ${dateOf(article, say)}`, command, { [option]: article.id, ...more })

/** Words that open an article: its publisher, where it has but one here. */
export function exampleArticle({ corpus }: Context): string | undefined {
  const [first, ...others] = corpus.articles
  const isOnly = others.every(({ publisher }) => publisher !== first?.publisher)
  return isOnly ? first?.publisher : first?.id
}
