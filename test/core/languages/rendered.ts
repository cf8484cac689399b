// Renders every phrase of a language with given arguments, for tests of all phrases at once.
import { Temporal } from 'temporal-polyfill'
import type { Phrases } from '../../../src/core/languages/phrases.ts'
import { inline, moment, type Words } from '../../../src/core/message/build.ts'
import { textOf } from '../../../src/core/message/text.ts'

/** A rendered phrase: its key, its words, and which arguments they contain. */
export interface Said {
  path: string
  words: string
  given: (string | number)[]
}

/** Renders every phrase: those that take texts with `text`, those that take numbers with `number`. */
export function sayAll(phrases: Phrases, text: string, number: number): Said[] {
  return leaves(phrases).flatMap(([path, phrase]) => {
    if (typeof phrase === 'string') return [{ path, words: phrase, given: [] }]
    const cases = argumentsOf(path, phrase.length, text, number)
    return cases.map(args => ({
      path,
      words: textOf(inline(phrase(...args) as Words)),
      given: args.flatMap(arg => givenIn(path, arg)),
    }))
  })
}

/** The keys of the phrases, and how many arguments each takes. */
export const shapeOf = (phrases: Phrases): string[] =>
  leaves(phrases).map(([path, phrase]) => (typeof phrase === 'string' ? path : `${path}(${phrase.length})`))

type Phrase = string | ((...args: unknown[]) => unknown)

function leaves(value: unknown, path = ''): [path: string, phrase: Phrase][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Phrase]]
  return Object.entries(value as object).flatMap(([key, each]) => leaves(each, path ? `${path}.${key}` : key))
}

/** The arguments of a phrase, if they are not a text for each. */
function argumentsOf(path: string, count: number, text: string, number: number): unknown[][] {
  const last = path.split('.').at(-1) ?? ''
  switch (last) {
    case 'date':
      return [[{ year: 1979 }], [{ year: 2014, month: 1 }], [{ year: 1979, month: 12, day: 31 }]]
    case 'day':
      return [
        [1, 7],
        [12, 31],
      ]
    case 'month':
      return [[1], [12]]
    case 'noSuchDay':
      return [[text, 30]]
    case 'moment':
      return [[Temporal.ZonedDateTime.from('2027-01-07T06:30[Asia/Ho_Chi_Minh]')]]
    case 'ordinal':
    case 'digits':
    case 'inDays':
      return [[number]]
    case 'inLanguage':
      return [['en'], ['vi'], ['km']]
    case 'page':
      return [[number, number]]
    case 'anniversary':
    case 'found':
      return [[text, number]]
    case 'line':
      return [[text, text, number]]
    case 'days':
      return [[number]]
    case 'late':
    case 'would':
    case 'comes':
      return [[moment(0, text)]]
    case 'next':
      return path.includes('onthisday') ? [[text, text]] : [[moment(0, text)]]
    default:
      return [Array.from({ length: count }, () => text)]
  }
}

/** The texts and numbers that must appear in the words; choices such as `skip` appear as words. */
function givenIn(path: string, arg: unknown): (string | number)[] {
  if (/inLanguage$|\bday$|\bmonth$|moment$/.test(path)) return []
  // Today and tomorrow have their own words.
  if (path === 'inDays' && (arg === 0 || arg === 1)) return []
  if (typeof arg === 'string' || typeof arg === 'number') return [arg]
  const { year, value } = arg as { year?: number; value?: string }
  return [year, value].filter(each => each !== undefined)
}
