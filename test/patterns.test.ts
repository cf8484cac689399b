// Checks every regular expression in src/: none takes exponential time, and quadratic ones only see short input.

import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { posix } from 'node:path'
import { type Node, parse } from 'acorn'
import { analyse } from 'scslre'
import { describe, expect, it } from 'vitest'

interface Pattern {
  /** File and line. */
  at: string
  source: string
  flags: string
}

const found: Pattern[] = []
/** Patterns that are built while the program runs, as file and source. */
const dynamic: string[] = []

for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.ts')) continue
  const path = posix.join('src', name.replaceAll('\\', '/'))
  const code = stripTypeScriptTypes(readFileSync(path, 'utf8'))
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, regex, start, end, callee } = node as Node & {
      regex?: { pattern: string; flags: string }
      callee?: { name?: string }
    }
    const at = `${path}:${code.slice(0, start).split('\n').length}`
    if (regex) found.push({ at, source: regex.pattern, flags: regex.flags })
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp')
      dynamic.push(`${path} ${code.slice(start, end)}`)
    for (const value of Object.values(node)) visit(value)
  }
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))
}

const slow = ({ source, flags }: Pattern) =>
  // Patterns that only restart at each position of the input (Move) are quadratic at most; look for them too.
  analyse({ source, flags }, { reportTypes: { Move: true } }).reports

/**
 * Where a pattern may be quadratic: the core sees a curator's own files, and typed text cut to MAX_INPUT_UNITS;
 * renderers see our own messages; the terminal and the programs see their own user.
 */
const seesLittle = /^src\/(app|bin|core|import|adapters\/console)\/|^src\/adapters\/[a-z]+\/render\.ts/

/** Where patterns are built from the program's own words: for curators' texts, and from the bot's own name. */
const ownWords =
  /^src\/(core\/(answers\/finders|calendar|corpus|languages|search\/coreference|summary|text)|import)\/|^src\/adapters\/telegram\/invocation\.ts/

describe('the patterns of src/', () => {
  it('are all found', () => {
    expect(found.length).toBeGreaterThan(50)
  })

  it('are never exponential', () => {
    const exponential = found.filter(pattern => slow(pattern).some(report => report.exponential))
    expect(exponential).toEqual([])
  })

  it('are linear where input may be long', () => {
    expect(found.filter(({ at }) => !seesLittle.test(at)).filter(each => slow(each).length > 0)).toEqual([])
  })

  it('contain nothing that somebody typed if they are built at run time', () => {
    expect(dynamic.filter(each => !ownWords.test(each))).toEqual([])
  })
})

describe('the search for slow patterns', () => {
  it.each([
    ['exponential', '^(a+)+$'],
    ['polynomial', '^a*a*$'],
    ['polynomial from any place', 'a+$'],
  ])('finds one that is %s', (_, source) => {
    expect(slow({ at: '', source, flags: '' })).not.toEqual([])
  })
})
