// Checks that suggestions are near what was typed, and in the reader's language.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import { isAlike } from '../../../src/core/search/lookup/alike.ts'
import { anniversariesLike } from '../../../src/core/search/lookup/anniversaries.ts'
import { findArticles } from '../../../src/core/search/lookup/articles.ts'
import { completeNames, namesLike } from '../../../src/core/search/lookup/names.ts'
import { completeSubjects, subjectsLike } from '../../../src/core/search/lookup/subjects.ts'
import { completeZones, zonesLike } from '../../../src/core/search/lookup/zones.ts'
import { search, suggestions } from '../../../src/core/search/search.ts'
import { anniversaryFile, articleFile, corpusFile, corpusOf } from '../../fixtures/corpus.ts'

const place = (id: string, language: string) => ({ place: `articles/${id}.${language}.md` })
const corpus = corpusOf(
  articleFile({ title: 'The market of Kratie' }, { ...place('market', 'en'), body: 'Rice was sold.' }),
  articleFile(
    { title: 'Phiên chợ Kratie', translatedFrom: 'en' },
    { ...place('market', 'vi'), body: 'Gạo được bán.' },
  ),
  articleFile({ title: 'The bridge of Snuol' }, { ...place('bridge', 'en'), body: 'It was opened.' }),
  articleFile({ title: 'Con đường mới' }, { ...place('road', 'vi'), body: 'Nó đã mở.' }),
  corpusFile(
    'names.yaml',
    '- name: { en: Ines Moreira, km: ហ៊ុន សែន }\n  also: [Inês]\n- { name: Northport, also: [The port] }\n',
  ),
  corpusFile('subjects/ships.yaml', 'names: { en: Ships lost at sea, km: ចំនួនកប៉ាល់ដែលលិច }\n'),
  anniversaryFile({ names: '{ en: The lighthouse is lit, km: ថ្ងៃបើកប៉មភ្លើង }' }),
)
const index = buildIndex(corpus)
const now = Temporal.Instant.from('2027-01-07T00:00:00Z')

describe('a title', () => {
  const begun = (typed: string, language: string) => suggestions(index, typed, language, 25)

  it('is suggested in the reader’s language, by its title in any', () => {
    expect(begun('phiên', 'vi')).toContain('Phiên chợ Kratie')
    expect(begun('market', 'vi')).toContain('Phiên chợ Kratie')
    expect(begun('phiên', 'en')).toContain('The market of Kratie')
    for (const language of ['en', 'vi'])
      expect(new Set(begun('kratie', language)).size).toBe(begun('kratie', language).length)
  })

  it('is suggested in English, or as it is, only if it has none in the reader’s language', () => {
    expect(begun('bridge', 'vi')).toContain('The bridge of Snuol')
    expect(begun('con đường', 'en')).toContain('Con đường mới')
    expect(begun('', 'vi')).not.toContain('The market of Kratie')
  })

  it('is suggested in the reader’s language where nothing was found', () => {
    expect(search(index, 'markett', { language: 'vi' }).near).not.toContain('The market of Kratie')
  })
})

describe('what only shares some characters with the words', () => {
  it.each(['banana', 'youth', 'qwertyuiop', 'ម្ហូប'])('is not suggested for %s', async typed => {
    expect(search(index, typed).near).toEqual([])
    expect(suggestions(index, typed, 'en', 25)).toEqual([])
    expect((await namesLike(corpus, typed)).names).toEqual([])
    expect(await completeNames(corpus, typed, 25)).toEqual([])
    expect((await subjectsLike(corpus, index, typed)).subjects).toEqual([])
    expect(completeSubjects(corpus, typed, 25)).toEqual([])
    expect(anniversariesLike(typed, corpus).anniversaries).toEqual([])
    expect((await findArticles({ corpus, index }, typed)).articles).toEqual([])
  })
})

describe('a slip', () => {
  it('still finds what was meant', async () => {
    expect((await namesLike(corpus, 'ines morera')).names).toMatchObject([{ name: 'Ines Moreira' }])
    expect((await subjectsLike(corpus, index, 'shisp')).subjects).toMatchObject([{ id: 'ships' }])
    expect(anniversariesLike('lighthuose', corpus).anniversaries).toMatchObject([{ id: 'the-day' }])
    expect((await findArticles({ corpus, index }, 'brigde')).articles).toMatchObject([{ id: 'bridge' }])
  })
})

describe('Khmer words', () => {
  it.each([
    ['ហ៊ុនសែន', 'ហ៊ុន សែន'],
    ['ហ៊ុន សេន', 'ហ៊ុន សែន'],
    ['កប៉ាល់', 'ចំនួនកប៉ាល់ដែលលិច'],
  ])('%s are like %s', (typed, name) => {
    expect(isAlike(typed, [name])).toBe(true)
  })

  it.each([
    ['ម្ហូបអាហារ', 'ហ៊ុន សែន'],
    ['សង្គ្រាមលោក', 'ចំនួនកប៉ាល់ដែលលិច'],
    ['ហ៊ុន សែន', 'Hun Sen'],
  ])('%s are not like %s', (typed, name) => {
    expect(isAlike(typed, [name])).toBe(false)
  })
})

describe('a list of zones', () => {
  const polar = /^(?:Antarctica|Arctic)\//

  it.each(['+7', '-3', '+12', 'asia', 'america', 'pacific'])(
    'has the stations near the poles last: %s',
    typed => {
      const list = zonesLike(typed, now)
      const first = list.findIndex(zone => polar.test(zone))
      expect(list.length).toBeGreaterThan(1)
      if (first >= 0) expect(list.slice(first).every(zone => polar.test(zone))).toBe(true)
    },
  )

  it('begins with the home of the reader’s language, and with where most people live', () => {
    expect(zonesLike('+7', now, 'vi')[0]).toBe('Asia/Ho_Chi_Minh')
    expect(zonesLike('+7', now, 'km')[0]).toBe('Asia/Phnom_Penh')
    expect(zonesLike('+7', now, 'en')[0]).toBe('Asia/Jakarta')
    expect(zonesLike('asia', now, 'vi').slice(0, 2)).toEqual(['Asia/Ho_Chi_Minh', 'Asia/Shanghai'])
    expect(completeZones('asia', 25, 'km')[0]).toBe('Asia/Phnom_Penh')
  })

  it('has one zone of a country for each of its clocks', () => {
    expect(zonesLike('USA', now)).toEqual([
      'America/New_York',
      'America/Chicago',
      'America/Denver',
      'America/Los_Angeles',
      'America/Phoenix',
      'Pacific/Honolulu',
      'America/Adak',
      'America/Anchorage',
    ])
    expect(zonesLike('+7', now)).not.toContain('Asia/Pontianak')
  })

  it('has a zone of its own for each country', () => {
    expect(zonesLike('+7', now)).toEqual(expect.arrayContaining(['Asia/Bangkok', 'Asia/Vientiane']))
  })

  it('still has every zone that is named in full', () => {
    expect(zonesLike('Detroit', now)).toEqual(['America/Detroit'])
    expect(zonesLike('Antarctica/Davis', now)).toEqual(['Antarctica/Davis'])
  })
})
