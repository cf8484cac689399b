// The anniversary post: what the archive's articles say of a day, each line with whose words it is.
import type { Temporal } from 'temporal-polyfill'
import { articleById } from '../corpus/article-by-id.ts'
import type { Anniversary, Corpus } from '../corpus/model.ts'
import { isTranslated, translated } from '../corpus/translated.ts'
import type { Language } from '../languages/language.ts'
import type { Phrases } from '../languages/phrases.ts'
import { attribution, bullets, emphasis, heading, link, paragraph, run } from '../message/build.ts'
import type { Block, Inline, Message } from '../message/message.ts'
import { sourceOf } from './citation.ts'

/** The post of an occurrence; `lateSince`, where its hour has long passed, says when it was due. */
export function composePost(
  anniversary: Anniversary,
  occurrence: Temporal.PlainDate,
  corpus: Corpus,
  language: Language,
  say: Phrases,
  lateSince?: Inline,
): Message {
  const years = occurrence.year - anniversary.since.year
  const when = say.date(occurrence)
  const words = say.post
  const { names, account, outside } = anniversary
  const isWhole = [names, ...account.map(({ text }) => text), ...outside.map(({ text }) => text)].every(
    text => isTranslated(text, language),
  )
  const first = account.flatMap(statement => statement.articles)[0]
  return {
    body: [
      heading(1, translated(names, language)),
      paragraph(years > 0 ? words.anniversary(when, years) : words.theDay(when)),
      ...(lateSince ? [paragraph(emphasis(words.late(lateSince)))] : []),
      ...(isWhole ? [] : [paragraph(emphasis(words.untranslated))]),
      ...accountOf(anniversary, corpus, language, say),
    ],
    choices: [[...(first ? [run(words.articles, 'article')] : []), run(words.sources, 'sources')]],
  }
}

/** What the articles say of the day and what is known from elsewhere, each line with whose words it is. */
export function accountOf(
  { account, outside }: Anniversary,
  corpus: Corpus,
  language: Language,
  say: Phrases,
): Block[] {
  const words = say.post
  return [
    ...(account.length > 0
      ? [
          heading(3, words.account),
          bullets(
            account.map(({ text, speaker, articles }) => [
              // The speaker stands in the sentence, so that nobody can quote a claim without it.
              paragraph(
                speaker
                  ? say.claim(translated(speaker, language), translated(text, language))
                  : translated(text, language),
              ),
              attribution(joined(articles.map(cite))),
            ]),
          ),
        ]
      : []),
    ...(outside.length > 0
      ? [
          heading(3, words.outside),
          bullets(
            outside.map(({ text, source, url }) => [
              paragraph(translated(text, language)),
              attribution(url ? link(url, translated(source, language)) : translated(source, language)),
            ]),
          ),
        ]
      : []),
    // A curator who cautions of the archive has a history in dispute, and so has a day that is told otherwise elsewhere.
    paragraph(emphasis(outside.length > 0 || corpus.about.cautions.length > 0 ? words.disputed : words.note)),
  ]

  function cite(id: string): string | Inline {
    const article = articleById(corpus, id)
    return article ? sourceOf(article, say) : id
  }
}

const joined = (parts: readonly (string | Inline)[]) =>
  parts.flatMap((part, index) => (index > 0 ? ['; ', part] : [part]))
