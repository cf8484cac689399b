// Describes how papers in English print dates and bylines.

import type { PrintedWords } from '../pack.ts'

export const printed: PrintedWords = {
  fullDates: [
    '{day}(?:st|nd|rd|th)?(?: of)? {monthName},? {year}',
    '{monthName} {day}(?:st|nd|rd|th)?,? {year}',
  ],
  looseDates: ['{monthName},? {year}'],
  hasShortMonths: true,
  shortMonths: { Sept: 9 },
  hasBothDayOrders: true,
  bylines: {
    by: ['by'],
    and: ['and', '&'],
    roles: ['writer', 'reporter', 'correspondent', 'editor', 'staff'],
    published: ['published', 'posted', 'printed', 'date', 'dated'],
    at: ['at'],
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    nameWords: ['the', 'of', 'and', 'for', 'de', 'da', 'van', 'von', 'der', 'bin', 'al'],
    nameOpenings: ['the'],
  },
}
