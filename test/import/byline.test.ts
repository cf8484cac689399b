// Checks that bylines are read near both ends of a text, and that a date there is either used or mentioned.

import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/corpus/model.ts'
import { type Byline, bylineOf } from '../../src/import/byline.ts'
import { importArticle } from '../../src/import/import.ts'
import { dateAtEnd, fullDateIn } from '../../src/import/printed-date.ts'
import { corpusFile, corpusOf } from '../fixtures/corpus.ts'

const rain =
  'Heavy rain fell on the old harbour for three days, as in 1975, and the boats could not leave. People waited in the ' +
  'market hall. The mayor said that the dams would hold.'
const wind =
  'On the fourth day the wind turned to the north, and the first boat left the harbour for the islands with bread and ' +
  'medicine. It came back in the evening.'

async function imported(text: string) {
  const result = await importArticle(text, 'some/text.txt', { anniversaries: [] })
  if ('refused' in result) throw new Error(result.refused)
  const [article] = corpusOf(corpusFile(result.place, result.text)).articles as [Article]
  return { ...result, article, texts: article.paragraphs.map(({ text }) => text) }
}

const partsOf = (byline: Byline | undefined) =>
  byline && [byline.author, byline.publisher, byline.date?.date].filter(part => part !== undefined)
const march = { year: 2019, month: 3, day: 3 }

describe('a byline', () => {
  it.each([
    ['By Jane Doe', ['Jane Doe']],
    ['By Jane Doe.', ['Jane Doe']],
    ['By Jane Doe, The River Post', ['Jane Doe', 'The River Post']],
    ['By Jane Doe, 3 March 2019', ['Jane Doe', march]],
    ['By Jane Doe, The River Post, 3 March 2019', ['Jane Doe', 'The River Post', march]],
    ['BY JANE DOE | RIVER POST | MARCH 3, 2019', ['JANE DOE', 'RIVER POST', march]],
    ['By Jane Doe, Staff Writer, Sunday, 3 Mar. 2019, 10:30 am', ['Jane Doe', march]],
    ['By Jane Doe for The River Post (2019-03-03)', ['Jane Doe', 'The River Post', march]],
    ['By Ann Poe, John Roe and Jane Doe, River Post', ['Ann Poe, John Roe and Jane Doe', 'River Post']],
    ['By Jane Doe, March 2019', ['Jane Doe', { year: 2019, month: 3 }]],
    ['By Jane Doe, The River Post, 2019', ['Jane Doe', 'The River Post', { year: 2019 }]],
    ['By Jane Doe, 25/3/2019', ['Jane Doe', { ...march, day: 25 }]],
    ['By Jane Doe, 3/25/2019', ['Jane Doe', { ...march, day: 25 }]],
    ['By Jane Doe, 3/4/2019', ['Jane Doe', { year: 2019 }]],
    ['By VNA', ['VNA']],
    ['Published: 3 March 2019', [march]],
    ['The River Post, 3 March 2019', [march]],
    ['March 3rd, 2019', [march]],
  ])('gives author, publisher and date: %s', (line, parts) => {
    expect(partsOf(bylineOf(line, 'en'))).toEqual(parts)
  })

  it.each([
    ['Theo VNA', ['VNA']],
    ['Theo báo Nhân Dân, 3/4/2019', ['báo Nhân Dân', { ...march, month: 4 }]],
    ['Theo TTXVN, ngày 3 tháng 3 năm 2019', ['TTXVN', march]],
  ])('is read in Vietnamese, with the day first: %s', (line, parts) => {
    expect(partsOf(bylineOf(line, 'vi'))).toEqual(parts)
  })

  it.each([
    'By the river',
    'By Friday',
    'By January 2020',
    'By the end of 2019',
    'By Jane Doe, who saw it all',
    'By Jane Doe, 31 February 2019',
    'Boats in the rain on 3 March 2019',
    'March 2019',
    'Theo Thủ tướng, nước này đã phát triển',
  ])('is not seen in: %s', line => {
    expect(bylineOf(line, 'en')).toBeUndefined()
  })
})

