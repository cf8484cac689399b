// A corpus folder is read whole, and its saved form stands in for it only while not a byte of it has changed.
import { mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCache } from '../../../src/core/corpus/cache/cache.ts'
import { type LoadOptions, loadCorpus } from '../../../src/core/corpus/load/folder.ts'
import { describeFault } from '../../../src/core/corpus/load/parse.ts'
import type { Corpus } from '../../../src/core/corpus/model.ts'
import { anniversaryFile, articleFile, writeBelow } from '../../fixtures/corpus.ts'

let folder: string
let saved: string

beforeEach(async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'daybook-'))
  folder = join(temporary, 'corpus')
  saved = join(temporary, 'state', 'corpus.parsed')
  await write('articles/a-1.en.md', articleFile({ title: 'From the source' }).text)
})

afterEach(() => rm(dirname(folder), { recursive: true }))

describe('a corpus folder', () => {
  it('is read with the folders below it', async () => {
    await write('articles/older/b-2.vi.md', articleFile().text)
    await write('anniversaries/the-day.yaml', anniversaryFile().text)
    expect(await contents()).toEqual({ articles: ['a-1', 'b-2'], anniversaries: ['the-day'] })
  })

  it.each(['.DS_Store', '.git/config', 'articles/.a-1.en.md.swp', 'README.md', 'readme.txt'])(
    'may hold %s, which is no part of it',
    async place => {
      await write(place, 'not of the corpus')
      expect(await contents()).toEqual({ articles: ['a-1'], anniversaries: [] })
    },
  )

  it('names a file that does not belong there', async () => {
    await write('articles/notes.txt', 'left here')
    expect(await load()).toEqual([
      expect.stringContaining(`${join(folder, 'articles/notes.txt')}:1 the name is not`),
    ])
  })

  it('is at fault where it is missing', async () => {
    expect(await load(join(folder, 'elsewhere'))).toEqual([
      `${join(folder, 'elsewhere')}:1 there is no such folder`,
    ])
  })

  it('is at fault where it is empty', async () => {
    await rm(join(folder, 'articles'), { recursive: true })
    expect(await load()).toEqual([expect.stringMatching(/articles:1 there is no article$/)])
  })
})

