// A watched folder in a real file system.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { watchFolder } from '../../../src/adapters/folder/watch.ts'

async function watched() {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-watch-'))
  mkdirSync(join(folder, 'articles'))
  const stop = new AbortController()
  onTestFinished(() => {
    stop.abort()
    rmSync(folder, { recursive: true, force: true })
  })
  const told: string[] = []
  let next = Promise.withResolvers<void>()
  await watchFolder(
    folder,
    {
      quiet: 50,
      changed: () => {
        told.push('changed')
        next.resolve()
        next = Promise.withResolvers()
      },
      blind: ({ message }) => told.push(message),
    },
    stop.signal,
  )
  return { folder, told, stop, change: () => next.promise }
}

it('tells once of many changes at a time', async () => {
  const { folder, told, change } = await watched()
  const changed = change()
  for (let n = 0; n < 20; n++) writeFileSync(join(folder, `articles/${n}.md`), 'x')
  await changed
  expect(told).toEqual(['changed'])
})

it('sees into a folder that came later', async () => {
  const { folder, told, change } = await watched()
  const made = change()
  mkdirSync(join(folder, 'subjects'))
  await made
  const written = change()
  writeFileSync(join(folder, 'subjects/one.yaml'), 'x')
  await written
  expect(told).toEqual(['changed', 'changed'])
})

it('says where it cannot look', async () => {
  const told: string[] = []
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  await watchFolder(
    '/nowhere',
    { changed: () => {}, blind: ({ message }) => told.push(message) },
    stop.signal,
  )
  expect(told).toEqual([expect.stringContaining('ENOENT')])
})
