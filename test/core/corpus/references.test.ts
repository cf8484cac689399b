// Checks that references to missing articles and unknown speakers are refused.
import { describe, expect, it } from 'vitest'
import { anniversaryFile, articleFile, corpusOf, faultsOf } from '../../fixtures/corpus.ts'

const here = 'data/articles/a-1.en.md'
const claim = (speaker: string, via?: string) =>
  `\n  - { text: It was so, speaker: ${speaker}${via ? `, via: ${via}` : ''} }`
const stranger = (field: string, name: string) =>
  `"${field}" names ${name}, who is not the publisher, the author, the retold source or one of the people`

describe('the articles of an anniversary', () => {
  const account = (...ids: string[]) =>
    `\n  - text: { en: It was so. }\n    articles:\n${ids.map(id => `      - ${id}\n`).join('')}`

  it('can be any in the corpus', () => {
    expect(faultsOf(articleFile(), anniversaryFile({ account: account('a-1') }))).toEqual([])
  })

  it('are refused if they are missing, each at its own line', () => {
    const day = 'data/anniversaries/the-day.yaml'
    expect(faultsOf(articleFile(), anniversaryFile({ account: account('b-2', 'a-1', 'c-3') }))).toEqual([
      `${day}:7 "account[1].articles[1]" names the article b-2, which does not exist`,
      `${day}:9 "account[1].articles[3]" names the article c-3, which does not exist`,
    ])
  })

  it('are found in whatever order the files are read', () => {
    expect(faultsOf(anniversaryFile({ account: account('a-1') }), articleFile())).toEqual([])
  })

  it('are required in every statement', () => {
    const none = '\n  - { text: { en: It was so. }, articles: [] }'
    expect(faultsOf(articleFile(), anniversaryFile({ account: none }))).toEqual([
      'data/anniversaries/the-day.yaml:5 "account[1].articles" names no article',
    ])
  })
})

describe('the digest that an article translates', () => {
  const translation = articleFile({ translatedFrom: 'en' }, { place: 'articles/a-1.vi.md' })

  it('is one of the same article, in another language', () => {
    const [, vi] = corpusOf(articleFile(), translation).articles
    expect([vi?.language, vi?.translatedFrom]).toEqual(['vi', 'en'])
  })

  it('is found in whatever order the files are read', () => {
    expect(faultsOf(translation, articleFile())).toEqual([])
  })

  it('is refused if it is missing', () => {
    expect(faultsOf(translation)).toEqual([
      'data/articles/a-1.vi.md:6 "translatedFrom" names en, but there is no articles/a-1.en.md',
    ])
  })

  it('is not the translation itself', () => {
    expect(faultsOf(articleFile({ translatedFrom: 'en' }))).toEqual([
      `${here}:6 "translatedFrom" names the language of the file itself`,
    ])
  })
})

describe('the speaker of a claim', () => {
  it.each([
    ['one of the people', 'Somebody'],
    ['the author', 'The Author'],
    ['the publisher', 'The Paper'],
    ['the retold source', 'Another Paper'],
    ['the author of the retold source', 'Another Author'],
  ])('may be %s', (_, speaker) => {
    const introduced = articleFile({
      author: 'The Author',
      people: '[{ name: Somebody, role: minister }]',
      retells: '{ name: Another Paper, note: a newspaper, author: Another Author }',
      keyPoints: claim(speaker, 'Another Paper'),
    })
    expect(corpusOf(introduced).articles[0]?.keyPoints[0]?.speaker).toBe(speaker)
  })

  it('is refused if the article does not introduce them, and so is a second-hand source', () => {
    expect(faultsOf(articleFile({ keyPoints: claim('Nobody', 'No Paper') }))).toEqual([
      `${here}:7 ${stranger('keyPoints[1].speaker', 'Nobody')}`,
      `${here}:7 ${stranger('keyPoints[1].via', 'No Paper')}`,
    ])
  })

  it('is refused in a figure too', () => {
    const figures = '\n  - { number: 3 million, noun: people, speaker: Nobody }'
    expect(faultsOf(articleFile({ figures }))).toEqual([
      `${here}:7 ${stranger('figures[1].speaker', 'Nobody')}`,
    ])
  })

  it('is refused if the name only resembles one that is introduced', () => {
    const almost = articleFile({ people: '[{ name: Hun Sen }]', keyPoints: claim('Hun sen') })
    expect(faultsOf(almost)).toEqual([`${here}:8 ${stranger('keyPoints[1].speaker', 'Hun sen')}`])
  })
})
