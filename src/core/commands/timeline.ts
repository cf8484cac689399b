// /timeline: the dated events of the articles, each as precise as they have it and with whose it is.

import { parseLooseDate } from '../calendar/date.ts'
import { asciiDigits } from '../calendar/digits.ts'
import { sourcesOf } from '../citation/citation.ts'
import type { Event } from '../corpus/corpus.ts'
import { translated } from '../corpus/translated.ts'
import { attribution, bullets, emphasis, heading, paragraph, run, strong } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { plotOf } from '../picture/plot.ts'
import { type Context, command, oneOf, text } from './command.ts'

export const timeline = command({
  name: 'timeline',
  options: { from: text(), to: text(), as: oneOf(['text', 'picture']) },
  run: async ({ from, to, as }, context): Promise<Message> => {
    const { corpus, say, language, paint } = context
    const phrases = say.commands.timeline
    // "/timeline 1979 1989" comes as one text.
    const [first, second] =
      to === undefined ? (from ?? '').split(/[\s–]+|\s*-\s*(?=\d{4})/).filter(Boolean) : [from, to]
    const bad = [first, second].find(each => each !== undefined && !parseLooseDate(asciiDigits(each)))
    if (bad !== undefined)
      return {
        body: [paragraph(phrases.unread(bad.slice(0, 40)))],
        choices: [[run(phrases.all, 'timeline')]],
      }
    const earliest = first ? (parseLooseDate(asciiDigits(first))?.year ?? 0) : Number.NEGATIVE_INFINITY
    const latest = second ? (parseLooseDate(asciiDigits(second))?.year ?? 0) : Number.POSITIVE_INFINITY
    const events = corpus.events.filter(
      ({ date, until }) => (until ?? date).year >= earliest && date.year <= latest,
    )
    const years = { ...(first && { from: first }), ...(second && { to: second }) }
    const whole = events.length < corpus.events.length ? [run(phrases.all, 'timeline')] : []
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
        ...(wanted ? [paragraph(emphasis(phrases.notDrawn))] : []),
        events.length > 0 ? bullets(events.map(event => line(event, context))) : paragraph(phrases.none),
      ],
      choices: choices.length > 0 ? [choices] : [],
    }
  },
})

function line(
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
