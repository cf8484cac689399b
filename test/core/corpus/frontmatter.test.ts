// Checks that a fault of a field names its file, its line, and what was expected.
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

const here = 'data/articles/a-1.en.md'
const day = 'data/anniversaries/the-day.yaml'

describe('dates', () => {
  it.each(['soon', '2023-02-30', '2023-13', '2023-13-01', '2023-00-01', '2023-1-9', '20230109'])(
    'refuses an article whose "published" is %s, naming file and line',
    published => {
      expect(faultsOf(articleFile({ published }))).toEqual([
        `${here}:5 "published" is not a date (2023-01-09, 2014-01 or 2014)`,
      ])
    },
  )

  it.each(['"0000"', '-0043', '-0043-03-15'])(
    'refuses %s, a year before the year 1, in so many words',
    published => {
      expect(faultsOf(articleFile({ published }))).toEqual([
        `${here}:5 "published" is before the year 1, and no such dates are read`,
      ])
    },
  )

  it.each([
    ['0044-03-15', { year: 44, month: 3, day: 15 }],
    ['"0044"', { year: 44 }],
    ['2014', { year: 2014 }],
    ['2014-01', { year: 2014, month: 1 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
  ])('reads "published: %s" in its own precision', (published, date) => {
    expect(corpusOf(articleFile({ published })).articles[0]?.published).toEqual(date)
  })

  it.each(['02-30', '13-01', '00-10', '01-32', '1-7', 'soon'])('refuses a recurrence on %s', yearly => {
    expect(faultsOf(articleFile(), anniversaryFile({ recurrence: `{ yearly: "${yearly}" }` }))).toEqual([
      `${day}:2 "recurrence.yearly" is not a month and day (01-07)`,
    ])
  })

  it('reads a weekday of a month', () => {
    const weekday = anniversaryFile({
      recurrence: '{ weekday: { month: 5, day: sunday, nth: 2 } }',
      since: '1914-05-10',
    })
    expect(corpusOf(articleFile(), weekday).anniversaries[0]?.recurrence).toEqual({
      type: 'weekday',
      month: 5,
      weekday: 7,
      nth: 2,
    })
  })

  it.each([
    [
      '{ weekday: { month: 13, day: sunday, nth: 2 } }',
      '"recurrence.weekday.month" is not a month (1 to 12)',
    ],
    [
      '{ weekday: { month: 5, day: someday, nth: 2 } }',
      '"recurrence.weekday.day" is not one of monday, tuesday, wednesday, thursday, friday, saturday, sunday',
    ],
    [
      '{ weekday: { month: 5, day: sunday, nth: 5 } }',
      '"recurrence.weekday.nth" is not 1, 2, 3, 4, or -1 for the last',
    ],
    ['{}', '"recurrence" needs "yearly" or "weekday", and not both'],
  ])('refuses the recurrence %s', (recurrence, fault) => {
    expect(faultsOf(articleFile(), anniversaryFile({ recurrence }))).toEqual([`${day}:2 ${fault}`])
  })

  it('refuses a day that is not on its weekday', () => {
    const file = anniversaryFile({
      recurrence: '{ weekday: { month: 5, day: sunday, nth: 2 } }',
      since: '1914-05-09',
    })
    expect(faultsOf(articleFile(), file).join()).toContain('"since" is not on the day of the recurrence')
  })

  it('accepts a recurrence on 29 February', () => {
    const leap = anniversaryFile({ recurrence: '{ yearly: "02-29" }', since: '2000-02-29' })
    expect(corpusOf(articleFile(), leap).anniversaries[0]?.recurrence).toEqual({
      type: 'yearly',
      month: 2,
      day: 29,
    })
  })
})

describe('fields', () => {
  it('refuses a field it does not know at the top, at its own line', () => {
    expect(faultsOf(articleFile({ colour: '\n  - red' }))).toEqual([
      `${here}:6 "colour" is not a known field`,
    ])
  })

  it('refuses a field it does not know inside a list, at its own line', () => {
    const people = '\n  - name: A\n  - name: B\n    rank: 3'
    expect(faultsOf(articleFile({ people }))).toEqual([`${here}:9 "people[2].rank" is not a known field`])
  })

  it.each(['title', 'publisher', 'publisherNote', 'published'])('refuses an article without "%s"', field => {
    expect(faultsOf(articleFile({ [field]: undefined }))).toEqual([
      expect.stringMatching(new RegExp(`^${here}:2 "${field}" is `)),
    ])
  })

  it.each(['names', 'recurrence', 'since'])('refuses an anniversary without "%s"', field => {
    expect(faultsOf(articleFile(), anniversaryFile({ [field]: undefined }))).toEqual([
      expect.stringMatching(new RegExp(`^${day}:1 "${field}" is `)),
    ])
  })

  it('refuses a figure without its noun, at the line of the figure', () => {
    const figures = '\n  - { number: 44 years, noun: since 1979 }\n  - number: 3 million'
    expect(faultsOf(articleFile({ figures }))).toEqual([
      expect.stringMatching(new RegExp(`^${here}:8 "figures\\[2\\]\\.noun" is `)),
    ])
  })

  it('refuses a text that is empty or only spaces', () => {
    expect(faultsOf(articleFile({ title: '" "' }))).toEqual([`${here}:2 "title" is empty`])
  })

  it.each(['ftp://a.example', 'javascript:alert(1)', 'a.example'])('refuses the web address %s', url => {
    expect(faultsOf(articleFile({ url }))).toEqual([`${here}:6 "url" is not a web address`])
  })

  it('refuses an address of a copy that is not given', () => {
    expect(faultsOf(articleFile({ urlIsCopy: 'true' }))).toEqual([
      `${here}:6 "urlIsCopy" is given without a "url"`,
    ])
  })

  it('refuses a value that is not a list', () => {
    expect(faultsOf(articleFile({ people: 'Hun Sen' }))).toEqual([`${here}:6 "people" is not a list`])
  })

  it('refuses a time zone and a time that do not exist', () => {
    expect(faultsOf(articleFile(), archiveFile({ zone: 'Asia/Atlantis', time: '"24:00"' }))).toEqual([
      'data/archive.yaml:2 "zone" is not a time zone (Asia/Phnom_Penh)',
      'data/archive.yaml:3 "time" is not a time (07:00)',
    ])
  })

  it('refuses to translate from a language that the bot does not speak', () => {
    expect(faultsOf(articleFile({ translatedFrom: 'xx' }))).toEqual([
      `${here}:6 "translatedFrom" is not one of ${languages.join(', ')}`,
    ])
  })

  it('takes a name in several languages, or once if it is the same in all', () => {
    const names = '- name: { en: Hanoi, vi: Hà Nội }\n- name: AKP\n  also: [Agence Kampuchea Presse]\n'
    expect(corpusOf(articleFile(), corpusFile('names.yaml', names)).names).toEqual([
      {
        name: 'Hanoi',
        names: { en: 'Hanoi', vi: 'Hà Nội' },
        also: ['Hà Nội'],
        spellings: [['hanoi'], ['ha', 'noi']],
      },
      expect.objectContaining({ name: 'AKP', names: { en: 'AKP' }, also: ['Agence Kampuchea Presse'] }),
    ])
  })

  it('refuses a name without another spelling', () => {
    const names = corpusFile('names.yaml', '- name: Hun Sen\n  also: [Hunsen]\n- name: Pol Pot\n  also: []\n')
    expect(faultsOf(articleFile(), names)).toEqual(['data/names.yaml:4 "[2].also" has no other spelling'])
  })
})

describe('the front matter itself', () => {
  it('refuses a text that is not YAML, at the line where it breaks', () => {
    expect(faultsOf(articleFile({ tags: '[a', people: '[]' }))).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^${here}:7 is not YAML: `))]),
    )
    expect(faultsOf(articleFile({ author: 'a: b' }))).toEqual([
      expect.stringMatching(new RegExp(`^${here}:6 is not YAML: `)),
    ])
  })

  it('refuses a field given twice, at the second line', () => {
    expect(faultsOf(articleFile({ author: 'A\ntitle: Another' }))).toEqual([
      expect.stringMatching(new RegExp(`^${here}:7 is not YAML: .*unique`)),
    ])
  })

  it.each(['Only text.\n', 'Text first.\n\n---\ntitle: A\n---\n', '---\ntitle: never closed\n'])(
    'refuses an article that does not begin with front matter: %j',
    text => {
      expect(faultsOf(corpusFile('articles/a-1.en.md', text))).toEqual([
        `${here}:1 does not begin with front matter between two lines of ---`,
      ])
    },
  )

  it('refuses a list where the fields should be', () => {
    expect(faultsOf(corpusFile('articles/a-1.en.md', '---\n- title\n---\n\nText.\n'))).toEqual([
      `${here}:2 the file is not a set of fields`,
    ])
  })
})
