// Checks that hidden search words find an article, a subject and a day, and are never shown or counted as a mention.

import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import { anniversariesLike } from '../../../src/core/search/lookup/anniversaries.ts'
import { mentionsOf } from '../../../src/core/search/lookup/mentions.ts'
import { subjectsLike } from '../../../src/core/search/lookup/subjects.ts'
import { search } from '../../../src/core/search/search.ts'
import { anniversaryFile, articleFile, corpusFile, corpusOf } from '../../fixtures/corpus.ts'

const corpus = corpusOf(
  articleFile(
    { title: 'The tower is lit', searchWords: '[beacon, Ines Moreira, ngọn hải đăng]' },
    { body: 'The tower of Northport was lit before a crowd.' },
  ),
  articleFile(
    { title: 'The harbour' },
    { place: 'articles/b-2.en.md', body: 'The harbour was opened by Ines Moreira.' },
  ),
  corpusFile('names.yaml', '- name: Ines Moreira\n  also: [I. Moreira]\n'),
  corpusFile('subjects/lost.yaml', 'names: { en: Ships lost }\nsearchWords: [wrecks, đắm tàu]\n'),
  anniversaryFile({ names: '{ en: The tower is lit }', searchWords: '[beacon day]' }),
)
const index = buildIndex(corpus)

describe('the search words of an article', () => {
  it.each(['beacon', 'Beacon', 'ngọn hải đăng', 'ngon hai dang', 'beacon crowd'])('find it: %s', typed => {
    expect(search(index, typed).hits[0]?.article.id).toBe('a-1')
  })

  it('are in no passage', () => {
    for (const { passage } of search(index, 'beacon').hits) expect(passage).not.toMatch(/beacon/i)
  })

  it('are no mention of a name', async () => {
    const [entry] = corpus.names
    if (!entry) throw new Error('no name')
    const { mentioned } = await mentionsOf(corpus, index, entry)
    expect(mentioned.map(({ id }) => id)).toEqual(['b-2'])
  })
})

it('finds a subject and a day by their search words', async () => {
  expect(await subjectsLike(corpus, index, 'wrecks')).toMatchObject({
    subjects: [{ id: 'lost' }],
    isNamed: true,
  })
  expect(await subjectsLike(corpus, index, 'dam tau')).toMatchObject({
    subjects: [{ id: 'lost' }],
    isNamed: true,
  })
  expect(anniversariesLike('beacon', corpus)).toMatchObject({
    anniversaries: [{ id: 'the-day' }],
    isNamed: true,
  })
})
