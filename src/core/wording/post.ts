// Composes the post of an anniversary: what the archive's articles say about the day, each line with its source.

import type { Temporal } from 'temporal-polyfill'
import { yearsSince } from '../calendar/recurrence.ts'
import { articleById } from '../corpus/article-by-id.ts'
import type { Anniversary } from '../corpus/model.ts'
import { isTranslated, translated } from '../corpus/translated.ts'
import { attribution, bullets, emphasis, heading, paragraph, run } from '../message/build.ts'
import type { Block, Inline, Message } from '../message/message.ts'
import { sourceOf } from './citation.ts'
import type { LanguageView } from './language-view.ts'
import { outsideBlocks } from './outside.ts'

/** An anniversary on one of its days. */
export interface AnniversaryDay {
  anniversary: Anniversary
  occurrence: Temporal.PlainDate
}

/** The post of an occurrence. `lateSince` is the moment it was due, if that is long past. */
export function composePost(
  { anniversary, occurrence, lateSince }: AnniversaryDay & { lateSince?: Inline | undefined },
  view: LanguageView,
): Message {
  const { language, say } = view
  const phrases = say.post
  const { names, account, outside } = anniversary
  const isFullyTranslated = [names, ...[...account, ...outside].map(({ text }) => text)].every(text =>
    isTranslated(text, language),
  )
  const hasArticles = account.some(({ articles }) => articles.length > 0)
  return {
    body: [
      heading(1, translated(names, language)),
      paragraph(occasionOf({ anniversary, occurrence }, view)),
      ...(lateSince ? [paragraph(emphasis(phrases.late(lateSince)))] : []),
      ...(isFullyTranslated ? [] : [paragraph(emphasis(phrases.untranslated))]),
      ...accountOf(anniversary, view),
    ],
    choices: [[...(hasArticles ? [run(phrases.articles, 'article')] : []), run(phrases.sources, 'sources')]],
  }
}

/** The date and the number of the anniversary, or that it is the day itself. */
export function occasionOf(
  { anniversary, occurrence }: AnniversaryDay,
  { say }: Pick<LanguageView, 'say'>,
): string {
  const years = yearsSince(occurrence, anniversary)
  const when = say.date(occurrence)
  return years > 0 ? say.post.anniversary(when, years) : say.post.theDay(when)
}

/** What the articles say about the day and what is known from elsewhere, each line with its source. */
export function accountOf({ account, outside }: Anniversary, view: LanguageView): Block[] {
  const { corpus, language, say } = view
  const phrases = say.post
  // A day is disputed if the curator cautions about the archive, or if others tell it differently.
  const isDisputed = outside.length > 0 || corpus.about.cautions.length > 0
  return [
    ...(account.length > 0
      ? [
          heading(3, phrases.account),
          bullets(
            account.map(({ text, speaker, articles }) => [
              // The speaker is in the sentence, so that nobody can quote the claim without it.
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
    ...outsideBlocks(outside, view),
    paragraph(emphasis(isDisputed ? phrases.disputed : phrases.note)),
  ]

  function cite(id: string): string | Inline {
    const article = articleById(corpus, id)
    return article ? sourceOf(article, say) : id
  }
}

const joined = (parts: readonly (string | Inline)[]) =>
  parts.flatMap((part, index) => (index > 0 ? ['; ', part] : [part]))
