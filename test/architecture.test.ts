// Who may know whom in src/: the core knows no platform, no environment, no clock and no chance; adapters know the core.
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Source {
  /** From the repository's root, with forward slashes. */
  path: string
  text: string
}
/** Says what in a file breaks the rule. */
type Rule = (source: Source) => string[]

const sources: Source[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(name => posix.join('src', name.replaceAll('\\', '/')))
  .filter(path => path.endsWith('.ts'))
  .map(path => ({ path, text: readFileSync(path, 'utf8') }))

/** Each rule, with a file that breaks it: what the checker overlooks there it would overlook in src/ too. */
const rules: [name: string, rule: Rule, broken: Source][] = [
  [
    'the core imports no adapter, no configuration and no composition root',
    inCore(imports(path => /^src\/(adapters\/|config\/|[^/]+\.ts$)/.test(path))),
    { path: 'src/core/bot.ts', text: "import {\n  openSqlite,\n} from '../adapters/storage/sqlite.ts'" },
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
    'only the programs (main with serve and wiring, operate, backup) import more than one folder of adapters, and no adapter imports another',
    source => {
      if (/^src\/(main|serve|wiring|operate|backup)\.ts$/.test(source.path)) return []
      const own = adapterOf(source.path)
      const folders = new Set(importsOf(source).map(adapterOf).concat(own).filter(Boolean))
      return folders.size > 1 ? [`knows ${[...folders].sort().join(' and ')}`] : []
    },
    {
      path: 'src/adapters/console/x.ts',
      text: "export { openSqlite } from '../storage/sqlite.ts'",
    },
  ],
  [
    'messages and the calendar know neither commands nor deliveries nor the bot',
    source =>
      /^src\/core\/(message|calendar)\//.test(source.path)
        ? imports(path => /^src\/core\/(commands\/|delivery\/|bot\.ts$)/.test(path))(source)
        : [],
    { path: 'src/core/message/x.ts', text: "import type { Store } from '../delivery/ledger.ts'" },
  ],
  [
    'within the core only the bot and the commands themselves know commands',
    inCore(source =>
      /^src\/core\/(commands\/|bot\.ts$)/.test(source.path)
        ? []
        : imports(path => path.startsWith('src/core/commands/'))(source),
    ),
    { path: 'src/core/search/x.ts', text: "import '../commands/list.ts'" },
  ],
  [
    'every file opens with a comment that says what it is for',
    ({ text }) => (/^(\/\/|\/\*\*?) ?\S/.test(text) ? [] : ['opens without a comment']),
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

describe('the checker', () => {
  it.each(rules)('sees where it is broken that %s', (_, rule, broken) => {
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

  it('reads the files of the core and of the adapters', () => {
    const paths = sources.map(source => source.path)
    expect(paths).toEqual(
      expect.arrayContaining(['src/bin/start.ts', 'src/core/bot.ts', 'src/core/corpus/parse.ts']),
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

/** What a file imports: paths from the repository's root, and the names of packages. */
function importsOf({ path, text }: Source): string[] {
  const targets = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g)
  return [...targets].map(([, , target = '']) =>
    target.startsWith('.') ? posix.join(posix.dirname(path), target) : target,
  )
}

/** The folder of adapters that a path is in; empty for a path elsewhere. */
function adapterOf(path: string): string {
  return /^src\/adapters\/([^/]+)/.exec(path)?.[1] ?? ''
}
