// Holds the calendar words of all languages, because a day may be typed in any of them, whatever the chat's language.

import { type CalendarVocabulary, calendarVocabulary } from '../calendar/words.ts'
import { fromAllPacks } from './packs.ts'

let vocabulary: CalendarVocabulary | undefined

/** Made when the first date is read. */
export function calendarWords(): CalendarVocabulary {
  vocabulary ??= calendarVocabulary(fromAllPacks('calendar'))
  return vocabulary
}
