// Checks that posts, commands, pictures and inline results agree on every day about when an anniversary falls.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type LeapDay, nextOccurrence } from '../../src/core/calendar/recurrence.ts'
import type { Anniversary } from '../../src/core/corpus/model.ts'
import { createDispatcher } from '../../src/core/delivery/dispatcher.ts'
import { dueFrom } from '../../src/core/delivery/subscription.ts'
import { monthName, ordinal } from '../../src/core/languages/en/words.ts'
import type { Message } from '../../src/core/message/message.ts'
import type { Sender } from '../../src/core/ports.ts'
import { createComposer } from '../../src/core/wording/composer.ts'
import { anniversaryFile, articleFile, corpusOf } from '../fixtures/corpus.ts'
import { caller, callsOf, createChat, textOf } from './bundled.ts'

/** Includes 28 February and 1 March of a common year, and 29 February of a leap year. */
const FIRST_DAY = Temporal.PlainDate.from('2027-02-01')
const DAYS = 400
const allDays = Array.from({ length: DAYS }, (_, at) => FIRST_DAY.add({ days: at }))

const kinds: Record<string, string> = {
  Leapling: '1852-02-29',
  'Newer leapling': '2028-02-29',
  Lighthouse: '1902-12-31',
  'Opening day': '2027-05-03',
  Jubilee: '2031-05-03',
  Assassination: '0044-03-15',
}
const corpus = corpusOf(
  articleFile(),
  ...Object.entries(kinds).map(([name, since]) =>
    anniversaryFile(
      { names: `{ en: ${name} }`, recurrence: `{ yearly: "${since.slice(5)}" }`, since },
      `anniversaries/${name.toLowerCase().replace(' ', '-')}.yaml`,
    ),
  ),
)
const nameOf = ({ names }: Anniversary) => names.en

/** The rule in plain words, apart from the program's own way to it. */
function falls(date: Temporal.PlainDate, { since }: Anniversary, leapDay: LeapDay): boolean {
  if (Temporal.PlainDate.compare(date, since) < 0) return false
  if (date.month === since.month && date.day === since.day) return true
  const isMoved = since.month === 2 && since.day === 29 && !date.inLeapYear
  const moved = leapDay === 'march-1' ? [3, 1] : [2, 28]
  return isMoved && date.month === moved[0] && date.day === moved[1]
}

/** The last day itself among the kinds. */
const LAST_DAY = Temporal.PlainDate.from('2031-05-03')
const tables = new Map<string, Map<string, Temporal.PlainDate>>()

function nextFrom(date: Temporal.PlainDate, anniversary: Anniversary, leapDay: LeapDay): Temporal.PlainDate {
  const key = `${anniversary.id} ${leapDay}`
  const table = tables.get(key) ?? tableOf(anniversary, leapDay)
  tables.set(key, table)
  const next = table.get(date.toString())
  if (!next) throw new Error(`${anniversary.id} is not worked out for ${date}`)
  return next
}

/** The next date for each day, from the last to the first. */
function tableOf(anniversary: Anniversary, leapDay: LeapDay): Map<string, Temporal.PlainDate> {
  const table = new Map<string, Temporal.PlainDate>()
  let next: Temporal.PlainDate | undefined
  for (let day = LAST_DAY; Temporal.PlainDate.compare(day, FIRST_DAY) >= 0; day = day.subtract({ days: 1 })) {
    if (falls(day, anniversary, leapDay)) next = day
    if (next) table.set(day.toString(), next)
  }
  return table
}

const written = ({ day, month, year }: Temporal.PlainDate) => `${day} ${monthName(month)} ${year}`
const count = ({ year }: Temporal.PlainDate, { since }: Anniversary) =>
  year === since.year ? 'the day itself' : `the ${ordinal(year - since.year)} anniversary`

