// Checks that a corpus is read whole or refused whole, and that a refusal lists every fault in every file.
import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/core/languages/language.ts'
import {
  anniversaryFile,
  archiveFile,
  articleFile,
  corpusFile,
  corpusOf,
  faultsOf,
} from '../../fixtures/corpus.ts'

const notAName =
  'the file name is not <id>.<language>.md (id: lowercase characters, digits and hyphens, at most 40'

describe('a sound corpus', () => {
  it('needs only articles: everything else has a default', () => {
    const corpus = corpusOf(articleFile())
    expect(corpus.articles.map(article => article.id)).toEqual(['a-1'])
    expect(corpus.about).toMatchObject({ zone: 'UTC', time: '07:00' })
    expect([corpus.anniversaries, corpus.names]).toEqual([[], []])
  })

  it('holds articles by id, and the default anniversary before older ones', () => {
    const corpus = corpusOf(
      articleFile({}, { place: 'articles/b.en.md' }),
      articleFile({}, { place: 'articles/a.en.md' }),
      anniversaryFile({ since: '1950-01-07' }, 'anniversaries/older.yaml'),
      anniversaryFile({ usual: 'true' }, 'anniversaries/usual.yml'),
    )
    expect(corpus.articles.map(article => article.id)).toEqual(['a', 'b'])
    expect(corpus.anniversaries.map(each => each.id)).toEqual(['usual', 'older'])
  })

  it('may hold one id in several languages', () => {
    const vietnamese = articleFile({}, { place: 'articles/vi/a-1.vi.md' })
    expect(corpusOf(articleFile(), vietnamese).articles.map(article => article.language)).toEqual([
      'en',
      'vi',
    ])
  })

  it('may have a byte order mark and Windows line endings', () => {
    const files = [articleFile(), anniversaryFile(), archiveFile({ zone: 'Asia/Phnom_Penh' })]
    const foreign = files.map(file => ({ ...file, text: `\uFEFF${file.text.replaceAll('\n', '\r\n')}` }))
    expect(corpusOf(...foreign)).toEqual(corpusOf(...files))
  })
})

describe('a refusal', () => {
  it('lists the faults of all files in one report, by path and then by line', () => {
    expect(
      faultsOf(
        corpusFile('notes.txt', 'left here'),
        articleFile({ published: 'soon' }, { place: 'articles/b.en.md' }),
        archiveFile({ zone: 'Mars', time: '25:00' }),
        articleFile({ published: '2023-02-30', colour: 'red' }, { body: 'Fine.\n\n![](https://a.example)' }),
        anniversaryFile({ recurrence: '{ yearly: "02-30" }' }),
      ),
    ).toEqual([
      'data/anniversaries/the-day.yaml:2 "recurrence.yearly" is not a month and day (01-07)',
      'data/archive.yaml:2 "zone" is not a time zone (Asia/Phnom_Penh)',
      'data/archive.yaml:3 "time" is not a time (07:00)',
      'data/articles/a-1.en.md:5 "published" is not a date (2023-01-09, 2014-01 or 2014)',
      'data/articles/a-1.en.md:6 "colour" is not a known field',
      'data/articles/a-1.en.md:11 an image has no description: ![description](...)',
      'data/articles/b.en.md:5 "published" is not a date (2023-01-09, 2014-01 or 2014)',
      'data/notes.txt:1 is not a corpus file (articles/, anniversaries/, subjects/, events.yaml, names.yaml, words.yaml, archive.yaml)',
    ])
  })

  it('orders lines as numbers: line 9 comes before line 10', () => {
    const body = '<b>\n\n#### deep\n\n![](https://a.example)'
    const lines = faultsOf(articleFile({}, { body })).map(fault => Number(/:(\d+) /.exec(fault)?.[1]))
    expect(lines).toEqual([8, 10, 12])
  })

  it('gives no corpus if a single file of many has a fault', () => {
    const sound = ['a', 'b', 'c'].map(id => articleFile({}, { place: `articles/${id}.en.md` }))
    expect(faultsOf(...sound)).toEqual([])
    expect(faultsOf(...sound, anniversaryFile({ since: '1979' }))).toEqual([
      'data/anniversaries/the-day.yaml:3 "since" is not a full date (1979-01-07)',
    ])
  })
})

describe('ids and file names', () => {
  it('refuses two articles with one id and language in two folders, naming the first', () => {
    expect(
      faultsOf(
        articleFile({}, { place: 'articles/new/a-1.en.md' }),
        articleFile({}, { place: 'articles/old/a-1.en.md' }),
      ),
    ).toEqual([
      'data/articles/old/a-1.en.md:1 the article id "a-1" is already used by data/articles/new/a-1.en.md',
    ])
  })

  it('refuses two anniversaries with one id', () => {
    const twice = [anniversaryFile(), anniversaryFile({}, 'anniversaries/the-day.yml')]
    expect(faultsOf(articleFile(), ...twice)).toEqual([
      'data/anniversaries/the-day.yml:1 the anniversary id "the-day" is already used by data/anniversaries/the-day.yaml',
    ])
  })

  it.each([
    'a-1.md',
    'a-1.xx.md',
    'A-1.en.md',
    'a_1.en.md',
    'a.1.en.md',
    '-a.en.md',
    'a-1.en.txt',
    `${'a'.repeat(41)}.en.md`,
  ])('refuses an article named %s', name => {
    expect(faultsOf(articleFile({}, { place: `articles/${name}` }))).toEqual([
      `data/articles/${name}:1 ${notAName}; language: one of ${languages.join(', ')})`,
    ])
  })

  it('accepts an id of 40 characters, the longest that fits on a button', () => {
    expect(faultsOf(articleFile({}, { place: `articles/${'a'.repeat(40)}.en.md` }))).toEqual([])
  })

  it.each(['The-Day.yaml', 'the-day.json', 'the day.yaml'])('refuses an anniversary named %s', name => {
    expect(faultsOf(articleFile(), anniversaryFile({}, `anniversaries/${name}`))).toEqual([
      `data/anniversaries/${name}:1 the file name is not <id>.yaml (id: lowercase characters, digits and hyphens, at most 40)`,
    ])
  })

  it('refuses a corpus without an article', () => {
    expect(faultsOf(archiveFile())).toEqual([expect.stringMatching(/articles:1 there are no articles$/)])
  })
})
