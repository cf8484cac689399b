// Words what has a date: an event, the publication of an article, a statement from outside, each with its source.

import type { AskedDate } from '../answers/finding.ts'
import { daysIn } from '../calendar/date.ts'
import type { Days } from '../calendar/day.ts'
import type { Article, Event } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import { attribution, paragraph, strong } from '../message/build.ts'
import type { Block } from '../message/message.ts'
import { textOf } from '../message/text.ts'
import type { Marks } from '../search/hits/marks.ts'
import { capital } from '../text/capital.ts'
import { sourceOf, sourcesOf } from './citation.ts'
import { claimed, marked } from './hit.ts'
import type { LanguageView } from './language-view.ts'

/**
 * An event with its speaker and its articles; what was asked for in its text is in bold. Beyond
 * `maxLinks` sources none is a link, because addresses are long where they are shown.
 */
export function eventBlocks(
  { date, until, derived, text, speaker, articles }: Event,
  { corpus, say, language }: LanguageView,
  { marks = [], maxLinks = MAX_CITED }: { marks?: Marks; maxLinks?: number } = {},
): Block[] {
  const phrases = say.commands.timeline
  const when = until ? phrases.span(say.date(date), say.date(until)) : say.date(date)
  const words = marked(translated(text, language), marks)
  const whose = speaker && translated(speaker, language)
  const linked = sourcesOf(articles.slice(0, MAX_CITED), corpus, say)
  const cited = linked.length > maxLinks ? [linked.map(each => textOf([each])).join('; ')] : linked
  const others = articles.length > MAX_CITED ? [`; +${say.digits(articles.length - MAX_CITED)}`] : []
  return [
    paragraph([
      strong(capital(derived ? phrases.derived(when) : when)),
      say.colon,
      ...(whose ? claimed(whose, words, say) : words),
    ]),
    attribution([...cited.flatMap((each, index) => (index > 0 ? ['; ', each] : [each])), ...others], whose),
    ...(derived ? [attribution(phrases.how(translated(derived, language)))] : []),
  ]
}

/** So many sources of one event are named, and the others are counted. */
const MAX_CITED = 8

/** The publication of an article is a dated event too. */
export function publicationBlocks(article: Article, { say }: Pick<LanguageView, 'say'>): Block[] {
  const when = say.date(article.published)
  return [
    paragraph([
      strong(capital(article.inferred ? say.inferredDate(when) : when)),
      say.colon,
      say.commands.timeline.published(article.publisher, article.title),
    ]),
    attribution(sourceOf(article, say)),
  ]
}

/** The month, or the first and the last day. */
export function nameOfDays({ first, last }: Days, say: LanguageView['say']): string {
  const isMonth = first.month === last.month && first.day === 1 && last.day === daysIn(first.month)
  return isMonth
    ? say.month(first.month)
    : `${say.day(first.month, first.day)} – ${say.day(last.month, last.day)}`
}

/** The date as it is asked for. */
export function nameOfDate(asked: AskedDate, say: LanguageView['say']): string {
  switch (asked.type) {
    case 'date':
      return asked.until
        ? say.commands.timeline.span(say.date(asked.date), say.date(asked.until))
        : say.date(asked.date)
    case 'day':
      return say.day(asked.month, asked.day)
    case 'days':
      return nameOfDays(asked, say)
    default:
      return asked satisfies never
  }
}
