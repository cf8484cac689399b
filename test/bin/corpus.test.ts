// Checks that `npm run corpus -- check` shows a curator what a corpus holds, or everything that is wrong with it.

import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anniversaryFile, articleFile, writeBelow } from '../fixtures/corpus.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-check-'))
})

afterEach(() => rm(folder, { recursive: true }))

describe('the check of a corpus', () => {
  it('says what the corpus holds and succeeds', async () => {
    expect(await curate(['check', 'data'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^data: 5 articles, 10 translations, 3 anniversaries, \d+ names; no faults\.\n$/,
      ),
      stderr: '',
    })
  })

  it('checks the corpus of this repository if no folder is named', async () => {
    expect(await curate(['check'])).toEqual(await curate(['check', 'data']))
  })

  it('checks the folder of DAYBOOK_CORPUS if no other is named', async () => {
    await write('articles/a-1.en.md', articleFile().text)
    await write('articles/b-2.en.md', articleFile().text)
    const { code, stdout } = await curate(['check'], { DAYBOOK_CORPUS: folder })
    expect([code, stdout]).toEqual([0, `${folder}: 2 articles, 0 anniversaries, 0 names; no faults.\n`])
  })

  it('lists every fault, one line each, and fails', async () => {
    await write('articles/a-1.en.md', articleFile({ published: 'soon' }, { body: '<b>' }).text)
    await write('names.yaml', 'Hun Sen')
    expect(await curate(['check', folder])).toEqual({
      code: 1,
      stdout: '',
      stderr: [
        `${join(folder, 'articles/a-1.en.md')}:5 "published" is not a date (2023-01-09, 2014-01 or 2014)`,
        `${join(folder, 'articles/a-1.en.md')}:8 raw HTML is not allowed in an article`,
        `${join(folder, 'names.yaml')}:1 the file is not a list`,
        '3 faults: this corpus would not load.\n',
      ].join('\n'),
    })
  })

  it('warns of a day that is still to come, and succeeds', async () => {
    await write('articles/a-1.en.md', articleFile().text)
    const future = { recurrence: '{ yearly: "05-03" }', since: '9031-05-03' }
    await write('anniversaries/the-day.yaml', anniversaryFile(future).text)
    const { code, stdout } = await curate(['check', folder])
    expect([code, stdout.split('\n')]).toEqual([
      0,
      [
        `${folder}: 1 article, 1 anniversary, 0 names; no faults.`,
        'warning: anniversaries/the-day: "since" is in the future. Nothing is posted before 9031-05-03; check the year.',
        '',
      ],
    ])
  })

  it('counts a single fault as one', async () => {
    const { code, stderr } = await curate(['check', join(folder, 'missing')])
    expect([code, stderr]).toEqual([
      1,
      `${join(folder, 'missing')}:1 there is no such folder\n1 fault: this corpus would not load.\n`,
    ])
  })

  it.each([
    [[], ''],
    [['chekc'], ''],
    [['check', 'data', 'more'], ''],
    [['import'], 'FILE or URL is missing: the text to import\n'],
    [['import', 'a', 'b'], 'only one FILE or URL at a time; too many: b\n'],
    [['import', 'a', '--into', 'b'], "Unknown option '--into'\n"],
    [['import', 'a'], '--to FOLDER is missing: the corpus to write the article into\n'],
    [
      ['import', 'a', '--to', 'b', '--date', '10.1.1904'],
      '--date 10.1.1904 is not a date such as 2014-01-07, 2014-01 or 2014\n',
    ],
    [['import', 'a', '--title'], "Option '--title <value>' argument missing\n"],
  ])('says what is wrong and prints its usage when called with %j', async (words, wrong) => {
    const { code, stdout, stderr } = await curate(words)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr.startsWith(`${wrong}usage: npm run corpus -- check [folder]\n`), stderr).toBe(true)
  })
})

const write = (place: string, text: string) => writeBelow(folder, place, text)

function curate(words: string[], environment: NodeJS.ProcessEnv = {}) {
  const { DAYBOOK_CORPUS: _, ...inherited } = process.env
  return new Promise<{ code: unknown; stdout: string; stderr: string }>(resolve => {
    execFile(
      process.execPath,
      ['src/bin/corpus.ts', ...words],
      { env: { ...inherited, ...environment } },
      (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }),
    )
  })
}
