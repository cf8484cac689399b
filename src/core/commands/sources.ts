// Answers /sources: who publishes what, how the archive attributes, and what it does not claim.

import { translated } from '../corpus/translated.ts'
import { attribution, bullets, heading, link, paragraph, run, strong } from '../message/build.ts'
import { dateOf } from '../wording/citation.ts'
import { command } from './command.ts'

export const sources = command({
  name: 'sources',
  options: {},
  run: (_, { corpus, say, language }) => {
    const phrases = say.commands.sources
    const { about, articles } = corpus
    return {
      body: [
        heading(2, phrases.title),
        ...about.sources.map(text => paragraph(translated(text, language))),
        paragraph(phrases.roles),
        heading(3, phrases.articles),
        bullets(
          articles
            .slice(0, 50)
            .map(article => [
              paragraph([strong(article.title), ` · ${article.publisher}, ${dateOf(article, say)}`]),
              attribution([
                [
                  article.publisherNote,
                  article.retells && `${say.retelling(article.retells.name)}: ${article.retells.note}`,
                ]
                  .filter(Boolean)
                  .join('; '),
                ...(article.url ? [' · ', link(article.url)] : []),
              ]),
              ...(article.titleNote ? [attribution(phrases.titleNote(article.titleNote))] : []),
              ...(article.inferred ? [attribution(phrases.dateNote(article.inferred))] : []),
            ]),
        ),
        ...(about.cautions.length > 0
          ? [heading(3, phrases.cautions), bullets(about.cautions.map(text => translated(text, language)))]
          : []),
      ],
      choices: [[run(say.post.articles, 'article')]],
    }
  },
})
