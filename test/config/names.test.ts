// Proves that a variable which nothing reads is told with what was probably meant, and another program's is let be.
import { expect, test } from 'vitest'
import { misspeltIn, names, unknownIn, unknownInFile } from '../../src/config/names.ts'

test('each setting is known', () => {
  for (const told of [misspeltIn, unknownIn, unknownInFile]) expect(told(names)).toEqual([])
})

test.each([
  ['TELEGRAM_TOKN', 'TELEGRAM_TOKEN'],
  ['TELEGRAM_TOKEN_FIEL', 'TELEGRAM_TOKEN_FILE'],
  ['TELEGRAM_WEBHOOK_SECERT', 'TELEGRAM_WEBHOOK_SECRET'],
  ['DAYBOOK_CORPS', 'DAYBOOK_CORPUS'],
  ['DAYBOOK_STAT', 'DAYBOOK_STATE'],
  ['DISCORD_SHARD', 'DISCORD_SHARDS'],
  ['DISCORD_GILD', 'DISCORD_GUILD'],
])('%s is a slip for %s, wherever it stands', (slip, meant) => {
  const line = `${slip} is not a setting of Daybook: is ${meant} meant?`
  expect(misspeltIn([slip])).toEqual([line])
  expect(unknownInFile([slip])).toEqual([line])
})

test.each([
  ['TELEGRAM_BOT_TOKEN', ': is TELEGRAM_TOKEN meant?'],
  ['DISCORD_BOT_TOKEN_FILE', ': is DISCORD_TOKEN_FILE meant?'],
  ['DAYBOOK_DATABASE_URL', ': is DATABASE_URL meant?'],
  ['DAYBOOK_PORT', ': is PORT meant?'],
  ['DISCORD_WEBHOOK', ''],
  ['TELEGRAM_CHAT_ID', ''],
])('%s may be another program’s in the environment, and is wrong in the file', (name, hint) => {
  const line = `${name} is not a setting of Daybook${hint}`
  expect(misspeltIn([name])).toEqual([])
  expect(unknownIn([name])).toEqual([line])
  expect(unknownInFile([name])).toEqual([line])
})

test('a slip of a name that is given too keeps nothing from starting', () => {
  expect(misspeltIn(['TELEGRAM_TOKEN2', 'TELEGRAM_TOKEN'])).toEqual([])
  expect(misspeltIn(['TELEGRAM_TOKEN2'])).toHaveLength(1)
})

test('a name without our prefixes is told of in the file alone, unless it is for docker compose', () => {
  const others = ['NODE_ENV', 'DATABSE_URL', 'COMPOSE_PROJECT_NAME', 'PATH']
  expect(unknownIn(others)).toEqual([])
  expect(misspeltIn(others)).toEqual([])
  expect(unknownInFile(others)).toEqual([
    'NODE_ENV is not a setting of Daybook',
    'DATABSE_URL is not a setting of Daybook: is DATABASE_URL meant?',
    'PATH is not a setting of Daybook',
  ])
})
