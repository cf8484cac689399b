// A corpus that is loaded on a thread of its own is the same corpus, with the same faults.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { loadAside } from '../../../src/adapters/folder/load.ts'
import { loadCorpus } from '../../../src/core/corpus/folder.ts'
import { articleFile, writeBelow } from '../../fixtures/corpus.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-load-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('comes whole', async () => {
  const saved = join(newFolder(), 'corpus.json')
  const loaded = await loadAside('data', saved)
  expect(loaded).toEqual(await loadCorpus('data'))
  // And from its saved form, as on the next start.
  expect(await loadAside('data', saved)).toEqual(loaded)
})

it('comes with every fault', async () => {
  const folder = newFolder()
  const { place, text } = articleFile({ published: 'yesterday', colour: 'red' })
  await writeBelow(folder, place, text)
  const loaded = await loadAside(folder, join(newFolder(), 'corpus.json'))
  expect(loaded).toEqual(await loadCorpus(folder))
  expect('faults' in loaded && loaded.faults.length).toBeGreaterThan(1)
})
