// The anniversaries as a calendar that others subscribe to (RFC 5545), in the language they ask for.
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

const hourSeconds = 3600
const daySeconds = 24 * hourSeconds

interface Feed {
  body: string
  version: string
}

export function calendar(corpus: () => Corpus | undefined, clock: Clock): Endpoint {
  /** Made once of each edition of the corpus, in each language that is asked for. */
  const made = new WeakMap<Corpus, Map<Language, Promise<Feed>>>()
  const feedIn = (language: Language, whole: Corpus) => {
    const known = made.get(whole) ?? new Map<Language, Promise<Feed>>()
    made.set(whole, known)
    const feed = known.get(language) ?? makeFeed(language, whole, clock)
    known.set(language, feed)
    return feed
  }
  return {
    method: 'GET',
    path: '/calendar.ics',
    async answer({ query }) {
      const language = query.get('lang') ?? 'en'
      if (!isLanguage(language)) return { status: 400, body: `lang is one of ${languages.join(', ')}\n` }
      const whole = corpus()
      if (!whole) return { status: 503, body: 'the archive is being loaded\n' }
      const feed = await feedIn(language, whole)
      return { status: 200, type: 'text/calendar; charset=utf-8', keptFor: hourSeconds, ...feed }
    },
  }
}

async function makeFeed(language: Language, whole: Corpus, clock: Clock): Promise<Feed> {
  const corpus = viewIn(whole, language)
  const say = await phrasesOf(language)
  const feed = ical({
    name: translated(corpus.about.name, language),
    prodId: { company: 'Daybook', product: 'anniversaries', language: language.toUpperCase() },
    ttl: daySeconds,
  })
  for (const anniversary of corpus.anniversaries)
    feed.createEvent({
      id: `${anniversary.id}@daybook`,
      allDay: true,
      start: firstDay(anniversary),
      repeating: ruleOf(anniversary.recurrence),
      stamp: new Date(clock.now().epochMilliseconds),
      summary: translated(anniversary.names, language),
      description: textOfBlocks(accountOf(anniversary, corpus, language, say)),
      // A day of remembrance keeps nobody from meeting.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  // RFC 5545, 3.1: the last line ends like every other.
  const body = `${feed.toString().trimEnd()}\r\n`
  return { body, version: versionOf(body) }
}

/** The same after a restart and on every replica, which made the feed at another moment but of the same corpus. */
const versionOf = (body: string): string =>
  createHash('sha256')
    .update(body.replaceAll(/^DTSTAMP:.*$/gm, ''))
    .digest('base64url')
    .slice(0, 22)

/** The first day on which the rule falls, from the event itself on. */
function firstDay({ since, recurrence }: Anniversary): Date {
  const { year, month, day } = nextOccurrence(Temporal.PlainDate.from(since), recurrence)
  return new Date(Date.UTC(year, month - 1, day))
}

/** RFC 5545, 3.3.10: a rule that names 29 February would skip three years of four; its last day is what we keep. */
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
