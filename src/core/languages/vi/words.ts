// Writes dates and numbers in Vietnamese, for the phrases.

import type { LooseDate } from '../../calendar/date.ts'

/** `ngày 7 tháng 1 năm 1979`, `tháng 1 năm 2014`, `năm 1979`: the customary form, which ICU's is not. */
export function date({ year, month, day }: LooseDate): string {
  return [day && `ngày ${day}`, month && `tháng ${month}`, `năm ${year}`].filter(Boolean).join(' ')
}

export const ordinal = (n: number) => `lần thứ ${n}`

export const time = ({ hour, minute }: { hour: number; minute: number }) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
