// Parses the values of settings, and says what is wrong or missing.

import type { Setting, Settings, ValuesOf } from '../core/setting.ts'
import type { Environment } from './environment.ts'
import { fileFormOf, type Table } from './table.ts'

/** Adds an error for each malformed value. No error repeats a secret. */
export function readValues<S extends Settings>(
  settings: S,
  environment: Environment,
  errors: string[],
): ValuesOf<S> {
  const read = ({ name, form, fallback, isSecret }: Setting) => {
    const text = environment[name] ?? fallback
    if (text === undefined) return undefined
    const value = form.read(text)
    if (value !== undefined) return value
    const quoted = form.isQuoted && !isSecret ? ` "${text}"` : ''
    errors.push(`${name}${quoted} is not ${form.expected}`)
    return undefined
  }
  return Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [key, read(setting)]),
  ) as ValuesOf<S>
}

/** A line for each missing setting that another one needs; `real` is the environment without .env. */
export function missingSettings(
  { groups, platforms }: Table,
  environment: Environment,
  real: Environment,
): string[] {
  // An unreadable secret file has its own error.
  const isGiven = (name: string) => Boolean(environment[name] || environment[fileFormOf(name)])
  const needed = new Map<string, string[]>()
  const need = (name: string, by: string) => {
    if (!isGiven(name)) needed.set(name, [...(needed.get(name) ?? []), by])
  }
  const unserved = platforms.filter(({ settings }) => !isGiven(settings.token.name))
  for (const { settings } of unserved)
    for (const { name } of Object.values<Setting>(settings))
      if (isGiven(name)) need(settings.token.name, name)
  const pointless = new Set(unserved.flatMap(({ settings }) => Object.values<Setting>(settings)))
  const all = groups.flatMap(({ settings }) => settings)
  for (const setting of all) {
    const { name, needs = [], isCommonName } = setting
    if (!isGiven(name) || pointless.has(setting) || (isCommonName && real[name] !== undefined)) continue
    for (const each of needs) need(each, name)
  }
  return [...needed].map(([name, by]) => {
    const expected = all.find(each => each.name === name)?.form.expected
    return `${name} is missing, but ${by.join(' and ')} ${by.length === 1 ? 'needs' : 'need'} it: expected ${expected}`
  })
}

/** Texts that must never be logged: every secret, and the parts of it that libraries print on their own. */
export function secretsIn({ secrets }: Table, environment: Environment): string[] {
  const given = secrets.flatMap(({ name }) => environment[name] ?? [])
  // Anything shorter occurs in too many other words.
  return [...new Set(given.flatMap(secretParts))].filter(each => each.length >= 8)
}

/** The secret and its sensitive part: the password if it is an address, otherwise what follows the first colon. */
function secretParts(secret: string): string[] {
  if (!secret.includes('://')) return [secret, secret.slice(secret.indexOf(':') + 1)]
  const password = URL.canParse(secret) ? new URL(secret).password : ''
  // In an address the password is percent-encoded, but drivers print it decoded.
  return [secret, password, percentDecoded(password)]
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
