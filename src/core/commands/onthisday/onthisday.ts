// Answers /onthisday: a day's anniversaries and events, the articles published on it, and what is told of it from outside.

import { datedOn, dateTest } from '../../answers/dated.ts'
import type { DatedStatement } from '../../answers/statement.ts'
import { type Day, monthDay } from '../../calendar/day.ts'
import { dayOfYear } from '../../calendar/recurrence.ts'
import { translated } from '../../corpus/translated.ts'
import { readDay } from '../../languages/calendar.ts'
import { ask, attribution, bullets, emphasis, heading, paragraph, run } from '../../message/build.ts'
import type { Block, Choice, Message } from '../../message/message.ts'
import { textOfBlocks } from '../../message/text.ts'
import {
  beginningLater,
  type CalendarOfChat,
  type ComingAnniversary,
  comingUp,
  fallingOn,
} from '../../search/lookup/coming.ts'
import { dayNamed } from '../../search/lookup/days.ts'
import { capital } from '../../text/capital.ts'
import { sourceOf } from '../../wording/citation.ts'
import { nameOfDays } from '../../wording/dated.ts'
import { datedRow, dayChoice } from '../../wording/found/happened.ts'
import { comingLine, composeBrief, composePost } from '../../wording/post.ts'
import { type Context, command, text } from '../command.ts'
import { entryOption, MAX_WHOLE_CHOICES, sectionAt, sectionChoices, sectionLine } from '../shared/pages.ts'
import { chatZone, leapDaysHere } from '../shared/subscriptions.ts'
import { daysWithin } from './days.ts'

/** About one screen of a phone. */
const MAX_PAGE_UNITS = 1200

export const onthisday = command({
  name: 'onthisday',
  options: { date: text(), only: text({ isHidden: true }), entry: entryOption },
  example({ corpus, say, now }) {
    const [first] = corpus.anniversaries
    if (!first) return undefined
    const { month, day } = dayOfYear(first, now.toZonedDateTimeISO(corpus.about.zone).toPlainDate())
    return { date: say.day(month, day) }
  },
  run: async ({ date, only, entry = 1 }, context): Promise<Message> => {
    const { corpus, say, now, language } = context
    const phrases = say.commands.onthisday
    const today = now.toZonedDateTimeISO(await chatZone(context)).toPlainDate()
    const typed = date ?? 'today'
    const calendar = { corpus, today, leapDayOf: await leapDaysHere(context) }
    const day = readDay(typed, today, language) ?? (await dayNamed(typed, today, corpus))
    if (day === undefined) return askDay(phrases.unread(typed.slice(0, 60)), calendar, context)
    switch (day.type) {
      case 'no-such-day': {
        const { month, days } = day
        return {
          body: [paragraph(phrases.noSuchDay(say.month(month), days))],
          choices: [
            [run(capital(say.day(month, days)), 'onthisday', { date: monthDay({ month, day: days }) })],
            [ask(say.writeAnswer, 'onthisday', 'date')],
          ],
        }
      }
      case 'days':
        return (
          (await daysWithin(day, { date: typed, entry, calendar }, context)) ??
          nothingOn(
            phrases.noneWithin(nameOfDays(day, say)),
            { calendar, reading: [], later: [], otherChoices: [] },
            context,
          )
        )
      case 'day':
        return wholePost(day, { only, calendar }, context) ?? dayAnswer(day, { entry, calendar }, context)
      default:
        return day satisfies never
    }
  },
})

/** Asks for another day. */
function askDay(words: string, calendar: CalendarOfChat, { say }: Context): Message {
  return {
    body: [paragraph(words)],
    choices: [
      ...comingUp(calendar)
        .slice(0, 3)
        .map(({ occurrence }) => [dayChoice(occurrence, say)]),
      [ask(say.writeAnswer, 'onthisday', 'date')],
    ],
  }
}

/** The whole post of one of the day's anniversaries, if one was picked. */
function wholePost(
  day: Day,
  { only, calendar }: { only: string | undefined; calendar: CalendarOfChat },
  context: Context,
): Message | undefined {
  const coming = fallingOn(day, calendar).find(({ anniversary }) => anniversary.id === only)
  return coming && composePost(coming, context)
}

