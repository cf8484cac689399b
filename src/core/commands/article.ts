// Answers /article: the digest of an article, page by page.

import type { Article } from '../corpus/model.ts'
import { attribution, heading, paragraph, run } from '../message/build.ts'
import type { Message } from '../message/message.ts'
import { split } from '../message/split.ts'
import { textOfBlocks } from '../message/text.ts'
import { memoByObject } from '../text/memo.ts'
import { sourceLine, versionLines } from '../wording/citation.ts'
import { command, integer, text } from './command.ts'
import { articleSearch } from './shared/article-search.ts'
import { chooseArticle, exampleArticle } from './shared/choose-article.ts'
import { completeArticle } from './shared/completions.ts'
import { entryOption, pageChoices, pageOf } from './shared/pages.ts'

/** About one screen of a phone held upright, plus two scrolls. */
const MAX_PAGE_UNITS = 1600

/** Cut once, however often its pages are turned. */
const pagesOf = memoByObject(({ body }: Article) =>
  split({ body }, part => textOfBlocks(part.body).length <= MAX_PAGE_UNITS),
)

export const article = command({
  name: 'article',
  options: {
    name: text({ complete: completeArticle }),
    page: integer({ isHidden: true }),
    entry: entryOption,
  },
  example: exampleArticle,
  run: async ({ name, page = 1, entry }, context): Promise<Message> => {
    const { say } = context
    const phrases = say.commands.article
    const search = name === undefined ? undefined : articleSearch(name, context)
    const open = { command: 'article', option: 'name' }
    const asked = { args: { ...(name !== undefined && { name }) }, entry }
    const chosen = await chooseArticle(search, { ask: phrases.ask, open, asked }, context)
    if ('question' in chosen) return chosen.question
    const { article } = chosen
    const current = pageOf(pagesOf(article), page)
    return {
      body: [
        heading(1, article.title),
        sourceLine(article, say),
        attribution(article.verbatim ? say.commands.summary.verbatim : phrases.digest),
        ...versionLines(article, context.language, say),
        ...(article.inferred ? [attribution(phrases.inferred(article.inferred))] : []),
        ...(article.review ? [attribution(say.commands.summary.unreviewed)] : []),
        ...(current.item?.body ?? []),
        ...(current.pages > 1 ? [paragraph(say.page(current.page, current.pages))] : []),
      ],
      choices: [
        ...pageChoices({ command: 'article', args: { name: article.id } }, current, say),
        [run(phrases.summary, 'summary', { article: article.id })],
      ],
    }
  },
})
