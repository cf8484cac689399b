// Measures composing posts over 100,000 generated articles against making the corpus view that each post needs.

import { Temporal } from 'temporal-polyfill'
import type { Article, Corpus } from '../src/core/corpus/model.ts'
import { viewIn } from '../src/core/corpus/view.ts'
import type { Delivery } from '../src/core/delivery/ledger.ts'
import { type Language, languages } from '../src/core/languages/language.ts'
import { createComposer } from '../src/core/wording/composer.ts'
import { percentile, round, type Table } from './table.ts'

const ARTICLES = 100_000
const POSTS = 60
const CITED_ARTICLES = 5

export async function post(): Promise<Table[]> {
  const corpus = largeCorpus()
  // What the card says is part of a post; drawing it is measured by bench/cards.ts.
  const { compose } = createComposer(corpus, { languageOf: async () => undefined }, async () => undefined)
  const composing: number[] = []
  const making: number[] = []
  const first = await timed(() => compose(delivery('en'), false))
  // In turn, so that other load on the machine affects both alike.
  for (let n = 0; n < POSTS; n++) {
    const language = languages[n % languages.length] ?? 'en'
    composing.push(await timed(() => compose(delivery(language), false)))
    // A copy of the corpus has no view yet.
    making.push(await timed(() => viewIn({ ...corpus }, language)))
  }
  const view = percentile(making, 0.5)
  const row = (what: string, ms: number) => ({ what, ms: round(ms, 3), ratio: round(ms / view, 3) })
  return [
    {
      title: `A post over ${ARTICLES} articles, median of ${POSTS} in ${languages.length} languages`,
      goal: 'a post under 0.1 times making a view',
      rows: [
        row('making the view of one language', view),
        row('the first post', first),
        row('a post', percentile(composing, 0.5)),
      ],
    },
  ]
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Every second article has a translation, so that a view has versions to choose from. */
function largeCorpus(): Corpus {
  const articles = Array.from({ length: ARTICLES }, (_, n): Article => {
    const isTranslation = n % 3 === 2
    return {
      id: `a-${isTranslation ? n - 1 : n}`,
      language: isTranslation ? 'vi' : 'en',
      title: `Article ${n}`,
      publisher: 'The Paper',
      publisherNote: 'a newspaper',
      published: { year: 1900 + (n % 120) },
      verbatim: false,
      people: [],
      places: [],
      tags: [],
      keyPoints: [],
      figures: [],
      body: [],
      paragraphs: [],
    }
  })
  // From everywhere in the archive: a citation looks its article up.
  const cited = Array.from({ length: CITED_ARTICLES }, (_, n) => {
    const place = Math.floor(((n + 1) * (ARTICLES - 1)) / CITED_ARTICLES)
    return articles[place]?.id ?? ''
  })
  return {
    about: { name: { en: 'The archive' }, zone: 'UTC', time: '07:00', sources: [], cautions: [] },
    articles,
    anniversaries: [
      {
        id: 'the-day',
        names: { en: 'The day' },
        recurrence: { type: 'yearly', month: 5, day: 3 },
        since: { year: 1902, month: 5, day: 3 },
        isDefault: true,
        account: cited.map(id => ({ text: { en: 'It was so.' }, articles: [id] })),
        outside: [],
      },
    ],
    subjects: [],
    events: [],
    names: [],
    synonyms: [],
  }
}

function delivery(language: Language): Delivery {
  const at = Temporal.Instant.from('2027-05-03T07:00:00Z')
  const due = { occurrence: Temporal.PlainDate.from('2027-05-03'), at }
  return {
    id: 'delivery',
    subscription: {
      id: 'subscription',
      chat: { platform: 'bench', chat: '1' },
      anniversary: 'the-day',
      zone: 'UTC',
      time: Temporal.PlainTime.from('07:00'),
      grace: { type: 'same-day' },
      leapDay: 'february-28',
      status: { type: 'active' },
      next: due,
    },
    due,
    state: 'sending',
    attempt: 1,
    expiresAt: at,
    resent: false,
    language,
  }
}
