// Gives the runs a day to post about: 7 January, and any other day as if it were one.

import type { RecurringDay } from '../../src/core/calendar/recurrence.ts'

export const recurringDay = (month: number, day: number): RecurringDay => ({
  recurrence: { type: 'yearly', month, day },
  since: { year: 1979, month: 1, day: 7 },
})

export const january7 = recurringDay(1, 7)
