// Checks that a corpus loaded in a worker is the same, with the same faults.

import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { loadInWorker } from '../../../src/adapters/folder/load-in-worker.ts'
import { loadCorpus } from '../../../src/core/corpus/load/folder.ts'
import { articleFile, writeBelow } from '../../fixtures/corpus.ts'

const noSignal = new AbortController().signal

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-load-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('gives the whole corpus', async () => {
  const here = await loadCorpus('data', { cacheFile: join(newFolder(), 'corpus.parsed') })
  const cacheFile = join(newFolder(), 'corpus.parsed')
  expect(await loadInWorker('data', cacheFile, noSignal)).toEqual(here)
  // From the cache, as on the next start.
  expect(await loadInWorker('data', cacheFile, noSignal)).toEqual(here)
})

it('gives the whole corpus if nothing can be cached', async () => {
  const file = join(newFolder(), 'not-a-folder')
  await writeFile(file, '')
  expect(await loadInWorker('data', join(file, 'corpus.parsed'), noSignal)).toEqual(await loadCorpus('data'))
})

it('gives every fault', async () => {
  const folder = newFolder()
  const { place, text } = articleFile({ published: 'yesterday', colour: 'red' })
  await writeBelow(folder, place, text)
  const loaded = await loadInWorker(folder, join(newFolder(), 'corpus.parsed'), noSignal)
  expect(loaded).toEqual(await loadCorpus(folder))
  expect('faults' in loaded && loaded.faults.length).toBeGreaterThan(1)
})

it('gives the corpus that was cached before the faults', async () => {
  const [folder, cacheFile] = [newFolder(), join(newFolder(), 'corpus.parsed')]
  const { place, text } = articleFile({ title: 'Before' })
  await writeBelow(folder, place, text)
  await loadInWorker(folder, cacheFile, noSignal)
  await writeBelow(folder, place, articleFile({ published: 'yesterday' }).text)
  expect(await loadInWorker(folder, cacheFile, noSignal)).toMatchObject({
    faults: [{ message: expect.stringContaining('published') }],
    earlier: { articles: [{ title: 'Before' }] },
  })
})

it('ends on the signal, whatever is left to do', async () => {
  const ending = new AbortController()
  const loading = loadInWorker('data', join(newFolder(), 'corpus.parsed'), ending.signal)
  ending.abort()
  await expect(loading).rejects.toThrow('the loading thread ended')
})
