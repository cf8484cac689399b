// Composes the post of an anniversary: what the archive's articles say about the day, each line with its source.

import type { Temporal } from 'temporal-polyfill'
import { yearsSince } from '../calendar/recurrence.ts'
import { articleById } from '../corpus/article-by-id.ts'
import type { Anniversary, Article, OutsideStatement } from '../corpus/model.ts'
import { isTranslated, translated } from '../corpus/translated.ts'
import type { Phrases } from '../languages/phrases.ts'
import { attribution, bullets, emphasis, heading, paragraph, run } from '../message/build.ts'
import { linkUnitsOf, withLinksOnce } from '../message/links.ts'
import type { Block, Inline, Invocation, Message } from '../message/message.ts'
import { textOfBlocks } from '../message/text.ts'
import { tokens } from '../text/words.ts'
import { sourceOf, sourceWords } from './citation.ts'
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

/** As many statements from outside stand beside the first of the articles. */
const MAX_BRIEF_OUTSIDE = 2
/** A post that takes no more than this is brief already. */
const MAX_BRIEF_UNITS = 900

/**
 * The post as an answer: what the articles say first, and the statements from outside that say most of the same, so that
 * a day is never told by one side. `open` is the call that shows all of it.
 */
export function composeBrief(day: AnniversaryDay, view: LanguageView, open?: Invocation): Message {
  const { account, outside } = day.anniversary
  const post = composePost(day, view)
  if (textOfBlocks(post.body).length <= MAX_BRIEF_UNITS) return post
  const { language, say } = view
  const [first] = account
  const textsOf = (statements: readonly OutsideStatement[]) =>
    statements.map(({ text }) => translated(text, language))
  const near = first
    ? mostAlike(translated(first.text, language), textsOf(outside)).map(at => outside[at])
    : outside
  const anniversary = {
    ...day.anniversary,
    account: account.slice(0, 1),
    outside: near.slice(0, MAX_BRIEF_OUTSIDE).flatMap(each => each ?? []),
  }
  const { body, choices } = composePost({ ...day, anniversary }, view)
  const whole = open ? [[run(say.post.whole, open.command, open.args)]] : []
  return { body, choices: [...whole, ...(choices ?? [])] }
}

/** The indexes of the texts, the one that shares the most words with another text first. A rare word weighs more. */
function mostAlike(text: string, texts: readonly string[]): number[] {
  const wanted = new Set(tokens(text).map(({ word }) => word))
  const all = texts.map(each => new Set(tokens(each).map(({ word }) => word)))
  const shared = all.map(words => {
    let weight = 0
    for (const word of words) if (wanted.has(word)) weight += 1 / all.filter(other => other.has(word)).length
    return weight
  })
  return [...texts.keys()].sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0))
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

/** The date, in how many days it is, and which anniversary. */
export function comingLine(
  { anniversary, occurrence }: AnniversaryDay,
  today: Temporal.PlainDate,
  say: Phrases,
): string {
  const phrases = say.commands.upcoming
  const years = yearsSince(occurrence, anniversary)
  const [when, days] = [say.date(occurrence), say.inDays(today.until(occurrence).days)]
  return years > 0 ? phrases.line(when, days, years) : phrases.theDay(when, days)
}

/**
 * What the articles say about the day and what is known from elsewhere, each line with its source. The articles are
 * links if the post still fits one message with their addresses, which are long; its buttons lead to them in any case.
 */
export function accountOf(anniversary: Anniversary, view: LanguageView): Block[] {
  const linked = withLinksOnce(accountBlocks(anniversary, view, sourceOf))
  const units = textOfBlocks(linked).length + linkUnitsOf(linked)
  return units > MAX_LINKED_UNITS ? accountBlocks(anniversary, view, sourceWords) : linked
}

/** Leaves room for the heading, the buttons and Discord's marks in a message of 4,000 units. */
const MAX_LINKED_UNITS = 3500

function accountBlocks(
  { account, outside }: Anniversary,
  view: LanguageView,
  cite: (article: Article, say: Phrases) => string | Inline,
): Block[] {
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
              attribution(
                joined(
                  articles.map(id => {
                    const article = articleById(corpus, id)
                    return article ? cite(article, say) : id
                  }),
                ),
              ),
            ]),
          ),
        ]
      : []),
    ...outsideBlocks(outside, view),
    paragraph(emphasis(isDisputed ? phrases.disputed : phrases.note)),
  ]
}

const joined = (parts: readonly (string | Inline)[]) =>
  parts.flatMap((part, index) => (index > 0 ? ['; ', part] : [part]))