describe('the saved form', () => {
  it('is made on the first start, in a folder that need not be there yet, and nothing is left beside it', async () => {
    expect(await title()).toBe('From the source')
    expect(await savedTitle()).toBe('From the source')
    expect(await readdir(dirname(saved))).toEqual(['corpus.parsed'])
  })

  it('is what a later start reads, as long as nothing changed', async () => {
    await title()
    await tamper()
    expect(await title()).toBe('From the saved form')
  })

  it('holds all that parsing gives', async () => {
    const parsed = await corpusOf('data')
    expect(parsed).toHaveProperty('articles.4')
    for (const _ of ['written', 'read'])
      expect(await corpusOf('data', { cacheFile: saved })).toEqual({ ...parsed, marks: expect.any(Array) })
  })

  it('leaves the texts of a large corpus in the file, and has them all the same when they are wanted', async () => {
    const small = await corpusOf('data', { cacheFile: saved })
    const large = readCache(saved, (await savedHead()).maker, 0)?.corpus
    // Another edition in its place does not change the one in use.
    await title()
    expect(large).toEqual(small)
  })

  it('tells articles apart by all that is in them', async () => {
    const marks = async () => (await corpusOf(folder, { cacheFile: saved })).marks
    await write('articles/b-2.en.md', articleFile({}, { body: 'Some text.' }).text)
    const before = await marks()
    await write('articles/b-2.en.md', articleFile({}, { body: 'Other text.' }).text)
    const after = await marks()
    expect(after?.[0]).toBe(before?.[0])
    expect(after?.[1]).not.toBe(before?.[1])
  })

  it('is not asked for where none is wanted', async () => {
    await title()
    await tamper()
    expect(await loadCorpus(folder)).toHaveProperty('corpus.articles.0.title', 'From the source')
  })

  it('gives way when one byte of a file changed, and is written anew', async () => {
    await title()
    await tamper()
    await write('articles/a-1.en.md', articleFile({ title: 'from the source' }).text)
    expect(await title()).toBe('from the source')
    expect(await savedTitle()).toBe('from the source')
  })

  it('gives way when a file was added, removed or renamed', async () => {
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

  it('needs no file read while their times and sizes are as they were', async () => {
    await title()
    await tamper({ content: 'unlike that of the files' })
    await keptLaterThanItsFiles()
    expect(await title()).toBe('From the saved form')
  })

  it('does not trust the time of a file that may have changed within the same tick', async () => {
    await title()
    await tamper({ content: 'unlike that of the files' })
    expect(await title()).toBe('From the source')
  })

  it('stays when a file was only touched', async () => {
    await title()
    await tamper()
    await keptLaterThanItsFiles()
    await write('articles/a-1.en.md', articleFile({ title: 'From the source' }).text)
    expect(await title()).toBe('From the saved form')
  })

  it('is told beside the faults that came later, for who must go on', async () => {
    await title()
    await write('articles/a-1.en.md', articleFile({ published: 'soon' }).text)
    expect(await loadCorpus(folder, { cacheFile: saved })).toMatchObject({
      faults: [{ line: 5 }],
      earlier: { articles: [{ title: 'From the source' }] },
    })
  })

  it('is nothing to go on with in another folder', async () => {
    await title()
    expect(await loadCorpus(join(folder, 'articles'), { cacheFile: saved })).not.toHaveProperty('earlier')
  })

  it('does not hide a fault that came later', async () => {
    await title()
    await write('articles/a-1.en.md', articleFile({ published: 'soon' }).text)
    expect(await load()).toEqual([expect.stringMatching(/:5 "published" is not a date/)])
    expect(await savedTitle()).toBe('From the source')
  })

  it.each<[string, (bytes: Buffer) => string | Buffer]>([
    ['is empty', () => ''],
    ['broke off in the middle', bytes => bytes.subarray(0, bytes.length / 2)],
    ['lost its beginning', bytes => bytes.subarray(1)],
    ['is not what was written', () => 'something else, as long as the length that stands at the end'],
    ['has texts that are broken', bytes => Buffer.concat([Buffer.from('no'), bytes.subarray(2)])],
    ['has no corpus', bytes => withHead(bytes, head => ({ ...head, corpus: undefined }))],
    ['is of another maker', bytes => withHead(bytes, head => ({ ...head, maker: 'another' }))],
  ])('is ignored and written anew where it %s', async (_, spoil) => {
    await title()
    await tamper()
    await writeFile(saved, spoil(await readFile(saved)))
    expect(await title()).toBe('From the source')
    expect(await savedTitle()).toBe('From the source')
  })

  it('may be impossible to write, and the corpus is read all the same', async () => {
    await writeFile(dirname(saved), 'a file where the folder should be')
    expect(await title()).toBe('From the source')
  })
})

const write = (place: string, text: string) => writeBelow(folder, place, text)

/** The saved form with another head; its length stands in the last sixteen bytes. */
function withHead(bytes: Buffer, change: (head: Head) => object): Buffer {
  const { head, texts } = partsOf(bytes)
  const changed = Buffer.from(JSON.stringify(change(head)))
  return Buffer.concat([texts, changed, Buffer.from(String(changed.length).padStart(16, '0'))])
}

interface Head {
  maker: string
  corpus: { articles: { title: string }[] }
}

function partsOf(bytes: Buffer): { texts: Buffer; head: Head } {
  const start = bytes.length - 16 - Number(bytes.subarray(-16))
  return { texts: bytes.subarray(0, start), head: JSON.parse(String(bytes.subarray(start, -16))) }
}

const savedHead = async () => partsOf(await readFile(saved)).head

/** Changes a title in the saved form: whoever sees the new title has read the saved form. */
async function tamper(also: { content?: string } = {}): Promise<void> {
  const changed = withHead(await readFile(saved), head => {
    for (const article of head.corpus.articles.slice(0, 1)) article.title = 'From the saved form'
    return { ...head, ...also }
  })
  await writeFile(saved, changed)
}

/** The files were written a moment ago, as if by the tick that the saved form was. */
async function keptLaterThanItsFiles(): Promise<void> {
  const { mtimeMs } = await stat(join(folder, 'articles/a-1.en.md'))
  await utimes(saved, mtimeMs / 1000 + 10, mtimeMs / 1000 + 10)
}

async function load(from = folder): Promise<string[]> {
  const parsed = await loadCorpus(from, { cacheFile: saved })
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
  const parsed = await loadCorpus(folder, { cacheFile: saved })
  return 'corpus' in parsed ? parsed.corpus.articles[0]?.title : undefined
}

const savedTitle = async () => (await savedHead()).corpus.articles[0]?.title
