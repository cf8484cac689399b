// Builds the index over a number of articles, or opens it again, and prints the cost; the bench runs it as a process.

import { openIndex } from '../../src/core/search/index/open.ts'
import { round } from '../table.ts'
import { corpusOf, ours } from './engines.ts'
import { type Measured, measure } from './measure.ts'
import { readSet, resized } from './set.ts'

export interface Cost {
  /** Seconds until the index was complete and saved: wall time, processor time; then wall time to the first answer. */
  s: number
  cpu: number
  first: number
  /** The increase of resident memory. */
  MB: number
  measured?: Measured
}

/** The folder of the set, the number of articles, the index file, and `ask` to run the queries too. */
const [folder = '', count = '', saved = '', what = ''] = process.argv.slice(2)
const set = readSet(folder)
if (!set) throw new Error(`no set in ${folder}`)
const wanted = resized(set, Number(count))
const corpus = corpusOf(wanted)
const before = await settled()
const begun = performance.now()
const used = process.cpuUsage()
const { index, complete } = await openIndex(corpus, saved ? { file: saved } : {})
const first = performance.now() - begun
await complete
const ms = performance.now() - begun
const { user, system } = process.cpuUsage(used)
const memory = (await settled()) - before
const figures: Cost = {
  s: round(ms / 1000),
  cpu: round((user + system) / 1e6),
  first: round(first / 1000),
  MB: round(memory, 0),
  ...(what === 'ask' && { measured: measure(ours(index), wanted.queries) }),
}
console.log(JSON.stringify(figures))

/** Resident memory in MB after garbage collection. */
async function settled(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return process.memoryUsage().rss / 1e6
}
