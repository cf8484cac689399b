// Runs `npm run bench [-- name ...] [--set FOLDER] [--json] [--ablate]`: the named benches, or all of them; ends with 1 if a goal is missed.

import { parseArgs } from 'node:util'
import { cards } from './cards.ts'
import { commands } from './commands.ts'
import { discord } from './discord.ts'
import { khmerPairs } from './khmer-pairs.ts'
import { large } from './large.ts'
import { lists } from './lists.ts'
import { post } from './post.ts'
import { questions } from './questions/questions.ts'
import { ready } from './ready.ts'
import { search } from './search/search.ts'
import { sentences } from './sentences.ts'
import { start } from './start.ts'
import { summaries } from './summaries/table.ts'
import type { Table } from './table.ts'
import { missedGoals, print } from './table.ts'
import { telegram } from './telegram.ts'
import { topic } from './topic.ts'

const { values: options, positionals: requested } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string' },
    json: { type: 'boolean', default: false },
    ablate: { type: 'boolean', default: false },
  },
})
const benches: Record<string, () => Promise<Table[]>> = {
  start,
  ready,
  commands,
  lists,
  discord,
  cards,
  post,
  sentences: () => sentences(options.set),
  large: () => large(options.set),
  'khmer-pairs': khmerPairs,
  search: () => search(options.set, options.ablate),
  questions: () => questions(options.set),
  summaries: () => summaries(options.set),
  telegram,
  topic,
}

const unknown = requested.filter(name => !benches[name])
if (unknown.length > 0) {
  console.error(`there is no bench ${unknown.join(', ')}. The benches are ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
} else {
  const tables: Table[] = []
  for (const [name, bench] of Object.entries(benches))
    if (requested.length === 0 || requested.includes(name)) tables.push(...(await bench()))
  if (options.json) console.log(JSON.stringify(tables, null, 2))
  else for (const table of tables) print(table)
  const missed = tables.flatMap(missedGoals)
  for (const line of missed) console.error(line)
  if (missed.length > 0) process.exitCode = 1
}
