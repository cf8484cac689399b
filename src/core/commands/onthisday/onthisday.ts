// Answers /onthisday: the anniversaries of a day of the year, and the articles published on it.

import type { Temporal } from 'temporal-polyfill'
import type { Day } from '../../calendar/day.ts'
import type { Article } from '../../corpus/model.ts'
import { translated } from '../../corpus/translated.ts'
import { readDay } from '../../languages/calendar.ts'
import { ask, attribution, bullets, emphasis, heading, paragraph, run } from '../../message/build.ts'
import type { Block, Choice, Message } from '../../message/message.ts'
import {
  type CalendarOfChat,
  type ComingAnniversary,
  comingUp,
  fallingOn,
} from '../../search/lookup/coming.ts'
import { dayNamed } from '../../search/lookup/days.ts'
import { capital } from '../../text/capital.ts'
import { sourceOf } from '../../wording/citation.ts'
import { composePost } from '../../wording/post.ts'
import { type Context, command, text } from '../command.ts'
import {
  entryOption,
  MAX_WHOLE_CHOICES,
  sectionAt,
  sectionChoices,
  sectionLine,
  unitsOf,
} from '../shared/pages.ts'
import { chatZone, leapDaysHere } from '../shared/subscriptions.ts'
import { daysWithin, monthDay, nameOfDays } from './days.ts'

export const onthisday = command({
  name: 'onthisday',
  options: { date: text(), entry: entryOption },
  example({ corpus, say }) {
    const [first] = corpus.anniversaries
    return first && { date: say.day(first.recurrence.month, first.recurrence.day) }
  },
  run: async ({ date, entry = 1 }, context): Promise<Message> => {
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
          daysWithin(day, { date: typed, entry, calendar }, context) ??
          nothingOn(
            phrases.noneWithin(nameOfDays(day, say)),
            { calendar, reading: [], otherChoices: [] },
            context,
          )
        )
      case 'day':
        return dayAnswer(day, { entry, calendar }, context)
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

/** The anniversaries of the day, and the articles published on it. */
function dayAnswer(
  day: Day,
  { entry, calendar }: { entry: number; calendar: CalendarOfChat },
  context: Context,
): Message {
  const { corpus, say } = context
  const phrases = say.commands.onthisday
  const name = say.day(day.month, day.day)
  const reading = day.reading === 'day-month' ? [paragraph(emphasis(phrases.read(name)))] : []
  const anniversaries = fallingOn(day, calendar)
  const published = corpus.articles.filter(
    article => article.published.month === day.month && article.published.day === day.day,
  )
  if (anniversaries.length === 0 && published.length === 0)
    return nothingOn(phrases.none(name), { calendar, reading, otherChoices: otherReading(day, say) }, context)
  const section = sectionAt<ComingAnniversary | Article, DayEntry>([...anniversaries, ...published], {
    from: entry,
    maxWhole: MAX_WHOLE_CHOICES,
    compose: each => ('published' in each ? articleEntry(each, context) : postEntry(each, context)),
    unitsOf: ({ blocks }, linked) => unitsOf(blocks, linked),
  })
  const posts = section.entries.filter(each => each.type === 'post')
  const articles = section.entries.filter(each => each.type === 'article')
  return {
    body: [
      ...reading,
      ...posts.flatMap(({ blocks }) => blocks),
      ...(articles.length > 0
        ? [heading(3, phrases.published(name)), bullets(articles.map(({ blocks }) => blocks))]
        : []),
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

interface DayEntry {
  type: 'post' | 'article'
  blocks: Block[]
  choices: Choice[][]
}

function postEntry(coming: ComingAnniversary, context: Context): DayEntry {
  const { body, choices = [] } = composePost(coming, context)
  return { type: 'post', blocks: body, choices }
}

const articleEntry = (article: Article, { say }: Context): DayEntry => ({
  type: 'article',
  blocks: [paragraph(article.title), attribution(sourceOf(article, say))],
  choices: [[run(article.title, 'article', { name: article.id })]],
})

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
    otherChoices,
  }: { calendar: CalendarOfChat; reading: Message['body']; otherChoices: Choice[][] },
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
      ...(next
        ? [paragraph(phrases.next(translated(next.anniversary.names, language), say.date(next.occurrence)))]
        : []),
    ],
    choices: [...otherChoices, ...(isOpen ? [[dayChoice(next.occurrence, say)]] : [])],
  }
}

const dayChoice = (date: Temporal.PlainDate, say: Context['say']): Choice =>
  run(capital(say.day(date.month, date.day)), 'onthisday', { date: monthDay(date) })
