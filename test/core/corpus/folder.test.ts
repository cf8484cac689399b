// Checks that a corpus folder is read whole, and that its cached form is used only while the folder has not changed.

import { hash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCache } from '../../../src/core/corpus/cache/cache.ts'
import { describeFault } from '../../../src/core/corpus/load/fault.ts'
import { type LoadOptions, loadCorpus } from '../../../src/core/corpus/load/folder.ts'
import type { Corpus } from '../../../src/core/corpus/model.ts'
import { anniversaryFile, articleFile, writeBelow } from '../../fixtures/corpus.ts'

let folder: string
let cacheFile: string

beforeEach(async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'daybook-'))
  folder = join(temporary, 'corpus')
  cacheFile = join(temporary, 'state', 'corpus.parsed')
  await write('articles/a-1.en.md', articleFile({ title: 'From the source' }).text)
})

afterEach(() => rm(dirname(folder), { recursive: true }))

describe('a corpus folder', () => {
  it('is read with its subfolders', async () => {
    await write('articles/older/b-2.vi.md', articleFile().text)
    await write('anniversaries/the-day.yaml', anniversaryFile().text)
    expect(await contents()).toEqual({ articles: ['a-1', 'b-2'], anniversaries: ['the-day'] })
  })

  it.each(['.DS_Store', '.git/config', 'articles/.a-1.en.md.swp', 'README.md', 'readme.txt'])(
    'may hold %s, which is not read',
    async place => {
      await write(place, 'not of the corpus')
      expect(await contents()).toEqual({ articles: ['a-1'], anniversaries: [] })
    },
  )

  it('has a fault for a file that does not belong there', async () => {
    await write('articles/notes.txt', 'left here')
    expect(await load()).toEqual([
      expect.stringContaining(`${join(folder, 'articles/notes.txt')}:1 the file name is not`),
    ])
  })

  it('is a fault if it is missing', async () => {
    expect(await load(join(folder, 'elsewhere'))).toEqual([
      `${join(folder, 'elsewhere')}:1 there is no such folder`,
    ])
  })

  it('is a fault if it is empty', async () => {
    await rm(join(folder, 'articles'), { recursive: true })
    expect(await load()).toEqual([expect.stringMatching(/articles:1 there are no articles$/)])
  })
})

describe('the cached form', () => {
  it('is written on the first start, into a new folder, with nothing left beside it', async () => {
    expect(await title()).toBe('From the source')
    expect(await cachedTitle()).toBe('From the source')
    expect(await readdir(dirname(cacheFile))).toEqual(['corpus.parsed'])
  })

  it('is read by a later start if nothing has changed', async () => {
    await title()
    await tamper()
    expect(await title()).toBe('From the cache')
  })

  it('holds everything that parsing gives', async () => {
    const parsed = await corpusOf('data')
    expect(parsed).toHaveProperty('articles.4')
    for (const _ of ['written', 'read'])
      expect(await corpusOf('data', { cacheFile })).toEqual({ ...parsed, fingerprints: expect.any(Array) })
  })

  it('leaves the texts of a large corpus in the file, and reads them on demand', async () => {
    const small = await corpusOf('data', { cacheFile })
    const large = readCache(cacheFile, (await cachedHead()).origin, 0)?.corpus
    // A new file in its place does not change the corpus in use.
    await title()
    expect(large).toEqual(small)
  })

  it('has a fingerprint of each article, made from everything in it', async () => {
    const fingerprints = async () => (await corpusOf(folder, { cacheFile })).fingerprints
    await write('articles/b-2.en.md', articleFile({}, { body: 'Some text.' }).text)
    const before = await fingerprints()
    await write('articles/b-2.en.md', articleFile({}, { body: 'Other text.' }).text)
    const after = await fingerprints()
    expect(after?.[0]).toBe(before?.[0])
    expect(after?.[1]).not.toBe(before?.[1])
  })

  it('is not used if no cache file is given', async () => {
    await title()
    await tamper()
    expect(await loadCorpus(folder)).toHaveProperty('corpus.articles.0.title', 'From the source')
  })

  it('is rewritten if one byte of a file has changed', async () => {
    await title()
    await tamper()
    await write('articles/a-1.en.md', articleFile({ title: 'from the source' }).text)
    expect(await title()).toBe('from the source')
    expect(await cachedTitle()).toBe('from the source')
  })

  it('is not used if a file was added, removed or renamed', async () => {
    await title()
    await tamper()
    await write('anniversaries/the-day.yaml', anniversaryFile().text)
    expect(await title()).toBe('From the source')
    await tamper()
    await rm(join(folder, 'anniversaries'), { recursive: true })
    expect(await title()).toBe('From the source')
    await tamper()
    await rename(join(folder, 'articles/a-1.en.md'), join(folder, 'articles/a-2.en.md'))
    expect(await title()).toBe('From the source')
  })

  it('is used without reading a file while sizes and times are the same', async () => {
    await title()
    await tamper({ content: 'unlike that of the files' })
    await makeCacheYounger()
    expect(await title()).toBe('From the cache')
  })

  it('is not trusted if a file may have changed within the same tick of the clock', async () => {
    await title()
    await tamper({ content: 'unlike that of the files' })
    expect(await title()).toBe('From the source')
  })

  it('is used if a file was only touched', async () => {
    await title()
    await tamper()
    await makeCacheYounger()
    await write('articles/a-1.en.md', articleFile({ title: 'From the source' }).text)
    expect(await title()).toBe('From the cache')
  })

  it('is returned with later faults, so that a bot can go on', async () => {
    await title()
    await write('articles/a-1.en.md', articleFile({ published: 'soon' }).text)
    expect(await loadCorpus(folder, { cacheFile })).toMatchObject({
      faults: [{ line: 5 }],
      earlier: { articles: [{ title: 'From the source' }] },
    })
  })

  it('is not used for another folder', async () => {
    await title()
    expect(await loadCorpus(join(folder, 'articles'), { cacheFile })).not.toHaveProperty('earlier')
  })

  it('does not hide a later fault', async () => {
    await title()
    await write('articles/a-1.en.md', articleFile({ published: 'soon' }).text)
    expect(await load()).toEqual([expect.stringMatching(/:5 "published" is not a date/)])
    expect(await cachedTitle()).toBe('From the source')
  })

  it.each<[string, (bytes: Buffer) => string | Buffer]>([
    ['is empty', () => ''],
    ['broke off in the middle', bytes => bytes.subarray(0, bytes.length / 2)],
    ['lost its beginning', bytes => bytes.subarray(1)],
    ['is something else', () => 'something else, as long as the length at the end'],
    ['has broken texts', bytes => Buffer.concat([Buffer.from('no'), bytes.subarray(2)])],
    ['has no corpus', bytes => withHead(bytes, head => ({ ...head, corpus: undefined }))],
    ['is of another origin', bytes => withHead(bytes, head => ({ ...head, origin: 'another' }))],
    [
      'is of an earlier format',
      bytes => withHead(bytes, head => ({ ...head, origin: earlierFormat(head.origin) })),
    ],
  ])('is ignored and rewritten if it %s', async (_, spoil) => {
    await title()
    await tamper()
    await writeFile(cacheFile, spoil(await readFile(cacheFile)))
    expect(await title()).toBe('From the source')
    expect(await cachedTitle()).toBe('From the source')
  })

  it('is ignored if any of its bytes has changed', async () => {
    await title()
    const { origin } = await cachedHead()
    const bytes = await readFile(cacheFile)
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (bytes[at] ?? 0) ^ 1
      await writeFile(cacheFile, changed)
      expect(readCache(cacheFile, origin), `byte ${at} of ${bytes.length}`).toBeUndefined()
    }
  })

  it('serves no text of a large corpus that has changed in the file, and is written again by the next start', async () => {
    await title()
    const { origin } = await cachedHead()
    const bytes = await readFile(cacheFile)
    const at = bytes.indexOf('a') // in the text of the only article
    bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(cacheFile, bytes)
    const article = readCache(cacheFile, origin, 0)?.corpus.articles[0]
    expect(article?.title).toBe('From the source')
    expect(() => article?.paragraphs).toThrow('was changed by something else and is not used: start again')
    expect(await title()).toBe('From the source')
    expect(() => readCache(cacheFile, origin, 0)?.corpus.articles[0]?.paragraphs).not.toThrow()
  })

  it('does not keep the corpus from being read if it cannot be written', async () => {
    await writeFile(dirname(cacheFile), 'a file where the folder should be')
    expect(await title()).toBe('From the source')
  })
})

