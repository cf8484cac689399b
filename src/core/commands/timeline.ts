// Answers /timeline: the dated events of the articles, each as precise as they give it and with its source.

import { formatLooseDate } from '../calendar/date.ts'
import { firstDay, lastDay, parseSpan } from '../calendar/span.ts'
import { calendarWords } from '../languages/calendar.ts'
import { ask, bullets, emphasis, heading, paragraph, run } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { chronologyOf, countBefore, type Dated, isEvent } from '../search/lookup/dated.ts'
import { eventBlocks, publicationBlocks } from '../wording/dated.ts'
import { plotOf } from '../wording/plot.ts'
import { command, oneOf, text } from './command.ts'
import { entryOption, sectionAt, sectionChoices, sectionLine, unitsOf } from './shared/pages.ts'
import { chatZone } from './shared/subscriptions.ts'

export const timeline = command({
  name: 'timeline',
  options: { from: text(), to: text(), as: oneOf(['text', 'picture']), entry: entryOption },
  example({ corpus }) {
    const { anniversaries, events, articles } = corpus
    const year = anniversaries[0]?.since.year ?? events[0]?.date.year ?? articles[0]?.published.year
    return year === undefined ? undefined : { from: String(year) }
  },
  run: async ({ from, to, as, entry }, context): Promise<Message> => {
    const { corpus, say, paint, now } = context
    const phrases = say.commands.timeline
    const span = parseSpan(calendarWords(), from, to)
    if ((from ?? to) !== undefined && !span)
      return {
        body: [paragraph(phrases.unread([from, to].filter(Boolean).join(' ').slice(0, 60)))],
        choices: [[run(phrases.all, 'timeline')], [ask(say.writeAnswer, 'timeline', 'from')]],
      }
    const { first: earliest, last, isOpen, isTurned, isDayFirst } = span ?? {}
    // A single year, month or day means only that one.
    const latest = last ?? (isOpen ? undefined : earliest)
    const { all, within } = await chronologyOf(corpus)
    const isAsked = earliest !== undefined || latest !== undefined
    const list = isAsked
      ? within(earliest ? firstDay(earliest) : -Infinity, latest ? lastDay(latest) : Infinity)
      : all
    const events = list.filter(isEvent)
    const isAll = list.length === all.length
    const today = now.toZonedDateTimeISO(await chatZone(context)).toPlainDate()
    /** Asked for everything, it begins with what comes next. */
    const startIn = (dated: readonly Dated[]) =>
      entry ?? (isAsked ? 1 : 1 + countBefore(dated, firstDay(today)))
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
    const drawn = sectionAt(events, { from: startIn(events), compose: event => event })
    const image = wanted ? await paint?.(plotOf(drawn.entries, context)) : undefined
    const turnTo = (args: Record<string, string>) => ({ command: 'timeline', args: { ...years, ...args } })
    if (image)
      return {
        body: [heading(2, phrases.title), ...readAs, paragraph(say.picture.note), ...sectionLine(drawn, say)],
        image,
        choices: [
          ...sectionChoices(turnTo({ as: 'picture' }), drawn, say),
          [run(phrases.text, 'timeline', years), ...whole],
        ],
      }
    const section = sectionAt(list, {
      from: startIn(list),
      compose: (dated): Block[] =>
        isEvent(dated) ? eventBlocks(dated, context) : publicationBlocks(dated, context),
      unitsOf,
    })
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
        list.length > 0 ? bullets(section.entries) : paragraph(phrases.none),
        ...sectionLine(section, say),
      ],
      choices: [...sectionChoices(turnTo({}), section, say), ...(choices.length > 0 ? [choices] : [])],
    }
  },
})
