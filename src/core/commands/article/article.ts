// Answers /article: the digest of an article, page by page.

import type { Article } from '../../corpus/model.ts'
import { readPlace, writePlace } from '../../corpus/place.ts'
import { attribution, heading, paragraph, run } from '../../message/build.ts'
import type { Block, Message } from '../../message/message.ts'
import { sourceLine, versionLines } from '../../wording/citation.ts'
import { type Context, command, integer, text } from '../command.ts'
import { articleSearch } from '../shared/article-search.ts'
import { chooseArticle, exampleArticle } from '../shared/choose-article.ts'
import { completeArticle } from '../shared/completions.ts'
import { entryOption, pageChoices, pageOf } from '../shared/pages.ts'
import { markedPage, pagesOf, pageWith } from './passage.ts'
import { dateChoice } from './read.ts'

export const article = command({
  name: 'article',
  options: {
    name: text({ complete: completeArticle, takesLanguage: true }),
    page: integer({ isHidden: true }),
    passage: text({ isHidden: true }),
    entry: entryOption,
  },
  example: exampleArticle,
  run: async ({ name, page, passage, entry }, context): Promise<Message> => {
    const { say } = context
    const phrases = say.commands.article
    const search = name === undefined ? undefined : articleSearch(name, context)
    const open = { command: 'article', option: 'name' }
    const asked = { args: { ...(name !== undefined && { name }) }, entry }
    const chosen = await chooseArticle(
      search,
      { ask: phrases.ask, open, asked, takesOnlyResult: true },
      context,
    )
    if ('question' in chosen) return chosen.question
    const { article, note } = chosen
    const place = passage === undefined ? undefined : readPlace(passage)
    const current = pageOf(pagesOf(article), page ?? (place ? pageWith(article, place) : 1))
    const args = { name: article.id, ...(place && { passage: writePlace(place) }) }
    // People who turn pages have read the notes.
    const isOpening = page === undefined || page === 1
    return {
      body: [
        ...note,
        heading(1, article.title),
        sourceLine(article, say),
        ...(isOpening ? notesOn(article, context) : []),
        ...(place ? markedPage(article, current.page, place) : (current.item ?? [])),
        ...(current.pages > 1 ? [paragraph(say.page(current.page, current.pages))] : []),
      ],
      choices: [
        ...pageChoices({ command: 'article', args }, current, say),
        [run(phrases.summary, 'summary', { article: article.id })],
        ...dateChoice(article, say),
      ],
    }
  },
})

/** The speaker of the words, and notes on them. */
const notesOn = (article: Article, { say, language }: Context): Block[] => [
  attribution(article.verbatim ? say.commands.summary.verbatim : say.commands.article.digest),
  ...versionLines(article, language, say),
  ...(article.review ? [attribution(say.commands.summary.unreviewed)] : []),
]
