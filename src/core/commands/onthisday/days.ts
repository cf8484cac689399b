// Answers for a month or a week: each of its days on which the archive has something, to be opened.

import { Temporal } from 'temporal-polyfill'
import { datedOn } from '../../answers/dated.ts'
import type { DatedStatement } from '../../answers/statement.ts'
import { type Days, type MonthDay, monthDay } from '../../calendar/day.ts'
import { translated } from '../../corpus/translated.ts'
import { bullets, heading, paragraph, run, strong } from '../../message/build.ts'
import type { Message } from '../../message/message.ts'
import { type CalendarOfChat, comingWithinYear } from '../../search/lookup/coming.ts'
import { capital } from '../../text/capital.ts'
import { nameOfDays } from '../../wording/dated.ts'
import type { Context } from '../command.ts'
import { MAX_WHOLE_CHOICES, sectionAt, sectionChoices, sectionLine, unitsOf } from '../shared/pages.ts'

/** A day with many articles names the first of them. */
const MAX_TITLES_OF_DAY = 4

/** `date` is the option as typed, for the buttons that turn pages. Undefined if the archive has nothing on these days. */
export async function daysWithin(
  days: Days,
  { date, entry, calendar }: { date: string; entry: number; calendar: CalendarOfChat },
  context: Context,
): Promise<Message | undefined> {
  const { say } = context
  const dated = await datedOn(days, context.corpus, context.language)
  const filled = eachDay(days)
    .map(day => ({ day, titles: titlesOn(day, { calendar, dated }, context) }))
    .filter(({ titles }) => titles.length > 0)
  if (filled.length === 0) return undefined
  const section = sectionAt(filled, {
    from: entry,
    maxWhole: MAX_WHOLE_CHOICES,
    compose: ({ day, titles }) => {
      const left = titles.length - MAX_TITLES_OF_DAY
      const named = titles.slice(0, MAX_TITLES_OF_DAY).join(' · ')
      return {
        day,
        blocks: [
          paragraph(strong(capital(say.day(day.month, day.day)))),
          paragraph(left > 0 ? `${named} · +${say.digits(left)}` : named),
        ],
      }
    },
    unitsOf: ({ blocks }, linked) => unitsOf(blocks, linked),
  })
  return {
    body: [
      heading(2, capital(nameOfDays(days, say))),
      bullets(section.entries.map(({ blocks }) => blocks)),
      ...sectionLine(section, say),
    ],
    choices: [
      ...section.entries.map(({ day }) => [
        run(capital(say.day(day.month, day.day)), 'onthisday', { date: monthDay(day) }),
      ]),
      ...sectionChoices({ command: 'onthisday', args: { date } }, section, say),
    ],
  }
}

/** In the order of the calendar, from the first to the last, in a year that has 29 February. */
function eachDay({ first, last }: Days): MonthDay[] {
  const list: MonthDay[] = []
  let date = Temporal.PlainDate.from({ year: LEAP_YEAR, ...first })
  for (; list.length < 366; date = date.add({ days: 1 })) {
    const { month, day } = date
    list.push({ month, day })
    if (month === last.month && day === last.day) break
  }
  return list
}

const LEAP_YEAR = 2028

function titlesOn(
  { month, day }: MonthDay,
  { calendar, dated }: { calendar: CalendarOfChat; dated: readonly DatedStatement[] },
  { corpus, language, say }: Context,
): string[] {
  const isThen = (date: { month?: number; day?: number } | undefined) =>
    date?.month === month && date.day === day
  return [
    ...comingWithinYear(calendar)
      // Once, on the day it falls, although 29 February can be asked for in any year.
      .filter(({ occurrence }) => isThen(occurrence))
      .map(({ anniversary }) => translated(anniversary.names, language)),
    ...corpus.articles.filter(({ published }) => isThen(published)).map(({ title }) => title),
    ...dated.flatMap(({ statement, date, until }) => {
      if (!isThen(date) && !isThen(until)) return []
      if (statement.kind === 'event') return [translated(statement.event.text, language)]
      if (statement.kind !== 'outside') return []
      return [say.claim(say.post.outside, translated(statement.statement.source, language))]
    }),
  ]
}
