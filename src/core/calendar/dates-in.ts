// Defines a date that stands in running text.

import type { LooseDate } from './date.ts'
import type { MonthDay } from './day.ts'

/** Where a date stands in a text, in UTF-16 units. */
interface TextRange {
  start: number
  end: number
}

/** `date`: with its year. `day`: a day of any year. */
export type TextDate = TextRange &
  (
    | { type: 'date'; date: LooseDate /** The last year, month or day of a span. */; until?: LooseDate }
    | ({ type: 'day' } & MonthDay)
  )
