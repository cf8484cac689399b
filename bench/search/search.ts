// Measures search on known-item queries: all engines in one run, our cost at three sizes, and what each part adds.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { variantKinds } from '../../src/core/search/query/variants.ts'
import { round, type Table } from '../table.ts'
import { engines, indexOf, oursWithout } from './engines.ts'
import { measure, row } from './measure.ts'
import type { Cost } from './scale.ts'
import { type Query, readSet, type SearchSet } from './set.ts'

const sizes = [2000, 10_000, 100_000]
/** Fuse takes seconds for a query, so it gets only the first few of each kind. */
const SLOW_ENGINE = 'Fuse, token search'
const QUERIES_OF_EACH_KIND = 5

export async function search(folder = '../shared/bench/search', ablate = false): Promise<Table[]> {
  const set = readSet(folder)
  if (!set) {
    console.log(`search: skipped, no set in ${folder} (choose a folder with --set)`)
    return []
  }
  return ablate ? [parts(set)] : [...compared(set), await atSizes(folder)]
}

function compared(set: SearchSet): Table[] {
  const size = `${set.articles.length} articles, ${set.queries.length} queries`
  const sample = firstOfEachKind(set.queries)
  const rows = Object.entries(engines).map(([name, build]) => ({
    name,
    measured: measure(build(set), name === SLOW_ENGINE ? sample : set.queries),
  }))
  const own = rows.find(({ name }) => name === 'ours')?.measured
  const engine = engines.ours?.(set)
  if (!own || !engine) throw new Error('our own engine is missing')
  const half = (odd: number) =>
    measure(
      engine,
      set.queries.filter((_, at) => at % 2 === odd),
    )
  return [
    {
      title: `Success at 1 / at 5 by kind: ${size}; ${SLOW_ENGINE} with ${sample.length} of the queries`,
      goal: 'clean .96/1.0, typo1 .94/.98, typo2 .86/.93, prefix .85/.95, nodiacritics .94/1.0, space .90/.96, alias .80/.92, inflect .88/.97, nonsense at most .03',
      rows: rows.map(({ name, measured }) => row(name, measured)),
    },
    {
      title: 'Ours by half: queries with even and with odd numbers',
      rows: [row('even', half(0)), row('odd', half(1))],
    },
    {
      title: `Time of an answer: ${size}`,
      goal: 'p50 3 ms, p99 15 ms and below MiniSearch, 400 times faster than Fuse',
      rows: rows.map(({ name, measured: { p50, p99, cpu50, cpu99 } }) => ({
        engine: name,
        'p50 ms': p50,
        'p99 ms': p99,
        'p50 CPU ms': cpu50,
        'p99 CPU ms': cpu99,
        'p50 to ours': round(p50 / own.p50, 1),
        'p99 to ours': round(p99 / own.p99, 1),
      })),
    },
  ]
}

const firstOfEachKind = (queries: readonly Query[]): Query[] =>
  Object.values(Object.groupBy(queries, ({ kind }) => kind)).flatMap(list =>
    (list ?? []).slice(0, QUERIES_OF_EACH_KIND),
  )

/** Two processes for each size, one that builds and one that opens again, so that memory is the index's alone. */
async function atSizes(folder: string): Promise<Table> {
  const state = mkdtempSync(join(tmpdir(), 'daybook-bench-'))
  try {
    const rows = sizes.map(size => {
      const saved = join(state, `${size}.index`)
      const built = cost(folder, size, saved, 'ask')
      const again = cost(folder, size, saved, '')
      const { clean, typo1 } = built.measured?.success ?? {}
      return {
        articles: size,
        clean: `${clean?.at1}/${clean?.at5}`,
        typo1: `${typo1?.at1}/${typo1?.at5}`,
        'p50 ms': built.measured?.p50 ?? '',
        'p99 ms': built.measured?.p99 ?? '',
        'p99 CPU ms': built.measured?.cpu99 ?? '',
        'build s': built.s,
        'CPU s': built.cpu,
        'first answers s': built.first,
        MB: built.MB,
        'opened again s': again.s,
        'CPU s again': again.cpu,
        'MB again': again.MB,
      }
    })
    return {
      title: 'Ours by size; beyond the size of the set, articles are mixed from passages that no query seeks',
      goal: 'p99 15, 25, 95 ms; at 100,000 clean .88, typo1 .83, build 15 s, under 200 MB, opened again in 2 s',
      rows,
    }
  } finally {
    rmSync(state, { recursive: true, force: true })
  }
}

function cost(folder: string, size: number, saved: string, what: string): Cost {
  const script = new URL('scale.ts', import.meta.url).pathname
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', script, folder, String(size), saved, what],
    { encoding: 'utf8', maxBuffer: 1 << 24 },
  )
  if (!stdout) throw new Error(`no figures for ${size} articles: ${stderr}`)
  return JSON.parse(stdout) as Cost
}

/** Disables each part in turn: what the results lose is what the part adds. */
function parts(set: SearchSet): Table {
  const index = indexOf(set)
  const off = [...variantKinds.filter(kind => kind !== 'exact'), 'adjacent', 'passage', 'title', 'accents']
  return {
    title: 'Ours with one part disabled at a time: success at 1 / at 5',
    rows: [
      row('all parts', measure(oursWithout(index, new Set()), set.queries)),
      ...off.map(part => row(`without ${part}`, measure(oursWithout(index, new Set([part])), set.queries))),
    ],
  }
}
