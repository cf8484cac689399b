// /timeline: the dated events of the articles, each as precise as they have it and with whose it is.

import { parseLooseDate } from '../calendar/date.ts'
import { asciiDigits } from '../calendar/digits.ts'
import { sourceOf } from '../citation/citation.ts'
import type { Event } from '../corpus/corpus.ts'
import { translated } from '../corpus/translated.ts'
import { attribution, bullets, heading, paragraph, run, strong } from '../message/build.ts'
import type { Block, Inline, Message } from '../message/message.ts'
import { type Context, command, text } from './command.ts'

export const timeline = command({
  name: 'timeline',
  options: { from: text(), to: text() },
  run: ({ from, to }, context): Message => {
    const { corpus, say } = context
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
    return {
      body: [
        heading(2, phrases.title),
        events.length > 0 ? bullets(events.map(event => line(event, context))) : paragraph(phrases.none),
      ],
      choices: events.length < corpus.events.length ? [[run(phrases.all, 'timeline')]] : [],
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
  const cited = articles.flatMap((id): Inline[] => {
    const article = corpus.articles.find(each => each.id === id)
    return article ? [sourceOf(article, say)] : []
  })
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
