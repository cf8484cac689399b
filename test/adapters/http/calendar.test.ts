// Checks the calendar feed: every anniversary each year, in every language, by RFC 5545.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { calendar } from '../../../src/adapters/http/calendar.ts'
import { DEFAULT_LEAP_DAY, nextOccurrence } from '../../../src/core/calendar/recurrence.ts'
import type { Anniversary, Corpus } from '../../../src/core/corpus/model.ts'
import { translated } from '../../../src/core/corpus/translated.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import { textOfBlocks } from '../../../src/core/message/text.ts'
import type { Clock } from '../../../src/core/ports.ts'
import { accountOf } from '../../../src/core/wording/post.ts'
import { bundledCorpus } from '../../core/bundled.ts'
import { readers } from './calendar-readers.ts'
import { ask, startServer } from './serving.ts'

const clock: Clock = { now: () => Temporal.Instant.from('2026-11-21T12:00:00Z'), until: async () => {} }
const corpus = await bundledCorpus()

async function feed(query = '', of: Corpus = corpus) {
  return ask(
    calendar(() => of, clock),
    query,
  )
}

const [first] = corpus.anniversaries
if (!first) throw new Error('the archive has no anniversary')
const archiveWith = (fields: Partial<Anniversary>): Corpus => ({
  ...corpus,
  anniversaries: [{ ...first, ...fields }],
})
const yearly = (day: { month: number; day: number }) => ({ recurrence: { type: 'yearly', ...day } as const })

/** Any text that iCalendar can write, with what its rules are about more often than chance would have it. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\\',
        ';',
        ',',
        ':',
        '"',
        '\n',
        '\t',
        ' ',
        'n',
        'N',
        '\u0085',
        '\ufeff',
        'ក្មេង',
        '👩‍🚀',
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
    ),
    { maxLength: 12 },
  )
  .map(parts =>
    parts
      .join('')
      .replace(/[\r\u2028\u2029]/g, '\n')
      .replace(/[\p{Cc}--[\n\t\u0085]]/gv, ''),
  )

const say = await phrasesOf('en')

/** The description of an event of `archiveWith` with this statement alone. */
function descriptionOf(statement: string): string {
  const anniversary = { ...first, account: [{ text: { en: statement }, articles: [] }], outside: [] }
  return textOfBlocks(accountOf(anniversary as Anniversary, { corpus, language: 'en', say }))
}

/**
 * Two faults of node-ical 0.27.2 (lib/ical-parser-utils.js): it takes an escaped backslash before an n for a line break,
 * and strips quotation marks around a whole value.
 */
const isMisreadByNodeIcal = (text: string) => /\\n/i.test(text) || /^".*"$/.test(text)

