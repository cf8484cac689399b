// Answers /sources: who publishes what, how the archive attributes, and what it does not claim.

import { articleById } from '../corpus/article-by-id.ts'
import type { Article } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import type { Phrases } from '../languages/phrases.ts'
import { attribution, bullets, heading, link, paragraph, run, strong } from '../message/build.ts'
import type { Block } from '../message/message.ts'
import { dateOf } from '../wording/citation.ts'
import { command, text } from './command.ts'
import { entryOption, sectionAt, sectionChoices, sectionLine, unitsOf } from './shared/pages.ts'

/** The room of the first page, for the articles and what stands around them. */
const MAX_FIRST_UNITS = 3900

export const sources = command({
  name: 'sources',
  options: { only: text({ isHidden: true }), entry: entryOption },
  run: ({ only: id, entry = 1 }, { corpus, say, language }) => {
    const phrases = say.commands.sources
    const { about, articles } = corpus
    const single = id === undefined ? undefined : articleById(corpus, id)
    if (single) return { body: articleEntry(single, say), choices: [[run(phrases.all, 'sources')]] }
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
      compose: article => articleEntry(article, say),
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

/** Who publishes the article, where, and what was added to it. */
const articleEntry = (article: Article, say: Phrases): Block[] => {
  const { title, publisher, publisherNote, retells, url, urlIsCopy, titleNote, inferred } = article
  const phrases = say.commands.sources
  const retelling = retells && `${say.retelling(retells.name)}${say.colon}${retells.note}`
  return [
    paragraph([strong(title), ` · ${publisher}, ${dateOf(article, say)}`]),
    attribution([
      [publisherNote, retelling].filter(Boolean).join('; '),
      ...(url ? [urlIsCopy ? ` · ${phrases.copyAt}` : ' · ', link(url)] : []),
    ]),
    ...(titleNote ? [attribution(phrases.titleNote(titleNote))] : []),
    ...(inferred ? [attribution(phrases.dateNote(inferred))] : []),
  ]
}
