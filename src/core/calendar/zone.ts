// Looks up time zones by their IANA names, reads a time of day, and finds the moment that a local time means in a zone.

import { Temporal } from 'temporal-polyfill'
import { asciiDigits } from '../text/digits.ts'

/**
 * The moment of a local time on a date in a zone. A time that a clock change skips becomes the later one that the clock
 * jumps to; of a time that happens twice the first is taken (Temporal's 'compatible', RFC 5545 section 3.3.5,
 * https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5).
 */
export function momentOf(date: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): Temporal.Instant {
  return date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}

/** The zone's name in its standard spelling, typed in any case; undefined if there is no such zone. */
export function zoneNamed(name: string): string | undefined {
  const typed = name.trim().replaceAll(' ', '_')
  zonesByLowercase ??= new Map(zones().map(zone => [zone.toLowerCase(), zone]))
  const known = zonesByLowercase.get(typed.toLowerCase())
  if (known) return known
  if (!/^[A-Za-z][A-Za-z0-9_+/-]+\/[A-Za-z0-9_+/-]+$/.test(typed)) return undefined
  try {
    // Other names of the same zone (Asia/Ho_Chi_Minh beside Asia/Saigon) are valid too, but not in the engine's list.
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

// Listing the engine's zones takes milliseconds, and no start needs them.
let zoneNames: readonly string[] | undefined
let zonesByLowercase: ReadonlyMap<string, string> | undefined

/** Reads `07:00`, `7:00`, `7.30`, `7h30`, `7h` or `7am`; undefined if the text is no time. */
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

/** The name that people look for today if the engine lists the zone under an older one. */
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
