// A corpus that is loaded on a thread of its own is the same corpus, with the same faults.
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { loadInWorker } from '../../../src/adapters/folder/load.ts'
import { loadCorpus } from '../../../src/core/corpus/load/folder.ts'
import { articleFile, writeBelow } from '../../fixtures/corpus.ts'

const never = new AbortController().signal

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-load-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('comes whole', async () => {
  const here = await loadCorpus('data', { cacheFile: join(newFolder(), 'corpus.parsed') })
  const saved = join(newFolder(), 'corpus.parsed')
  expect(await loadInWorker('data', saved, never)).toEqual(here)
  // And from its saved form, as on the next start.
  expect(await loadInWorker('data', saved, never)).toEqual(here)
})

it('comes whole where nothing can be kept', async () => {
  const file = join(newFolder(), 'a file and no folder')
  await writeFile(file, '')
  expect(await loadInWorker('data', join(file, 'corpus.parsed'), never)).toEqual(await loadCorpus('data'))
})

it('comes with every fault', async () => {
  const folder = newFolder()
  const { place, text } = articleFile({ published: 'yesterday', colour: 'red' })
  await writeBelow(folder, place, text)
  const loaded = await loadInWorker(folder, join(newFolder(), 'corpus.parsed'), never)
  expect(loaded).toEqual(await loadCorpus(folder))
  expect('faults' in loaded && loaded.faults.length).toBeGreaterThan(1)
})

it('comes with the corpus that was kept before the faults', async () => {
  const [folder, saved] = [newFolder(), join(newFolder(), 'corpus.parsed')]
  const { place, text } = articleFile({ title: 'Before' })
  await writeBelow(folder, place, text)
  await loadInWorker(folder, saved, never)
  await writeBelow(folder, place, articleFile({ published: 'yesterday' }).text)
  expect(await loadInWorker(folder, saved, never)).toMatchObject({
    faults: [{ message: expect.stringContaining('published') }],
    earlier: { articles: [{ title: 'Before' }] },
  })
})

it('ends with the signal, whatever is left to do', async () => {
  const ending = new AbortController()
  const loading = loadInWorker('data', join(newFolder(), 'corpus.parsed'), ending.signal)
  ending.abort()
  await expect(loading).rejects.toThrow('the thread that loads ended')
})
