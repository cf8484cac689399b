// Writes iCalendar (RFC 5545): content lines with escaped text, dates and moments, folded at 75 octets.

import type { Temporal } from 'temporal-polyfill'

/** A property: its name with parameters, such as `DTSTART;VALUE=DATE`, and its value in the form that the name asks for. */
export type Property = readonly [name: string, value: string]

/** RFC 5545, 3.1: without the line break. */
const MAX_LINE_OCTETS = 75

/** A calendar with its events. Every line ends with CRLF, including the last. */
export function icalendar(properties: readonly Property[], events: readonly (readonly Property[])[]): string {
  const all: Property[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ...properties,
    ...events.flatMap((event): Property[] => [['BEGIN', 'VEVENT'], ...event, ['END', 'VEVENT']]),
    ['END', 'VCALENDAR'],
  ]
  return all.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join('')
}

/**
 * A value of type TEXT (RFC 5545, 3.3.11). Line breaks of any kind become `\n`, also U+2028 and U+2029, at which some
 * parsers take the line to end. Other control characters, which no escape can write, become spaces, and half surrogate
 * pairs, which UTF-8 cannot write, become U+FFFD.
 */
export function textValue(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(controls, ' ')
}

/** RFC 5545, 3.1, CONTROL: the control characters of ASCII except the tab. */
const controls = /[[\p{Cc}&&\p{ASCII}]--\t]/gv

/** A value of type DATE (RFC 5545, 3.3.4), in the years 1 to 9999. */
export const dateValue = (date: Temporal.PlainDate): string => date.toString().replaceAll('-', '')

/** A value of type DATE-TIME in UTC (RFC 5545, 3.3.5). */
export const momentValue = (moment: Temporal.Instant): string =>
  moment.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')

/** The line with breaks, none of them inside a character. */
function folded(line: string): string {
  if (line.length <= MAX_LINE_OCTETS && Buffer.byteLength(line) <= MAX_LINE_OCTETS) return line
  let lines = ''
  let octets = 0
  for (const character of line) {
    const width = Buffer.byteLength(character)
    if (octets + width > MAX_LINE_OCTETS) {
      lines += '\r\n '
      octets = 1
    }
    lines += character
    octets += width
  }
  return lines
}
