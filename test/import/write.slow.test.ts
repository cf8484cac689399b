// Checks that an import writes one file, never over another, and that the corpus then loads.

import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatLooseDate } from '../../src/core/calendar/date.ts'
import { loadCorpus } from '../../src/core/corpus/load/folder.ts'
import type { Article } from '../../src/core/corpus/model.ts'
import { peopleOf } from '../../src/core/search/coreference/people.ts'
import { buildIndex } from '../../src/core/search/index/build.ts'
import { excerptOf } from '../../src/core/summary/excerpt.ts'
import { importInto } from '../../src/import/write.ts'

const seeds = '../shared/seeds'
const text = `The rain. date

${'It rained on the harbour of the town for three days in 2020, and the boats could not leave. '.repeat(4)}`

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-import-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function articles(): Promise<Article[]> {
  const loaded = await loadCorpus(join(folder, 'corpus'))
  if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults))
  return loaded.corpus.articles
}

describe('an import', () => {
  it('writes the article where the corpus finds it, but never twice', async () => {
    const file = join(folder, 'rain.txt')
    await writeFile(file, text)
    const first = await importInto(join(folder, 'corpus'), file, { id: 'rain' })
    expect(first).toMatchObject({ path: join(folder, 'corpus/articles/rain.en.md') })
    const written = await readFile(join(folder, 'corpus/articles/rain.en.md'), 'utf8')
    await writeFile(file, text.replaceAll('three', 'four'))
    expect(await importInto(join(folder, 'corpus'), file, { id: 'rain' })).toMatchObject({
      refused: expect.stringContaining('already exists'),
    })
    expect(await readFile(join(folder, 'corpus/articles/rain.en.md'), 'utf8')).toBe(written)
    expect((await articles()).map(({ id }) => id)).toEqual(['rain'])
  })

  it('says why it cannot read a file', async () => {
    expect(await importInto(folder, join(folder, 'none.txt'), {})).toEqual({
      refused: 'there is no such file',
    })
    await writeFile(join(folder, 'bytes.txt'), new Uint8Array([0xff, 0xfe, 0xfd]))
    expect(await importInto(folder, join(folder, 'bytes.txt'), {})).toEqual({
      refused: 'it is not valid utf-8 text',
    })
    expect(existsSync(join(folder, 'articles'))).toBe(false)
  })

  it('reads a page from an address, in the character set of the page', async () => {
    const body = `<html><head><meta charset="windows-1252"><meta name="date" content="2020-02-03"></head><body><article>${'<p>It rained on the caf\u00e9 of the harbour for three days, and the boats could not leave the town at all.</p>'.repeat(6)}</article></body></html>`
    const server = createServer((request, response) => {
      if (request.url !== '/rain') response.writeHead(404).end()
      else response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.from(body, 'latin1'))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      expect(await importInto(join(folder, 'corpus'), `${address}/rain`, {})).toHaveProperty('path')
      expect(await importInto(join(folder, 'corpus'), `${address}/none`, {})).toEqual({
        refused: 'the server answered 404',
      })
    } finally {
      await new Promise(resolve => server.close(resolve))
    }
    const [article] = await articles()
    expect(article?.paragraphs[0]?.text).toContain('café')
    expect(article?.url).toBe(`${address}/rain`)
    expect(await importInto(folder, `${address}/rain`, {})).toMatchObject({
      refused: expect.stringContaining('cannot be fetched'),
    })
  })
})

describe('the five source articles', () => {
  it.skipIf(!existsSync(seeds))(
    'are imported as raw text with date, title if any, and clean paragraphs (needs ../shared/seeds)',
    async () => {
      for (const file of readdirSync(seeds).sort())
        expect(
          await importInto(join(folder, 'corpus'), join(seeds, file), {
            id: `a-${file.slice(0, 3)}`,
            anniversariesFrom: 'data',
          }),
        ).toHaveProperty('path')
      const imported = await articles()
      const facts = imported.map(article => [
        formatLooseDate(article.published),
        article.inferred ? 'inferred' : 'stated',
        article.titleNote ? 'no title' : article.title,
        article.publisher,
        article.paragraphs.length,
        article.body.filter(({ type }) => type === 'heading').length,
      ])
      expect(facts).toEqual([
        ['2023-01-09', 'stated', 'no title', 'VNA', 8, 0],
        ['2023-01', 'inferred', 'no title', 'VNA', 6, 0],
        ['2024-01-07', 'stated', 'no title', 'VNA', 15, 0],
        ['2014-01', 'inferred', 'Vietnam-Cambodia relations', 'VOVworld', 7, 3],
        ['2026-01-07', 'stated', 'no title', 'VNA/VNS', 8, 0],
      ])
      expect(imported[3]?.author).toBe('Anh Huyen')
      for (const { paragraphs } of imported)
        for (const paragraph of paragraphs)
          expect(paragraph.text).not.toMatch(/^date |\/\.|— VNA|saidduring|long- |Photo: |[^.”"]$/)
      // Each can be summarised straight away.
      const corpus = await loadCorpus(join(folder, 'corpus'))
      if ('faults' in corpus) return expect.fail()
      const people = peopleOf(corpus.corpus, buildIndex(corpus.corpus))
      for (const article of imported)
        expect(excerptOf(article, 'medium', people).length, article.id).toBeGreaterThan(2)
    },
  )
})
