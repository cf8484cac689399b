// Writes dates and numbers in English, for the phrases.

import type { LooseDate } from '../../calendar/date.ts'

export const months =
  'January February March April May June July August September October November December'.split(' ')

export const monthName = (month: number) => months[month - 1] ?? ''

export const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

export function date({ year, month, day }: LooseDate): string {
  return [day, month && monthName(month), year].filter(part => part !== undefined).join(' ')
}

export const time = ({ hour, minute }: { hour: number; minute: number }) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
