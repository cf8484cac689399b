// Checks how time zones are read as people type them, and what is offered for words that only resemble one.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { zoneNamed, zones } from '../../../src/core/calendar/zone.ts'
import { completeZones, zonesLike } from '../../../src/core/search/lookup/zones.ts'

const now = Temporal.Instant.from('2027-01-07T00:00:00Z')
const offered = (typed: string) => zonesLike(typed, now)

describe('a typed zone', () => {
  it('is found by its IANA name in any case, with a space for the underscore', () => {
    expect(zoneNamed('asia/phnom_penh')).toBe('Asia/Phnom_Penh')
    expect(zoneNamed('Asia/Phnom Penh')).toBe('Asia/Phnom_Penh')
    expect(zoneNamed('Asia/Ho_Chi_Minh')).toBe('Asia/Ho_Chi_Minh')
    expect(zoneNamed('Asia/Saigon')).toBe('Asia/Saigon')
    expect(zoneNamed('asia/saigon')).toBe('Asia/Saigon')
    expect(zoneNamed('utc')).toBe('UTC')
  })

  it('is undefined if there is no such zone', () => {
    for (const typed of ['', 'Mars/Olympus', '+07:00', 'Asia', 'Asia/', '/', 'Asia/Phnom_Penh; DROP']) {
      expect(zoneNamed(typed)).toBeUndefined()
    }
  })

  it('can be any name of the list', () => {
    for (const zone of zones()) expect(now.toZonedDateTimeISO(zone).timeZoneId).toBe(zone)
    expect(new Set(zones()).size).toBe(zones().length)
  })
})

describe('the zones offered', () => {
  it.each([
    ['in Vietnam', 'Asia/Ho_Chi_Minh'],
    ['London time', 'Europe/London'],
    ['I live in Texas', 'America/Chicago'],
    ['the same as Bangkok', 'Asia/Bangkok'],
    ['giờ Việt Nam', 'Asia/Ho_Chi_Minh'],
    ['gio Ha Noi', 'Asia/Ho_Chi_Minh'],
    ['ở Mỹ', 'America/New_York'],
    ['អាមេរិក', 'America/New_York'],
    ['ខ្ញុំនៅបារាំង', 'Europe/Paris'],
  ])('for %j are those of the place in it, %s first', (typed, zone) => {
    expect(offered(typed)[0]).toBe(zone)
  })

  it.each(['I live', 'in banana'])('for %j, which names no place, are none', typed => {
    expect(offered(typed)).toEqual([])
  })

  it.each([
    ['ICT', ['Asia/Phnom_Penh', 'Asia/Ho_Chi_Minh', 'Asia/Bangkok', 'Asia/Vientiane']],
    ['EST', ['America/New_York', 'America/Toronto']],
    ['pst', ['America/Los_Angeles', 'America/Vancouver']],
    ['JST', ['Asia/Tokyo']],
    ['GMT', ['UTC', 'Europe/London']],
    ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
    ['BST', ['Europe/London', 'Asia/Dhaka']],
  ])('for the abbreviation %s are those that people mean by it', (typed, expected) => {
    expect(offered(typed)).toEqual(expected)
  })

  it('for CET are those of big places', () => {
    expect(offered('CET').slice(0, 2)).toEqual(['Europe/Paris', 'Europe/Berlin'])
  })

  it.each([
    ['Kiev', 'Europe/Kyiv'],
    ['Calcutta', 'Asia/Kolkata'],
    ['Bombay', 'Asia/Kolkata'],
    ['Saigon', 'Asia/Ho_Chi_Minh'],
    ['Sài Gòn', 'Asia/Ho_Chi_Minh'],
    ['Rangoon', 'Asia/Yangon'],
    ['Peking', 'Asia/Shanghai'],
    ['Hanoi', 'Asia/Ho_Chi_Minh'],
    ['ភ្នំពេញ', 'Asia/Phnom_Penh'],
    ['Ho Chi Minh City', 'Asia/Ho_Chi_Minh'],
    ['TP. HCM', 'Asia/Ho_Chi_Minh'],
    ['thành phố Hồ Chí Minh', 'Asia/Ho_Chi_Minh'],
    ['VN', 'Asia/Ho_Chi_Minh'],
    ['vn', 'Asia/Ho_Chi_Minh'],
    ['KH', 'Asia/Phnom_Penh'],
    ['FR', 'Europe/Paris'],
  ])('for %s is the zone of the place, whatever its name today', (typed, zone) => {
    expect(offered(typed)).toEqual([zone])
  })

  it.each([
    ['Pnom Penh', 'Asia/Phnom_Penh'],
    ['Hanoy', 'Asia/Ho_Chi_Minh'],
    ['Vietnm', 'Asia/Ho_Chi_Minh'],
    ['tokio', 'Asia/Tokyo'],
    ['New Yrok', 'America/New_York'],
  ])('for %s, a slip, is the zone of the place', (typed, zone) => {
    expect(offered(typed)).toEqual([zone])
  })

  it('for the beginning of a name are those that begin so', () => {
    expect(offered('phnom')).toEqual(['Asia/Phnom_Penh'])
    expect(offered('sao')).toContain('America/Sao_Paulo')
  })

  it('for an offset are those where the clock shows it now', () => {
    for (const typed of ['+7', 'UTC+7', 'GMT+07:00', '+៧'])
      expect(offered(typed)).toContain('Asia/Phnom_Penh')
  })

  it.each([
    ...['', 'banana', 'lunch', 'hello', 'soon', 'pizza', 'test', 'the', 'a', 'xyz', 'nap', 'Mars', 'youth'],
    ...['at', 'in', 'no', 'constructor', 'january', 'noon', 'Tết', 'ngày', 'ប្រវត្តិ', '🕖'],
  ])('are none for %j, which is like no place', typed => {
    expect(offered(typed)).toEqual([])
  })

  it('while somebody types begin with the zone that the words already name', () => {
    expect(completeZones('est', 25)[0]).toBe('America/New_York')
    expect(completeZones('pars', 25)).toEqual([])
    expect(completeZones('', 3)).toHaveLength(3)
  })
})
