// Checks the calendar feed: every anniversary each year, in every language, by RFC 5545.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { calendar } from '../../../src/adapters/http/calendar.ts'
import { occurrenceIn } from '../../../src/core/calendar/recurrence.ts'
import type { Corpus } from '../../../src/core/corpus/model.ts'
import { translated } from '../../../src/core/corpus/translated.ts'
import { languages } from '../../../src/core/languages/language.ts'
import type { Clock } from '../../../src/core/ports.ts'
import { bundledCorpus } from '../../core/bundled.ts'
import { ask, startServer } from './serving.ts'

const clock: Clock = { now: () => Temporal.Instant.from('2026-11-21T12:00:00Z'), until: async () => {} }
const corpus = await bundledCorpus()

async function feed(query = '', of: Corpus = corpus) {
  return ask(
    calendar(() => of, clock),
    query,
  )
}

/** The events of a feed: unfolded lines by their names without parameters, texts without escapes. */
function eventsOf(body: string): Record<string, string>[] {
  const unfolded = body.replaceAll('\r\n ', '')
  return [...unfolded.matchAll(/BEGIN:VEVENT\r\n([\s\S]*?)END:VEVENT/g)].map(([, lines = '']) =>
    Object.fromEntries(
      lines
        .trim()
        .split('\r\n')
        .map(line => {
          const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? []
          return [name, value.replaceAll('\\n', '\n').replaceAll(/\\(.)/g, '$1')]
        }),
    ),
  )
}

describe('/calendar.ics', () => {
  it.each(languages)('has every anniversary in %s, starting with the event itself', async language => {
    const { status, type, body } = await feed(`lang=${language}`)
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
    const events = eventsOf(body)
    expect(events).toHaveLength(corpus.anniversaries.length)
    for (const [index, { id, names, since, account }] of corpus.anniversaries.entries()) {
      const event = events[index] ?? {}
      expect(event).toMatchObject({
        UID: `${id}@daybook`,
        SUMMARY: translated(names, language),
        DTSTART: Temporal.PlainDate.from(since).toString().replaceAll('-', ''),
        TRANSP: 'TRANSPARENT',
      })
      // Each statement is there with its source.
      for (const { text } of account) expect(event.DESCRIPTION).toContain(translated(text, language).trim())
    }
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

  it('puts 29 February on the last day of February, as our posts do', async () => {
    const [first] = corpus.anniversaries
    if (!first) throw new Error('the archive has no anniversary')
    const leap = {
      ...first,
      recurrence: { type: 'yearly', month: 2, day: 29 },
      since: { year: 1980, month: 2, day: 29 },
    } as const
    const [event] = eventsOf((await feed('', { ...corpus, anniversaries: [leap] })).body)
    expect(event).toMatchObject({ DTSTART: '19800229', RRULE: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' })
    // The rule must mean the same as our own calendar.
    for (let year = 1980; year < 2110; year++) {
      const last = Temporal.PlainDate.from({ year, month: 2, day: 31 })
      expect(occurrenceIn(year, leap.recurrence).equals(last)).toBe(true)
    }
  })

  it('begins on the first day of the rule if the event was on another day', async () => {
    const [first] = corpus.anniversaries
    if (!first) throw new Error('the archive has no anniversary')
    const moved = { ...first, since: { year: 1979, month: 1, day: 10 } }
    const [event] = eventsOf((await feed('', { ...corpus, anniversaries: [moved] })).body)
    expect(event).toMatchObject({ DTSTART: '19800107', RRULE: 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=7' })
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
