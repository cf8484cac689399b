// Makes up an archive of 50,000 articles in which every list is long: for what must hold in an archive of any size.

import type { LooseDate } from '../../src/core/calendar/date.ts'
import type { Anniversary, Article, Corpus, Event, NameEntry, Subject } from '../../src/core/corpus/model.ts'
import { paragraphsOf } from '../../src/core/corpus/paragraphs.ts'
import { paragraph } from '../../src/core/message/build.ts'
import { tokens } from '../../src/core/text/words.ts'
import { type Chat, caller } from './bundled.ts'

export const ARTICLES = 50_000
export const EVENTS = 6000
export const ANNIVERSARIES = 300
export const NAMES = 3000
export const SUBJECTS = 300
const PUBLISHERS = 800

/** On this day 12 anniversaries fall and thousands of articles appeared; on others only a share of the rest. */
export const BUSY_DAY = { month: 3, day: 2 }
/** Half of all articles name this person. */
export const FAMOUS = 'Tavola Mirenu'
/** A thousand articles have a figure on this subject. */
export const BUSY_SUBJECT = 's-0'

let archive: Corpus | undefined

export function largeArchive(): Corpus {
  archive ??= archiveOf(ARTICLES)
  return archive
}

/** The same with another number of articles. */
export function archiveOf(articleCount: number): Corpus {
  const next = numbersFrom(7)
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const vocabulary = Array.from({ length: 5000 }, () => wordOf(next))
  const say = (count: number) => Array.from({ length: count }, () => pick(vocabulary)).join(' ')
  const sentence = (count: number) => {
    const said = say(count)
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
  }
  const title = (count: number) => sentence(count).slice(0, -1)
  const capital = () => title(1)
  const publishers = Array.from({ length: PUBLISHERS }, (_, at) => `The ${capital()} ${capital()} ${at}`)
  const names: NameEntry[] = Array.from({ length: NAMES }, (_, at) => {
    const name = at === 0 ? FAMOUS : `${capital()} ${capital()}`
    const also = [`${capital()} ${name}`, name.replaceAll('a', 'á')]
    return {
      name,
      names: { en: name },
      also,
      spellings: [name, ...also].map(spelling => tokens(spelling).map(({ word }) => word)),
    }
  })
  const dateFrom = (first: number, years: number): LooseDate => ({
    year: first + below(years),
    ...(below(10) < 9 ? (below(20) === 0 ? BUSY_DAY : { month: 1 + below(12), day: 1 + below(28) }) : {}),
  })
  const articles = Array.from({ length: articleCount }, (_, at): Article => {
    const body = [paragraph(`${sentence(9)} ${sentence(12)}`), paragraph(sentence(15))]
    const person = at % 2 === 0 ? FAMOUS : pick(names).name
    return {
      id: `a-${String(at).padStart(5, '0')}`,
      language: 'en',
      title: title(5 + below(6)),
      publisher: pick(publishers),
      publisherNote: `a paper of ${say(2)}`,
      author: `${capital()} ${capital()}`,
      published: dateFrom(1950, 76),
      url: `https://example.org/articles/${at}`,
      verbatim: false,
      people: [{ name: person, role: say(3) }, { name: pick(names).name }],
      places: [],
      tags: [],
      keyPoints: Array.from({ length: 4 }, () => ({ text: sentence(14), speaker: person })),
      figures:
        at % 5 === 0
          ? [
              {
                number: String(below(10_000)),
                noun: say(4),
                subject: at % 50 === 0 ? BUSY_SUBJECT : `s-${below(SUBJECTS)}`,
              },
            ]
          : [],
      body,
      paragraphs: paragraphsOf(body, 'en'),
    }
  })
  const cite = (count: number) => Array.from({ length: count }, () => pick(articles).id)
  const events = Array.from(
    { length: EVENTS },
    (_, at): Event => ({
      date: dateFrom(1900, 140),
      text: { en: sentence(14) },
      articles: cite(at % 100 === 0 ? 200 : 2),
    }),
  )
  const outside = () => ({
    text: { en: sentence(12) },
    source: { en: title(4) },
    url: 'https://example.org/other',
  })
  const anniversaries = Array.from(
    { length: ANNIVERSARIES },
    (_, at): Anniversary => ({
      id: `n-${at}`,
      names: { en: `The day of ${title(3)}` },
      recurrence: {
        type: 'yearly',
        ...(at % 25 === 0 ? BUSY_DAY : { month: 1 + below(12), day: 1 + below(28) }),
      },
      since: { year: 1900 + below(100), month: 1, day: 1 },
      isDefault: false,
      account: Array.from({ length: 6 }, () => ({ text: { en: sentence(20) }, articles: cite(2) })),
      outside: [outside(), outside()],
    }),
  )
  const subjects = Array.from(
    { length: SUBJECTS },
    (_, at): Subject => ({
      id: `s-${at}`,
      names: { en: title(4) },
      countsDiffer: false,
      claims: [{ text: { en: sentence(10) }, speaker: { en: FAMOUS }, articles: cite(3) }],
      outside: [outside()],
    }),
  )
  return {
    about: {
      name: { en: 'A large archive' },
      zone: 'UTC',
      time: '07:00',
      sources: [{ en: `${sentence(30)} ${sentence(30)}` }],
      dependence: { en: sentence(20) },
      cautions: [{ en: sentence(20) }],
    },
    articles,
    anniversaries,
    subjects,
    events: events.sort((a, b) => a.date.year - b.date.year),
    names,
    synonyms: [],
  }
}

