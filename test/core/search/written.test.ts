// Checks which spellings of a name the articles have, against the articles themselves.

import { describe, expect, it } from 'vitest'
import type { NameEntry } from '../../../src/core/corpus/model.ts'
import { writtenSpellings } from '../../../src/core/search/lookup/written.ts'
import { textsOf } from '../../fixtures/data.ts'
import { bundledCorpus, indexOf } from '../bundled.ts'

const corpus = await bundledCorpus()
const index = indexOf(corpus)
const entryOf = (name: string) => corpus.names.find(each => each.name === name) as NameEntry
const texts = corpus.articles.flatMap(textsOf).map(text => text.normalize('NFC').toLowerCase())
const isInTexts = (spelling: string) => {
  const written = spelling
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const isKhmer = /\p{Script=Khmer}/u.test(spelling)
  const word = new RegExp(isKhmer ? written : `(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])`, 'u')
  return texts.some(text => word.test(text.replace(/\s+/g, ' ')))
}

describe('a spelling', () => {
  it('counts as it is written: not in other words, with other accents or joined differently', async () => {
    const found = async (name: string) => [...(await writtenSpellings(corpus, index, entryOf(name)))]
    expect(await found('Phnom Penh')).not.toContain('Phnom-Penh')
    expect(await found('Phnom Penh')).not.toContain('Phnôm Pênh')
    expect(await found('Hun Sen')).toContain('Samdech Techo Hun Sen')
    expect(await found('Hun Sen')).not.toContain('Hun Xen')
    expect(await found('Sai Gon Giai Phong')).not.toContain('SGGP')
  })

  it.each(corpus.names.map(entry => [entry.name, entry] as const))(
    'is told apart by whether some article has it: %s',
    async (_, entry) => {
      const written = await writtenSpellings(corpus, index, entry)
      const spellings = [entry.name, ...entry.also]
      expect(spellings.filter(each => written.has(each))).toEqual(spellings.filter(isInTexts))
    },
  )
})
