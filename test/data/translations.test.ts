// Checks that translations say what the English says: the same points in the same order, the same numbers and speakers.

import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/corpus/model.ts'
import type { Language } from '../../src/core/languages/language.ts'
import { data, dataLanguages, digests, strings } from '../fixtures/data.ts'
import {
  boundOf,
  numbersIn,
  outlineOf,
  quantitiesIn,
  quotationsIn,
  textsByPlace,
  translatedIn,
} from '../fixtures/translations.ts'

const others = dataLanguages.filter(language => language !== 'en')
const articles = digests.flatMap(digest => others.map(language => [digest.id, language, digest] as const))
const texts = translatedIn([data.about, data.anniversaries, data.subjects, data.events])

/** Latin names that Khmer and Vietnamese texts write as they are. */
const latinNames = [
  ...['VietnamPlus', 'Viet Nam News', 'VOVworld', 'VOV', 'VNA/VNS', 'VNA', 'AKP', 'Sai Gon Giai Phong'],
  ...[
    'Cambodia News Gazette',
    'Fresh News',
    'New York Times',
    'Population Studies',
    'DC-Cam',
    'IUSSP',
    'Yale',
    'Cornell',
    'Cambodia Daily',
    'Vietnam and the World',
    'Hoang Minh Vu',
    'Samdech Hunsen',
  ],
  ...['khmernz.blogspot.com', 'liquisearch.com', 'docslib.org', 'refworld.org'],
  ...['Ewa Tabeau', 'They Kheam', 'P. Heuveline', 'C. Etcheson', 'wikisum.wiki', 'en.wikipedia.org', 'X16'],
]

describe.each(articles)('the article %s in %s', (id, language, digest) => {
  const translation = data.articles.find(each => each.id === id && each.language === language) as Article

  it('exists, and is marked as a translation of the English digest', () => {
    expect(translation?.translatedFrom).toBe('en')
  })

  it('has the same outline: dates, points, figures, headings, paragraphs', () => {
    expect(outlineOf(translation)).toEqual(outlineOf(digest))
  })

  it('has the same numbers, quantities and quotations in every place', () => {
    const original = textsByPlace(digest)
    for (const [place, text = ''] of Object.entries(textsByPlace(translation))) {
      const wanted = alike(original[place] ?? '', 'en')
      const quotations = isReported(id, place, language) ? 0 : wanted.quotations
      expect(alike(text, language), place).toEqual({ ...wanted, quotations })
    }
    expect(translation.figures.map(({ number }) => boundOf(number, language))).toEqual(
      digest.figures.map(({ number }) => boundOf(number, 'en')),
    )
  })

  it('has the same people and speakers, each under the name that names.yaml shows in this language', () => {
    expect(namesIn(translation)).toEqual(namesIn(digest).map(name => nameIn(language, name)))
  })

  it('is written in its language', () => {
    expect(strings(textsByPlace(translation)).flatMap(text => foreignIn(text, language))).toEqual([])
  })
})

describe('the texts of the YAML files', () => {
  it.each(texts.map(text => [text.en, text] as const))(
    'are in every language of the archive: %s',
    (_, text) => {
      if (isSameEverywhere(text.en)) return
      for (const language of others) {
        const translation = text[language] ?? ''
        expect(translation).toMatch(/\p{L}/u)
        expect(alike(translation, language)).toEqual(alike(text.en, 'en'))
        expect(foreignIn(translation, language)).toEqual([])
      }
    },
  )

  it('give every name in every language, except those that are the same everywhere', () => {
    const untranslated = data.names.filter(({ names }) => others.some(language => !names[language]))
    expect(untranslated.map(({ name }) => name)).toEqual(['VietnamPlus', 'Viet Nam News', 'VOVworld', 'AKP'])
  })

  it('give no two things the same name in a language', () => {
    for (const language of dataLanguages) {
      const names = data.names.map(({ name }) => nameIn(language, name))
      expect(new Set(names).size).toBe(names.length)
    }
  })
})

