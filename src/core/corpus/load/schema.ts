// Defines the fields of the corpus files: what a curator may write, and how a fault says what was expected.
import { z } from 'zod'
import { daysIn, parseLooseDate } from '../../calendar/date.ts'
import { isOccurrence } from '../../calendar/recurrence.ts'
import { zoneNamed } from '../../calendar/zone.ts'
import { readTime } from '../../languages/calendar.ts'
import { languages } from '../../languages/language.ts'
import { tokens } from '../../text/words.ts'
import type { Translated } from '../model.ts'

const nonEmptyText = z.string('is not text').trim().min(1, 'is empty')
const looseDate = z.preprocess(
  // YAML reads a bare year as a number.
  value => (typeof value === 'number' ? String(value) : value),
  z.string('is not a date').transform((text, context) => {
    const date = parseLooseDate(text)
    if (date) return date
    // As EDTF and ISO 8601 write the years before the year 1: -0043 is 44 BCE, and 0000 is 1 BCE.
    const message = /^(?:-\d|0000)/.test(text)
      ? 'is before the year 1, and no such dates are read'
      : 'is not a date (2023-01-09, 2014-01 or 2014)'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }),
)
const url = z.url({ protocol: /^https?$/, message: 'is not a web address' })
const translated = z.strictObject({
  ...Object.fromEntries(languages.map(language => [language, nonEmptyText.optional()])),
  en: nonEmptyText,
}) as z.ZodType<Translated>

/** A name that is the same in every language is written once. */
const name = z.preprocess(value => (typeof value === 'string' ? { en: value } : value), translated)

const MAX_PHRASE_UNITS = 60
const MAX_PHRASES = 100

/** Words and phrases to search by. Two that fold to the same words are one. */
const phrases = z
  .array(
    z.string('is not text').trim().max(MAX_PHRASE_UNITS, `is longer than ${MAX_PHRASE_UNITS} characters`),
  )
  .max(MAX_PHRASES, `has more than ${MAX_PHRASES} words`)
  .superRefine((list, context) => {
    const firstByWords = new Map<string, string>()
    for (const [at, phrase] of list.entries()) {
      const words = tokens(phrase)
        .map(({ word }) => word)
        .join(' ')
      const first = firstByWords.get(words)
      const message =
        words === ''
          ? 'has no characters to search for'
          : first !== undefined
            ? `repeats "${first}" (case and accents do not count)`
            : undefined
      if (message !== undefined) context.addIssue({ code: 'custom', path: [at], message })
      firstByWords.set(words, first ?? phrase)
    }
  })

/** Hidden words by which something is found. */
const searchWords = phrases.optional()

const articleFields = z.strictObject({
  translatedFrom: z
    .enum(languages as readonly [string, ...string[]], `is not one of ${languages.join(', ')}`)
    .optional(),
  title: nonEmptyText,
  titleNote: nonEmptyText.optional(),
  publisher: nonEmptyText,
  publisherNote: nonEmptyText,
  author: nonEmptyText.optional(),
  published: looseDate,
  inferred: nonEmptyText.optional(),
  url: url.optional(),
  urlIsCopy: z.boolean('is not true or false').optional(),
  verbatim: z.boolean('is not true or false').default(false),
  review: nonEmptyText.optional(),
  retells: z
    .strictObject({ name: nonEmptyText, note: nonEmptyText, author: nonEmptyText.optional() })
    .optional(),
  people: z.array(z.strictObject({ name: nonEmptyText, role: nonEmptyText.optional() })).default([]),
  places: z.array(nonEmptyText).default([]),
  tags: z.array(nonEmptyText).default([]),
  searchWords,
  keyPoints: z
    .array(
      z.strictObject({
        text: nonEmptyText,
        speaker: nonEmptyText.optional(),
        via: nonEmptyText.optional(),
        searchWords,
      }),
    )
    .default([]),
  figures: z
    .array(
      z.strictObject({
        number: nonEmptyText,
        noun: nonEmptyText,
        speaker: nonEmptyText.optional(),
        subject: nonEmptyText.optional(),
        searchWords,
      }),
    )
    .default([]),
})

