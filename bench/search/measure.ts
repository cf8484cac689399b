// Measures the success and the time of an engine over queries.

import { percentile, round } from '../table.ts'
import type { Engine } from './engines.ts'
import type { Query } from './set.ts'

export interface Measured {
  /** By kind: the share of queries whose article comes first, and among the first five. */
  success: Record<string, { queries: number; at1: number; at5: number }>
  /** Mean reciprocal rank within ten, over queries that have an answer. */
  mrr: number
  /** The share of nonsense queries that were answered. */
  answered: number
  p50: number
  p99: number
  /** Processor time: what it would take if nothing else ran. */
  cpu50: number
  cpu99: number
}

export function measure(engine: Engine, queries: readonly Query[]): Measured {
  const success: Measured['success'] = {}
  const times: number[] = []
  const used: number[] = []
  let [reciprocal, seeking, nonsense, answered] = [0, 0, 0, 0]
  // Warm-up: the engine compiles the code during the first calls.
  for (const { query, lang } of queries.slice(0, 30)) engine(query, lang)
  for (const { query, kind, relevant, lang } of queries) {
    const begun = performance.now()
    const before = process.threadCpuUsage()
    const ids = engine(query, lang)
    const { user, system } = process.threadCpuUsage(before)
    times.push(performance.now() - begun)
    used.push((user + system) / 1000)
    if (relevant.length === 0) {
      nonsense++
      if (ids.length > 0) answered++
      continue
    }
    const place = ids.findIndex(id => relevant.includes(id))
    success[kind] ??= { queries: 0, at1: 0, at5: 0 }
    const counts = success[kind]
    counts.queries++
    seeking++
    if (place === 0) counts.at1++
    if (place >= 0 && place < 5) counts.at5++
    if (place >= 0 && place < 10) reciprocal += 1 / (place + 1)
  }
  for (const counts of Object.values(success)) {
    counts.at1 = round(counts.at1 / counts.queries, 3)
    counts.at5 = round(counts.at5 / counts.queries, 3)
  }
  return {
    success,
    mrr: round(reciprocal / seeking, 3),
    answered: round(answered / nonsense, 3),
    p50: round(percentile(times, 0.5), 1),
    p99: round(percentile(times, 0.99), 1),
    cpu50: round(percentile(used, 0.5), 1),
    cpu99: round(percentile(used, 0.99), 1),
  }
}

/** A line of a table: success at 1 / at 5 by kind. */
export function row(
  name: string,
  { success, mrr, answered, p50, p99 }: Measured,
): Record<string, string | number> {
  const kinds = Object.entries(success).map(([kind, { at1, at5 }]) => [kind, `${short(at1)}/${short(at5)}`])
  return {
    engine: name,
    ...Object.fromEntries(kinds),
    'MRR@10': mrr,
    nonsense: Number.isNaN(answered) ? '' : short(answered),
    'p50 ms': p50,
    'p99 ms': p99,
  }
}

const short = (share: number) => share.toFixed(2).replace(/^0/, '')
