// /article: the digest of an article, page by page.

import { attribution, heading, paragraph, run } from '../message/build.ts'
import type { Choice, Message } from '../message/message.ts'
import { split } from '../message/split.ts'
import { textOfBlocks } from '../message/text.ts'
import { sourceLine, versionLines } from '../wording/citation.ts'
import { command, integer, text } from './command.ts'
import { chooseArticle, chooser, exampleArticle } from './shared/choose-article.ts'
import { completeArticle } from './shared/completions.ts'
import { pageChoices, pageOf } from './shared/pages.ts'

/** About one screen of a phone held upright and scrolled twice. */
const pageLength = 1600

export const article = command({
  name: 'article',
  options: { name: text({ complete: completeArticle }), page: integer({ isHidden: true }) },
  example: exampleArticle,
  run: ({ name, page = 1 }, context): Message => {
    const { say } = context
    const phrases = say.commands.article
    const chosen = chooseArticle(name, phrases.ask, chooser('article', 'name', say), context)
    if ('message' in chosen) return chosen.message
    const found = chosen.article
    const pages = split({ body: found.body }, part => textOfBlocks(part.body).length <= pageLength)
    const shown = pageOf(pages, page)
    const turn: Choice[] = pageChoices('article', { name: found.id }, shown, say)
    return {
      body: [
        heading(1, found.title),
        sourceLine(found, say),
        attribution(found.verbatim ? say.commands.summary.verbatim : phrases.digest),
        ...versionLines(found, context.language, say),
        ...(found.inferred ? [attribution(phrases.inferred(found.inferred))] : []),
        ...(found.review ? [attribution(say.commands.summary.unreviewed)] : []),
        ...(shown.item?.body ?? []),
        ...(shown.pages > 1 ? [paragraph(say.page(shown.page, shown.pages))] : []),
      ],
      choices: [...(turn.length > 0 ? [turn] : []), [run(phrases.summary, 'summary', { article: found.id })]],
    }
  },
})
