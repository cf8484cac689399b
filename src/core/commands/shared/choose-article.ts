// Asks which article is meant: several candidates come back as choices, never as a silent guess.

import type { Article } from '../../corpus/model.ts'
import { paragraph, run } from '../../message/build.ts'
import type { Block, Choice, Message } from '../../message/message.ts'
import { isAlike } from '../../search/lookup/alike.ts'
import { findArticles } from '../../search/lookup/articles.ts'
import { dateOf, sourceWords } from '../../wording/citation.ts'
import { takenNote } from '../../wording/taken.ts'
import type { Context } from '../command.ts'
import type { ArticleSearch } from './article-search.ts'
import { choiceSection, MAX_WHOLE_CHOICES } from './pages.ts'

export interface ArticleQuestion {
  /** Asked if there are no words. */
  ask: string
  /** The call of a choice: `option` takes the article. */
  open: { command: string; option: string; args?: Record<string, string> }
  /** The call that asked, and the first of the articles to choose from: there may be pages of them. */
  asked: { args: Record<string, string>; entry: number | undefined }
  /** The only article that has the words is meant, even if they are not in its name. */
  takesOnlyResult?: true
}

/** The one article that is meant, with a note if it is only near the words; or a question with candidates. */
export type ArticleChoice = { article: Article; note: Block[] } | { question: Message; isNamed: boolean }

/** Looks up the article that the words mean. */
export async function chooseArticle(
  search: ArticleSearch | undefined,
  { ask, open, asked, takesOnlyResult }: ArticleQuestion,
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
  // Of a long list, no part is more likely than another.
  if (!first)
    return question(say.noArticle(typed), corpus.articles.length <= MAX_WHOLE_CHOICES ? corpus.articles : [])
  if (articles.length === 1) {
    if (isNamed) return { article: first, note: [] }
    const isMeant =
      isAlike(typed, [first.title, first.id, first.publisher]) ||
      (takesOnlyResult && !search.result().isCorrected)
    if (isMeant) return { article: first, note: takenNote(sourceWords(first, say), typed, say) }
  }
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
