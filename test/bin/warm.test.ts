// Proves that the documented start tells a Node that is too old in one line, and says nothing on one that will do.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The preload alone, on a Node that says it is this one. */
function preloadedOn(version: string) {
  const versions = `{ value: { ...process.versions, node: '${version}' } }`
  const pretending = `data:text/javascript,Object.defineProperty(process, 'versions', ${versions})`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', pretending, '--import', './src/bin/warm.mjs', '--eval', ''],
    { encoding: 'utf8' },
  )
  return { status, said: stdout + stderr }
}

test('a Node that is too old is told which it is and which is needed', () => {
  for (const version of ['20.20.2', '22.21.0'])
    expect(preloadedOn(version)).toEqual({
      status: 1,
      said: `Daybook needs Node 24 or newer; this is Node ${version} (${process.execPath})\n`,
    })
})

test('any other is told nothing', () => {
  for (const version of ['24.0.0', '26.1.0']) expect(preloadedOn(version)).toEqual({ status: 0, said: '' })
})

test('nothing is imported by name that an older Node does not have', () => {
  // It would end with a SyntaxError, before a line of ours has run.
  expect(readFileSync('src/bin/warm.mjs', 'utf8')).not.toMatch(/import \{[^}]*\} from 'node:module'/)
})