describe.each(['february-28', 'march-1'] as const)('with 29 February on %s in common years', leapDay => {
  it('the next date, the date in a year and the due moment are the same for every day', () => {
    const time = Temporal.PlainTime.from('08:30')
    for (const anniversary of corpus.anniversaries) {
      for (const day of allDays) {
        const next = nextFrom(day, anniversary, leapDay)
        expect(nextOccurrence(day, anniversary, leapDay).toString()).toBe(next.toString())
        const isToday = nextOccurrence(day, anniversary, leapDay).equals(day)
        expect(isToday).toBe(falls(day, anniversary, leapDay))
        const midnight = day.toZonedDateTime('UTC').toInstant()
        const due = dueFrom(midnight, anniversary, { zone: 'UTC', time, leapDay })
        expect(due.occurrence.toString()).toBe(next.toString())
      }
    }
  })

  it('every command and post agrees on every day', async () => {
    const world = await createWorld()
    for (const { id } of corpus.anniversaries) await world.say(`/subscribe ${id} 08:30 UTC`)
    await world.say(`/settings leapday:${leapDay}`)
    for (const day of allDays) {
      const today = corpus.anniversaries.filter(each => falls(day, each, leapDay))
      world.at(`${day}T00:10:00Z`)
      await expectAgreement(world, { from: day, today: day })
      expect(await world.listedToday()).toEqual(today.map(nameOf).sort())
      const preview = textOf(await world.say('/preview'))
      const [first] = corpus.anniversaries
        .map(each => ({ each, next: nextFrom(day, each, leapDay) }))
        .sort((a, b) => Temporal.PlainDate.compare(a.next, b.next))
      if (first) expect(preview).toContain(`${written(first.next)} · ${count(first.next, first.each)}`)
      world.at(`${day}T08:30:00Z`)
      expect(await world.postedNow()).toEqual(
        today.map(each => `${nameOf(each)}: ${written(day)} · ${count(day, each)}`).sort(),
      )
      // After the hour the next post is another one, although today's date is still the coming one.
      if (today.length === 0) continue
      world.at(`${day}T12:00:00Z`)
      await expectAgreement(world, { from: day.add({ days: 1 }), today: day })
    }
  }, 60_000)

  async function expectAgreement(
    world: World,
    { from, today }: { from: Temporal.PlainDate; today: Temporal.PlainDate },
  ): Promise<void> {
    const upcoming = await world.upcoming()
    for (const each of corpus.anniversaries) {
      const name = nameOf(each)
      const coming = nextFrom(today, each, leapDay)
      expect(upcoming.get(name), `${name} on ${today}`).toEqual({
        coming: `${written(coming)}: ${count(coming, each)}`,
        next: written(nextFrom(from, each, leapDay)),
      })
    }
    const next = new Map([...upcoming].map(([name, value]) => [name, value.next]))
    expect(await world.nextPosts('/settings')).toEqual(next)
    expect(await world.nextPosts('/why')).toEqual(next)
  }
})

describe('where no chat is known', () => {
  it('inline results take 28 February, and never a day before the day itself', async () => {
    const world = await createWorld()
    for (const day of allDays) {
      world.at(`${day}T00:10:00Z`)
      const [next] = corpus.anniversaries
        .map(each => nextFrom(day, each, 'february-28'))
        .sort(Temporal.PlainDate.compare)
      const { results } = await world.inline('')
      expect(results[0]?.detail).toBe(next && written(next))
    }
  })
})

describe('/onthisday', () => {
  it('finds the anniversaries of 29 February by that name in every year', async () => {
    const world = await createWorld()
    world.at('2027-02-10T12:00:00Z')
    expect(textOf(await world.say('/onthisday 29 February'))).toContain('28 February 2027 · the 175th')
    await world.say('/subscribe leapling')
    await world.say('/settings leapday:march-1')
    expect(textOf(await world.say('/onthisday 29 February'))).toContain('1 March 2027 · the 175th')
    world.at('2027-03-02T12:00:00Z')
    expect(textOf(await world.say('/onthisday 29 February'))).toContain('29 February 2028 · the 176th')
  })

  it('offers no button that leads back to the same answer', async () => {
    const files = [articleFile(), anniversaryFile({ recurrence: '{ yearly: "05-03" }', since: '2031-05-03' })]
    const chat = await createChat('2027-02-27T12:00:00Z', undefined, corpusOf(...files))
    const answer = await chat.say('/onthisday 3 May')
    expect(textOf(answer)).toContain('nothing on 3 May')
    expect(textOf(answer)).toContain('3 May 2031')
    expect(callsOf(answer)).toEqual([])
    chat.at('2030-06-01T12:00:00Z')
    const later = await chat.say('/onthisday 4 May')
    expect(callsOf(later)).toEqual(['/onthisday 05-03'])
    expect(textOf(await chat.say('/onthisday 05-03'))).toContain('3 May 2031 · the day itself')
  })

  it('names an anniversary that begins in a later year, although another one comes before', async () => {
    const files = [
      articleFile(),
      anniversaryFile({ recurrence: '{ yearly: "05-03" }', since: '2031-05-03' }),
      anniversaryFile({ recurrence: '{ yearly: "06-04" }', since: '1950-06-04' }, 'anniversaries/other.yaml'),
    ]
    const chat = await createChat('2027-02-27T12:00:00Z', undefined, corpusOf(...files))
    const answer = textOf(await chat.say('/onthisday 3 May'))
    expect(answer).toContain('3 May 2031')
    expect(answer).toContain('4 June 2027')
  })
})

