// Answers /onthisday: the anniversaries of a day of the year, and the articles published on it.

import { Temporal } from 'temporal-polyfill'
import { type Day, parseDay } from '../calendar/day.ts'
import { occurrenceIn } from '../calendar/recurrence.ts'
import type { Anniversary, Article } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import { calendarWords } from '../languages/calendar.ts'
import { ask, attribution, bullets, emphasis, heading, paragraph, run } from '../message/build.ts'
import type { Block, Choice, Message } from '../message/message.ts'
import { dayNamed } from '../search/lookup/days.ts'
import { capital } from '../text/capital.ts'
import { sourceOf } from '../wording/citation.ts'
import { composePost } from '../wording/post.ts'
import { type Context, command, text } from './command.ts'
import {
  entryOption,
  MAX_WHOLE_CHOICES,
  sectionAt,
  sectionChoices,
  sectionLine,
  unitsOf,
} from './shared/pages.ts'
import { chatZone } from './shared/subscriptions.ts'
import { comingUp } from './shared/upcoming.ts'

export const onthisday = command({
  name: 'onthisday',
  options: { date: text(), entry: entryOption },
  example({ corpus, say }) {
    const [first] = corpus.anniversaries
    return first && say.day(first.recurrence.month, first.recurrence.day)
  },
  run: async ({ date, entry = 1 }, context): Promise<Message> => {
    const { corpus, say, now } = context
    const phrases = say.commands.onthisday
    const today = now.toZonedDateTimeISO(await chatZone(context)).toPlainDate()
    const typed = date ?? 'today'
    const day = parseDay(typed, today, calendarWords()) ?? (await dayNamed(typed, today, corpus))
    if (!day)
      return {
        body: [paragraph(phrases.unread(typed.slice(0, 60)))],
        choices: [
          ...comingUp(context, today)
            .slice(0, 3)
            .map(({ anniversary, occurrence }) => [
              run(capital(say.day(occurrence.month, occurrence.day)), 'onthisday', {
                date: monthDay(anniversary.since),
              }),
            ]),
          [ask(say.writeAnswer, 'onthisday', 'date')],
        ],
      }
    const name = say.day(day.month, day.day)
    const reading = day.reading === 'day-month' ? [paragraph(emphasis(phrases.read(name)))] : []
    // A day already past this year means next year's, with its count of years.
    const year =
      today.month > day.month || (today.month === day.month && today.day > day.day)
        ? today.year + 1
        : today.year
    const anniversaries = corpus.anniversaries.filter(
      ({ recurrence }) => recurrence.month === day.month && recurrence.day === day.day,
    )
    const published = corpus.articles.filter(
      article => article.published.month === day.month && article.published.day === day.day,
    )
    if (anniversaries.length === 0 && published.length === 0)
      return nothingOn(name, { today, reading, otherChoices: otherReading(day, say) }, context)
    const section = sectionAt<Anniversary | Article, DayEntry>([...anniversaries, ...published], {
      from: entry,
      maxWhole: MAX_WHOLE_CHOICES,
      compose: each => ('published' in each ? articleEntry(each, context) : postEntry(each, year, context)),
      unitsOf: each => unitsOf(each.blocks),
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
  },
})

interface DayEntry {
  type: 'post' | 'article'
  blocks: Block[]
  choices: Choice[][]
}

function postEntry(anniversary: Anniversary, year: number, context: Context): DayEntry {
  const occurrence = occurrenceIn(year, anniversary.recurrence)
  const { body, choices = [] } = composePost({ anniversary, occurrence }, context)
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

/** Says that the archive has nothing on the day, and names the next anniversary. */
function nothingOn(
  day: string,
  {
    today,
    reading,
    otherChoices,
  }: { today: Temporal.PlainDate; reading: Message['body']; otherChoices: Choice[][] },
  context: Context,
): Message {
  const { say, language } = context
  const phrases = say.commands.onthisday
  const [next] = comingUp(context, today)
  return {
    body: [
      ...reading,
      paragraph(phrases.none(day)),
      ...(next
        ? [paragraph(phrases.next(translated(next.anniversary.names, language), say.date(next.occurrence)))]
        : []),
    ],
    choices: [
      ...otherChoices,
      ...(next
        ? [
            [
              run(capital(say.day(next.occurrence.month, next.occurrence.day)), 'onthisday', {
                date: monthDay(next.occurrence),
              }),
            ],
          ]
        : []),
    ],
  }
}

const monthDay = ({ month, day }: { month: number; day: number }) =>
  Temporal.PlainMonthDay.from({ month, day }).toString()
