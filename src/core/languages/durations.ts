// Recognises lengths of time in the words of all languages: "10 years", "3 năm", "៣ ឆ្នាំ".

import { fold } from '../text/fold.ts'
import { tokens } from '../text/words.ts'
import { languages } from './language.ts'

/** Whether the text counts years, months, weeks, days, hours or minutes. */
export const isDuration = (text: string): boolean => tokens(text).some(({ word }) => unitWords().has(word))

let unitsKnown: ReadonlySet<string> | undefined

/** The units as CLDR has them (https://cldr.unicode.org/), of one and of several. */
function unitWords(): ReadonlySet<string> {
  unitsKnown ??= new Set(
    languages.flatMap(language =>
      UNITS.flatMap(unit =>
        [1, 2].flatMap(count =>
          new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
            .formatToParts(count)
            .filter(({ type }) => type === 'unit')
            .map(({ value }) => fold(value.trim())),
        ),
      ),
    ),
  )
  return unitsKnown
}

const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute']
