// Answers /sources: who publishes what, how the archive attributes, and what it does not claim.

import { translated } from '../corpus/translated.ts'
import { attribution, bullets, heading, link, paragraph, run, strong } from '../message/build.ts'
import type { Block } from '../message/message.ts'
import { dateOf } from '../wording/citation.ts'
import { command } from './command.ts'
import { entryOption, sectionAt, sectionChoices, sectionLine, unitsOf } from './shared/pages.ts'

/** The room of the first page, for the articles and what stands around them. */
const MAX_FIRST_UNITS = 3900

export const sources = command({
  name: 'sources',
  options: { entry: entryOption },
  run: ({ entry = 1 }, { corpus, say, language }) => {
    const phrases = say.commands.sources
    const { about, articles } = corpus
    const isFirst = entry === 1
    const before = [
      ...about.sources.map(text => paragraph(translated(text, language))),
      paragraph(phrases.roles),
    ]
    const after =
      about.cautions.length > 0
        ? [heading(3, phrases.cautions), bullets(about.cautions.map(text => translated(text, language)))]
        : []
    const section = sectionAt(articles, {
      from: entry,
      compose: (article): Block[] => [
        paragraph([strong(article.title), ` · ${article.publisher}, ${dateOf(article, say)}`]),
        attribution([
          [
            article.publisherNote,
            article.retells && `${say.retelling(article.retells.name)}${say.colon}${article.retells.note}`,
          ]
            .filter(Boolean)
            .join('; '),
          ...(article.url ? [article.urlIsCopy ? ` · ${phrases.copyAt}` : ' · ', link(article.url)] : []),
        ]),
        ...(article.titleNote ? [attribution(phrases.titleNote(article.titleNote))] : []),
        ...(article.inferred ? [attribution(phrases.dateNote(article.inferred))] : []),
      ],
      unitsOf,
      // People who turn pages have read what stands around the list.
      ...(isFirst && { maxUnits: MAX_FIRST_UNITS - unitsOf([...before, ...after]) }),
    })
    return {
      body: [
        heading(2, phrases.title),
        ...(isFirst ? before : []),
        heading(3, phrases.articles),
        bullets(section.entries),
        ...sectionLine(section, say),
        ...(isFirst ? after : []),
      ],
      choices: [
        ...sectionChoices({ command: 'sources', args: {} }, section, say),
        [run(say.post.articles, 'article')],
      ],
    }
  },
})
