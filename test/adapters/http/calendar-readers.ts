// Reads a calendar feed with two parsers that share no code, to the same form.

import ICAL from 'ical.js'
import nodeIcal from 'node-ical'

export interface ReadFeed {
  name: string
  events: ReadEvent[]
}

export interface ReadEvent {
  uid: string
  summary: string
  description: string
  /** Such as 1979-01-07. */
  start: string
  /** The first days of its rule. */
  days(count: number): string[]
}

export const readers: Record<string, (feed: string) => ReadFeed> = {
  'ical.js': readWithIcalJs,
  'node-ical': readWithNodeIcal,
}

function readWithIcalJs(feed: string): ReadFeed {
  const calendar = new ICAL.Component(ICAL.parse(feed))
  // It knows neither property, so it leaves the escapes in unless told that the type is text.
  const names = ['name', 'x-wr-calname'].map(property => String(calendar.getFirstPropertyValue(property)))
  if (names[0] !== names[1]) throw new Error(`two names: ${names.join(', ')}`)
  return {
    name: names[0] ?? '',
    events: calendar.getAllSubcomponents('vevent').map(component => {
      const event = new ICAL.Event(component)
      return {
        uid: event.uid,
        summary: event.summary,
        description: event.description,
        start: isoDay(event.startDate),
        days(count) {
          const days = event.iterator()
          return Array.from({ length: count }, () => isoDay(days.next()))
        },
      }
    }),
  }
}

function readWithNodeIcal(feed: string): ReadFeed {
  const components = Object.values(nodeIcal.sync.parseICS(feed))
  const calendar = components.find(each => each?.type === 'VCALENDAR') as Record<string, unknown>
  return {
    name: textIn(calendar.name),
    events: components.flatMap(event =>
      event?.type !== 'VEVENT'
        ? []
        : {
            uid: event.uid,
            summary: textIn(event.summary),
            description: textIn(event.description),
            start: dayOf(event.start),
            days: count => event.rrule?.all((_, at) => at < count).map(dayOf) ?? [],
          },
    ),
  }
}

/** With parameters, node-ical makes an object of a value. */
const textIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value ?? '')

/** It gives a day as midnight of the machine's time zone. */
const dayOf = (date: Date): string =>
  isoDay({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() })

const isoDay = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
