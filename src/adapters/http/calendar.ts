// Answers with the anniversaries as a calendar to subscribe to (RFC 5545), in the language asked for.

import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import {
  DEFAULT_LEAP_DAY,
  isLeapDay,
  nextOccurrence,
  type Recurrence,
} from '../../core/calendar/recurrence.ts'
import type { Anniversary, Corpus } from '../../core/corpus/model.ts'
import { translated } from '../../core/corpus/translated.ts'
import { viewIn } from '../../core/corpus/view.ts'
import { type Language, languages } from '../../core/languages/language.ts'
import { phrasesOf } from '../../core/languages/phrases.ts'
import { paragraph } from '../../core/message/build.ts'
import { textOfBlocks } from '../../core/message/text.ts'
import type { Endpoint } from '../../core/platform.ts'
import type { Clock } from '../../core/ports.ts'
import type { LanguageView } from '../../core/wording/language-view.ts'
import { accountOf } from '../../core/wording/post.ts'
import { dateValue, icalendar, momentValue, textValue } from './icalendar.ts'

const HOUR_SECONDS = 3600

interface Feed {
  body: string
  /** An entity tag (RFC 9110, 8.8.3), weak because it ignores the time at which the feed was made. */
  tag: string
}

export function calendar(corpus: () => Corpus | undefined, clock: Clock): Endpoint {
  /** Made once for each edition of the corpus and each language that is asked for. */
  const feeds = new WeakMap<Corpus, Map<Language, Promise<Feed>>>()
  const feedIn = (language: Language, whole: Corpus) => {
    const ofEdition = feeds.get(whole) ?? new Map<Language, Promise<Feed>>()
    feeds.set(whole, ofEdition)
    const feed = ofEdition.get(language) ?? makeFeed(language, whole, clock)
    ofEdition.set(language, feed)
    return feed
  }
  return {
    method: 'GET',
    path: '/calendar.ics',
    async answer({ url }) {
      const language = new URL(url).searchParams.get('lang') ?? 'en'
      if (!isLanguage(language))
        return new Response(`lang is one of ${languages.join(', ')}\n`, { status: 400 })
      const whole = corpus()
      if (!whole) return new Response('the archive is being loaded\n', { status: 503 })
      const { body, tag } = await feedIn(language, whole)
      return new Response(body, {
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'cache-control': `public, max-age=${HOUR_SECONDS}`,
          etag: tag,
        },
      })
    },
  }
}

async function makeFeed(language: Language, whole: Corpus, clock: Clock): Promise<Feed> {
  const corpus = viewIn(whole, language)
  const say = await phrasesOf(language)
  const name = textValue(translated(corpus.about.name, language))
  const body = icalendar(
    [
      ['PRODID', `-//Daybook//anniversaries//${language.toUpperCase()}`],
      // RFC 7986, 5.1, and its older form. Parsers that do not know a property leave the escapes in, unless told its type.
      ['NAME;VALUE=TEXT', name],
      ['X-WR-CALNAME;VALUE=TEXT', name],
      ['REFRESH-INTERVAL;VALUE=DURATION', 'P1D'],
      ['X-PUBLISHED-TTL', 'P1D'],
    ],
    corpus.anniversaries.map(anniversary => [
      ['UID', textValue(`${anniversary.id}@daybook`)],
      ['DTSTAMP', momentValue(clock.now())],
      ['DTSTART;VALUE=DATE', dateValue(firstDay(anniversary))],
      ['RRULE', ruleOf(anniversary.recurrence)],
      ['SUMMARY', textValue(translated(anniversary.names, language))],
      ['DESCRIPTION', textValue(descriptionOf(anniversary, { corpus, language, say }))],
      // A day of remembrance does not make anybody busy.
      ['TRANSP', 'TRANSPARENT'],
      ['X-MICROSOFT-CDO-ALLDAYEVENT', 'TRUE'],
    ]),
  )
  return { body, tag: tagOf(body) }
}

/** The same after a restart and on every replica, which make the feed from the same corpus at other times. */
function tagOf(body: string): string {
  const hash = createHash('sha256').update(body.replaceAll(/^DTSTAMP:.*$/gm, ''))
  return `W/"${hash.digest('base64url').slice(0, 22)}"`
}

/** A feed is no chat and has no leap-day choice of its own, so it says which one it takes. */
function descriptionOf(anniversary: Anniversary, view: LanguageView): string {
  const choice = view.say.commands.settings.changeLeapDay[DEFAULT_LEAP_DAY]
  return textOfBlocks([
    ...accountOf(anniversary, view),
    ...(isLeapDay(anniversary) ? [paragraph(choice)] : []),
  ])
}

/** The first day of the rule on or after the event itself. */
const firstDay = (anniversary: Anniversary): Temporal.PlainDate =>
  nextOccurrence(Temporal.PlainDate.from(anniversary.since), anniversary, DEFAULT_LEAP_DAY)

/**
 * RFC 5545, 3.3.10: a rule that names 29 February would skip three years in four. So we name the last of all days of
 * February, in the only form that Outlook takes in a yearly rule
 * (https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-oxcical/0f3eb29d-a3b3-46e4-98db-5658f14d5ca8).
 */
function ruleOf(rule: Recurrence): string {
  switch (rule.type) {
    case 'yearly':
      return isLeapDay({ recurrence: rule })
        ? 'FREQ=YEARLY;BYMONTH=2;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=-1'
        : `FREQ=YEARLY;BYMONTH=${rule.month};BYMONTHDAY=${rule.day}`
    case 'weekday':
      return `FREQ=YEARLY;BYMONTH=${rule.month};BYDAY=${rule.nth}${weekdays[rule.weekday - 1]}`
    default:
      return rule satisfies never
  }
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

const isLanguage = (word: string): word is Language => languages.some(each => each === word)
