// Writes what --help prints: every flag and every setting, from the tables.

import type { PlatformModule } from '../core/platform.ts'
import type { Setting } from '../core/setting.ts'
import { type Flag, flags } from './settings.ts'
import { fileFormOf, tableOf } from './table.ts'

export function usageFor(platforms: readonly PlatformModule[]): string {
  const { groups, secrets } = tableOf(platforms)
  const options = Object.entries<Flag>(flags).map(
    ([name, { value, sentence }]) => [`--${name}${value ? ` ${value}` : ''}`, sentence] as const,
  )
  const parts = [
    'usage: npm start [-- --check] [-- --now 2027-01-07T06:59:57+07:00]',
    inColumns(options),
    'Settings are environment variables, or lines of a .env file in this folder; the environment wins.',
    ...groups.map(({ settings }) => inColumns(settings.map(each => [each.name, explain(each)]))),
    `${secrets.map(({ name }) => fileFormOf(name)).join(', ')}:\n  the path of a file that holds the value, in place of the variable itself.`,
  ]
  return parts.join('\n\n')
}

function explain({ sentence, fallback, without }: Setting): string {
  const absent = fallback ?? without
  return (absent ? `${sentence.slice(0, -1)} (default: ${absent}).` : sentence).replaceAll('`', '')
}

function inColumns(rows: readonly (readonly [name: string, words: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`).join('\n')
}
