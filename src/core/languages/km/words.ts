// Writes dates and numbers in Khmer, for the phrases.

import type { LooseDate } from '../../calendar/date.ts'

export const months = 'មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ'.split(' ')

export const monthName = (month: number) => months[month - 1] ?? ''

const isKhmer = (name: string) => /^\p{Script=Khmer}/u.test(name)

/** A name in other letters stands apart from the Khmer words around it. */
export const spaced = (name: string) => (isKhmer(name) ? name : ` ${name} `)

/** The same where a bracket or a mark follows. */
export const spacedBefore = (name: string) => (isKhmer(name) ? name : ` ${name}`)

/** A number or an hour in Khmer digits; what somebody is to type stays in the digits of the example. */
export const digits = (written: number | string) =>
  String(written).replace(/[0-9]/g, digit => String.fromCodePoint(0x17e0 + Number(digit)))

/** `ថ្ងៃទី៧ ខែមករា ឆ្នាំ១៩៧៩`, `ខែមករា ឆ្នាំ២០១៤`, `ឆ្នាំ១៩៧៩`: the customary form, which ICU's is not. */
export function date({ year, month, day }: LooseDate): string {
  return [day && `ថ្ងៃទី${digits(day)}`, month && `ខែ${monthName(month)}`, `ឆ្នាំ${digits(year)}`]
    .filter(Boolean)
    .join(' ')
}

export const ordinal = (n: number) => `លើកទី${digits(n)}`

export const time = ({ hour, minute }: { hour: number; minute: number }) =>
  digits(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
