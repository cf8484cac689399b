// Answers with the anniversaries as a calendar to subscribe to (RFC 5545), in the language asked for.

import { createHash } from 'node:crypto'
import ical, {
  ICalEventRepeatingFreq,
  ICalEventTransparency,
  type ICalRepeatingOptions,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { nextOccurrence, type Recurrence } from '../../core/calendar/recurrence.ts'
import type { Anniversary, Corpus } from '../../core/corpus/model.ts'
import { translated } from '../../core/corpus/translated.ts'
import { viewIn } from '../../core/corpus/view.ts'
import { type Language, languages } from '../../core/languages/language.ts'
import { phrasesOf } from '../../core/languages/phrases.ts'
import { textOfBlocks } from '../../core/message/text.ts'
import type { Endpoint } from '../../core/platform.ts'
import type { Clock } from '../../core/ports.ts'
import { accountOf } from '../../core/wording/post.ts'

const HOUR_SECONDS = 3600
const DAY_SECONDS = 24 * HOUR_SECONDS

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
  const feed = ical({
    name: translated(corpus.about.name, language),
    prodId: { company: 'Daybook', product: 'anniversaries', language: language.toUpperCase() },
    ttl: DAY_SECONDS,
  })
  for (const anniversary of corpus.anniversaries)
    feed.createEvent({
      id: `${anniversary.id}@daybook`,
      allDay: true,
      start: firstDay(anniversary),
      repeating: ruleOf(anniversary.recurrence),
      stamp: new Date(clock.now().epochMilliseconds),
      summary: translated(anniversary.names, language),
      description: textOfBlocks(accountOf(anniversary, { corpus, language, say })),
      // A day of remembrance does not make anybody busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  // RFC 5545, 3.1: the last line ends like every other one.
  const body = `${feed.toString().trimEnd()}\r\n`
  return { body, tag: tagOf(body) }
}

/** The same after a restart and on every replica, which make the feed from the same corpus at other times. */
function tagOf(body: string): string {
  const hash = createHash('sha256').update(body.replaceAll(/^DTSTAMP:.*$/gm, ''))
  return `W/"${hash.digest('base64url').slice(0, 22)}"`
}

/** The first day of the rule on or after the event itself. */
function firstDay({ since, recurrence }: Anniversary): Date {
  const { year, month, day } = nextOccurrence(Temporal.PlainDate.from(since), recurrence)
  return new Date(Date.UTC(year, month - 1, day))
}

/** RFC 5545, 3.3.10: a rule that names 29 February would skip three years in four, so we name February's last day. */
function ruleOf(rule: Recurrence): ICalRepeatingOptions {
  switch (rule.type) {
    case 'yearly': {
      const isLeapDay = rule.month === 2 && rule.day === 29
      return {
        freq: ICalEventRepeatingFreq.YEARLY,
        byMonth: [rule.month],
        byMonthDay: [isLeapDay ? -1 : rule.day],
      }
    }
    default:
      return rule.type satisfies never
  }
}

const isLanguage = (word: string): word is Language => languages.some(each => each === word)
