// `npm run bench [-- name ...] [--json]`: runs the benches named, or all, and prints their tables.
import { commands } from './commands.ts'
import { start } from './start.ts'
import type { Table } from './table.ts'
import { print } from './table.ts'

const benches: Record<string, () => Promise<Table[]>> = { start, commands }

const asked = process.argv.slice(2).filter(word => !word.startsWith('--'))
const unknown = asked.filter(name => !benches[name])
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}: there are ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
} else {
  const tables: Table[] = []
  for (const [name, bench] of Object.entries(benches))
    if (asked.length === 0 || asked.includes(name)) tables.push(...(await bench()))
  if (process.argv.includes('--json')) console.log(JSON.stringify(tables, null, 2))
  else for (const table of tables) print(table)
}