/** The anniversaries of the day, its events, the articles published on it, and what is told of it from outside. */
async function dayAnswer(
  day: Day,
  { entry, calendar }: { entry: number; calendar: CalendarOfChat },
  context: Context,
): Promise<Message> {
  const { say } = context
  const phrases = say.commands.onthisday
  const name = say.day(day.month, day.day)
  const reading = day.reading === 'day-month' ? [paragraph(emphasis(phrases.read(name)))] : []
  const list = await onDay(day, calendar, context)
  const later = beginningLater(day, calendar)
  if (list.length === 0)
    return nothingOn(
      phrases.none(name),
      {
        calendar,
        reading,
        later,
        otherChoices: otherReading(day, say),
      },
      context,
    )
  const section = sectionAt(list, {
    from: entry,
    maxWhole: MAX_WHOLE_CHOICES,
    compose: each => entryOf(each, day, context),
    // Addresses are not read.
    unitsOf: ({ blocks }) => textOfBlocks(blocks).length,
    maxUnits: MAX_PAGE_UNITS,
  })
  const [posts, events, articles, outside] = (['post', 'event', 'article', 'outside'] as const).map(type =>
    section.entries.filter(each => each.type === type),
  ) as [DayEntry[], DayEntry[], DayEntry[], DayEntry[]]
  const listed = (title: string | undefined, entries: readonly DayEntry[]): Block[] =>
    entries.length === 0
      ? []
      : [...(title === undefined ? [] : [heading(3, title)]), bullets(entries.map(({ blocks }) => blocks))]
  return {
    body: [
      ...reading,
      ...posts.flatMap(({ blocks }) => blocks),
      ...listed(posts.length === 0 ? capital(name) : undefined, events),
      ...listed(phrases.published(name), articles),
      ...listed(say.post.outside, outside),
      ...laterLines(later, calendar, context),
      ...sectionLine(section, say),
    ],
    choices: [
      ...(posts[0]?.choices ?? []),
      ...sectionChoices({ command: 'onthisday', args: { date: monthDay(day) } }, section, say),
      ...otherReading(day, say),
      ...(posts.length === 0 ? articles.flatMap(({ choices }) => choices) : []),
    ],
  }
}

type OnDay = ComingAnniversary | DatedStatement

/** In the order of the answer. What a post of the day has stands there. */
async function onDay(day: Day, calendar: CalendarOfChat, { corpus, language }: Context): Promise<OnDay[]> {
  const { month, day: number } = day
  const anniversaries = fallingOn(day, calendar)
  const inPosts = new Set(
    anniversaries.flatMap(({ anniversary }) => anniversary.outside.map(({ text }) => text.en)),
  )
  const dated = await datedOn({ type: 'day', month, day: number }, corpus, language)
  const published = corpus.articles.filter(
    each => each.published.month === month && each.published.day === number,
  )
  return [
    ...anniversaries,
    ...dated.filter(({ statement }) => statement.kind === 'event'),
    ...published.map(
      (article): DatedStatement => ({ statement: { kind: 'publication', article }, date: article.published }),
    ),
    ...dated.filter(
      ({ statement }) => statement.kind === 'outside' && !inPosts.has(statement.statement.text.en),
    ),
  ]
}

interface DayEntry {
  type: 'post' | 'event' | 'article' | 'outside'
  blocks: Block[]
  choices: Choice[][]
}

function entryOf(each: OnDay, day: Day, context: Context): DayEntry {
  if ('anniversary' in each) {
    const open = { command: 'onthisday', args: { date: monthDay(day), only: each.anniversary.id } }
    const { body, choices = [] } = composeBrief(each, context, open)
    return { type: 'post', blocks: body, choices }
  }
  const { statement } = each
  if (statement.kind === 'publication') {
    const { title, id } = statement.article
    const blocks = [paragraph(title), attribution(sourceOf(statement.article, context.say))]
    return { type: 'article', blocks, choices: [[run(title, 'article', { name: id })]] }
  }
  const type = statement.kind === 'event' ? 'event' : 'outside'
  const asked = { type: 'day', month: day.month, day: day.day } as const
  return { type, blocks: datedRow(each, context, dateTest(asked)), choices: [] }
}

/** For people who write the month first. */
function otherReading({ month, day, reading }: Day, say: Context['say']): Choice[][] {
  if (reading === 'plain' || day > 12 || day === month) return []
  const label = say.commands.onthisday.rather(say.day(day, month))
  return [[run(label, 'onthisday', { date: monthDay({ month: day, day: month }) })]]
}

/** Says that the archive has nothing then, and names the next anniversary. */
function nothingOn(
  words: string,
  {
    calendar,
    reading,
    later,
    otherChoices,
  }: {
    calendar: CalendarOfChat
    reading: Message['body']
    later: readonly ComingAnniversary[]
    otherChoices: Choice[][]
  },
  context: Context,
): Message {
  const { say, language } = context
  const phrases = say.commands.onthisday
  const [next] = comingUp(calendar)
  // The day itself may be years away, and then its button would lead here again.
  const isOpen = next && fallingOn(next.occurrence, calendar).length > 0
  return {
    body: [
      ...reading,
      paragraph(words),
      ...laterLines(later, calendar, context),
      ...(next && !later.includes(next)
        ? [paragraph(phrases.next(translated(next.anniversary.names, language), say.date(next.occurrence)))]
        : []),
    ],
    choices: [...otherChoices, ...(isOpen ? [[dayChoice(next.occurrence, say)]] : [])],
  }
}

const laterLines = (
  later: readonly ComingAnniversary[],
  { today }: CalendarOfChat,
  { say, language }: Context,
): Block[] =>
  later.map(each =>
    paragraph(say.claim(translated(each.anniversary.names, language), comingLine(each, today, say))),
  )