const write = (place: string, text: string) => writeBelow(folder, place, text)

/** The cached form with another head, whose sum and length are in the last 10 and 16 bytes. */
function withHead(bytes: Buffer, change: (head: Head) => object): Buffer {
  const { head, texts } = partsOf(bytes)
  const changed = Buffer.from(JSON.stringify(change(head)))
  const sum = hash('sha1', changed, 'base64url').slice(0, 10)
  const tail = sum + String(changed.length).padStart(16, '0')
  return Buffer.concat([texts, changed, Buffer.from(tail)])
}

interface Head {
  origin: string
  corpus: { articles: { title: string }[] }
}

function partsOf(bytes: Buffer): { texts: Buffer; head: Head } {
  const start = bytes.length - 26 - Number(bytes.subarray(-16))
  return { texts: bytes.subarray(0, start), head: JSON.parse(String(bytes.subarray(start, -26))) }
}

/** The origin as an earlier version of the program wrote it. */
function earlierFormat(origin: string): string {
  const { format, ...rest } = JSON.parse(origin) as { format: number }
  return JSON.stringify({ format: format - 1, ...rest })
}

const cachedHead = async () => partsOf(await readFile(cacheFile)).head

/** Changes a title in the cache, so that a corpus with the new title can only come from there. */
async function tamper(also: { content?: string } = {}): Promise<void> {
  const changed = withHead(await readFile(cacheFile), head => {
    for (const article of head.corpus.articles.slice(0, 1)) article.title = 'From the cache'
    return { ...head, ...also }
  })
  await writeFile(cacheFile, changed)
}

/** Without this the files are as new as the cache, and their times cannot be trusted. */
async function makeCacheYounger(): Promise<void> {
  const { mtimeMs } = await stat(join(folder, 'articles/a-1.en.md'))
  await utimes(cacheFile, mtimeMs / 1000 + 10, mtimeMs / 1000 + 10)
}

async function load(from = folder): Promise<string[]> {
  const parsed = await loadCorpus(from, { cacheFile })
  return 'faults' in parsed ? parsed.faults.map(describeFault) : []
}

async function corpusOf(folder: string, loading?: LoadOptions): Promise<Corpus> {
  const loaded = await loadCorpus(folder, loading)
  if ('faults' in loaded) throw new Error(loaded.faults.map(describeFault).join('\n'))
  return loaded.corpus
}

async function contents() {
  const parsed = await loadCorpus(folder)
  if ('faults' in parsed) return parsed.faults.map(describeFault)
  const { articles, anniversaries } = parsed.corpus
  return { articles: articles.map(({ id }) => id), anniversaries: anniversaries.map(({ id }) => id) }
}

async function title(): Promise<string | undefined> {
  const parsed = await loadCorpus(folder, { cacheFile })
  return 'corpus' in parsed ? parsed.corpus.articles[0]?.title : undefined
}

const cachedTitle = async () => (await cachedHead()).corpus.articles[0]?.title
