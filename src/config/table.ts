// Puts the program's own settings and those of the platforms into one table.

import type { PlatformModule } from '../core/platform.ts'
import type { Setting } from '../core/setting.ts'
import { ownSettings } from './settings.ts'

export interface Table {
  /** In reading order. */
  groups: readonly { title: string; settings: readonly Setting[] }[]
  secrets: readonly Setting[]
  /** Every variable that is read, NAME_FILE forms included. */
  names: readonly string[]
  /** Prefixes of names that can only be meant for us, such as `DAYBOOK_`. */
  prefixes: readonly string[]
  platforms: readonly PlatformModule[]
}

export function tableOf(platforms: readonly PlatformModule[]): Table {
  const groups = [
    { title: 'Program', settings: Object.values<Setting>(ownSettings) },
    ...platforms.map(({ title, settings }) => ({ title, settings: Object.values<Setting>(settings) })),
  ]
  const all = groups.flatMap(({ settings }) => settings)
  const secrets = all.filter(({ isSecret }) => isSecret)
  return {
    groups,
    secrets,
    names: [
      ...all.map(({ name }) => name),
      ...secrets.map(({ name }) => fileFormOf(name)),
      ...platforms.flatMap(({ shardVariable }) => shardVariable ?? []),
    ],
    prefixes: ['DAYBOOK_', ...platforms.map(({ name }) => `${name.toUpperCase()}_`)],
    platforms,
  }
}

/** The variable with the path of a file that contains the secret, which is how Docker and systemd pass secrets. */
export const fileFormOf = (name: string): string => `${name}_FILE`