describe('the check itself', () => {
  it.each([
    ['ngày 7 tháng 1 năm 1979', 'vi', '7 January 1979'],
    ['ថ្ងៃទី៧ ខែមករា ឆ្នាំ១៩៧៩', 'km', '7 January 1979'],
    ['3.314.768 người', 'vi', '3,314,768 people'],
    ['ពី ១,៧៤៧ លាននាក់ ទៅ ២,២ លាននាក់', 'km', '1.747 to 2.2 million'],
    ['1,747 đến 2,2 triệu', 'vi', '1.747 to 2.2 million'],
    ['អង្គជំនុំជម្រះវិសាមញ្ញក្នុងតុលាការកម្ពុជា', 'km', 'the tribunal'],
    ['lần thứ 47', 'vi', 'the 47th'],
    ['từ 1,2 triệu đến 2,8 triệu', 'vi', 'between 1.2 and 2.8 million'],
    ['từ 0,74 triệu đến 3,3 triệu', 'vi', '0.74 million to 3.3 million'],
  ] as const)('accepts %s as the same as the English', (translation, language, english) => {
    expect(alike(translation, language)).toEqual(alike(english, 'en'))
  })

  it.each([
    ['ngày 8 tháng 1 năm 1979', 'vi', '7 January 1979'],
    ['ខែធ្នូ ឆ្នាំ១៩៧៩', 'km', 'January 1979'],
    ['3 nghìn người', 'vi', '3 million people'],
    ['1,2 triệu và 2,8 người', 'vi', '1.2 million and 2.8 million people'],
    ['ពី ១,៧៤៧ ទៅ ២,២ លាននាក់', 'km', '1.747 to 2.2 million'],
    ['រាប់ពាន់នាក់', 'km', 'tens of thousands of people'],
    ['ពាក្យ ល្អ', 'km', 'a "good" word'],
  ] as const)('does not let pass: %s', (translation, language, english) => {
    expect(alike(translation, language)).not.toEqual(alike(english, 'en'))
  })

  it('finds English and straight quotation marks left in Vietnamese, and Latin letters, digits and invisible marks left in Khmer', () => {
    expect(foreignIn('Một "câu” and the rest', 'vi')).toEqual(['"', 'and', 'the'])
    expect(foreignIn('ពី AKP the ឆ្នាំ 1979\u200b', 'km')).toEqual(['the', '1979', '\u200b'])
  })
})

/**
 * A speech that was given in Vietnamese and that the archive has only in English. Translated back it is reported speech:
 * quotation marks would give the speaker words that he did not say.
 */
const isReported = (id: string, place: string, language: Language) =>
  language === 'vi' && id === 'sggp-2024' && ['keyPoints[6]', 'body[4]'].includes(place)

/** What one side calls the day: its words stand in marks in Vietnamese, where they judge more than in English. */
const sidesWords = /“(?:xâm lược|chiếm đóng|giải phóng)”/g

const alike = (text: string, language: Language) => ({
  numbers: numbersIn(text, language),
  quantities: quantitiesIn(text, language),
  quotations: quotationsIn(language === 'vi' ? text.replace(sidesWords, '') : text, language),
})

function foreignIn(text: string, language: Language): string[] {
  const rest = latinNames.reduce((before, name) => before.replaceAll(name, ''), text)
  return language === 'km'
    ? (rest.match(/[\p{Script=Latin}]+|[0-9]+|[\u200b-\u200d\u2060\ufeff]/gu) ?? [])
    : (rest.match(
        /\b(?:the|of|and|by|was|were|is|from|with|that|which|has|have|said)\b|\p{Script=Khmer}+|"/gu,
      ) ?? [])
}

/** All people and publications that an article attributes to, in order. */
function namesIn({
  publisher,
  author,
  retells,
  people,
  keyPoints,
  figures,
}: Article): (string | undefined)[] {
  return [
    ...[publisher, author, retells?.name, retells?.author],
    ...people.map(({ name }) => name),
    ...keyPoints.flatMap(({ speaker, via }) => [speaker, via]),
    ...figures.map(({ speaker }) => speaker),
  ]
}

function nameIn(language: Language, name: string | undefined): string | undefined {
  const names = data.names.find(entry => entry.name === name)?.names
  return names?.[language] ?? name
}

const isSameEverywhere = (name: string) =>
  data.names.some(entry => entry.name === name && others.every(language => !entry.names[language]))
