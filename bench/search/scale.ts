// One process of the bench: builds the index over so many articles or opens it again, and prints what that cost.

import { openIndex } from '../../src/core/search/open.ts'
import { percentile, round } from '../table.ts'
import { corpusOf, ours } from './engines.ts'
import { measure } from './measure.ts'
import { readSet, resized } from './set.ts'

const [folder = '', count = '', saved = '', what = ''] = process.argv.slice(2)
const set = readSet(folder)
if (!set) throw new Error(`no set in ${folder}`)
const wanted = resized(set, Number(count))
const corpus = corpusOf(wanted)
const before = await settled()
const begun = performance.now()
const used = process.cpuUsage()
const { index, whole } = await openIndex(corpus, saved ? { saved } : {})
const first = performance.now() - begun
await whole
const ms = performance.now() - begun
const { user, system } = process.cpuUsage(used)
const memory = (await settled()) - before
const peak = process.resourceUsage().maxRSS / 1024 - before
const figures = {
  ms: round(ms),
  'CPU ms': round((user + system) / 1000),
  first: round(first),
  MB: round(memory),
  'peak MB': round(peak),
}
const typed = wanted.queries.filter(({ kind }) => what === 'all' || kind === what)
console.log(JSON.stringify({ ...figures, ...(what && { measured: measure(ours(index), typed) }) }))

/** Resident memory in MB, once what is not needed has been given back. */
async function settled(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.()
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return process.memoryUsage().rss / 1e6
}
void percentile