describe('a printed date', () => {
  it('is read in Khmer, with Khmer digits', () => {
    expect(dateAtEnd('ថ្ងៃទី៣ ខែមីនា ឆ្នាំ២០១៩', 'km')?.date).toEqual(march)
  })

  it('is found in a sentence, with its position, if it has a day', () => {
    const text = 'In May 2018 and on March 3, 2019, it rained.'
    const found = fullDateIn(text, 'en')
    expect(found?.date).toEqual(march)
    expect(text.slice(found?.start, found?.end)).toBe('March 3, 2019')
    expect(fullDateIn('In May 2018 it rained 12019-03-03 times.', 'en')).toBeUndefined()
  })
})

describe('a text with a byline', () => {
  const line = 'By Jane Doe, The River Post, 3 March 2019'
  it.each([
    ['below its title', `Rain on the harbour\n\n${line}\n\n${rain}\n\n${wind}`],
    ['right below its title', `Rain on the harbour\n${line}\n\n${rain}\n\n${wind}`],
    ['at its end', `Rain on the harbour\n\n${rain}\n\n${wind}\n\n${line}.`],
    ['before its title', `${line}\n\nRain on the harbour\n\n${rain}\n\n${wind}`],
  ])('takes author, publisher and date from it: %s', async (_, text) => {
    const { article, texts, review } = await imported(text)
    expect(article).toMatchObject({
      title: 'Rain on the harbour',
      author: 'Jane Doe',
      publisher: 'The River Post',
      published: march,
    })
    expect(article.inferred).toBeUndefined()
    expect(texts).toEqual([rain, wind])
    expect(review.join()).toContain(`the date is the one in the line “${line}`)
  })

  it('with an ambiguous day and month is dated to the year, and a note says why', async () => {
    const { article, review } = await imported(`By Jane Doe, 3/4/2019\n\n${rain}\n\n${wind}`)
    expect(article.published).toEqual({ year: 2019 })
    expect(review.join()).toContain('“By Jane Doe, 3/4/2019”, whose day and month can be read in two ways')
  })
})

describe('a date near the ends of a text', () => {
  it.each([
    ['in a line of its own', `Rain on the harbour\n\n3 March 2019\n\n${rain}\n\n${wind}`],
    [
      'after the name of a paper',
      `Rain on the harbour\n\n${rain}\n\n${wind}\n\nThe River Post, 3 March 2019`,
    ],
    ['in the dateline', `HARBOUR TOWN, 3 March 2019 (ABC) – ${rain}\n\n${wind}`],
  ])('is used: %s', async (_, text) => {
    const { article } = await imported(text)
    expect(article.published).toEqual(march)
    expect(article.inferred).toBeUndefined()
  })

  it.each([
    ['a sentence', `The dam was opened on 3 March 1960. ${rain}\n\n${wind}`, '1975'],
    ['the title', `The flood of 3 March 1960\n\n${rain}\n\n${wind}`, '1975'],
    // A paper of 1960 cannot speak of 1975.
    ['a caption', `Rain\n\nThe Harbour Gate, 3 March 1960\n\n${rain}\n\n${wind}`, '1975'],
    ['a caption', `Rain\n\nBoats on 3 March 2019 (Photo: ABC)\n\n${rain}\n\n${wind}`, '2019'],
  ])('is reported but not used if it is doubtful: in %s', async (place, text, year) => {
    const { article, review } = await imported(text)
    expect(article.published).toEqual({ year: Number(year) })
    expect(article.inferred).not.toContain('bears no date')
    expect(article.inferred).toContain(`is in ${place}`)
    expect(review.join()).toMatch(/a date was not used: “3 March (?:1960|2019)” is in/)
  })

  it('is reported missing only if there is none', async () => {
    expect((await imported(`${rain}\n\n${wind}`)).article.inferred).toContain('The text bears no date.')
  })
})
