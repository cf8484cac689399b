// Checks that the format number of a cached corpus is raised when the parsed form or the rules change.

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CORPUS_FORMAT, originOf } from '../../../src/core/corpus/cache/format.ts'
import { parseCorpus } from '../../../src/core/corpus/load/parse.ts'
import * as schemas from '../../../src/core/corpus/load/schema.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { anniversaryFile, archiveFile, articleFile, corpusFile, faultsOf } from '../../fixtures/corpus.ts'
import { digestOf, expectFormat } from '../../fixtures/format.ts'

/** Add a line for every new format. Never change an existing line: states in that format are on somebody's disk. */
const DIGESTS: Record<number, string> = {
  1: '6f5c12c0ca342bc1',
  2: '57bead357ed36709',
  3: 'ba254dd2ed0905bf',
  4: 'd29b6a6983895ad6',
  5: '121f4cf9b2f52d75',
  6: 'd0773788cc8a187e',
  7: 'd0773788cc8a187e',
  8: '31a2e373d6eedcea',
  9: '42a215cc9bc094ae',
  10: '29eb328f18a061c2',
}

it('changes with the parsed form and with the rules', () => {
  const format = { name: 'CORPUS_FORMAT', format: CORPUS_FORMAT, place: 'src/core/corpus/cache/format.ts' }
  expectFormat(format, DIGESTS, digestOf({ parsed: parsed(), faults: everyFault(), fields: fields() }))
})

describe('the fixtures of the digest', () => {
  it('use every field that a file may have', () => {
    const used = new Set([...languages, ...everyField.flatMap(({ text }) => text.match(/\w+(?=:)/g) ?? [])])
    expect([...fieldNames(fields())].filter(name => !used.has(name))).toEqual([])
  })

  it('are refused if they break a rule', () => {
    for (const files of broken) expect(faultsOf(...files), files.at(-1)?.text).not.toEqual([])
  })
})

it('is part of the origin, beside the folder, the languages and ICU', () => {
  expect(JSON.parse(originOf('/corpus'))).toEqual({
    format: CORPUS_FORMAT,
    folder: '/corpus',
    languages: expect.arrayContaining(['en', 'vi', 'km']),
    icu: process.versions.icu,
  })
})

const everyBlock = `# A heading

## Below it

### Below that

A paragraph with *emphasis*, **strength**, a [link](https://paper.example/2)\\
and a break. Some 3 million came, says Brig. Gen. Smith of the U.S. office (est. 1979). "It was so." They left.

> - A list in a quotation
> - Its second item

3. A numbered list
4. Its second item

- [x] A task that is done
- [ ] Another, with ![a picture](picture.png) and a note[^1]

| year | ships |
| --- | ---: |
| 1901 | 20 |

[^1]: The note.

---

The end`

