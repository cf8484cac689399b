// Time zones by their IANA names: which there are, and the moment a local time means in one.
import { Temporal } from 'temporal-polyfill'
import { asciiDigits } from '../text/digits.ts'

/**
 * The moment of a local time on a date in a zone. A time that a clock change skips is the later one it jumps to; a
 * time that happens twice is the earlier of the two (Temporal's 'compatible', RFC 5545 section 3.3.5).
 */
export function momentOf(date: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): Temporal.Instant {
  return date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}

/** The zone's name in its usual spelling, whatever the case typed; undefined where there is no such zone. */
export function zoneNamed(name: string): string | undefined {
  const typed = name.trim().replaceAll(' ', '_')
  const known = byLowerCase().get(typed.toLowerCase())
  if (known) return known
  if (!/^[A-Za-z][A-Za-z0-9_+/-]+\/[A-Za-z0-9_+/-]+$/.test(typed)) return undefined
  try {
    // Older names (Asia/Ho_Chi_Minh beside Asia/Saigon) are zones too, only not in the engine's list.
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(typed)
    return typed
  } catch {
    return undefined
  }
}

/** Every zone that a chat may choose, sorted: UTC first. */
export const zones: () => readonly string[] = once(() => [
  'UTC',
  // The engine lists some places under an older name; people look for the newer one.
  ...Intl.supportedValuesOf('timeZone').map(currentName).sort(),
])

/** `07:00`, `7:00`, `7.30`, `7h30`, `7h`, `7am` as a time; undefined where that is none. */
export function parseTime(text: string): Temporal.PlainTime | undefined {
  const typed = asciiDigits(text.trim())
  const match = /^(\d{1,2})(?:[:.h](\d{2})?)?\s*(am|pm)?$/i.exec(typed)
  if (!match || !(match[2] || match[3] || /h$/i.test(typed))) return undefined
  const half = match[3]?.toLowerCase()
  const number = Number(match[1])
  if (half && (number < 1 || number > 12)) return undefined
  const hour = half ? (number % 12) + (half === 'pm' ? 12 : 0) : number
  const minute = Number(match[2] ?? 0)
  return hour < 24 && minute < 60 ? Temporal.PlainTime.from({ hour, minute }) : undefined
}

/** The name that people look for today, where the engine gives an older one. */
export const currentName = (zone: string): string => current[zone] ?? zone

/** A time as `07:00`. */
export const formatTime = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })

const current: Record<string, string> = {
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

const byLowerCase = once(() => new Map(zones().map(zone => [zone.toLowerCase(), zone])))

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
