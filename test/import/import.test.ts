// Checks that an import finds what a text says about itself, makes safe repairs with a note, and refuses non-articles.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/corpus/model.ts'
import { type ImportOptions, importArticle } from '../../src/import/import.ts'
import { corpusFile, corpusOf } from '../fixtures/corpus.ts'
import { data } from '../fixtures/data.ts'

const rain =
  'Heavy rain fell on the old harbour for three days, and the boats could not leave. People waited in the market hall. ' +
  'The mayor said that the dams would hold.'
const wind =
  'On the fourth day the wind turned to the north, and the first boat left the harbour for the islands with bread and ' +
  'medicine. It came back in the evening.'

async function imported(text: string, name = 'some/text.txt', options: ImportOptions = {}) {
  const result = await importArticle(text, name, { ...options, anniversaries: data.anniversaries })
  if ('refused' in result) throw new Error(result.refused)
  const [article] = corpusOf(corpusFile(result.place, result.text)).articles as [Article]
  return { ...result, article, texts: article.paragraphs.map(({ text }) => text) }
}
const refusal = async (text: string, name = 'text.txt', options: ImportOptions = {}) => {
  const result = await importArticle(text, name, { ...options, anniversaries: [] })
  return 'refused' in result ? result.refused : `not refused: ${result.text}`
}

