// Checks that a stricter rule applies to a state made before it: the cached corpus is read again and refused.
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { articleFile, writeBelow } from '../../fixtures/corpus.ts'

/** A copy of the program, to change as a programmer would. */
const copy = mkdtempSync(join(tmpdir(), 'daybook-stale-'))
afterAll(() => rmSync(copy, { recursive: true, force: true }))

beforeAll(async () => {
  for (const name of ['src', 'package.json', 'package-lock.json'])
    cpSync(name, join(copy, name), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
  const corpus = join(copy, 'corpus')
  const original = articleFile({ title: 'The lighthouse is lit' })
  await writeBelow(corpus, original.place, original.text)
  const translation = articleFile({ translatedFrom: 'en' }, { place: 'articles/a-1.vi.md' })
  await writeBelow(corpus, translation.place, translation.text)
})

it('a stricter rule with its format number raised refuses what an earlier start accepted', async () => {
  expect(await start()).toMatchObject({ code: 0, stdout: expect.stringContaining('The lighthouse is lit') })
  // Makes the first rule of the file stricter, which is about a date or address that differs from the original's.
  edit('translation.ts', text =>
    text.replace(
      /export function (\w+)\(/,
      `export const $1 = () =>
        [{ path: 'a-1.vi.md', line: 1, message: 'translations are refused from today' }]

      function earlierRule(`,
    ),
  )
  // Only the number decides: without raising it the cached corpus is used.
  expect(await start()).toMatchObject({ code: 0, stdout: expect.stringContaining('The lighthouse is lit') })
  edit('format.ts', text =>
    text.replace(/(CORPUS_FORMAT = )(\d+)/, (_, name, n) => `${name}${Number(n) + 1}`),
  )
  expect(await start()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('a-1.vi.md:1 translations are refused from today'),
  })
})

/** Changes a file of the corpus room, in whichever folder it is. A missing file is skipped. */
function edit(name: string, change: (text: string) => string): void {
  const room = join(copy, 'src/core/corpus')
  const place = readdirSync(room, { recursive: true, encoding: 'utf8' }).find(each => each.endsWith(name))
  if (place === undefined) return
  const text = readFileSync(join(room, place), 'utf8')
  const changed = change(text)
  expect(changed, `${name} is not as this test expects it`).not.toBe(text)
  writeFileSync(join(room, place), changed)
}

/** Starts the copy as `npm start` does, with the state of earlier starts, and asks for the article. */
function start() {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  const [, ...args] = scripts.start.split(' ')
  const { PATH, HOME } = process.env
  const env = {
    ...{ PATH, HOME, DAYBOOK_ENV_FILE: '/dev/null' },
    ...{ DAYBOOK_CORPUS: join(copy, 'corpus'), DAYBOOK_STATE: join(copy, 'state') },
  }
  return new Promise<{ code: unknown; stdout: string; stderr: string }>(resolve => {
    const child = execFile(process.execPath, args, { cwd: copy, env }, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    )
    child.stdin?.end('/article a-1\n')
  })
}