/** Numbers from 0 up to 1, always the same for a seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function wordOf(next: () => number): string {
  const syllable = () => 'bdfgklmnprstv'.charAt(next() * 13) + 'aeiou'.charAt(next() * 5)
  return Array.from({ length: 2 + Math.floor(next() * 3) }, syllable).join('')
}

/** Subscribes the chat to every anniversary. */
export async function subscribeToAll({ bot, corpus }: Chat): Promise<void> {
  for (const { id } of corpus.anniversaries)
    await bot.answer({ command: 'subscribe', args: { anniversary: id } }, caller)
}

/** A question of every kind, on what many articles have, few, and none. */
export function questionsOver({ articles, names, events, subjects }: Corpus): string[] {
  const [{ keyPoints, figures, people, title }] = articles as [Article]
  const words = (text: string | undefined, count: number) => text?.split(' ').slice(0, count).join(' ')
  const said = keyPoints[0]?.text
  return [
    'what happened on 2 March',
    'what happened in 1990',
    `who is ${FAMOUS}`,
    `who is ${names[1]?.name}`,
    `who is the ${people[0]?.role}`,
    `what did ${FAMOUS} say`,
    `what did ${FAMOUS} say about ${words(said, 2)}`,
    `who said ${words(said, 5)}`,
    `when did ${words(events[100]?.text.en, 4)}`,
    `when did ${words(said, 8)}`,
    `where did ${words(said, 4)}`,
    `why did ${words(said, 4)}`,
    `is it ${words(said, 3)}`,
    `how many ${words(figures[0]?.noun, 3)}`,
    `how many ${words(subjects[0]?.names.en, 2)}`,
    `how long did ${words(said, 3)}`,
    `what is ${words(title, 3)}`,
    'when is the next anniversary',
    'when was zzz qqq',
  ]
}

/** Every command as it is typed bare, and with what people type after it, including what means nothing. */
export function linesOver(archive: Corpus): string[] {
  const { articles, names, subjects, anniversaries } = archive
  const [first, second] = articles as [Article, Article]
  return [
    ...['summary', 'article'].flatMap(name =>
      ['', first.id, first.title, first.publisher, '1990', 'zzz qqq', second.title.slice(0, -2)].map(
        words => `/${name} ${words}`,
      ),
    ),
    `/summary ${first.id} long`,
    `/summary about:${first.title.split(' ')[0]}`,
    ...[
      '',
      first.title,
      FAMOUS,
      'Tavola Mirenv',
      'year:1990 tavola',
      'from:nobody tavola',
      'from:nobody tavola page:9999',
      'zzz qqq',
      'figures',
    ].map(words => `/search ${words}`),
    ...['', BUSY_SUBJECT, subjects[1]?.names.en, 'zzz qqq', first.figures[0]?.noun].map(
      words => `/facts ${words}`,
    ),
    ...questionsOver(archive).map(question => `/ask ${question}`),
    ...['', FAMOUS, names[1]?.name, names[2]?.name.split(' ')[0], 'Tavola Mirenv', 'zzz qqq'].map(
      words => `/who ${words}`,
    ),
    ...['', '1990', '1950-', '1950 2000', '1990-03-02', 'picture', '1990 picture', 'entry:99999', 'soon'].map(
      words => `/timeline ${words}`,
    ),
    ...['', '2 March', '3 March', '29 February', 'soon'].map(words => `/onthisday ${words}`),
    ...['', 'entry:200'].map(words => `/upcoming ${words}`),
    ...['', anniversaries[0]?.names.en, 'The day of', 'zzz qqq'].flatMap(words => [
      `/preview ${words}`,
      `/subscribe ${words}`,
      `/settings ${words}`,
    ]),
    '/why',
    '/unsubscribe',
    '/unsubscribe The day of',
    '/unsubscribe zzz qqq',
    ...['/sources', '/sources entry:40000', '/help', '/help timeline', '/start', '/language', '/privacy'],
    ...['/export', '/forget', '/nothing'],
    '/unsubscribe all',
  ].map(line => line.trim())
}
