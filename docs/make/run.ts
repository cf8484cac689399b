// Writes the pages of docs/ that are made from tables in the code: `npm run docs`.

import { writeFileSync } from 'node:fs'
import { platforms } from '../../src/app/platforms.ts'
import { commands } from '../../src/core/commands/list.ts'
import { commandsPage } from './commands.ts'
import { settingsPage } from './settings.ts'

const pages: Record<string, string> = {
  'docs/commands.md': commandsPage(commands),
  'docs/settings.md': settingsPage(platforms),
}

for (const [path, text] of Object.entries(pages)) {
  writeFileSync(path, text)
  console.log(`${path} written`)
}
