// Looks up time zones by their IANA names, and finds the moment of a local time in a zone.

import { Temporal } from 'temporal-polyfill'

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
  zonesByLowercase ??= new Map(
    [...zones(), ...Object.keys(currentNames)].map(zone => [zone.toLowerCase(), zone]),
  )
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

/** The zone's current name, if the engine lists it under an older one. */
export const currentName = (zone: string): string => currentNames[zone] ?? zone

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

/**
 * The zones that people mean by an abbreviation, the likeliest first; empty if it is none. "EST" is the clock of New York
 * in summer too: people seldom mean the fixed offset.
 */
export const zonesByAbbreviation = (typed: string): readonly string[] =>
  Object.hasOwn(abbreviations, typed.toUpperCase()) ? (abbreviations[typed.toUpperCase()] ?? []) : []

const eastern = ['America/New_York', 'America/Toronto']
const central = ['America/Chicago', 'America/Winnipeg']
const mountain = ['America/Denver', 'America/Phoenix', 'America/Edmonton']
const pacific = ['America/Los_Angeles', 'America/Vancouver']
const westEuropean = ['Europe/Lisbon', 'Atlantic/Canary']
const centralEuropean = ['Europe/Paris', 'Europe/Berlin', 'Europe/Rome', 'Europe/Madrid', 'Europe/Warsaw']
const eastEuropean = ['Europe/Athens', 'Europe/Bucharest', 'Europe/Helsinki', 'Europe/Kyiv']

const abbreviations: Record<string, readonly string[]> = {
  ...{ Z: ['UTC'], UCT: ['UTC'], GMT: ['UTC', 'Europe/London'] },
  ICT: ['Asia/Phnom_Penh', 'Asia/Ho_Chi_Minh', 'Asia/Bangkok', 'Asia/Vientiane'],
  ...{ WIB: ['Asia/Jakarta'], WITA: ['Asia/Makassar'], WIT: ['Asia/Jayapura'], MMT: ['Asia/Yangon'] },
  ...{ SGT: ['Asia/Singapore'], MYT: ['Asia/Kuala_Lumpur'], PHT: ['Asia/Manila'], PHST: ['Asia/Manila'] },
  ...{ HKT: ['Asia/Hong_Kong'], JST: ['Asia/Tokyo'], KST: ['Asia/Seoul'], PKT: ['Asia/Karachi'] },
  ...{ NPT: ['Asia/Kathmandu'], GST: ['Asia/Dubai'], IRST: ['Asia/Tehran'], TRT: ['Europe/Istanbul'] },
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  ...{ WET: westEuropean, WEST: westEuropean, MSK: ['Europe/Moscow'] },
  ...{ CET: centralEuropean, CEST: centralEuropean, MET: centralEuropean, MEZ: ['Europe/Berlin'] },
  ...{ EET: eastEuropean, EEST: eastEuropean },
  ...{ EST: eastern, EDT: eastern, ET: eastern, PST: pacific, PDT: pacific, PT: pacific },
  ...{ CST: [...central, 'Asia/Shanghai'], CDT: central, CT: central },
  ...{ MST: mountain, MDT: mountain, MT: mountain, AST: ['America/Halifax', 'Asia/Riyadh'] },
  ...{ AKST: ['America/Anchorage'], HST: ['Pacific/Honolulu'], NST: ['America/St_Johns'] },
  ...{ BRT: ['America/Sao_Paulo'], ART: ['America/Argentina/Buenos_Aires'], COT: ['America/Bogota'] },
  ...{
    CAT: ['Africa/Maputo'],
    EAT: ['Africa/Nairobi'],
    WAT: ['Africa/Lagos'],
    SAST: ['Africa/Johannesburg'],
  },
  ...{ AEST: ['Australia/Sydney', 'Australia/Brisbane'], AEDT: ['Australia/Sydney'] },
  ...{ ACST: ['Australia/Adelaide', 'Australia/Darwin'], AWST: ['Australia/Perth'] },
  ...{ NZST: ['Pacific/Auckland'], NZDT: ['Pacific/Auckland'] },
}
