// Checks the watching of a folder in a real file system.

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
  const reports: string[] = []
  let next = Promise.withResolvers<void>()
  await watchFolder(
    folder,
    {
      pauseMs: 50,
      onChange: () => {
        reports.push('changed')
        next.resolve()
        next = Promise.withResolvers()
      },
      onError: ({ message }) => reports.push(message),
    },
    stop.signal,
  )
  return { folder, reports, stop, change: () => next.promise }
}

it('reports many changes at a time once', async () => {
  const { folder, reports, change } = await watched()
  const changed = change()
  for (let n = 0; n < 20; n++) writeFileSync(join(folder, `articles/${n}.md`), 'x')
  await changed
  expect(reports).toEqual(['changed'])
})

it('watches a folder that was added later', async () => {
  const { folder, reports, change } = await watched()
  const made = change()
  mkdirSync(join(folder, 'subjects'))
  await made
  const written = change()
  writeFileSync(join(folder, 'subjects/one.yaml'), 'x')
  await written
  expect(reports).toEqual(['changed', 'changed'])
})

it('reports a folder that it cannot watch', async () => {
  const reports: string[] = []
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  await watchFolder(
    '/nowhere',
    { onChange: () => {}, onError: ({ message }) => reports.push(message) },
    stop.signal,
  )
  expect(reports).toEqual([expect.stringContaining('ENOENT')])
})