describe('a leap-day choice', () => {
  it('counts for the whole chat, also for what it has not subscribed to', async () => {
    const world = await createWorld()
    world.at('2027-02-10T12:00:00Z')
    await world.say('/subscribe lighthouse 08:30 UTC')
    await world.say('/settings leapday:march-1')
    expect((await world.upcoming()).get('Leapling')?.coming).toContain('1 March 2027')
    expect(textOf(await world.say('/preview leapling'))).toContain('1 March 2027')
    await world.say('/subscribe leapling')
    expect((await world.nextPosts('/settings')).get('Leapling')).toBe('1 March 2027')
  })

  it('that changes after the post of 28 February brings no second one on 1 March', async () => {
    const world = await createWorld()
    world.at('2027-02-10T12:00:00Z')
    await world.say('/subscribe leapling 08:30 UTC')
    world.at('2027-02-28T08:30:00Z')
    expect(await world.postedNow()).toHaveLength(1)
    await world.say('/settings leapday:march-1')
    expect((await world.nextPosts('/settings')).get('Leapling')).toBe('29 February 2028')
  })
})

type World = Awaited<ReturnType<typeof createWorld>>

async function createWorld() {
  let now = Temporal.Instant.from('2027-02-01T00:00:00Z')
  const chat = await createChat(now.toString(), undefined, corpus)
  const posts: Message[] = []
  const platform: Sender = {
    name: caller.chat.platform,
    limits: { perSecond: 1000, perSecondInChat: 1000, isIdempotent: true },
    send: async (_, message) => {
      posts.push(message)
      return { status: 'sent', id: String(posts.length) }
    },
  }
  const dispatcher = createDispatcher({
    store: chat.store,
    clock: { now: () => now, until: async () => {} },
    platforms: [platform],
    owner: 'this process',
    recurringDayOf: id => corpus.anniversaries.find(each => each.id === id),
    ...createComposer(corpus, chat.store),
    log: () => {},
  })
  const lines = async (line: string) => textOf(await chat.say(line)).split('\n')
  return {
    say: chat.say,
    inline: (words: string) => chat.bot.inlineResults({ words, from: 0, count: 1 }, caller),
    at(moment: string) {
      now = Temporal.Instant.from(moment)
      chat.at(moment)
    },
    /** The names that /onthisday lists without a date. */
    async listedToday(): Promise<string[]> {
      return (await lines('/onthisday')).filter(line => line in kinds).sort()
    },
    /** What /upcoming says of each: the coming date with its count, and the date of the next post. */
    async upcoming(): Promise<Map<string, { coming: string; next: string | undefined }>> {
      const all = await lines('/upcoming')
      return new Map(
        Object.keys(kinds).map(name => {
          const at = all.indexOf(name)
          const [, date, which, posted] =
            /^(.*?), .*?: (.*?)(, posted in this chat)?$/.exec(all[at + 1] ?? '') ?? []
          const other = /^Next post: (.*)$/.exec(all[at + 2] ?? '')?.[1]
          return [name, { coming: `${date}: ${which}`, next: posted ? date : other }]
        }),
      )
    },
    /** The date after "Next post:" for each anniversary. */
    async nextPosts(command: '/settings' | '/why'): Promise<Map<string, string | undefined>> {
      const all = [...(await lines(command)), ...(await lines(`${command} entry:4`))]
      return new Map(
        Object.keys(kinds).map(name => {
          const from = all.slice(all.indexOf(name) + 1)
          return [name, from.map(line => /^Next post: (.*) at /.exec(line)?.[1]).find(Boolean)]
        }),
      )
    },
    /** What goes out in a pass now: name, date and count. */
    async postedNow(): Promise<string[]> {
      posts.length = 0
      await dispatcher.pass()
      // A chat takes the second of two posts a little later.
      now = now.add({ seconds: 5 })
      await dispatcher.pass()
      return posts.map(post => textOf(post).split('\n').filter(Boolean).slice(0, 2).join(': ')).sort()
    },
  }
}
