// Checks that docs/commands.md matches the commands and the English phrases.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commandsPage } from '../../../docs/make/commands.ts'
import { commands } from '../../../src/core/commands/list.ts'

it('docs/commands.md is what `npm run docs` writes', () => {
  expect(readFileSync('docs/commands.md', 'utf8')).toBe(commandsPage(commands))
})
