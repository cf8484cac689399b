// Checks the Khmer texts of the archive: titles by one rule, nobody's side taken in passing, words as the press writes them.

import { describe, expect, it } from 'vitest'
import { data, strings } from '../fixtures/data.ts'
import { textsByPlace, translatedIn } from '../fixtures/translations.ts'

/** Before the colon of a claim and in source lines nobody has a title. */
const withoutAttributions = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === 'speaker' || key === 'source' ? undefined : each)))

const texts = [
  ...data.articles
    .filter(({ language }) => language === 'km')
    .flatMap(article => strings(textsByPlace(article))),
  ...translatedIn(withoutAttributions([data.about, data.anniversaries, data.subjects, data.events])).map(
    ({ km }) => km ?? '',
  ),
]
/** Source lines and speakers too. */
const everything = [
  ...texts,
  ...translatedIn([data.anniversaries, data.subjects, data.events]).map(({ km }) => km ?? ''),
]

/** The words right before each mention of a name. */
const wordsBefore = (name: string) =>
  texts.flatMap(text => text.split(name).slice(0, -1)).map(before => before.slice(-15))
const khmerName = (name: string) => data.names.find(entry => entry.name === name)?.names.km ?? name

describe('titles in Khmer sentences', () => {
  it.each([
    ['Hun Sen', /សម្តេចតេជោ $/],
    ['Heng Samrin', /សម្តេច $/],
    ...[
      ...['Pham Minh Chinh', 'Vo Van Thuong', 'Le Minh Khai', 'Nguyen Phu Trong', 'Nguyen Manh Ha'],
      ...['Neth Savoeun', 'Hun Many', 'Khun Chhy'],
    ].map(name => [name, /លោក $/] as const),
  ] as const)('%s always has one, and the same one', (name, title) => {
    const mentions = wordsBefore(khmerName(name))
    expect(mentions).not.toEqual([])
    for (const before of mentions) expect(before).toMatch(title)
  })

  it.each(['Pol Pot', 'Sophal Tuon', 'Anh Huyen'])('%s has none', name => {
    for (const before of wordsBefore(khmerName(name))) expect(before).not.toMatch(/(?:លោក|សម្តេច) ?$/)
  })

  it('are explained in the sources', () => {
    expect(data.about.sources.map(({ km }) => km).join(' ')).toMatch(/សម្តេច.*លោក.*ប្រទេសទាំងពីរ/)
  })
})

describe('the Khmer texts', () => {
  it.each([
    ['let papers and leaders talk', /និយាយថា/],
    ['call victims by the bare word of police reports', /(?<!ប្រជា)ជន(?:កម្ពុជា|វៀតណាម)/],
    ['say of somebody killed that it was obtained', /ត្រូវបាន(?:របប|ខ្មែរក្រហម)/],
    ['call a picture’s caption a title', /ចំណងជើងរូបថត/],
    ['stand a number apart from its ordinal', /ទី [០-៩]/],
    ['call the archive or a leader "it" or "those"', /(?:^|\s)វា|ពួកគេតែងតែ/],
    ['head a section with "what"', /^អ្វីដែល/],
    ['mix Latin letters with Khmer digits', /X-?[០-៩]/],
    ['leave the country out of its border', /ព្រំដែននិរតី/],
  ])('never %s', (_, pattern) => {
    expect(everything.filter(text => pattern.test(text))).toEqual([])
  })
})
