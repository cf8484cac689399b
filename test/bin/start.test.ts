// Checks the whole program behind pipes: its answers, its one post a year, and how it ends.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { anniversaryFile, archiveFile, articleFile } from '../fixtures/corpus.ts'
import { newState, runOver, start } from '../terminal.ts'

const at = (moment: string) => ['--now', moment]
const clean = { code: 0, err: '' }

describe('a pipe', () => {
  test('is answered line by line, in order, as plain text', async () => {
    const { out, ...end } = await runOver('/summary\n3\n/upcoming\nno such words\n')
    expect(end).toEqual(clean)
    const answers = ['Which article', '— AKP', 'Coming anniversaries', '“no such words”']
    const places = answers.map(answer => out.indexOf(answer))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(out).not.toContain('\u001b')
  })

  test('with a number while no list is open is told that there is no choice', async () => {
    const { out, ...end } = await runOver('1\n')
    expect(end).toEqual(clean)
    expect(out.trim()).toBe(
      'There is nothing to choose from here. To search for the number, write /search 1.',
    )
  })

  test('is answered before it ends', async () => {
    const program = start()
    program.write('/help\n')
    await program.says('Commands')
    program.write('/upcoming\n')
    await program.says('Coming anniversaries')
    expect(await program.end()).toMatchObject(clean)
  })

  test.each([
    ['without a newline at its end', '/help'],
    ['with the newlines of Windows', '/help\r\n'],
    ['with empty lines', '\n  \n/help\n\n'],
  ])('%s gets one answer', async (_, input) => {
    const { out, ...end } = await runOver(input)
    expect(end).toEqual(clean)
    expect(out.match(/Commands/g)).toHaveLength(1)
  })

  test('without lines gets no answer on a quiet day', async () => {
    expect(await runOver('')).toEqual({ ...clean, out: '' })
  })
})

describe('7 January', () => {
  test('is posted when its hour comes, and not again by the next start', async () => {
    const state = newState()
    const program = start({ state, args: at('2027-01-07T06:59:58+07:00') })
    await program.says('48th anniversary')
    const { out, ...end } = await program.end()
    expect(end).toEqual(clean)
    expect(out).not.toContain('late')
    const again = await runOver('/settings\n', { state, args: at('2027-01-07T07:30:00+07:00') })
    expect(again.out).toContain('Next post: 7 January 2028')
    expect(again.out).not.toContain('48th anniversary')
  })

  test('is posted once after a late start, and says that it is late', async () => {
    const state = newState()
    const { out, ...end } = await runOver('', { state, args: at('2027-01-07T09:00:00+07:00') })
    expect(end).toEqual(clean)
    expect(out.match(/48th anniversary/g)).toHaveLength(1)
    expect(out).toContain('This post is late: it was due on 7 January 2027 at 07:00')
    const again = await runOver('', { state, args: at('2027-01-07T09:30:00+07:00') })
    expect(again).toEqual({ ...clean, out: '' })
  })

  test('is over in February', async () => {
    const end = await runOver('', { args: at('2027-02-01T07:00:00+07:00') })
    expect(end).toEqual({ ...clean, out: '' })
  })
})

describe('what cannot be used', () => {
  test('a corpus with faults: each is printed with its file and line', async () => {
    const corpus = mkdtempSync(join(tmpdir(), 'daybook-corpus-'))
    onTestFinished(() => rmSync(corpus, { recursive: true }))
    const files = [
      articleFile(),
      anniversaryFile({ recurrence: '{ yearly: "02-30" }', since: '1979-13-01' }),
      archiveFile({ zone: 'Nowhere/Land' }),
    ]
    for (const { place, text } of files) {
      mkdirSync(dirname(join(corpus, place)), { recursive: true })
      writeFileSync(join(corpus, place), text)
    }
    const { code, out, err } = await runOver('/help\n', { env: { DAYBOOK_CORPUS: corpus } })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    const lines = err.trim().split('\n')
    expect(lines.at(-1)).toBe('The corpus has 3 faults and was not loaded.')
    expect(lines.slice(0, -1).map(line => line.split(' ')[0])).toEqual([
      `${corpus}/anniversaries/the-day.yaml:2`,
      `${corpus}/anniversaries/the-day.yaml:3`,
      `${corpus}/archive.yaml:2`,
    ])
  })

  test.each<[string, { env?: Record<string, string>; args?: string[] }, number, RegExp]>([
    [
      'a corpus that is not there',
      { env: { DAYBOOK_CORPUS: '/nowhere' } },
      1,
      /^\/nowhere:1 .*no such folder/,
    ],
    ['a file as the state', { env: { DAYBOOK_STATE: 'package.json' } }, 1, /package\.json.*cannot be used/],
    ['an unknown flag', { args: ['--nwo'] }, 2, /--nwo.*\nEvery setting: npm start -- --help\n$/],
    [
      'a moment without an offset',
      { args: ['--now', '2027-01-07T07:00'] },
      2,
      /^--now .* with an offset.*\nEvery/,
    ],
    [
      'a misspelt variable',
      { env: { TELEGRAM_TOKN: '1:abcdef' } },
      2,
      /^TELEGRAM_TOKN is not .*: did you mean TELEGRAM_TOKEN\?\nEvery/,
    ],
  ])('%s is reported, and nothing starts', async (_, given, code, message) => {
    const end = await runOver('/help\n', given)
    expect(end).toEqual({ code, out: '', err: expect.stringMatching(message) })
    expect(end.err).not.toMatch(/^ +at /m)
  })

  test('--help explains the flags, and leaves no state behind', async () => {
    const state = newState()
    const { out, ...end } = await runOver('', { state, args: ['--help'] })
    expect(end).toEqual(clean)
    expect(out).toMatch(/^usage:/)
    expect(readdirSync(state)).toEqual([])
  })
})

describe('an end from outside', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s is clean, and the state stays usable', async signal => {
    const state = newState()
    const program = start({ state })
    program.write('/unsubscribe\n')
    await program.says('No more posts here')
    program.child.kill(signal)
    expect(await program.gone).toMatchObject(clean)
    const next = await runOver('/settings\n', { state })
    expect(next.out).toContain('This chat is not subscribed to anything.')
  })

  test('by a reader that closes the pipe is no error', async () => {
    const program = start()
    program.write('/help\n')
    await program.says('Commands')
    program.child.stdout?.destroy()
    program.write('/help\n'.repeat(50))
    expect(await program.gone).toMatchObject(clean)
  })
})