describe('/calendar.ics', () => {
  it.each(languages)('has every anniversary in %s, starting with the event itself', async language => {
    const { status, type, body } = await feed(`lang=${language}`)
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
    for (const read of Object.values(readers)) {
      const { events } = read(body)
      expect(events).toHaveLength(corpus.anniversaries.length)
      for (const [index, { id, names, since, account }] of corpus.anniversaries.entries()) {
        const event = events[index]
        expect(event).toMatchObject({
          uid: `${id}@daybook`,
          summary: translated(names, language),
          start: Temporal.PlainDate.from(since).toString(),
        })
        // Each statement is there with its source.
        for (const { text } of account)
          expect(event?.description).toContain(translated(text, language).trim())
      }
    }
    expect(body.match(/^TRANSP:TRANSPARENT\r$/gm)).toHaveLength(corpus.anniversaries.length)
  })

  it('is in English unless another language is asked for, and lists the languages', async () => {
    expect((await feed()).body).toBe((await feed('lang=en')).body)
    expect(await feed('lang=xx')).toMatchObject({
      status: 400,
      body: `lang is one of ${languages.join(', ')}\n`,
    })
  })

  it('keeps to the lines of 75 octets that calendars read, and breaks no character', async () => {
    for (const language of languages) {
      const { body } = await feed(`lang=${language}`)
      for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(body).not.toContain('�')
    }
  })

  it('ends every line as RFC 5545 says, including the last', async () => {
    for (const language of languages) {
      const { body } = await feed(`lang=${language}`)
      expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(body.endsWith('END:VCALENDAR\r\n')).toBe(true)
    }
  })

  it('has the required fields of each event once, and the same identity at any time', async () => {
    const later: Clock = { ...clock, now: () => Temporal.Instant.from('2027-06-01T00:00:00Z') }
    const bodies = [
      (await ask(calendar(() => corpus, clock))).body,
      (await ask(calendar(() => corpus, later))).body,
    ]
    const [now = [], then = []] = bodies.map(body => body.match(/^UID:.*$/gm) ?? [])
    expect(now).toEqual(then)
    expect(new Set(now).size).toBe(corpus.anniversaries.length)
    for (const field of ['DTSTAMP', 'DTSTART;VALUE=DATE', 'RRULE', 'SUMMARY', 'DESCRIPTION'])
      expect(bodies[0]?.match(new RegExp(`^${field}:`, 'gm')), field).toHaveLength(now.length)
  })

  it.each(Object.keys(readers))('puts 29 February on the last day of February, by %s', async name => {
    const leap = { month: 2, day: 29 }
    const day = { since: { year: 1980, ...leap }, ...yearly(leap) }
    const { body } = await feed('', archiveWith(day))
    const [event] = readers[name]?.(body).events ?? []
    expect(event?.start).toBe('1980-02-29')
    // The rule must mean the same as our own calendar, also in 2100, which is no leap year.
    const ours = Array.from({ length: 130 }, (_, at) =>
      nextOccurrence(Temporal.PlainDate.from({ year: 1980 + at, month: 1, day: 1 }), day, DEFAULT_LEAP_DAY),
    )
    expect(event?.days(130)).toEqual(ours.map(String))
  })

  it.each(Object.keys(readers))('puts a weekday of a month on our own days, by %s', async name => {
    for (const nth of [2, -1] as const) {
      const recurrence = { type: 'weekday', month: 5, weekday: 7, nth } as const
      const since = { year: 1980, month: 5, day: nth === 2 ? 11 : 25 }
      const { body } = await feed('', archiveWith({ since, recurrence }))
      const ours = Array.from({ length: 100 }, (_, at) =>
        nextOccurrence(
          Temporal.PlainDate.from({ year: 1980 + at, month: 1, day: 1 }),
          { since, recurrence },
          DEFAULT_LEAP_DAY,
        ),
      )
      expect(readers[name]?.(body).events[0]?.days(100)).toEqual(ours.map(String))
    }
  })

  it('says where 29 February falls in common years, because a feed cannot ask its chat', async () => {
    const leap = { month: 2, day: 29 }
    const { body } = await feed('', archiveWith({ since: { year: 1980, ...leap }, ...yearly(leap) }))
    const [event] = readers['ical.js']?.(body).events ?? []
    expect(event?.description).toContain('29 February in common years: 28 February')
    expect((await feed()).body).not.toContain('common years')
  })

  it('names the last day of February in the form that Outlook takes', async () => {
    const leap = { month: 2, day: 29 }
    const { body } = await feed('', archiveWith({ since: { year: 1980, ...leap }, ...yearly(leap) }))
    // A negative BYMONTHDAY in a yearly rule is not one of its templates, and neither is a list of them.
    expect(body).toContain('\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=-1\r\n')
  })

  it('begins on the first day of the rule if the event was on another day', async () => {
    const day = { since: { year: 1979, month: 1, day: 10 }, ...yearly({ month: 1, day: 7 }) }
    const { body } = await feed('', archiveWith(day))
    for (const read of Object.values(readers))
      expect(read(body).events[0]?.days(2)).toEqual(['1980-01-07', '1981-01-07'])
  })

  it.each([1, 44, 99, 100, 999, 1582])('begins in the year %i if the event was then', async year => {
    const ides = { month: 3, day: 15 }
    const { body } = await feed('', archiveWith({ since: { year, ...ides }, ...yearly(ides) }))
    const fourDigits = String(year).padStart(4, '0')
    expect(body).toContain(`\r\nDTSTART;VALUE=DATE:${fourDigits}0315\r\n`)
    // node-ical 0.27.2 reads no rule of an event before the year 1000.
    expect(readers['ical.js']?.(body).events[0]?.start).toBe(`${fourDigits}-03-15`)
  })

  it('is read back the same by every parser, whatever the texts are', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (name, title, statement) => {
        const about = { ...corpus.about, name: { en: name } }
        const account = [{ text: { en: statement }, articles: [] }]
        const { body } = await feed('', {
          ...archiveWith({ names: { en: title }, account, outside: [] }),
          about,
        })
        for (const [reader, read] of Object.entries(readers)) {
          if (reader === 'node-ical' && [name, title, statement].some(isMisreadByNodeIcal)) continue
          const { name: readName, events } = read(body)
          expect([readName, events[0]?.summary], reader).toEqual([name, title])
          expect(events[0]?.description, reader).toBe(descriptionOf(statement))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('keeps an archive name of several lines, commas and semicolons in its property', async () => {
    const about = { ...corpus.about, name: { en: 'The harbour, the mill; the town\nof Northport\n' } }
    const { body } = await feed('', { ...corpus, about })
    for (const read of Object.values(readers)) {
      expect(read(body).name).toBe(about.name.en)
      expect(read(body).events).toHaveLength(corpus.anniversaries.length)
    }
  })

  it('writes every kind of line break as one', async () => {
    const { body } = await feed('', archiveWith({ names: { en: 'a\r\nb\rc\nd\u2028e\u2029f' } }))
    for (const read of Object.values(readers)) expect(read(body).events[0]?.summary).toBe('a\nb\nc\nd\ne\nf')
  })

  it('writes a space for a control character, which iCalendar cannot write', async () => {
    const { body } = await feed('', archiveWith({ names: { en: 'a\u0000b\u0007c\u007fd\te\ud800' } }))
    for (const read of Object.values(readers)) expect(read(body).events[0]?.summary).toBe('a b c d\te\ufffd')
  })
})

describe('a calendar program that asks again', () => {
  const start = async (of: () => Corpus, at = clock) => (await startServer([calendar(of, at)])).url
  const look = async (url: string, tag = '', method = 'GET') => {
    const answer = await fetch(`${url}/calendar.ics`, {
      method,
      headers: tag ? { 'if-none-match': tag } : {},
    })
    const text = await answer.text()
    return { status: answer.status, tag: answer.headers.get('etag') ?? '', text, headers: answer.headers }
  }

  it('gets 304 if nothing has changed, even after a restart', async () => {
    const { tag, headers } = await look(await start(() => corpus))
    expect(headers.get('cache-control')).toBe('public, max-age=3600')
    const later: Clock = { ...clock, now: () => Temporal.Instant.from('2027-06-01T00:00:00Z') }
    const url = await start(() => corpus, later)
    for (const method of ['GET', 'HEAD'])
      for (const theirs of [`"another", ${tag}`, '*'])
        expect(await look(url, theirs, method)).toMatchObject({ status: 304, tag, text: '' })
    expect(await look(url, '"another"')).toMatchObject({ status: 200, tag })
  })

  it('gets a changed corpus at once', async () => {
    let now = corpus
    const url = await start(() => now)
    const { tag } = await look(url)
    now = { ...corpus, anniversaries: corpus.anniversaries.slice(1) }
    const again = await look(url, tag)
    expect(again.status).toBe(200)
    expect(again.tag).not.toBe(tag)
  })
})
