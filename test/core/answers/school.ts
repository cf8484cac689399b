// Makes up a school's archive: two papers that differ on a fire, what others say of it, and people with roles.

import type { Article, Corpus } from '../../../src/core/corpus/model.ts'
import { paragraphsOf } from '../../../src/core/corpus/paragraphs.ts'
import { paragraph } from '../../../src/core/message/build.ts'
import { tokens } from '../../../src/core/text/words.ts'

function articleOf(
  own: Pick<Article, 'id' | 'title' | 'publisher' | 'published'> & Partial<Article>,
  ...texts: string[]
): Article {
  const body = texts.map(text => paragraph(text))
  return {
    language: 'en',
    publisherNote: 'a local paper',
    verbatim: false,
    people: [],
    places: [],
    tags: [],
    keyPoints: [],
    figures: [],
    body,
    paragraphs: paragraphsOf(body, 'en'),
    ...own,
  }
}

const names = ['Ada Nemo', 'Oskar Lind']

export function schoolArchive(): Corpus {
  return {
    about: {
      name: { en: "A school's archive" },
      zone: 'UTC',
      time: '07:00',
      sources: [
        { en: 'Both papers were printed by the same company, so they are no independent witnesses.' },
      ],
      cautions: [],
    },
    articles: [
      articleOf(
        {
          id: 'gazette',
          title: 'The harbour school burns',
          publisher: 'The Gazette',
          published: { year: 1931, month: 6, day: 1 },
          people: [{ name: 'Ada Nemo', role: 'headmistress of the harbour school' }],
          keyPoints: [
            { text: 'A lamp that fell in the laboratory started the fire.', speaker: 'Ada Nemo' },
            {
              text: 'The library kept four thousand maps of the coast.',
              speaker: 'The Gazette',
              searchWords: ['sea charts', 'seafarers'],
            },
          ],
          figures: [
            { number: '120', noun: 'pupils injured in the fire', speaker: 'Ada Nemo', subject: 'injured' },
          ],
        },
        'The harbour school burned on the last night of May. The teachers led the pupils out through the garden gate.',
        'Rebuilding took 3 years. The orchestra played at the ceremony.',
      ),
      articleOf(
        {
          id: 'courier',
          title: 'After the fire',
          publisher: 'The Courier',
          published: { year: 1931, month: 6, day: 4 },
          people: [{ name: 'Oskar Lind', role: 'captain of the fire brigade' }],
          keyPoints: [{ text: 'The school bought a new bell from Lisbon.', speaker: 'Oskar Lind' }],
          figures: [
            { number: '200', noun: 'pupils injured in the fire', speaker: 'Oskar Lind', subject: 'injured' },
            { number: '14', noun: 'engines sent to the fire', speaker: 'Oskar Lind' },
          ],
        },
        'The brigade came with all its engines. Oskar Lind praised the teachers.',
      ),
    ],
    anniversaries: [],
    subjects: [
      {
        id: 'injured',
        names: { en: 'How many were injured' },
        countsDiffer: false,
        claims: [],
        outside: [
          {
            text: { en: 'The hospital treated 155 children after the fire.' },
            source: { en: 'Hospital register of 1931' },
          },
        ],
      },
      {
        id: 'cause',
        names: { en: 'What caused the fire' },
        countsDiffer: false,
        claims: [
          {
            text: { en: 'A lamp fell over.' },
            speaker: { en: 'Ada Nemo, then headmistress' },
            articles: ['gazette'],
          },
          {
            text: { en: 'Somebody set it on purpose.' },
            speaker: { en: 'Oskar Lind, then captain of the brigade' },
            articles: ['courier'],
          },
        ],
        outside: [
          {
            text: { en: 'The insurer found that a chimney was to blame for the fire.' },
            source: { en: 'Report of the insurer, 1932' },
          },
        ],
        searchWords: ['arson', 'reason'],
      },
    ],
    events: [
      {
        date: { year: 1921, month: 5, day: 3 },
        text: { en: 'The harbour school is founded.' },
        articles: ['gazette'],
      },
    ],
    names: names.map(name => ({
      name,
      names: { en: name },
      also: [],
      spellings: [tokens(name).map(({ word }) => word)],
    })),
    synonyms: [],
  }
}
