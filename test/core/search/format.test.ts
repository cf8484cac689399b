// Checks that the format number of a saved index is raised when words are cut, numbered or weighed differently.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { INDEX_FORMAT, indexKey } from '../../../src/core/search/index/format.ts'
import { readIndexFile } from '../../../src/core/search/index/index-file.ts'
import { openIndex } from '../../../src/core/search/index/open.ts'
import { articleFile, corpusFile, corpusOf } from '../../fixtures/corpus.ts'
import { digestOf, expectFormat } from '../../fixtures/format.ts'

/** Add a line for every new format. Never change an existing line: states in that format are on somebody's disk. */
const DIGESTS: Record<number, string> = {
  1: 'ce7823b239a86cea',
  2: '22a8a355654a0acb',
  3: '22a8a355654a0acb',
  4: '66aa42f8c1288c44',
  5: '66aa42f8c1288c44',
  6: '1eb8fe27f973c2bf',
  7: '1eb8fe27f973c2bf',
  8: 'c889825d3723df3c',
}

it('changes with what is saved', async () => {
  const { key: _, ...saved } = await savedIndex()
  const format = { name: 'INDEX_FORMAT', format: INDEX_FORMAT, place: 'src/core/search/index/format.ts' }
  expectFormat(format, DIGESTS, digestOf(saved))
})

it('is part of the key, beside the names', () => {
  expect(indexKey(corpus.names)).toBe(indexKey(structuredClone(corpus.names)))
  expect(indexKey(corpus.names)).not.toBe(indexKey([]))
})

async function savedIndex() {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-index-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'search.index')
  await (await openIndex(corpus, { file })).complete
  const saved = readIndexFile(file, indexKey(corpus.names))
  if (!saved) throw new Error('the index was not saved')
  return saved
}

/**
 * Covers every indexed field, case and accents, digits, a grouped number, a heading, apostrophes, characters that look the same, a name in several
 * spellings, and one of two words.
 */
const corpus = corpusOf(
  articleFile(
    {
      title: 'The Lighthouse of Northport',
      retells: '{ name: Another Paper, note: an agency }',
      people: '[{ name: Inês Moreira }]',
      places: '[Northport, Hà Nội]',
      tags: '[lighthouse]',
      searchWords: '[beacon, Hanoi]',
      keyPoints: '[{ text: The article tells of 3 May 1902. }]',
    },
    {
      body: `The lighthouse was lit. Its keeper's lamp l'Ouest saw. "No ship was lost," said Ms. Moreira. Hanoi wrote.\n
## The second part\n
A second paragraph, of 1,200 words. It has two sentences. And a third, of O’Connor’s Łódź and a co\u00adast.`,
    },
  ),
  articleFile(
    { translatedFrom: 'en', title: 'Ngọn hải đăng' },
    { place: 'articles/a-1.vi.md', body: 'Đèn được thắp năm 1902. Hà Nội đã viết. Ông A. đến TP.HCM.' },
  ),
  // Spaces separate the words, because other texts are cut by a dictionary, and every ICU version has its own.
  articleFile(
    { translatedFrom: 'en', title: 'កម្ពុជា' },
    { place: 'articles/a-1.km.md', body: 'កម្ពុជា ១៩៧៩ ។ កម្ពុជា ៣ ។ ស្រ្តី ។ ដេីម្បី ។' },
  ),
  articleFile(
    { title: 'Another day' },
    { place: 'articles/b-2.en.md', body: 'The keeper left. Hun Sen came.' },
  ),
  corpusFile('names.yaml', '- name: { en: Hanoi, vi: Hà Nội }\n- name: Hun Sen\n  also: [Hunsen]\n'),
)
