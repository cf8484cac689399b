// Checks that --help and the page of settings match the table.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingsPage } from '../../docs/make/settings.ts'
import { platforms } from '../../src/app/platforms.ts'
import { flags } from '../../src/config/settings.ts'
import { tableOf } from '../../src/config/table.ts'
import { usageFor } from '../../src/config/usage.ts'

/** Set by a platform's own library, so people have no use for them. */
const marks = platforms.map(({ shardVariable }) => shardVariable)
const settings = tableOf(platforms).names.filter(name => !marks.includes(name))

test('docs/settings.md is what `npm run docs` writes', () => {
  expect(readFileSync('docs/settings.md', 'utf8')).toBe(settingsPage(platforms))
})

test.each([...Object.keys(flags).map(name => `--${name}`), ...settings])(
  '--help and the page name %s',
  name => {
    const whole = new RegExp(`(?<![\\w-])${name}(?!\\w)`)
    expect(usageFor(platforms)).toMatch(whole)
    expect(settingsPage(platforms)).toMatch(whole)
  },
)

test('every description is a sentence, and every variable of a platform begins with its name', () => {
  for (const { settings } of tableOf(platforms).groups)
    for (const { sentence } of settings) expect(sentence).toMatch(/^\S[^|\n]*\.$/)
  for (const { name, settings } of platforms)
    for (const setting of Object.values(settings)) expect(setting.name).toMatch(`${name.toUpperCase()}_`)
})