describe('raw text', () => {
  it('gives its date from the first line, its byline and its agency', async () => {
    const { article, place, texts } = await imported(
      ` date 2023-01-09 A boat in the rain (Photo: ABC)\n\nHARBOUR TOWN (ABC) – ${rain}\n\n${wind}\n\nAn Author\n\nDEF`,
    )
    expect(article).toMatchObject({
      published: { year: 2023, month: 1, day: 9 },
      publisher: 'DEF',
      author: 'An Author',
      title: 'Heavy rain fell on the old harbour for three days, and the boats …',
      titleNote: expect.stringContaining('no title'),
      verbatim: true,
      review: expect.stringContaining('imported from text.txt'),
    })
    expect(article.inferred).toBeUndefined()
    expect(texts).toEqual([`HARBOUR TOWN (ABC) – ${rain}`, wind])
    expect(place).toBe('articles/heavy-rain-fell-on-the-old-harbour-2023.en.md')
  })

  it('keeps its title and subheads, and leaves captions and a repeated lead out with a note', async () => {
    const lead = rain.slice(0, rain.indexOf('.') + 1)
    const { article, review, texts, text } = await imported(
      [
        'Rain on the harbour',
        lead,
        'Boats in the rain',
        'Boats in the rain',
        rain,
        'The wind turns',
        wind,
      ].join('\n\n'),
      'text.txt',
      { date: { year: 2020, month: 5 } },
    )
    expect(article.title).toBe('Rain on the harbour')
    expect(texts).toEqual([rain, wind])
    expect(text).toContain('## The wind turns')
    expect(review).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^left out because it is printed again in full: “Heavy rain/),
        'left out as a caption: “Boats in the rain”',
      ]),
    )
  })

  it.each([
    [
      'an end mark',
      'The wind was strong in the long- standing trees of the town, the paper said./.',
      'The wind was strong in the long-standing trees of the town, the paper said.',
    ],
    [
      'words run together',
      'He saidduring the night that the wind was strong, and that nobody could leave the harbour.',
      'He said during the night that the wind was strong, and that nobody could leave the harbour.',
    ],
    [
      'a full stop',
      'It is known to all in the town that the wind of the fourth day was strong, he stressed',
      'It is known to all in the town that the wind of the fourth day was strong, he stressed.',
    ],
  ])('is repaired, with a note: %s', async (_, printed, repaired) => {
    const { texts, review } = await imported(`${rain}\n\n${printed}`, 'text.txt', { date: { year: 2020 } })
    expect(texts[1]).toBe(repaired)
    expect(review.length).toBeGreaterThan(4)
  })

  it('is left as it is if it only looks like a defect', async () => {
    const { texts } = await imported(`${rain}\n\nThe two- and three-storey houses stood.`, 'text.txt', {
      date: { year: 2020 },
    })
    expect(texts[1]).toBe('The two- and three-storey houses stood.')
  })

  it.each([
    ['the address', rain, '/x/2014/01/07/rain.txt', '2014-01-07', 'Its address has this one.'],
    [
      'years counted from a known day',
      `7 January marks 35 years since then. ${rain}`,
      'x.txt',
      '2014-01',
      'counted from 1979 that is 2014',
    ],
    [
      'the next return of a known day',
      `It ended on January 7, 1979. ${rain} It was so in 2022 when the dam was built.`,
      'x.txt',
      '2023-01',
      'It speaks of 2022 as past',
    ],
    [
      'the latest year',
      `It was in 1999. ${rain} The town is older than 1900.`,
      'x.txt',
      '1999',
      'it may have appeared later',
    ],
  ])('without a date is dated by %s, with the reason', async (_, text, name, date, reason) => {
    const { article, review, text: file } = await imported(`${text}\n\n${wind}`, name)
    expect(file).toContain(`published: ${/^\d{4}$/.test(date) ? `"${date}"` : date}`)
    expect(article.inferred).toContain(
      text.includes('January 7, 1979')
        ? 'The text does not say when it appeared: “January 7, 1979” is in a sentence'
        : 'The text bears no date.',
    )
    expect(article.inferred).toContain(reason)
    expect(review).toContain('the date is inferred')
  })

  it('is escaped, so that nothing in it is read as Markdown', async () => {
    const word = fc.constantFrom(
      '*a*',
      '_b_',
      '<b>',
      '[x](y)',
      '# c',
      '1. d',
      '- e',
      '`f`',
      '&amp;',
      '\\',
      '| g',
      '+ h',
      'i!',
      '=',
      '~~j',
      '==k==',
      '[[l]]',
      '[^1]',
      '{{m}}',
      '$$',
      ': n',
      ':::',
      'https://a.example/b_c',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 12 }), async words => {
        const line = `${words.join(' ')} and so it went on in the harbour of the town until it was night.`
        const { texts } = await imported(`${line}\n\n${rain}\n\n${wind}`, 'text.txt', {
          date: { year: 2020 },
        })
        expect(texts[0]).toBe(line)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a page', () => {
  const page = (head: string, body: string) =>
    `<!doctype html><html lang="en"><head><title>Rain on the harbour | The Paper</title>${head}</head><body><nav><a href="/">Home</a></nav><article><h1>Rain on the harbour</h1>${body}</article><footer>All rights reserved</footer></body></html>`

  it.each([
    ['Bridge reopens | River Post', ''],
    ['Bridge reopens – River Post', ''],
    ['River Post: Bridge reopens', ''],
    ['River Post - Bridge reopens', '<h1>River Post</h1>'],
    ['Bridge reopens · River Post', '<h1>Bridge reopens</h1>'],
    ['Bridge reopens - Local news - The Post', '<h1>Bridge reopens</h1>'],
  ])('has its title once, without the name of the site: %s %s', async (title, heading) => {
    const { article, text } = await imported(
      `<!doctype html><html><head><title>${title}</title><meta property="og:site_name" content="River Post"><meta property="og:title" content="${title}"></head><body><article>${heading}<p>${rain}</p><h2>The wind</h2><p>${wind}</p></article></body></html>`,
      'page.html',
      { date: { year: 2020 } },
    )
    expect(article).toMatchObject({ title: 'Bridge reopens', publisher: 'River Post' })
    expect(text.match(/^#.*/gm)).toEqual(['## The wind'])
  })

  it('keeps a title that merely contains the name of the site', async () => {
    const { article } = await imported(
      `<!doctype html><html><head><title>The old harbour of River Post</title><meta property="og:site_name" content="River Post"></head><body><article><p>${rain}</p><p>${wind}</p></article></body></html>`,
      'page.html',
      { date: { year: 2020 } },
    )
    expect(article.title).toBe('The old harbour of River Post')
  })

  it.each([
    ['<meta name="author" content="John Roe">', '<p>By John Roe.</p>'],
    ['<meta name="author" content="john of the harbour">', '<p>By john of the harbour</p>'],
    ['', '<p>By John Roe, 3 March 2019</p>'],
    ['', '<p class="byline">By John Roe, The River Post, 3 March 2019</p>'],
  ])('has no byline in its text: %s %s', async (head, byline) => {
    const { article, texts } = await imported(page(head, `${byline}<p>${rain}</p><p>${wind}</p>`), 'p.html', {
      ...(head && { date: { year: 2020 } }),
    })
    expect(article.author?.toLowerCase()).toMatch(/^john (?:roe|of the harbour)$/)
    if (head === '') expect(article.published).toEqual({ year: 2019, month: 3, day: 3 })
    expect(texts).toEqual([rain, wind])
  })

  it('gives its text, title, date, author and publisher, without pictures', async () => {
    const head =
      '<meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2021-03-04T23:30:00+07:00"><link rel="canonical" href="https://paper.example/rain"><meta name="author" content="An Author">'
    const { article, texts, text } = await imported(
      page(
        head,
        `<p>${rain}</p><figure><img src="a.png"><figcaption>Boats</figcaption></figure><h2>The wind</h2><p>${wind}</p><p>${rain.replace('three', 'four')}</p>`,
      ),
      'https://paper.example/rain?from=feed',
    )
    expect(article).toMatchObject({
      published: { year: 2021, month: 3, day: 4 },
      publisher: 'The Paper',
      author: 'An Author',
      url: 'https://paper.example/rain',
    })
    expect(article.title).toBe('Rain on the harbour')
    expect(texts).toEqual([rain, wind, rain.replace('three', 'four')])
    expect(text).toContain('## The wind')
  })

  it('without an article is refused', async () => {
    expect(
      await refusal('<!doctype html><html><body><nav><a href="/">Home</a></nav></body></html>'),
    ).toContain('no article')
  })
})

describe('Markdown', () => {
  it('keeps its marks and the fields of its front matter', async () => {
    const { article, text, review } = await imported(
      `---\ntitle: Rain\npublisher: The Paper\ndate: 2021-03-04\n---\n\n${rain}\n\n![a boat](a.png)\n\n- one *boat*\n- two boats\n\n| a | b |\n| - | - |\n| c | d |\n\nSome ~~rain~~ sun.\n\n### The wind\n\n${wind}\n`,
      'rain.md',
    )
    expect(article).toMatchObject({
      title: 'Rain',
      publisher: 'The Paper',
      published: { year: 2021, month: 3, day: 4 },
    })
    expect(text).toContain('- one *boat*\n- two boats\n\n| a | b |\n| - | - |\n| c | d |\n\n')
    expect(text).not.toContain('~~')
    expect(text).toContain('## The wind')
    expect(review).toContain('left out: a picture, code, HTML or struck-out text')
  })

  it('loses its byline, which is read', async () => {
    const { article, texts } = await imported(
      `# Rain\n\n*By Jane Doe, 3 March 2019*\n\n${rain}\n\n${wind}`,
      'rain.md',
    )
    expect(article).toMatchObject({ author: 'Jane Doe', published: { year: 2019, month: 3, day: 3 } })
    expect(texts).toEqual([rain, wind])
  })

  it('takes its title from its first heading', async () => {
    expect(
      (await imported(`# Rain\n\n${rain}\n\n${wind}`, 'rain.md', { date: { year: 2021 } })).article.title,
    ).toBe('Rain')
  })
})

describe('the language', () => {
  const viet =
    'Mưa lớn kéo dài ba ngày ở cảng cũ và các con thuyền không thể rời bến. Người dân chờ đợi trong chợ của thị trấn. Thị trưởng cho biết các con đập vẫn an toàn. Đến ngày thứ tư thì gió đổi hướng và con thuyền đầu tiên đã rời bến cảng để đi ra các đảo xa. Mọi người đều rất vui mừng.'
  const khmer =
    'ថ្ងៃនេះមានភ្លៀងធ្លាក់ខ្លាំងនៅកំពង់ផែចាស់។ ប្រជាជនរង់ចាំនៅក្នុងផ្សារ។ ចៅហ្វាយក្រុងបាននិយាយថាទំនប់នឹងមិនបាក់ទេ។ '.repeat(3)

  it.each([
    ['vi', viet],
    ['km', khmer],
    ['en', `${rain} ${wind}`],
  ])('is recognised: %s', async (language, text) => {
    expect((await imported(text, 'x.txt', { date: { year: 2021 } })).article.language).toBe(language)
  })
})

describe('a text that is not an article', () => {
  it.each([
    ['nothing', '', 'too short'],
    ['a line', 'It rained all day.', 'too short'],
    ['a table', '1;2;3;4;5;6\n'.repeat(100), 'too short'],
    [
      'numbers with words',
      Array.from({ length: 120 }, (_, n) => `the sum is ${n}12345 67890 12345 67890 12345.`).join('\n\n'),
      'not running text',
    ],
    [
      'code',
      Array.from({ length: 40 }, (_, n) => `const a${n} = (b) => { return first[d] + e.function(g); }`).join(
        '\n\n',
      ),
      'too short|language',
    ],
    ['a list of names', 'The Harbour Of The Town\n\n'.repeat(20), 'fewer than three|not sentences|too short'],
    [
      'another language',
      'Il a plu pendant trois jours sur le vieux port, et les bateaux ne pouvaient pas partir. '.repeat(4),
      'none of the languages',
    ],
  ])('is refused: %s', async (_, text, reason) => {
    expect(await refusal(text)).toMatch(new RegExp(reason))
  })

  it('a text without any date is refused, with the option that gives one', async () => {
    expect(await refusal(`${rain}\n\n${wind}`)).toContain('--date')
  })

  it('a language that the archive does not have is refused', async () => {
    expect(await refusal(rain, 'x.txt', { language: 'xx' })).toContain(
      '"xx" is not a language of the archive',
    )
  })
})
