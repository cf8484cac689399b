// Words what an archive has on a date: what happened, from outside, and the day's next anniversary.

import type { Temporal } from 'temporal-polyfill'
import { dateTest } from '../../answers/dated.ts'
import type { Finding } from '../../answers/finding.ts'
import type { DatedStatement } from '../../answers/statement.ts'
import { formatLooseDate } from '../../calendar/date.ts'
import { type MonthDay, monthDay } from '../../calendar/day.ts'
import type { OutsideStatement } from '../../corpus/model.ts'
import { translated } from '../../corpus/translated.ts'
import { datesIn } from '../../languages/calendar.ts'
import { attribution, bullets, heading, link, paragraph, run, strong } from '../../message/build.ts'
import type { Block, Choice, Message } from '../../message/message.ts'
import { textOfBlocks } from '../../message/text.ts'
import { capital } from '../../text/capital.ts'
import { eventBlocks, nameOfDate, publicationBlocks } from '../dated.ts'
import { marked } from '../hit.ts'
import type { LanguageView } from '../language-view.ts'
import { comingLine } from '../post.ts'

type Happened = Extract<Finding, { kind: 'happened' }>

/** Events and publications, then what is known from outside, then the day's anniversaries. */
export function happenedMessage(
  finding: Happened,
  today: Temporal.PlainDate,
  view: LanguageView,
): Pick<Message, 'body' | 'choices'> {
  const { asked, anniversaries, dated, isNearest, next } = finding
  const { say, language } = view
  const name = nameOfDate(asked, say)
  // The choice of the day has the others.
  const coming = [...anniversaries.slice(0, MAX_ANNIVERSARIES), ...(next ? [next] : [])]
  const comingBlocks = coming.map((each): Block[] => [
    paragraph(strong(translated(each.anniversary.names, language))),
    paragraph(comingLine(each, today, say)),
  ])
  const choices = [choicesOn(finding, say)]
  if (isNearest)
    return {
      body: [
        paragraph(nothingOn(finding, name, say)),
        ...(dated.length > 0
          ? [paragraph(say.commands.timeline.nearest), bullets(rowsOf(dated, view))]
          : bulletsOf(comingBlocks)),
      ],
      choices,
    }
  const isOutside = ({ statement }: DatedStatement) => statement.kind === 'outside'
  const outside = dated.filter(isOutside)
  return {
    body: [
      heading(3, capital(name)),
      ...bulletsOf([
        ...comingBlocks,
        ...rowsOf(
          dated.filter(each => !isOutside(each)),
          view,
        ),
      ]),
      ...(outside.length > 0
        ? [heading(3, say.post.outside), bullets(rowsOf(outside, view, dateTest(asked)))]
        : []),
    ],
    choices,
  }
}

const bulletsOf = (rows: Block[][]): Block[] => (rows.length > 0 ? [bullets(rows)] : [])

function nothingOn({ asked }: Happened, name: string, say: LanguageView['say']): string {
  const { none, noneWithin } = say.commands.onthisday
  const isOneDay =
    asked.type === 'day' || (asked.type === 'date' && asked.date.day !== undefined && !asked.until)
  return isOneDay ? none(name) : noneWithin(name)
}

function choicesOn({ asked, next }: Happened, say: LanguageView['say']): Choice[] {
  if (next) return [dayChoice(next.occurrence, say), run(say.commands.upcoming.title, 'upcoming')]
  switch (asked.type) {
    case 'date': {
      const { date, until } = asked
      const args = { from: formatLooseDate(date), ...(until && { to: formatLooseDate(until) }) }
      return [run(say.commands.timeline.title, 'timeline', args)]
    }
    case 'day':
      return [dayChoice(asked, say)]
    case 'days':
      return [run(say.commands.upcoming.title, 'upcoming')]
    default:
      return asked satisfies never
  }
}

/** Opens what the archive has on a day of the year. */
export const dayChoice = ({ month, day }: MonthDay, say: LanguageView['say']): Choice =>
  run(capital(say.day(month, day)), 'onthisday', { date: monthDay({ month, day }) })

type IsOn = ReturnType<typeof dateTest>

/** As many as a phone shows at once, the archive's and others; the timeline has the rest. */
function rowsOf(dated: readonly DatedStatement[], view: LanguageView, isOn?: IsOn): Block[][] {
  let units = 0
  return dated
    .map(each => datedRow(each, view, isOn))
    .filter(blocks => {
      units += textOfBlocks(blocks).length
      return units <= (isOn ? MAX_OUTSIDE_UNITS : MAX_ROWS_UNITS) || units === textOfBlocks(blocks).length
    })
}

const MAX_ROWS_UNITS = 450
const MAX_OUTSIDE_UNITS = 250
const MAX_ANNIVERSARIES = 3

/** Something with a date. Where `isOn` is given, it stands under a heading that says where it is from. */
export function datedRow({ statement }: DatedStatement, view: LanguageView, isOn?: IsOn): Block[] {
  switch (statement.kind) {
    case 'event':
      return eventBlocks(statement.event, view, { maxLinks: 0 })
    case 'publication':
      return publicationBlocks(statement.article, view)
    case 'outside':
      return outsideRow(statement.statement, view, isOn)
    default:
      throw new Error(`a ${statement.kind} has no date of its own`)
  }
}

/** With the date that was asked for in bold; among others, it says that it is from outside. */
function outsideRow(
  { text, source, url }: OutsideStatement,
  { say, language }: LanguageView,
  isOn: IsOn | undefined,
): Block[] {
  const words = translated(text, language)
  const marks = datesIn(words)
    .filter(each => each.type === 'date' && isOn?.(each.date, each.until))
    .map(({ start, end }) => [start, end] as [number, number])
  const name = translated(source, language)
  return [
    paragraph(marked(words, marks)),
    attribution([...(isOn ? [] : [say.post.outside, say.colon]), url ? link(url, name) : name]),
  ]
}
