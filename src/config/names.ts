// Finds variables that nothing reads, and guesses the setting that a misspelt one was meant to be.

import { editCost } from '../core/text/edit-cost.ts'
import { nearWords } from '../core/text/near-words.ts'
import type { Table } from './table.ts'

/**
 * A line for each variable of a .env file that nothing reads. COMPOSE_ variables are allowed: docker compose reads the
 * file too. Text that does not look like a name is not repeated: "TELEGRAM_TOKEN: 1:abc=" would print the token.
 */
export function unknownInFile(given: readonly string[], { names }: Table): string[] {
  return given
    .filter(name => /^\w{1,40}$/.test(name) && !names.includes(name) && !name.startsWith('COMPOSE_'))
    .map(name => describeUnknown(name, names))
}

/** The same for the real environment, where only names with our prefixes can be meant for us. */
export function unknownInEnvironment(given: readonly string[], table: Table): string[] {
  return given.filter(name => isUnknown(name, table)).map(name => describeUnknown(name, table.names))
}

/**
 * The variables of the real environment that are surely typos: one character off a setting that is not given. The others
 * must not prevent a start: Kubernetes sets DAYBOOK_SERVICE_HOST if a service has that name, and other programs have a
 * DISCORD_WEBHOOK.
 */
export function misspeltInEnvironment(given: readonly string[], table: Table): string[] {
  return given
    .filter(name => {
      const slip = isUnknown(name, table) ? nearestTo(name, table.names) : undefined
      return slip !== undefined && editCost(name, slip, 1) <= 1 && !given.includes(slip)
    })
    .map(name => describeUnknown(name, table.names))
}

const isUnknown = (name: string, { names, prefixes }: Table) =>
  prefixes.some(prefix => name.startsWith(prefix)) && !names.includes(name)

const nearestTo = (name: string, names: readonly string[]) => nearWords(name, names)[0]?.word

function describeUnknown(name: string, names: readonly string[]): string {
  const meant = nearestTo(name, names) ?? containedIn(name, names)
  return `${name} is not a Daybook setting${meant ? `: did you mean ${meant}?` : ''}`
}

/** The longest setting whose words are all in the name: TELEGRAM_BOT_TOKEN has those of TELEGRAM_TOKEN. */
function containedIn(name: string, names: readonly string[]): string | undefined {
  const words = name.split('_')
  const within = names.filter(each => each.split('_').every(word => words.includes(word)))
  return within.sort((a, b) => b.length - a.length)[0]
}
