// Checks which statements are doubted: claims without a speaker, and numbers that no article has.
import { describe, expect, it } from 'vitest'
import { describeFault } from '../../../src/core/corpus/load/fault.ts'
import { parseCorpus } from '../../../src/core/corpus/load/parse.ts'
import { anniversaryFile, articleFile, corpusFile } from '../../fixtures/corpus.ts'

function doubts(...files: ReturnType<typeof corpusFile>[]): string[] {
  const parsed = parseCorpus(files)
  return ('faults' in parsed ? parsed.faults : parsed.doubts).map(describeFault)
}
const body = 'Some 3 million people came, the paper says, in 1979 and for ten years.'
const article = (fields: Record<string, string>) => articleFile(fields, { body })
const here = 'data/articles/a-1.en.md'

describe('a key point', () => {
  it('needs a speaker if it is a claim, but not if it is about the article itself', () => {
    expect(
      doubts(
        article({
          keyPoints: '[{ text: They came., speaker: The Paper }, { text: The article tells of it. }]',
        }),
      ),
    ).toEqual([])
    expect(doubts(article({ keyPoints: '[{ text: They were heroes. }]' }))).toEqual([
      `${here}:6 "keyPoints[1].text" is a claim without a speaker (a sentence about the article itself begins with "The article")`,
    ])
  })

  it('gives no number that is not in the text', () => {
    expect(
      doubts(article({ keyPoints: '[{ text: "Three million came in 10 years.", speaker: The Paper }]' })),
    ).toEqual([])
    expect(doubts(article({ keyPoints: '[{ text: 4 million came., speaker: The Paper }]' }))).toEqual([
      `${here}:6 "keyPoints[1].text" gives 4, which is not in the article's text`,
    ])
  })
})

describe('a figure', () => {
  it('is in the text of its article, in digits or in words', () => {
    expect(
      doubts(
        article({ figures: '[{ number: 3 million, noun: people }, { number: 10 years, noun: of it }]' }),
      ),
    ).toEqual([])
    expect(doubts(article({ figures: '[{ number: tens of thousands, noun: people }]' }))).toEqual([
      `${here}:6 "figures[1].number" gives tens of thousands, which is not in the article's text`,
    ])
  })
})

describe('an event', () => {
  const event = (text: string, rest: string) =>
    corpusFile('events.yaml', `- date: 1979\n  text: { en: ${text} }\n${rest}`)

  it('names an article that exists', () => {
    expect(doubts(article({}), event('It was.', ''))).toEqual([
      'data/events.yaml:1 "[1].articles" is missing',
    ])
    expect(doubts(article({}), event('It was.', '  articles: []\n'))).toEqual([
      'data/events.yaml:3 "[1].articles" names no article',
    ])
    expect(doubts(article({}), event('It was.', '  articles: [b]\n'))).toEqual([
      'data/events.yaml:3 "[1].articles[1]" names the article b, which does not exist',
    ])
  })

  it('gives no number that is not in its articles', () => {
    expect(doubts(article({}), event('3 million came.', '  articles: [a-1]\n'))).toEqual([])
    expect(doubts(article({}), event('5 million came.', '  articles: [a-1]\n'))).toEqual([
      'data/events.yaml:2 "[1].text" gives 5, which is in none of the articles it names',
    ])
  })
})

it('the account of an anniversary gives no number that is not in its articles, except its own year', () => {
  const account = (text: string) =>
    anniversaryFile({ account: `[{ text: { en: ${text} }, articles: [a-1] }]` })
  expect(doubts(article({}), account('In 1979 it ended.'))).toEqual([])
  expect(doubts(article({}), account('In 1980 it ended.'))).toEqual([
    'data/anniversaries/the-day.yaml:4 "account[1].text" gives 1980, which is in none of the articles it names',
  ])
})

it('a claim on a subject needs a speaker and an article, and gives no number that is not in it', () => {
  const subject = (claim: string) =>
    corpusFile('subjects/it.yaml', `names: { en: It }\nclaims:\n  - ${claim}\n`)
  expect(
    doubts(article({}), subject('{ text: { en: It was so. }, articles: [a-1], speaker: The Paper }')),
  ).toEqual([])
  expect(doubts(article({}), subject('{ text: { en: It was so. }, articles: [a-1] }'))).toEqual([
    'data/subjects/it.yaml:3 "claims[1].speaker" is missing',
  ])
  expect(
    doubts(article({}), subject('{ text: { en: 9 came. }, articles: [a-1], speaker: The Paper }')),
  ).toEqual(['data/subjects/it.yaml:3 "claims[1].text" gives 9, which is in none of the articles it names'])
})
