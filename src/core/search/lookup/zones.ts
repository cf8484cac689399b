// Time zones by what people call them: a city, a country, an offset, or part of the IANA name.
import type { Temporal } from 'temporal-polyfill'
import { currentName, zoneNamed, zones } from '../../calendar/zone.ts'
import { asciiDigits } from '../../text/digits.ts'
import { fold } from '../../text/fold.ts'
import { completions, type Named } from '../../text/nearest.ts'

/** Zones that the words may mean, the likeliest first; never chosen for anybody, only offered. */
export function zonesLike(typed: string, now: Temporal.Instant): string[] {
  const named = zoneNamed(typed)
  if (named) return [named]
  const offset = offsetOf(typed)
  if (offset !== undefined) return zonesAt(offset, now)
  const inCountry = zonesOf(typed)
  return inCountry.length > 0 ? inCountry : typed.trim() ? completions(list(), typed, 25) : []
}

/** The zones of a place that is named in full, such as Hanoi or France. */
export function zonesOf(place: string): string[] {
  const typed = fold(place.trim())
  return [
    ...list()
      .filter(({ keys }) => keys.some(key => fold(key) === typed))
      .map(({ value }) => value),
    ...(countries().get(typed) ?? []),
  ].filter((zone, index, all) => all.indexOf(zone) === index)
}

/** Zones to offer while somebody types. */
export const completeZones = (typed: string, limit: number): string[] => completions(list(), typed, limit)

const list = (): Named<string>[] =>
  zones().map(zone => ({
    value: zone,
    keys: [zone, (zone.split('/').at(-1) ?? '').replaceAll('_', ' '), ...(alsoCalled[zone] ?? [])],
  }))

const alsoCalled: Record<string, string[]> = {
  'Asia/Phnom_Penh': ['Kampuchea', 'ភ្នំពេញ', 'Siem Reap', 'Battambang'],
  'Asia/Ho_Chi_Minh': ['Viet Nam', 'Hanoi', 'Ha Noi', 'Saigon', 'Sai Gon', 'Da Nang', 'Hue'],
  UTC: ['GMT', 'Greenwich'],
}

/** `+7`, `UTC+7`, `GMT-03:30` in minutes. */
function offsetOf(typed: string): number | undefined {
  const match = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?([0-5]\d))?$/i.exec(asciiDigits(typed.trim()))
  if (!match || Number(match[2]) > 14) return undefined
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0))
}

/** Those of the archive's people first. */
function zonesAt(minutes: number, now: Temporal.Instant): string[] {
  const at = zones().filter(zone => now.toZonedDateTimeISO(zone).offsetNanoseconds === minutes * 60e9)
  return at.sort((a, b) => Number(b in alsoCalled) - Number(a in alsoCalled)).slice(0, 25)
}

let named: Map<string, string[]> | undefined

/** What people call countries beside their names, by ISO 3166 code. */
const nicknames: Record<string, string> = {
  ...{ usa: 'US', us: 'US', america: 'US', 'the us': 'US', my: 'US', 'nuoc my': 'US' },
  ...{ uk: 'GB', england: 'GB', britain: 'GB', 'great britain': 'GB', 'nuoc anh': 'GB' },
  ...{ korea: 'KR', 'han quoc': 'KR', russia: 'RU', laos: 'LA', burma: 'MM' },
}
/** Where most people of a country of several zones live, in this order. */
const populous = [
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
  ...['America/Toronto', 'America/Vancouver', 'Australia/Sydney', 'Australia/Melbourne', 'Europe/Moscow'],
]

/** Each country's zones under its names in the languages of the bot, as CLDR has them; 10 ms, so only when asked. */
function countries(): Map<string, string[]> {
  if (named) return named
  named = new Map()
  const byCode = new Map<string, string[]>()
  const names = ['en', 'vi', 'km'].map(
    language => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  )
  for (const code of twoLetters()) {
    const found = zonesIn(code).map(currentName).sort(byPeople)
    if (found.length === 0) continue
    byCode.set(code, found)
    for (const name of names) {
      const called = name.of(code)
      if (called) named.set(fold(called), found)
    }
  }
  for (const [name, code] of Object.entries(nicknames)) named.set(name, byCode.get(code) ?? [])
  return named
}

function byPeople(a: string, b: string): number {
  const rank = (zone: string) => (populous.includes(zone) ? populous.indexOf(zone) : populous.length)
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

/** Locale.getTimeZones, which TypeScript does not know yet (https://tc39.es/proposal-intl-locale-info). */
function zonesIn(code: string): string[] {
  const locale = new Intl.Locale('und', { region: code }) as Intl.Locale & { getTimeZones?(): string[] }
  return locale.getTimeZones?.() ?? []
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const twoLetters = () => letters.flatMap(first => letters.map(second => first + second))
