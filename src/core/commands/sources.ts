// Answers /sources: who publishes what, how the archive attributes, and what it does not claim.

import { articleById } from '../corpus/article-by-id.ts'
import type { Article } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import type { Phrases } from '../languages/phrases.ts'
import { attribution, bullets, heading, link, paragraph, run, strong } from '../message/build.ts'
import type { Block, Choice } from '../message/message.ts'
import { dateOf, sourceWords } from '../wording/citation.ts'
import { readChoice } from './article/read.ts'
import { command, oneOf, text } from './command.ts'
import { entryOption, MAX_WHOLE_CHOICES, sectionAt, sectionChoices, sectionLine } from './shared/pages.ts'

/** With a few lines on what is not claimed, about one screen of a phone. */
const MAX_ABOUT_UNITS = 700
const MAX_CAUTION_UNITS = 200

export const sources = command({
  name: 'sources',
  options: {
    only: text({ isHidden: true }),
    view: oneOf(['archive', 'cautions'], { isHidden: true }),
    entry: entryOption,
  },
  run: ({ only: id, view, entry = 1 }, { corpus, say, language }) => {
    const phrases = say.commands.sources
    const { articles } = corpus
    const about = corpus.about.sources.map(each => translated(each, language))
    const cautions = corpus.about.cautions.map(each => translated(each, language))
    const back = [run(phrases.all, 'sources')]
    const article = id === undefined ? undefined : articleById(corpus, id)
    if (article) return { body: articleEntry(article, say), choices: [readRow(article, say), back] }
    if (view === 'cautions')
      return { body: [heading(2, phrases.cautions), bullets(cautions)], choices: [back] }
    if (view === 'archive')
      return {
        body: [heading(2, phrases.title), ...[...about, phrases.roles].map(each => paragraph(each))],
        choices: [back],
      }
    const isFirst = entry === 1
    const shortCautions = beginningOf(cautions, MAX_CAUTION_UNITS)
    const section = sectionAt(articles, {
      from: entry,
      maxWhole: MAX_WHOLE_CHOICES,
      compose: each => run(sourceWords(each, say), 'sources', { only: each.id }),
    })
    return {
      body: [
        heading(2, phrases.title),
        // People who turn pages have read what stands around the list.
        ...(isFirst
          ? [
              ...beginningOf(about, MAX_ABOUT_UNITS).map(each => paragraph(each)),
              ...(cautions.length > 0 ? [heading(3, phrases.cautions), bullets(shortCautions)] : []),
            ]
          : []),
        heading(3, phrases.articles),
        ...sectionLine(section, say),
      ],
      choices: [
        ...section.entries.map(each => [each]),
        ...sectionChoices({ command: 'sources', args: {} }, section, say),
        [run(phrases.archive, 'sources', { view: 'archive' })],
        ...(shortCautions.length < cautions.length
          ? [[run(phrases.cautions, 'sources', { view: 'cautions' })]]
          : []),
      ],
    }
  },
})

/** The first of the texts that fit, one at least. */
function beginningOf(texts: readonly string[], maxUnits: number): string[] {
  let units = 0
  return texts.filter((each, at) => {
    units += each.length
    return at === 0 || units <= maxUnits
  })
}

const readRow = (article: Article, say: Phrases): Choice[] => [readChoice(article, undefined, { say })]

/** The publisher of the article, its address, and notes on it. */
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
