// Answers /timeline: the dated events of the articles, each as precise as they give it and with its source.

import { compareLooseDates, formatLooseDate, type LooseDate } from '../calendar/date.ts'
import { firstDay, lastDay, parseSpan } from '../calendar/span.ts'
import type { Article, Event } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import { calendarWords } from '../languages/calendar.ts'
import { attribution, bullets, emphasis, heading, paragraph, run, strong } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { sourceOf, sourcesOf } from '../wording/citation.ts'
import { plotOf } from '../wording/plot.ts'
import { type Context, command, oneOf, text } from './command.ts'

export const timeline = command({
  name: 'timeline',
  options: { from: text(), to: text(), as: oneOf(['text', 'picture']) },
  example({ corpus }) {
    const { anniversaries, events, articles } = corpus
    const year = anniversaries[0]?.since.year ?? events[0]?.date.year ?? articles[0]?.published.year
    return year === undefined ? undefined : String(year)
  },
  run: async ({ from, to, as }, context): Promise<Message> => {
    const { corpus, say, paint } = context
    const phrases = say.commands.timeline
    const span = parseSpan(calendarWords(), from, to)
    if ((from ?? to) !== undefined && !span)
      return {
        body: [paragraph(phrases.unread([from, to].filter(Boolean).join(' ').slice(0, 60)))],
        choices: [[run(phrases.all, 'timeline')]],
      }
    const { first: earliest, last, isOpen, isTurned, isDayFirst } = span ?? {}
    // A single year, month or day means only that one.
    const latest = last ?? (isOpen ? undefined : earliest)
    const isWithin = ({ date, until }: { date: LooseDate; until?: LooseDate }) =>
      (!earliest || lastDay(until ?? date) >= firstDay(earliest)) &&
      (!latest || firstDay(date) <= lastDay(latest))
    const events = corpus.events.filter(isWithin)
    const articles = corpus.articles.filter(({ published }) => isWithin({ date: published }))
    const entries = [
      ...events.map(event => ({ date: event.date, blocks: eventBlocks(event, context) })),
      ...articles.map(article => ({ date: article.published, blocks: publicationBlocks(article, context) })),
    ].sort((a, b) => compareLooseDates(a.date, b.date))
    const isAll = entries.length === corpus.events.length + corpus.articles.length
    const years = {
      ...(earliest && { from: `${formatLooseDate(earliest)}${isOpen ? '-' : ''}` }),
      ...(last && { to: formatLooseDate(last) }),
    }
    const onwards = earliest && !last && !isOpen
    const whole = [
      ...(onwards
        ? [run(phrases.onwards(say.date(earliest)), 'timeline', { from: `${formatLooseDate(earliest)}-` })]
        : []),
      ...(isAll ? [] : [run(phrases.all, 'timeline')]),
    ]
    const readAs = [
      ...(isTurned && earliest && last
        ? [paragraph(phrases.turned(phrases.span(say.date(earliest), say.date(last))))]
        : []),
      ...(isDayFirst && earliest
        ? [
            paragraph(
              say.commands.onthisday.read([earliest, ...(last ? [last] : [])].map(say.date).join(', ')),
            ),
          ]
        : []),
    ]
    const wanted = as === 'picture' && events.length > 0
    const image = wanted ? await paint?.(plotOf(events, context)) : undefined
    if (image)
      return {
        body: [heading(2, phrases.title), ...readAs, paragraph(say.picture.note)],
        image,
        choices: [[run(phrases.text, 'timeline', years), ...whole]],
      }
    const canDraw = paint && !wanted && events.length > 0
    const choices = [
      ...(canDraw ? [run(phrases.picture, 'timeline', { ...years, as: 'picture' })] : []),
      ...whole,
    ]
    return {
      body: [
        heading(2, phrases.title),
        ...readAs,
        ...(wanted ? [paragraph(emphasis(paint ? phrases.notDrawn : phrases.noPictures))] : []),
        entries.length > 0 ? bullets(entries.map(({ blocks }) => blocks)) : paragraph(phrases.none),
      ],
      choices: choices.length > 0 ? [choices] : [],
    }
  },
})

/** An event with its speaker and its articles. */
function eventBlocks(
  { date, until, derived, text, speaker, articles }: Event,
  { corpus, say, language }: Context,
): Block[] {
  const phrases = say.commands.timeline
  const when = until ? phrases.span(say.date(date), say.date(until)) : say.date(date)
  const words = translated(text, language)
  const cited = sourcesOf(articles, corpus, say)
  return [
    paragraph([
      strong(derived ? phrases.derived(when) : when),
      ': ',
      speaker ? say.claim(translated(speaker, language), words) : words,
    ]),
    attribution(cited.flatMap((each, index) => (index > 0 ? ['; ', each] : [each]))),
    ...(derived ? [attribution(phrases.how(translated(derived, language)))] : []),
  ]
}

/** The publication of an article is a dated event too. */
function publicationBlocks(article: Article, { say }: Context): Block[] {
  const when = say.date(article.published)
  return [
    paragraph([
      strong(article.inferred ? say.inferredDate(when) : when),
      ': ',
      say.commands.timeline.published(article.publisher, article.title),
    ]),
    attribution(sourceOf(article, say)),
  ]
}
