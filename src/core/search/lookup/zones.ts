// Looks up time zones by what people call them: a city, a country, an offset, or part of the IANA name.

import type { Temporal } from 'temporal-polyfill'
import { zoneRank } from '../../calendar/populous-zones.ts'
import { currentName, zoneNamed, zones, zonesByAbbreviation } from '../../calendar/zone.ts'
import { type Language, languages } from '../../languages/language.ts'
import { fromAllPacks, packs } from '../../languages/packs.ts'
import { asciiDigits } from '../../text/digits.ts'
import { fold } from '../../text/fold.ts'
import { memoByText } from '../../text/memo.ts'
import { nearWords } from '../../text/near-words.ts'
import { completions, type Named } from '../../text/nearest.ts'
import { needsDictionary } from '../../text/words.ts'

/**
 * Zones that the words may mean: those where people read the language first, then those of the most people. Of zones of one
 * country where clocks go alike, one is listed.
 */
export function zonesLike(typed: string, now: Temporal.Instant, language: Language = 'en'): string[] {
  const named = zoneNamed(typed)
  if (named) return [named]
  const offset = offsetOf(typed)
  const called = offset === undefined ? zonesOf(typed) : zonesAt(offset, now)
  const begun = called.length > 0 ? called : zonesBeginning(typed)
  const list = begun.length > 0 ? begun : zonesNear(typed)
  // People mean some places before others by an abbreviation, wherever they read.
  const isOrdered = zonesByAbbreviation(fold(typed.trim())).length > 0
  return isOrdered ? list : differing(list.sort(forReaders(language)), now).slice(0, MAX_ZONES)
}

/**
 * The zones of an abbreviation, such as ICT, of a place named in full, such as Hanoi or France, or of a country's code,
 * such as VN. A code is in capitals: "at" is not Austria.
 */
export function zonesOf(place: string): string[] {
  for (const words of withoutZoneWords(place)) {
    const named = zoneNamed(words)
    const zones = named ? [named] : zonesNamed(words)
    if (zones.length > 0) return zones
  }
  return []
}

function zonesNamed(place: string): string[] {
  const typed = fold(place.trim())
  const abbreviated = zonesByAbbreviation(typed)
  if (abbreviated.length > 0) return [...abbreviated]
  return [
    ...zoneNames()
      .filter(({ keys }) => keys.some(key => fold(key) === typed))
      .map(({ value }) => value),
    ...(zonesOfCountry(place.trim()) ?? zonesOfCountry(typed) ?? []),
  ].filter((zone, index, all) => all.indexOf(zone) === index)
}

/** The words as typed, then ever shorter, without those that people say around a place: "I live in Texas". */
function withoutZoneWords(place: string): string[] {
  const whole = place.trim().replace(/[.!?។]+$/u, '')
  const shorter = [whole]
  for (const words of shorter) {
    if (shorter.length >= MAX_ZONE_READINGS) break
    for (const rest of [withoutStart(words), withoutEnd(words)])
      if (rest && !shorter.includes(rest)) shorter.push(rest)
  }
  return shorter
}

const MAX_ZONE_READINGS = 16

const withoutStart = (words: string): string | undefined => {
  const said = zoneWords.before.find(each =>
    isAround(words.slice(0, each.length), words.slice(each.length - 1), each),
  )
  return said && words.slice(said.length).trim()
}

const withoutEnd = (words: string): string | undefined => {
  const said = zoneWords.after.find(each => {
    const start = words.length - each.length
    return start > 0 && isAround(words.slice(start), [...words.slice(0, start + 1)].reverse().join(''), each)
  })
  return said && words.slice(0, -said.length).trim()
}

/** Whether the words are said there; `edge` begins with their last character, and goes on to the place. */
const isAround = (there: string, edge: string, said: string) =>
  fold(there) === fold(said) && (edge[1] === ' ' || needsDictionary(edge[0] ?? ''))

/** The longest first. */
const zoneWords = {
  before: fromAllPacks('zoneWords')
    .flatMap(({ before }) => before)
    .sort((a, b) => b.length - a.length),
  after: fromAllPacks('zoneWords')
    .flatMap(({ after }) => after)
    .sort((a, b) => b.length - a.length),
}

/** Two capitals, as in ISO 3166-1. */
export const isCountryCode = (word: string): boolean => /^[A-Z]{2}$/.test(word)

