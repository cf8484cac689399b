// Checks that an unknown variable is reported with a suggestion, and that another program's variable is left alone.

import { expect, test } from 'vitest'
import { platforms } from '../../src/app/platforms.ts'
import * as check from '../../src/config/names.ts'
import { tableOf } from '../../src/config/table.ts'

const table = tableOf(platforms)
const misspelt = (given: readonly string[]) => check.misspeltInEnvironment(given, table)
const unknown = (given: readonly string[]) => check.unknownInEnvironment(given, table)
const unknownInFile = (given: readonly string[]) => check.unknownInFile(given, table)

test('each setting is known', () => {
  for (const lines of [misspelt, unknown, unknownInFile]) expect(lines(table.names)).toEqual([])
})

test.each([
  ['TELEGRAM_TOKN', 'TELEGRAM_TOKEN'],
  ['TELEGRAM_TOKEN_FIEL', 'TELEGRAM_TOKEN_FILE'],
  ['TELEGRAM_WEBHOOK_SECERT', 'TELEGRAM_WEBHOOK_SECRET'],
  ['DAYBOOK_CORPS', 'DAYBOOK_CORPUS'],
  ['DAYBOOK_STAT', 'DAYBOOK_STATE'],
  ['DISCORD_SHARD', 'DISCORD_SHARDS'],
  ['DISCORD_GILD', 'DISCORD_GUILD'],
])('%s is a typo for %s, in the environment and in the file', (slip, meant) => {
  const line = `${slip} is not a Daybook setting: did you mean ${meant}?`
  expect(misspelt([slip])).toEqual([line])
  expect(unknownInFile([slip])).toEqual([line])
})

test.each([
  ['TELEGRAM_BOT_TOKEN', ': did you mean TELEGRAM_TOKEN?'],
  ['DISCORD_BOT_TOKEN_FILE', ': did you mean DISCORD_TOKEN_FILE?'],
  ['DAYBOOK_DATABASE_URL', ': did you mean DATABASE_URL?'],
  ['DAYBOOK_PORT', ': did you mean PORT?'],
  ['DISCORD_WEBHOOK', ''],
  ['TELEGRAM_CHAT_ID', ''],
])('%s may be another program’s in the environment, but is wrong in the file', (name, hint) => {
  const line = `${name} is not a Daybook setting${hint}`
  expect(misspelt([name])).toEqual([])
  expect(unknown([name])).toEqual([line])
  expect(unknownInFile([name])).toEqual([line])
})

test('a typo of a name that is also given does not prevent a start', () => {
  expect(misspelt(['TELEGRAM_TOKEN2', 'TELEGRAM_TOKEN'])).toEqual([])
  expect(misspelt(['TELEGRAM_TOKEN2'])).toHaveLength(1)
})

test('a name without our prefixes is refused only in the file, unless it is for docker compose', () => {
  const others = ['NODE_ENV', 'DATABSE_URL', 'COMPOSE_PROJECT_NAME', 'PATH']
  expect(unknown(others)).toEqual([])
  expect(misspelt(others)).toEqual([])
  expect(unknownInFile(others)).toEqual([
    'NODE_ENV is not a Daybook setting',
    'DATABSE_URL is not a Daybook setting: did you mean DATABASE_URL?',
    'PATH is not a Daybook setting',
  ])
})
