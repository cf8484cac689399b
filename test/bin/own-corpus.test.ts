// Follows docs/corpus.md to make an operator's own corpus, from an empty folder to answers and posts, then fifty articles.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeBelow } from '../fixtures/corpus.ts'
import { newState, runOver } from '../terminal.ts'

interface Block {
  language: string
  /** The path of the file, if the block is one. */
  place: string
  text: string
}

/** The fenced blocks of the first part, in order. */
const blocks: Block[] = [
  ...(readFileSync('docs/corpus.md', 'utf8').split('\n## The fields of an article')[0] ?? '').matchAll(
    /^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm,
  ),
].map(([, language = '', place = '', text = '']) => ({ language, place, text }))

/** A folder with only the program in it, in which the commands of the page are run. */
const ground = mkdtempSync(join(tmpdir(), 'daybook-own-'))
afterAll(() => rmSync(ground, { recursive: true, force: true }))

/** The output of each command of the page. */
const said: string[] = []

beforeAll(async () => {
  for (const name of ['src', 'node_modules', 'package.json'])
    symlinkSync(join(process.cwd(), name), join(ground, name))
  for (const { language, place, text } of blocks)
    if (language === 'sh') {
      const { status, stdout, stderr } = spawnSync(text, {
        shell: true,
        cwd: ground,
        encoding: 'utf8',
        env: { ...process.env, TELEGRAM_TOKEN: '', DISCORD_TOKEN: '', DATABASE_URL: '' },
      })
      expect(status, `${text}${stderr}`).toBe(0)
      said.push(stdout)
    } else await writeBelow(ground, place, text)
}, 60_000)

describe('the page', () => {
  it('makes a valid corpus', () => {
    expect(said[1]).toContain('harbour: 1 article, 1 anniversary')
  })

  it('gets an answer with its speaker, and the coming anniversary', () => {
    expect(said[2]).toContain('No ship has been lost since the works began.')
    expect(said[2]).toContain('— Ines Moreira')
    expect(said[2]).toContain('3 May')
  })

  it('sees the post arrive at the hour of the archive', () => {
    expect(said[3]).toContain('125th anniversary')
    expect(said[3]).not.toContain('late')
  })
})

describe('fifty articles of that history', () => {
  const corpus = join(ground, 'fifty')
  const program = (line: string, args = ['--now', '2027-03-01T12:00:00Z'], state = newState()) =>
    runOver(line, { state, args, env: { DAYBOOK_CORPUS: corpus } })

  beforeAll(async () => {
    mkdirSync(corpus)
    const article = blocks.find(({ language }) => language === 'markdown')
    const archive = blocks.find(({ place }) => place.endsWith('archive.yaml'))
    const day = blocks.find(({ place }) => place.endsWith('lighthouse.yaml'))
    if (!article || !archive || !day) throw new Error('the page lacks a file')
    await writeBelow(corpus, 'archive.yaml', archive.text)
    await writeBelow(corpus, 'anniversaries/lighthouse.yaml', day.text)
    for (let year = 1902; year < 1952; year++)
      await writeBelow(
        corpus,
        `articles/gazette-${year}.en.md`,
        article.text
          .replaceAll('1902', String(year))
          .replace('The lighthouse is lit', `The lighthouse in ${year}`)
          .replaceAll('Ines Moreira', `Keeper ${String.fromCharCode(65 + (year % 26))}lba`),
      )
  })

  it('are found, summarised and cited', async () => {
    const { out, code } = await program('/search mole\n/summary gazette-1931\n/who Keeper Hlba\n')
    expect(code).toBe(0)
    expect(out).toContain('50 articles for “mole”')
    expect(out).toContain('Northport Gazette, 10 May 1931')
    expect(out).toContain('the first keeper of the lighthouse')
  })

  it('are remembered: once, at the hour, and late after it', async () => {
    const state = newState()
    const late = await program('', ['--now', '2027-05-03T12:00:00+01:00'], state)
    expect(late.out.match(/125th anniversary/g)).toHaveLength(1)
    expect(late.out).toContain('This post is late: it was due on 3 May 2027 at 08:30 (Europe/Lisbon)')
    expect((await program('', ['--now', '2027-05-03T12:30:00+01:00'], state)).out).toBe('')
  })

  it('know nothing of another history', async () => {
    const { out } = await program('/search Phnom Penh\n/sources\n/help\n/subscribe\n/preview\n')
    expect(out).not.toMatch(/Cambodia|Vietnam|Khmer Rouge|January 7|7 January/)
    expect(out).toContain('the Northport Gazette')
  })
})
