// Looks up time zones by their IANA names, reads times of day, and finds the moment of a local time in a zone.

import { Temporal } from 'temporal-polyfill'
import { asciiDigits } from '../text/digits.ts'

/**
 * The moment of a local time on a date in a zone. A time that a clock change skips moves forward with the clock; of a
 * time that happens twice, the first is taken (Temporal's 'compatible', RFC 5545 section 3.3.5,
 * https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5).
 */
export function momentOf(date: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): Temporal.Instant {
  return date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}

/** The zone's name in its standard spelling, whatever case it was typed in; undefined if there is no such zone. */
export function zoneNamed(name: string): string | undefined {
  const typed = name.trim().replaceAll(' ', '_')
  zonesByLowercase ??= new Map(zones().map(zone => [zone.toLowerCase(), zone]))
  const known = zonesByLowercase.get(typed.toLowerCase())
  if (known) return known
  if (!/^[A-Za-z][A-Za-z0-9_+/-]+\/[A-Za-z0-9_+/-]+$/.test(typed)) return undefined
  try {
    // Other names of a zone (Asia/Ho_Chi_Minh for Asia/Saigon) are valid, but the engine does not list them.
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(typed)
    return typed
  } catch {
    return undefined
  }
}

/** Every zone that a chat may choose, sorted: UTC first. */
export function zones(): readonly string[] {
  zoneNames ??= ['UTC', ...Intl.supportedValuesOf('timeZone').map(currentName).sort()]
  return zoneNames
}

// Listed on first use: it takes milliseconds, and no start needs it.
let zoneNames: readonly string[] | undefined
let zonesByLowercase: ReadonlyMap<string, string> | undefined

/** Reads `07:00`, `7:00`, `7.30`, `7h30`, `7h` or `7am`; undefined if the text is not a time. */
export function parseTime(text: string): Temporal.PlainTime | undefined {
  const typed = asciiDigits(text.trim())
  const match = /^(\d{1,2})(?:[:.h](\d{2})?)?\s*(am|pm)?$/i.exec(typed)
  if (!match || !(match[2] || match[3] || /h$/i.test(typed))) return undefined
  const meridiem = match[3]?.toLowerCase()
  const number = Number(match[1])
  if (meridiem && (number < 1 || number > 12)) return undefined
  const hour = meridiem ? (number % 12) + (meridiem === 'pm' ? 12 : 0) : number
  const minute = Number(match[2] ?? 0)
  return hour < 24 && minute < 60 ? Temporal.PlainTime.from({ hour, minute }) : undefined
}

/** The zone's current name, if the engine lists it under an older one. */
export const currentName = (zone: string): string => currentNames[zone] ?? zone

/** Writes a time as `07:00`. */
export const formatTime = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })

const currentNames: Record<string, string> = {
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Pacific/Truk': 'Pacific/Chuuk',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'America/Godthab': 'America/Nuuk',
}