const everyField = [
  articleFile(
    {
      title: 'The lighthouse is lit',
      titleNote: 'from the page',
      publisherNote: 'a newspaper of the harbour',
      author: 'Ann Author',
      published: '2023-01-09',
      inferred: 'from its address',
      url: 'https://paper.example/1',
      urlIsCopy: 'true',
      verbatim: 'true',
      review: 'look at the date',
      retells: '{ name: Another Paper, note: an agency, author: Another Author }',
      people: '[{ name: A Minister, role: minister of the sea }, { name: A Witness }]',
      places: '[Northport, Hà Nội]',
      tags: '[lighthouse]',
      searchWords: '[beacon, "Hải đăng"]',
      keyPoints:
        '[{ text: "3 million came.", speaker: A Minister, via: Another Paper, searchWords: [crowd] }, { text: The article says so. }, ' +
        '{ text: So., speaker: The Paper }, { text: So., speaker: Ann Author }, { text: So., speaker: Another Author }]',
      figures:
        '[{ number: 3 million, noun: people, speaker: A Witness, subject: the-dead, searchWords: [guests] }]',
    },
    { body: everyBlock },
  ),
  articleFile(
    { translatedFrom: 'en', url: 'https://paper.example/1', urlIsCopy: 'true' },
    {
      place: 'articles/a-1.vi.md',
      body: 'Ông A. đến năm 1979. TP.HCM có 3 triệu người. "Đúng vậy!" Họ đã đi.',
    },
  ),
  articleFile(
    { translatedFrom: 'en', url: 'https://paper.example/1', urlIsCopy: 'true' },
    { place: 'articles/a-1.km.md', body: 'កម្ពុជា ១៩៧៩។ ប្រជាជន ៣ លាន នាក់។' },
  ),
  articleFile({ published: '2014' }, { place: 'articles/older/b-2.en.md' }),
  articleFile({ published: '2014-05' }, { place: 'articles/c-3.en.md', body: `${'> '.repeat(20)}deep` }),
  articleFile({}, { place: `articles/${'a'.repeat(40)}.en.md` }),
  anniversaryFile({
    names: '{ en: The day, vi: Ngày, km: ថ្ងៃ }',
    usual: 'true',
    account:
      '[{ text: { en: 3 million came. }, articles: [a-1], speaker: { en: A Minister, vi: Bộ trưởng }, searchWords: [arrivals] }]',
    outside: '[{ text: { en: Others say less. }, source: A book, url: "https://book.example/1" }]',
    searchWords: '[jubilee]',
  }),
  anniversaryFile({ recurrence: '{ yearly: "02-29" }', since: '2000-02-29' }, 'anniversaries/leap.yaml'),
  anniversaryFile(
    { recurrence: '{ weekday: { month: 5, day: sunday, nth: 2 } }', since: '1914-05-10' },
    'anniversaries/sunday.yaml',
  ),
  corpusFile(
    'subjects/the-dead.yaml',
    'names: { en: The dead }\napart: true\nclaims: [{ text: { en: It was so. }, articles: [a-1], speaker: A Minister, searchWords: [truth] }]\n' +
      'outside: [{ text: { en: Fewer. }, source: { en: A book }, searchWords: [doubt] }]\nsearchWords: [death toll]\n',
  ),
  corpusFile(
    'events.yaml',
    '- { date: 1979-01-07, until: 1989, text: { en: It began. }, articles: [a-1], derived: { en: from the text }, searchWords: [start] }\n' +
      '- { date: 1902, text: { en: The light. }, articles: [b-2], speaker: A Witness }\n',
  ),
  corpusFile(
    'names.yaml',
    '- name: { en: Hanoi, vi: Hà Nội }\n- name: Hun Sen\n  also: [Hunsen, "Hun-Sen", ហុ៊ន សែន, O’Connor, Łódź]\n',
  ),
  corpusFile('words.yaml', '- [leave, pull out, Rời, ដកទ័ព]\n'),
  archiveFile({
    zone: 'Asia/Phnom_Penh',
    time: '"06:30"',
    sources: '[{ en: All from one paper. }]',
    dependence: '{ en: They copy one another. }',
    cautions: '[{ en: It claims nothing. }]',
  }),
]

const article = (fields: Record<string, string | undefined>, body?: string) => [
  articleFile(fields, body === undefined ? {} : { body }),
]
const withArticle = (place: string, text: string) => [articleFile(), corpusFile(place, text)]
const day = (fields: Record<string, string | undefined>) => [articleFile(), anniversaryFile(fields)]
const translation = (fields: Record<string, string>) => [
  articleFile({ url: 'https://paper.example/1' }),
  articleFile({ translatedFrom: 'en', ...fields }, { place: 'articles/a-1.vi.md' }),
]

