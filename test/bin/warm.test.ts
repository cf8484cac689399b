// Checks that the documented start refuses a Node that is too old in one line, and prints nothing on any other.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Runs the preload alone, on a Node that claims to be this version. */
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

test('on a Node that is too old the message names its version and the one needed', () => {
  for (const version of ['20.20.2', '22.21.0'])
    expect(preloadedOn(version)).toEqual({
      status: 1,
      said: `Daybook needs Node 24 or newer; this is Node ${version} (${process.execPath})\n`,
    })
})

test('on any other Node nothing is printed', () => {
  for (const version of ['24.0.0', '26.1.0']) expect(preloadedOn(version)).toEqual({ status: 0, said: '' })
})

test('no name is imported that an older Node lacks', () => {
  // It would end with a SyntaxError, before a line of ours has run.
  expect(readFileSync('src/bin/warm.mjs', 'utf8')).not.toMatch(/import \{[^}]*\} from 'node:module'/)
})
