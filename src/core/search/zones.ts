// Time zones by what people call them: a city, a country of the archive, or part of the IANA name.
import { zoneNamed, zones } from '../calendar/zone.ts'
import { fold } from './fold.ts'
import { completions, type Named } from './nearest.ts'

/** Zones that the words may mean, the likeliest first; never chosen for anybody, only offered. */
export function zonesLike(typed: string): string[] {
  const named = zoneNamed(typed)
  return named ? [named] : typed.trim() ? completions(list(), typed, 25) : []
}

/** The zones of a place that is named in full, such as Hanoi. */
export function zonesOf(place: string): string[] {
  const typed = fold(place.trim())
  return list()
    .filter(({ keys }) => keys.some(key => fold(key) === typed))
    .map(({ value }) => value)
}

/** Zones to offer while somebody types. */
export const completeZones = (typed: string, limit: number): string[] => completions(list(), typed, limit)

const list = (): Named<string>[] =>
  zones().map(zone => ({
    value: zone,
    keys: [zone, (zone.split('/').at(-1) ?? '').replaceAll('_', ' '), ...(alsoCalled[zone] ?? [])],
  }))

const alsoCalled: Record<string, string[]> = {
  'Asia/Phnom_Penh': ['Cambodia', 'Kampuchea', 'កម្ពុជា', 'ភ្នំពេញ', 'Siem Reap', 'Battambang'],
  'Asia/Ho_Chi_Minh': ['Vietnam', 'Viet Nam', 'Hanoi', 'Ha Noi', 'Saigon', 'Sai Gon', 'Da Nang', 'Hue'],
  UTC: ['GMT', 'Greenwich'],
}