/** Corpora with one broken rule each, which cover every rule. */
const broken = [
  // Files and ids.
  [archiveFile()],
  withArticle('notes.txt', 'left here'),
  ...['A-1.en.md', 'a-1.md', 'a-1.xx.md', `${'a'.repeat(41)}.en.md`, '-a.en.md'].map(name => [
    articleFile({}, { place: `articles/${name}` }),
  ]),
  [articleFile(), anniversaryFile({}, 'anniversaries/The-Day.yaml')],
  withArticle('subjects/the dead.yaml', 'names: { en: The dead }'),
  [articleFile(), articleFile({}, { place: 'articles/old/a-1.en.md' })],
  [articleFile(), anniversaryFile(), anniversaryFile({}, 'anniversaries/the-day.yml')],
  // Front matter and YAML.
  [corpusFile('articles/a-1.en.md', 'Only text.\n')],
  article({ review: 'x'.repeat(100_000) }),
  [corpusFile('articles/a-1.en.md', '---\n- title\n---\n\nText.\n')],
  article({ author: 'a: b' }),
  article({ tags: '*nothing' }),
  article({ colour: 'red' }),
  ...['title', 'publisher', 'publisherNote', 'published'].map(field => article({ [field]: undefined })),
  article({ title: '3' }),
  article({ title: '" "' }),
  ...['soon', '2023-02-30', '2023-13', '20230109', '"0000"'].map(published => article({ published })),
  ...['ftp://a.example', 'a.example'].map(url => article({ url })),
  article({ verbatim: 'perhaps' }),
  article({ urlIsCopy: 'true' }),
  article({ url: 'https://paper.example/1', urlIsCopy: 'perhaps' }),
  article({ people: 'A Minister' }),
  article({ people: '[A Minister]' }),
  article({ figures: '[{ number: 3 million }]' }),
  article({ translatedFrom: 'xx' }),
  // The text.
  article({}, ''),
  ...['<b>', '![](https://a.example)', '    code', '`code`', '[a]: https://a.example', '#### deep'].map(
    body => article({}, body),
  ),
  ...['[a][b]\n\n[b]: https://a.example', '[a](javascript:b)', `${'> '.repeat(25)}deep`].map(body =>
    article({}, body),
  ),
  // References between files.
  article({ keyPoints: '[{ text: It was so., speaker: Nobody, via: No Paper }]' }),
  article({ figures: '[{ number: 3, noun: people, speaker: Nobody }]' }),
  article({ figures: '[{ number: 3, noun: people, subject: nothing }]' }),
  article({ translatedFrom: 'en' }),
  article({ translatedFrom: 'vi' }),
  translation({ published: '2023-01-10', url: 'https://paper.example/1' }),
  translation({ url: 'https://paper.example/2' }),
  translation({}),
  translation({ url: 'https://paper.example/1', urlIsCopy: 'true' }),
  day({ account: '[{ text: { en: It was so. }, articles: [b-2] }]' }),
  withArticle('events.yaml', '[{ date: 1979, text: { en: It was so. }, articles: [b-2] }]'),
  withArticle(
    'subjects/it.yaml',
    'names: { en: It }\nclaims: [{ text: { en: So. }, speaker: A, articles: [b-2] }]',
  ),
  // The other files.
  ...['names', 'recurrence', 'since'].map(field => day({ [field]: undefined })),
  ...['02-30', '13-01', '1-7', 'soon'].map(yearly => day({ recurrence: `{ yearly: "${yearly}" }` })),
  day({ recurrence: '{ yearly: 7 }' }),
  day({ since: '1979' }),
  day({ since: '1979-01-08' }),
  day({ usual: 'perhaps' }),
  day({ account: '[{ text: { en: It was so. }, articles: [] }]' }),
  day({ outside: '[{ text: { en: It was so. } }]' }),
  withArticle('subjects/it.yaml', 'names: { en: It }\napart: perhaps'),
  withArticle('subjects/it.yaml', 'names: { vi: Nó }\nclaims: [{ text: { en: So. }, articles: [a-1] }]'),
  withArticle('events.yaml', '[{ date: [], text: { en: It was so. }, articles: [a-1] }]'),
  withArticle('names.yaml', '[{ name: Hun Sen }]'),
  ...['leave', '[leave]', '[[leave]]', '[[leave, Leave]]', '[[leave, "?!"]]'].map(text =>
    withArticle('words.yaml', text),
  ),
  withArticle('words.yaml', `[[leave, ${'x'.repeat(61)}]]`),
  withArticle('words.yaml', `[[${Array.from({ length: 101 }, (_, at) => `w${at}`)}]]`),
  article({ searchWords: 'beacon' }),
  article({ searchWords: '[beacon, Béacon]' }),
  day({ searchWords: '[1979]' }),
  withArticle('subjects/it.yaml', 'names: { en: It }\nsearchWords: [""]'),
  withArticle('events.yaml', '[{ date: 1979, text: { en: So. }, articles: [a-1], searchWords: [[start]] }]'),
  [articleFile(), archiveFile({ zone: 'Asia/Atlantis' })],
  [articleFile(), archiveFile({ time: '"24:00"' })],
]

/** A stricter rule may refuse these files; doubts are not cached. */
const parsed = () => {
  const result = parseCorpus(everyField)
  return 'corpus' in result ? result.corpus : result.faults
}

/** Without the YAML parser's messages, which are not ours. */
const everyFault = () =>
  broken.map(files => faultsOf(...files).map(fault => fault.replace(/(is not YAML).*/, '$1')))

/** The form of each kind of file, as a JSON Schema. Defaults are left out, because the parsed form shows them. */
const fields = () =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, {
        io: 'input',
        unrepresentable: 'any',
        override: ({ jsonSchema }) => void delete jsonSchema.default,
      }),
    ]),
  )

/** The name of every property in the JSON Schemas. */
function* fieldNames(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') yield* Object.keys(value as object)
    yield* fieldNames(value)
  }
}
