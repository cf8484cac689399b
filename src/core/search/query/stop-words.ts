// Lists words that the language packs know: question words that say nothing about what is sought, and all others.

import { fromAllPacks } from '../../languages/packs.ts'
import { fold } from '../../text/fold.ts'

export const isStopWord = (folded: string) => stopWords.has(folded)

const stopWords = new Set(fromAllPacks('stopWords').flatMap(list => list.split(/\s+/).filter(Boolean)))

/**
 * Whether a language pack has the word: a month, a day, a word that asks. It is no slip for another, even if no article
 * has it: "May" is not "many", and "today" is not "to day".
 */
export function isWordOfPacks(folded: string): boolean {
  packWords ??= new Set([...stopWords, ...wordsOfPacks()])
  return packWords.has(folded)
}

let packWords: ReadonlySet<string> | undefined

/** Those written without diacritics: others, typed without them, may be slips like any word. */
function wordsOfPacks(): string[] {
  const ofCalendars = fromAllPacks('calendar').flatMap(words => [
    ...(words.months ?? []),
    ...(words.weekdays ?? []).flat(),
    ...Object.keys({ ...words.relativeDays, ...words.relativeWeeks, ...words.relativeMonths }),
    ...Object.keys({ ...words.monthNumbers, ...words.hours?.numbers, ...words.hours?.named }),
  ])
  const ofQuestions = fromAllPacks('questions').flatMap(({ asking, around = '', light = '' }) => [
    ...Object.values(asking),
    ...[around, light],
  ])
  return [...ofCalendars, ...ofQuestions]
    .flatMap(text => text.toLowerCase().match(/(?<![^\s,|[\]^])[a-z]{2,}(?![^\s,|[\]$])/g) ?? [])
    .filter(word => fold(word) === word)
}
