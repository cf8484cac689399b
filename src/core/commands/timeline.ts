// /timeline: the dated events of the articles, each as precise as they have it and with whose it is.
import { compareLooseDates, type LooseDate, parseLooseDate } from '../calendar/date.ts'
import { asciiDigits } from '../calendar/digits.ts'
import { sourceOf, sourcesOf } from '../citation/citation.ts'
import type { Article, Event } from '../corpus/corpus.ts'
import { translated } from '../corpus/translated.ts'
import { attribution, bullets, emphasis, heading, paragraph, run, strong } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { plotOf } from '../picture/plot.ts'
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
    const { corpus, say, language, paint } = context
    const phrases = say.commands.timeline
    const { first, second, isOpen } = limits(from, to)
    const read = (typed: string) => parseLooseDate(asciiDigits(typed))
    const [earliest, last] = [first, second].map(typed => (typed ? read(typed) : undefined))
    // A year alone is that year.
    const latest = last ?? (isOpen ? undefined : earliest)
    const bad = [first, second].find(each => each && !read(each))
    if (bad !== undefined)
      return {
        body: [paragraph(phrases.unread(bad.slice(0, 40)))],
        choices: [[run(phrases.all, 'timeline')]],
      }
    const isWithin = ({ date, until }: { date: LooseDate; until?: LooseDate }) =>
      (!earliest || lastOf(until ?? date) >= firstOf(earliest)) &&
      (!latest || firstOf(date) <= lastOf(latest))
    const events = corpus.events.filter(isWithin)
    const articles = corpus.articles.filter(({ published }) => isWithin({ date: published }))
    const shown = [
      ...events.map(event => ({ date: event.date, blocks: told(event, context) })),
      ...articles.map(article => ({ date: article.published, blocks: published(article, context) })),
    ].sort((a, b) => compareLooseDates(a.date, b.date))
    const isAll = shown.length === corpus.events.length + corpus.articles.length
    const years = {
      ...(first && { from: isOpen ? `${first}-` : first }),
      ...(second && { to: second }),
    }
    const onwards = first && earliest && !second && !isOpen
    const whole = [
      ...(onwards ? [run(phrases.onwards(say.date(earliest)), 'timeline', { from: `${first}-` })] : []),
      ...(isAll ? [] : [run(phrases.all, 'timeline')]),
    ]
    const wanted = as === 'picture' && events.length > 0
    const image = wanted ? await paint?.(plotOf(events, corpus, language, say)) : undefined
    if (image)
      return {
        body: [heading(2, phrases.title), paragraph(say.picture.note)],
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
        ...(wanted ? [paragraph(emphasis(paint ? phrases.notDrawn : phrases.noPictures))] : []),
        shown.length > 0 ? bullets(shown.map(({ blocks }) => blocks)) : paragraph(phrases.none),
      ],
      choices: choices.length > 0 ? [choices] : [],
    }
  },
})

/** As typed: "1979 1989" and "1979-1989" come as one text, and "1979-" has no end. */
function limits(from = '', to?: string): { first?: string; second?: string; isOpen: boolean } {
  const isOpen = /[-–]\s*$/.test(from)
  const [first, second] = from.split(/[\s–]+|\s*-\s*(?=\d{4})|-$/).filter(each => each && each !== '-')
  return {
    isOpen: isOpen && to === undefined && second === undefined,
    ...(first !== undefined && { first }),
    ...((to ?? second) !== undefined && { second: to ?? second }),
  }
}

/** The first and the last day that a date may mean, as numbers that compare: 19790107. */
const firstOf = ({ year, month = 1, day = 1 }: LooseDate) => (year * 100 + month) * 100 + day
const lastOf = ({ year, month = 12, day = 31 }: LooseDate) => (year * 100 + month) * 100 + day

function told(
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

/** That an article appeared is a dated event too; where its date is inferred, the source line says so. */
function published(article: Article, { say }: Context): Block[] {
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
