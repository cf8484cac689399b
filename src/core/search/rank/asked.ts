// Tells whether a sentence holds what a question asks for: a date, a number, a name that the question does not have.

import { datesIn } from '../../languages/calendar.ts'
import { isDuration } from '../../languages/durations.ts'
import { fromAllPacks } from '../../languages/packs.ts'
import { surfaceForm } from '../../text/fold.ts'
import type { TextWord } from '../../text/words.ts'
import type { Query } from '../query/query.ts'

/** Returns a test for a sentence and its words. Kinds of questions without a sign of their own have none. */
export function askedTest({
  question,
  words: typed,
}: Query): ((text: string, words: readonly TextWord[]) => boolean) | undefined {
  switch (question?.kind) {
    case 'when':
      return text => datesIn(text).length > 0
    case 'how many':
      return (_, words) => words.some(isNumber)
    case 'how long':
      return (text, words) => words.some(isNumber) && isDuration(text)
    case 'who':
    case 'where': {
      const known = new Set(typed.map(({ word }) => word))
      // The first word of a sentence has a capital in any case.
      return (text, words) =>
        words.some(
          ({ word, start, form }, at) =>
            at > 0 && !known.has(word) && !text.startsWith(form, start) && !/\d/.test(word),
        )
    }
    default:
      return undefined
  }
}

const isNumber = ({ form, word }: TextWord): boolean => /\d/.test(word) || numberWords().has(form)

let numbers: ReadonlySet<string> | undefined

/** Numbers in words, but one, which is an article in some languages, and words that are also said of dates. */
function numberWords(): ReadonlySet<string> {
  numbers ??= new Set(
    fromAllPacks('calendar').flatMap(({ hours, labels }) =>
      Object.entries(hours?.numbers ?? {})
        .filter(
          ([word, number]) =>
            number > 1 &&
            !Object.values(labels ?? {})
              .flat()
              .includes(word),
        )
        .map(([word]) => surfaceForm(word)),
    ),
  )
  return numbers
}
