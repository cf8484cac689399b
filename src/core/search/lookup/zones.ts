// Looks up time zones by what people call them: a city, a country, an offset, or part of the IANA name.

import type { Temporal } from 'temporal-polyfill'
import { currentName, zoneNamed, zones, zonesByAbbreviation } from '../../calendar/zone.ts'
import { languages } from '../../languages/language.ts'
import { fromAllPacks } from '../../languages/packs.ts'
import { asciiDigits } from '../../text/digits.ts'
import { fold } from '../../text/fold.ts'
import { nearWords } from '../../text/near-words.ts'
import { completions, type Named } from '../../text/nearest.ts'

/** Zones that the words may mean, the likeliest first. They are offered, never chosen automatically. */
export function zonesLike(typed: string, now: Temporal.Instant): string[] {
  const named = zoneNamed(typed)
  if (named) return [named]
  const offset = offsetOf(typed)
  if (offset !== undefined) return zonesAt(offset, now)
  const called = zonesOf(typed)
  if (called.length > 0) return called
  const begun = zonesBeginning(typed)
  return (begun.length > 0 ? begun : zonesNear(typed)).slice(0, MAX_ZONES)
}

/**
 * The zones of an abbreviation, such as ICT, of a place named in full, such as Hanoi or France, or of a country's code,
 * such as VN. A code is in capitals: "at" is not Austria.
 */
export function zonesOf(place: string): string[] {
  const typed = fold(place.trim())
  const abbreviated = zonesByAbbreviation(typed)
  if (abbreviated.length > 0) return [...abbreviated]
  return [
    ...zoneNames()
      .filter(({ keys }) => keys.some(key => fold(key) === typed))
      .map(({ value }) => value),
    ...(countries().get(place.trim()) ?? countries().get(typed) ?? []),
  ].filter((zone, index, all) => all.indexOf(zone) === index)
}

/** Two capitals, as in ISO 3166-1. */
export const isCountryCode = (word: string): boolean => /^[A-Z]{2}$/.test(word)

/** Zones to suggest while somebody types. */
export function completeZones(typed: string, limit: number): string[] {
  const called = typed.trim() ? zonesOf(typed) : []
  return [...new Set([...called, ...completions(zoneNames(), typed, limit, { fuzzy: false })])].slice(
    0,
    limit,
  )
}

/** Zones with a name that begins with the words, or has a word that does. */
function zonesBeginning(typed: string): string[] {
  const words = fold(typed.trim())
  if (words.length < MIN_BEGUN_UNITS) return []
  const begins = (key: string) =>
    key.startsWith(words) || key.split(/[\s/_]+/).some(word => word.startsWith(words))
  return zoneNames()
    .filter(({ keys }) => keys.some(key => begins(fold(key))))
    .map(({ value }) => value)
}

/** Zones of a place whose name was misspelt. A word that only looks a little like a place is none. */
function zonesNear(typed: string): string[] {
  const places = new Map<string, string[]>()
  for (const { value, keys } of zoneNames()) for (const key of keys) places.set(fold(key), [value])
  for (const [name, zones] of countries()) if (!places.has(name)) places.set(name, zones)
  const near = nearWords(fold(typed.trim()), places.keys()).filter(
    each => each.distance <= MAX_PLACE_DISTANCE,
  )
  return [...new Set(near.flatMap(({ word }) => places.get(word) ?? []))]
}

/** Two characters begin half the world. */
const MIN_BEGUN_UNITS = 3
/** A slip in a name of four characters or more: "banana" is not Panama. */
const MAX_PLACE_DISTANCE = 0.25

const zoneNames = (): Named<string>[] =>
  zones().map(zone => ({
    value: zone,
    keys: [zone, (zone.split('/').at(-1) ?? '').replaceAll('_', ' '), ...(zoneNicknames.get(zone) ?? [])],
  }))

const zoneNicknames = new Map<string, string[]>()
for (const names of fromAllPacks('zoneNames'))
  for (const [zone, nicknames] of Object.entries(names))
    zoneNicknames.set(zone, [...(zoneNicknames.get(zone) ?? []), ...nicknames])

const MAX_ZONES = 25

/** Reads `+7`, `UTC+7` or `GMT-03:30`, in minutes. */
function offsetOf(typed: string): number | undefined {
  const match = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?([0-5]\d))?$/i.exec(asciiDigits(typed.trim()))
  if (!match || Number(match[2]) > 14) return undefined
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0))
}

/** Zones with nicknames come first, because most readers live there. */
function zonesAt(minutes: number, now: Temporal.Instant): string[] {
  const at = zones().filter(zone => now.toZonedDateTimeISO(zone).offsetNanoseconds === minutes * 60e9)
  return at.sort((a, b) => Number(zoneNicknames.has(b)) - Number(zoneNicknames.has(a))).slice(0, MAX_ZONES)
}

let zonesByCountry: Map<string, string[]> | undefined

/** The most populous zones first, for countries that have several. */
const populousZones = [
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
  ...['America/Toronto', 'America/Vancouver', 'Australia/Sydney', 'Australia/Melbourne', 'Europe/Moscow'],
]

/**
 * Each country's zones under its code and its names in the bot's languages, from CLDR. Takes 10 ms, so it is computed on first use.
 */
function countries(): Map<string, string[]> {
  if (zonesByCountry) return zonesByCountry
  const byName = new Map<string, string[]>()
  const byCode = new Map<string, string[]>()
  const names = languages.map(
    language => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  )
  for (const code of twoLetterCodes()) {
    const zonesOfCountry = zonesIn(code).map(currentName).sort(byPopulation)
    if (zonesOfCountry.length === 0) continue
    byCode.set(code, zonesOfCountry)
    byName.set(code, zonesOfCountry)
    for (const name of names) {
      const called = name.of(code)
      if (called) byName.set(fold(called), zonesOfCountry)
    }
  }
  for (const [code, nicknames] of fromAllPacks('countryNames').flatMap(Object.entries<readonly string[]>))
    for (const name of nicknames) byName.set(fold(name), byCode.get(code) ?? [])
  zonesByCountry = byName
  return byName
}

function byPopulation(a: string, b: string): number {
  const rank = (zone: string) =>
    populousZones.includes(zone) ? populousZones.indexOf(zone) : populousZones.length
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

/** Locale.getTimeZones, which TypeScript does not know yet (https://tc39.es/proposal-intl-locale-info). */
function zonesIn(code: string): string[] {
  const locale = new Intl.Locale('und', { region: code }) as Intl.Locale & { getTimeZones?(): string[] }
  return locale.getTimeZones?.() ?? []
}

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const twoLetterCodes = () => alphabet.flatMap(first => alphabet.map(second => first + second))