/** Zones to suggest while somebody types. */
export function completeZones(typed: string, limit: number, language: Language = 'en'): string[] {
  const called = typed.trim() ? zonesOf(typed) : []
  const begun = completions(zoneNames(), typed, zones().length).sort(forReaders(language))
  return [...new Set([...called, ...begun])].slice(0, limit)
}

/** The language's home zone first, then the zones of the most people. */
const forReaders = (language: Language) => {
  const home = packs.get(language)?.homeZone
  return (a: string, b: string) =>
    Number(b === home) - Number(a === home) || compareRanks(zoneRank(a), zoneRank(b)) || (a < b ? -1 : 1)
}

const compareRanks = (a: number, b: number) => (a === b ? 0 : a - b)

/** Of zones of one country with the same clock in winter and in summer, the first. */
function differing(list: readonly string[], now: Temporal.Instant): string[] {
  if (list.length < 2) return [...list]
  const codes = codesOfZones()
  const clocks = new Set<string>()
  return list.filter(zone => {
    const offsets = [now, now.add({ hours: HALF_YEAR_HOURS })].map(at => at.toZonedDateTimeISO(zone).offset)
    const clock = `${codes.get(zone) ?? zone} ${offsets}`
    return !clocks.has(clock) && clocks.add(clock)
  })
}

const HALF_YEAR_HOURS = 182 * 24

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
  const names = new Set([...places.keys(), ...countryNames().keys()])
  const zonesNamedBy = (name: string) => places.get(name) ?? zonesOfCountry(name) ?? []
  for (;;) {
    const near = nearWords(fold(typed.trim()), names)
    const without = near.filter(({ word }) => zonesNamedBy(word).length === 0)
    if (without.length === 0)
      return [
        ...new Set(
          near
            .filter(({ distance }) => distance <= MAX_PLACE_DISTANCE)
            .flatMap(({ word }) => zonesNamedBy(word)),
        ),
      ]
    // Some countries, as Kosovo, have no zones of their own.
    for (const { word } of without) names.delete(word)
  }
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

const zonesAt = (minutes: number, now: Temporal.Instant): string[] =>
  zones().filter(zone => now.toZonedDateTimeISO(zone).offsetNanoseconds === minutes * 60e9)

/** The zones of a country under its code or a name in the bot's languages; undefined if there is none. */
function zonesOfCountry(name: string): string[] | undefined {
  const codes = isCountryCode(name) ? [name] : countryNames().get(name)
  return codes?.map(zonesOfCode).find(zones => zones.length > 0)
}

let knownNames: Map<string, string[]> | undefined

/** The codes of the countries with a name, folded, the likeliest first. Names are from CLDR and from the languages. */
function countryNames(): ReadonlyMap<string, readonly string[]> {
  if (knownNames) return knownNames
  const codesOf = new Map<string, string[]>()
  const names = languages.map(
    language => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  )
  for (const code of twoLetterCodes())
    for (const name of names) {
      const called = name.of(code)
      if (called) codesOf.set(fold(called), [code, ...(codesOf.get(fold(called)) ?? [])])
    }
  for (const [code, nicknames] of fromAllPacks('countryNames').flatMap(Object.entries<readonly string[]>))
    for (const name of nicknames) codesOf.set(fold(name), [code])
  knownNames = codesOf
  return codesOf
}

let knownCodes: Map<string, string> | undefined

/** The country of each zone. Takes 150 ms, so it is computed on first use. */
function codesOfZones(): ReadonlyMap<string, string> {
  knownCodes ??= new Map(
    twoLetterCodes().flatMap(code => zonesOfCode(code).map(zone => [zone, code] as const)),
  )
  return knownCodes
}

const MAX_COUNTRIES = 1000

/** Takes a quarter of a millisecond, so only countries that are asked for are looked up. */
const zonesOfCode = memoByText(
  (code: string) => zonesIn(code).map(currentName).sort(forReaders('en')),
  MAX_COUNTRIES,
)

/** Locale.getTimeZones, which TypeScript does not know yet (https://tc39.es/proposal-intl-locale-info). */
function zonesIn(code: string): string[] {
  const locale = new Intl.Locale('und', { region: code }) as Intl.Locale & { getTimeZones?(): string[] }
  return locale.getTimeZones?.() ?? []
}

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const twoLetterCodes = () => alphabet.flatMap(first => alphabet.map(second => first + second))
