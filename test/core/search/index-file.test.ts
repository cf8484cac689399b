// Checks the index between starts: the same answers, no trust in broken or foreign files, only changed articles indexed.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Corpus } from '../../../src/core/corpus/model.ts'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import { openIndex } from '../../../src/core/search/index/open.ts'
import type { SearchIndex } from '../../../src/core/search/index/search-index.ts'
import { search } from '../../../src/core/search/search.ts'
import { bundledCorpus } from '../bundled.ts'

const queries = [
  'cerimony Hanoi',
  'Kampuchea',
  'ខ្មែរក្រហម',
  '"7 January"',
  'khmer ruoge genocde',
  'xyzzy',
  'lang:en',
  'vict',
]
const answers = (index: SearchIndex) => queries.map(query => search(index, query))

function indexFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-index-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'search.index')
}

/** Opens the index and waits until it is complete. It was built if it reported progress. */
async function opened(corpus: Corpus, saved: string): Promise<{ index: SearchIndex; progress: number[] }> {
  const progress: number[] = []
  const { index, complete } = await openIndex(corpus, {
    file: saved,
    onProgress: articles => progress.push(articles),
  })
  await complete
  return { index, progress }
}

/** The corpus with copies of its articles under other ids, so many that the index answers before it is complete. */
function multiplied(corpus: Corpus, times: number): Corpus {
  const copies = Array.from({ length: times }, (_, copy) =>
    corpus.articles.map(article => ({ ...article, id: `${article.id}-${String(copy).padStart(3, '0')}` })),
  )
  return { ...corpus, articles: copies.flat() }
}

describe('an index', () => {
  it('gives the same answers after a restart, and is not built again', async () => {
    const corpus = await bundledCorpus()
    const saved = indexFile()
    const first = await opened(corpus, saved)
    const again = await opened(corpus, saved)
    expect(first.progress).not.toEqual([])
    expect(again.progress).toEqual([])
    expect(answers(again.index)).toEqual(answers(first.index))
    expect(answers(again.index)).toEqual(answers(buildIndex(corpus)))
  })

  it.each<[string, (file: Buffer) => Uint8Array]>([
    ['cut off', file => file.subarray(0, file.length / 2)],
    ['longer than it was', file => Buffer.concat([file, Buffer.alloc(5)])],
    [
      'with a flipped bit',
      file => file.map((byte, at) => (at === Math.floor(file.length / 2) ? byte ^ 4 : byte)),
    ],
    ['with another length in front', file => file.map((byte, at) => (at === 35 ? 255 : byte))],
    ['some other file', () => Buffer.from('{"key":"mine"}')],
    ['empty', () => Buffer.alloc(0)],
  ])('is built again if the file is %s', async (_, broken) => {
    const corpus = await bundledCorpus()
    const saved = indexFile()
    await opened(corpus, saved)
    const before = readFileSync(saved)
    writeFileSync(saved, broken(before))
    const again = await opened(corpus, saved)
    expect(again.progress).not.toEqual([])
    expect(answers(again.index)).toEqual(answers(buildIndex(corpus)))
    expect(readFileSync(saved)).toEqual(before)
  })

  it('answers like one built from scratch after articles were changed, added and removed', async () => {
    const corpus = await bundledCorpus()
    const saved = indexFile()
    await opened(corpus, saved)
    const [changed, , ...rest] = corpus.articles
    if (!changed) throw new Error('the corpus is empty')
    const paragraph = { text: 'A wholly new sentence about lighthouses.', sentences: [0] }
    const later = {
      ...corpus,
      articles: [
        { ...changed, paragraphs: [...changed.paragraphs, paragraph] },
        { ...changed, id: 'new-1' },
        ...rest,
      ],
    }
    const { index } = await opened(later, saved)
    expect(search(index, 'lighthouse').hits.map(({ article }) => article.id)).toEqual([changed.id])
    expect(answers(index)).toEqual(answers(buildIndex(later)))
  })

  it('is built again if the names have changed', async () => {
    const corpus = await bundledCorpus()
    const saved = indexFile()
    await opened(corpus, saved)
    const named = {
      name: 'ceremony',
      names: { en: 'ceremony' },
      also: ['whatsit'],
      spellings: [['ceremony'], ['whatsit']],
    }
    const { index } = await opened({ ...corpus, names: [...corpus.names, named] }, saved)
    expect(search(index, 'whatsit Hanoi').hits[0]?.article.id).toBe('sggp-2024')
  })

  it('answers while it is built, and says how much of the corpus it has', async () => {
    const corpus = multiplied(await bundledCorpus(), 100)
    const { index, complete } = await openIndex(corpus)
    const early = search(index, 'Hanoi ceremony')
    expect(early.indexedShare).toBeGreaterThan(0)
    expect(early.indexedShare).toBeLessThan(1)
    await complete
    const late = search(index, 'Hanoi ceremony')
    expect(late.indexedShare).toBeUndefined()
    expect(late.total).toBeGreaterThanOrEqual(early.total)
    expect(index.segment.articles).toHaveLength(corpus.articles.length)
  })

  it('stops building when the signal aborts', async () => {
    const corpus = multiplied(await bundledCorpus(), 100)
    const stop = new AbortController()
    const { index, complete } = await openIndex(corpus, { signal: stop.signal })
    stop.abort()
    await complete
    expect(index.indexedShare).toBeLessThan(1)
  })

  it('is built even if it cannot be saved', async () => {
    const { index } = await opened(await bundledCorpus(), '/proc/nowhere/search.index')
    expect(search(index, 'Hanoi ceremony').hits[0]?.article.id).toBe('sggp-2024')
  })
})