export const articleSchema = articleFields.refine(
  ({ url, urlIsCopy }) => url !== undefined || urlIsCopy === undefined,
  { path: ['urlIsCopy'], message: 'is given without a "url"' },
)

const yearly = z.string('is not a month and day').transform((text, context) => {
  const match = /^(\d{2})-(\d{2})$/.exec(text)
  const [month, day] = [Number(match?.[1]), Number(match?.[2])]
  if (match && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month))
    return { type: 'yearly' as const, month, day }
  context.addIssue({ code: 'custom', message: 'is not a month and day (01-07)' })
  return z.NEVER
})

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const weekday = z
  .strictObject({
    month: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'is not a month (1 to 12)'),
    day: z.enum(weekdays, `is not one of ${weekdays.join(', ')}`),
    nth: z.literal([1, 2, 3, 4, -1], 'is not 1, 2, 3, 4, or -1 for the last'),
  })
  .transform(({ month, day, nth }) => ({
    type: 'weekday' as const,
    month,
    weekday: weekdays.indexOf(day) + 1,
    nth,
  }))

const recurrence = z
  .strictObject({ yearly: yearly.optional(), weekday: weekday.optional() })
  .transform(({ yearly, weekday }, context) => {
    const [rule, ...others] = [yearly, weekday].flatMap(each => each ?? [])
    if (rule && others.length === 0) return rule
    context.addIssue({ code: 'custom', message: 'needs "yearly" or "weekday", and not both' })
    return z.NEVER
  })

const statement = {
  text: translated,
  articles: z.array(nonEmptyText).min(1, 'names no article'),
  speaker: name.optional(),
  searchWords,
}

const outside = z
  .array(z.strictObject({ text: translated, source: name, url: url.optional(), searchWords }))
  .default([])

export const subjectSchema = z
  .strictObject({
    names: translated,
    apart: z.boolean('is not true or false').default(false),
    claims: z.array(z.strictObject({ ...statement, speaker: name })).default([]),
    outside,
    searchWords,
  })
  .transform(({ apart, ...rest }) => ({ ...rest, countsDiffer: apart }))

export const eventsSchema = z.array(
  z.strictObject({
    date: looseDate,
    until: looseDate.optional(),
    derived: translated.optional(),
    ...statement,
  }),
)

const anniversary = z.strictObject({
  names: translated,
  recurrence,
  since: looseDate.transform(({ year, month, day }, context) => {
    if (month !== undefined && day !== undefined) return { year, month, day }
    context.addIssue({ code: 'custom', message: 'is not a full date (1979-01-07)' })
    return z.NEVER
  }),
  usual: z.boolean('is not true or false').default(false),
  account: z.array(z.strictObject(statement)).default([]),
  outside,
  searchWords,
})

export const anniversarySchema = anniversary
  .refine(({ recurrence, since }) => isOccurrence(since, recurrence), {
    path: ['since'],
    message: 'is not on the day of the recurrence',
  })
  .transform(({ usual, ...rest }) => ({ ...rest, isDefault: usual }))

export const namesSchema = z.array(
  z
    .strictObject({ name, also: z.array(nonEmptyText).default([]) })
    .refine(entry => entry.also.length > 0 || Object.keys(entry.name).length > 1, {
      path: ['also'],
      message: 'has no other spelling',
    }),
)

/** Each line is a list of words and phrases that mean the same to people who search. */
export const synonymsSchema = z.array(phrases.min(2, 'has fewer than two words'))

export const archiveSchema = z.strictObject({
  name: translated,
  zone: nonEmptyText
    .refine(zone => zoneNamed(zone) !== undefined, 'is not a time zone (Asia/Phnom_Penh)')
    .default('UTC'),
  time: nonEmptyText.refine(time => readTime(time) !== undefined, 'is not a time (07:00)').default('07:00'),
  dependence: translated.optional(),
  sources: z.array(translated).default([]),
  cautions: z.array(translated).default([]),
})
