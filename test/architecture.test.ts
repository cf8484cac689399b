// Checks the rules of ARCHITECTURE.md: which rooms of src/ may import which, and the size and names of files.

import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { circlesIn, importsOf, namesIn, type Source, sourcesBelow } from './sources.ts'

/** The rooms of src/ with their floors, from the table on that page. A room is a folder or a file. */
const floors = new Map(
  [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| (\d+) \| `([^`]+)` \|/gm)].map(
    ([, floor, room = '']) => [room, Number(floor)],
  ),
)

/** Folders with more files than fit on a page, each for a reason. */
const MAX_FILES = 13
const largeFolders: Record<string, string> = {
  'src/core/commands': 'one file a command, and the list of them',
  'src/adapters/storage': 'one contract over two databases',
}

/** Names with more than two meanings that are still there. This list only gets shorter. */
const ambiguousNames = new Set<string>()

const sources = sourcesBelow('src')

/** Returns what breaks the rule in a file. */
type Rule = (source: Source) => string[]

/** Each rule, with a file that breaks it. If the checker misses that, it would miss it in src/ too. */
const rules: [name: string, rule: Rule, broken: Source][] = [
  [
    'every file is in a room of ARCHITECTURE.md',
    ({ path }) => (roomOf(path) ? [] : ['is in no room']),
    { path: 'src/core/x.ts', text: '// Nowhere.\n' },
  ],
  [
    'imports go down, or stay in the room',
    source => {
      const room = roomOf(source.path)
      const isBelow = (other: string) => (floors.get(other) ?? Infinity) < (floors.get(room) ?? 0)
      return imports(path => {
        const other = roomOf(path)
        return path.startsWith('src/') && other !== room && !isBelow(other)
      })(source)
    },
    { path: 'src/core/bot/x.ts', text: "import type {\n  Platform,\n} from '../platform.ts'" },
  ],
  [
    'the core imports no library of a platform, a database or a scheduler, and starts no process or server',
    inCore(
      imports(name =>
        /^(grammy|discord\.js|pg|node-cron|@napi-rs|@(grammyjs|discordjs)\/.*|(node:)?(sqlite|child_process|https?|http2|net))(\/|$)/.test(
          name,
        ),
      ),
    ),
    { path: 'src/core/delivery/x.ts', text: "const { schedule } = await import('node-cron')" },
  ],
  [
    'the core never reads the environment',
    inCore(mentions(/\bprocess\b\s*\.\s*env|\bprocess\.argv|from 'node:process'/)),
    { path: 'src/core/x.ts', text: 'const folder = process.env.DAYBOOK_CORPUS' },
  ],
  [
    'the core asks no clock but the one it is given',
    inCore(mentions(/\bDate\.now\b|\bnew Date\(|\bTemporal\.Now\b|\bperformance\.now\b/)),
    { path: 'src/core/x.ts', text: 'const today = Temporal.Now.plainDateISO()' },
  ],
  [
    'the core leaves nothing to chance',
    inCore(mentions(/\bMath\.random\b|\brandom(Bytes|UUID|Int|Fill|FillSync)\b|\bgetRandomValues\b/)),
    { path: 'src/core/x.ts', text: "import { randomUUID } from 'node:crypto'" },
  ],
  [
    'no adapter imports another',
    source => {
      const own = adapterOf(source.path)
      return own ? imports(path => ![own, ''].includes(adapterOf(path)))(source) : []
    },
    { path: 'src/adapters/console/x.ts', text: "export { openSqlite } from '../storage/sqlite.ts'" },
  ],
  [
    'every file begins with a comment that says what it does',
    ({ text }) => (/^(\/\/|\/\*\*?) ?\S/.test(text) ? [] : ['begins without a comment']),
    { path: 'src/core/x.ts', text: "import { z } from 'zod'\n// Too late.\n" },
  ],
  [
    'no file is longer than 300 lines',
    ({ text }) => {
      const lines = text.replace(/\n$/, '').split('\n').length
      return lines > 300 ? [`has ${lines} lines`] : []
    },
    { path: 'src/core/x.ts', text: '// Long.\n'.repeat(301) },
  ],
]

describe('in src/', () => {
  it.each(rules)('%s', (_, rule) => {
    expect(violations(rule, sources)).toEqual([])
  })
})

describe('the tree', () => {
  it('has every room of ARCHITECTURE.md', () => {
    expect(floors.size).toBeGreaterThan(15)
    expect([...floors.keys()].filter(room => !existsSync(`src/${room}`))).toEqual([])
  })

  it('has no circle of imports, types counted', () => {
    expect(circlesIn(sources)).toEqual([])
  })

  it('has no large folder without a reason', () => {
    const sizes = Map.groupBy(sources, ({ path }) => posix.dirname(path))
    const large = [...sizes].filter(([, files]) => files.length > MAX_FILES).map(([folder]) => folder)
    expect(large.filter(folder => !largeFolders[folder])).toEqual([])
    expect(Object.keys(largeFolders).filter(folder => !large.includes(folder))).toEqual([])
  })

  it('has no name with more than two meanings', () => {
    const ambiguous = [...meaningsIn(sources)].filter(([, places]) => places.size > 2)
    const described = ambiguous.map(([name, places]) => `${name}: ${[...places].join(' ')}`)
    expect(described.filter(each => !ambiguousNames.has(each.split(':')[0] ?? ''))).toEqual([])
    const names = new Set(ambiguous.map(([name]) => name))
    expect([...ambiguousNames].filter(name => !names.has(name))).toEqual([])
  })
})

describe('the checker', () => {
  it.each(rules)('finds a file that breaks the rule: %s', (_, rule, broken) => {
    expect(violations(rule, [broken])).toEqual([expect.stringContaining(`${broken.path}: `)])
  })

  it('reads every kind of import', () => {
    const text = [
      "import a from './a.ts'",
      "import type {\n  B,\n} from '../b.ts'",
      "import './c.ts'",
      "export * from './d.ts'",
      "const e = await import('./e.ts')",
      'import f from "grammy"',
    ].join('\n')
    expect(importsOf({ path: 'src/core/commands/x.ts', text })).toEqual([
      ...['a', 'b', 'c', 'd', 'e'].map(name => `src/core/${name === 'b' ? '' : 'commands/'}${name}.ts`),
      'grammy',
    ])
  })

  it('finds circles of types and of dynamic imports', () => {
    const file = (name: string, text: string) => ({ path: `src/${name}.ts`, text })
    const circle = [
      file('a', "import type { B } from './b.ts'"),
      file('b', "const c = await import('./c.ts')"),
      file('c', "export * from './a.ts'\nimport './d.ts'"),
      file('d', ''),
    ]
    expect(circlesIn(circle)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts']])
    expect(circlesIn(circle.slice(1))).toEqual([])
  })

  it('finds a name with three meanings, but not one in files of the same name in sibling folders', () => {
    const file = (path: string) => ({ path: `src/${path}`, text: 'export const limit = 3\n' })
    expect([
      ...(meaningsIn([file('a.ts'), file('b.ts'), file('core/c.ts')]).get('limit') ?? []),
    ]).toHaveLength(3)
    const packs = ['en', 'vi', 'km'].map(tag => file(`core/languages/${tag}/words.ts`))
    expect([...(meaningsIn(packs).get('limit') ?? [])]).toEqual(['src/core/languages/*/words.ts'])
  })

  it('reads the files of the core and of the adapters', () => {
    const paths = sources.map(source => source.path)
    expect(paths).toEqual(
      expect.arrayContaining(['src/bin/start.ts', 'src/core/bot/bot.ts', 'src/core/ports.ts']),
    )
    expect(paths.some(path => adapterOf(path))).toBe(true)
  })
})

const violations = (rule: Rule, among: readonly Source[]) =>
  among.flatMap(source => rule(source).map(what => `${source.path}: ${what}`))

function inCore(rule: Rule): Rule {
  return source => (source.path.startsWith('src/core/') ? rule(source) : [])
}

function imports(isForbidden: (target: string) => boolean): Rule {
  return source =>
    importsOf(source)
      .filter(isForbidden)
      .map(target => `imports ${target}`)
}

function mentions(pattern: RegExp): Rule {
  return ({ text }) => {
    const found = pattern.exec(text)
    return found ? [`mentions ${found[0]} in line ${text.slice(0, found.index).split('\n').length}`] : []
  }
}

/** The room of a path of src/; empty if it is in none. */
function roomOf(path: string): string {
  const place = path.replace(/^src\//, '')
  return [...floors.keys()].find(room => place === room || place.startsWith(`${room}/`)) ?? ''
}

/** The adapter folder of a path; empty for a path elsewhere. */
function adapterOf(path: string): string {
  return /^src\/adapters\/([^/]+)/.exec(path)?.[1] ?? ''
}

/** A platform may sort its files into rooms of its own. */
const siblings = /^(src\/(?:core\/languages\/|adapters\/(?=console|discord|telegram)))(?:[^/]+\/)+/

/**
 * Names that modules define, with the places of their meanings. Language packs and platform adapters have the same
 * roles in files of the same name, so a name there has one meaning.
 */
function meaningsIn(among: readonly Source[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>()
  for (const source of among) {
    const role = source.path.replace(siblings, '$1*/')
    for (const name of namesIn(source)) places.set(name, (places.get(name) ?? new Set()).add(role))
  }
  return places
}
