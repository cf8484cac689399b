// Checks that a file is either complete or unchanged, whatever goes wrong while it is written.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeAtomically, writeCacheFile } from '../../../src/core/files/atomic-write.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

it('gets its name only when it is complete', async () => {
  const folder = newFolder()
  const path = join(folder, 'file')
  writeFileSync(path, 'before')
  const result = await writeAtomically(path, async temporary => {
    writeFileSync(temporary, 'after')
    expect(readFileSync(path, 'utf8')).toBe('before')
    return 'done'
  })
  expect([result, readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['done', 'after', ['file']])
})

it('stays as it was if writing fails, with nothing left beside it', async () => {
  const folder = newFolder()
  const path = join(folder, 'file')
  writeFileSync(path, 'before')
  const failing = writeAtomically(path, async temporary => {
    writeFileSync(temporary, 'half')
    throw new Error('the disk is full')
  })
  await expect(failing).rejects.toThrow('the disk is full')
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['before', ['file']])
})

it('holds every part in order, small and large', async () => {
  const path = join(newFolder(), 'below', 'file')
  const parts = [1, 700_000, 3, 2_000_000, 0, 5].map((length, n) => Buffer.alloc(length, String(n)))
  expect(await writeCacheFile(path, parts)).toBe(true)
  expect(readFileSync(path).equals(Buffer.concat(parts))).toBe(true)
})

it('reports that a cache cannot be written, without failing', async () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, 'not a folder')
  expect(await writeCacheFile(join(file, 'cache'), [])).toBe(false)
})
