// Reads a day as people type it: today, tomorrow, 7 January, January 7, 01-07, 7/1, ngày 7 tháng 1, ៧ មករា,
// ថ្ងៃទី៧ ខែមករា.
import type { Temporal } from 'temporal-polyfill'
import { fold } from '../text/fold.ts'
import { nearWords } from '../text/near-words.ts'
import { daysIn } from './date.ts'

/** A day of any year. `reading` tells what had to be decided: 7/1 is taken as day, then month. */
export interface Day {
  month: number
  day: number
  reading: 'plain' | 'day-month'
}

/** The day that the words mean; undefined where they mean none, or one that no year has. */
export function parseDay(text: string, today: Temporal.PlainDate): Day | undefined {
  const typed = fold(text).replace(khmerLabels, ' ').replace(/[,]/g, ' ').replace(/\s+/g, ' ').trim()
  const relative = relatives.get(typed)
  if (relative !== undefined) {
    const { month, day } = today.add({ days: relative })
    return { month, day, reading: 'plain' }
  }
  const iso = /^(?:\d{4}-)?(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]))
  const slashed = /^(\d{1,2})[/.](\d{1,2})(?:[/.](?:\d{4})?)?$/.exec(typed)
  if (slashed) return dayOf(Number(slashed[2]), Number(slashed[1]), 'day-month')
  const vietnamese = /^(?:ngay |mung |mong )?(\d{1,2}) thang (\d{1,2})(?: nam \d{4})?$/.exec(typed)
  if (vietnamese) return dayOf(Number(vietnamese[2]), Number(vietnamese[1]))
  const named = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? (\p{L}[\p{L}\p{M}]*)\.?(?: \d{4})?$/u.exec(typed)
  if (named) return dayOf(monthNamed(named[2] ?? ''), Number(named[1]))
  const reversed = /^(\p{L}[\p{L}\p{M}]*)\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: \d{4})?$/u.exec(typed)
  if (reversed) return dayOf(monthNamed(reversed[1] ?? ''), Number(reversed[2]))
  return undefined
}

function dayOf(month: number, day: number, reading: Day['reading'] = 'plain'): Day | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month) ? { month, day, reading } : undefined
}

/** The Khmer words for day, month and year where they stand before one. */
const khmerLabels = /ថ្ងៃ(?:ទី)?(?= ?\d)|(?<=\d ?)ខែ|ឆ្នាំ(?= ?\d)|(?<=\d)(?=\p{Script=Khmer})/gu

const relatives = new Map([
  ['today', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
  ['hom nay', 0],
  ['ngay mai', 1],
  ['hom qua', -1],
  ['ថ្ងៃនេះ', 0],
  ['ថ្ងៃស្អែក', 1],
  ['ម្សិលមិញ', -1],
])

const months = [
  'january មករា',
  'february កុម្ភៈ',
  'march មីនា',
  'april មេសា',
  'may ឧសភា',
  'june មិថុនា',
  'july កក្កដា',
  'august សីហា',
  'september កញ្ញា',
  'october តុលា',
  'november វិច្ឆិកា',
  'december ធ្នូ',
].map(names => names.split(' '))

/** The month by its name, the first three letters of it or more, or a name one or two letters off; 0 for none. */
export function monthNamed(word: string): number {
  const exact = months.findIndex(
    ([english = '', khmer]) => word === khmer || (word.length > 2 && english.startsWith(word)),
  )
  if (exact >= 0) return exact + 1
  const near = nearWords(
    word,
    months.map(([english = '']) => english),
  )
  return near[0] ? months.findIndex(([english]) => english === near[0]?.word) + 1 : 0
}
