// Finds variables that nothing reads, and what a misspelt one was probably meant to be.

import { editCost } from '../core/text/edit-cost.ts'
import { nearWords } from '../core/text/near-words.ts'
import type { Table } from './table.ts'

/**
 * A line for each variable of a .env file that nothing reads. COMPOSE_ ones are for docker compose, which reads the file
 * too. A name that does not look like one is not repeated: "TELEGRAM_TOKEN: 1:abc=" would print the token.
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
 * Those of the real environment that are surely a slip: one character off a name that is not given. The others must not
 * keep the bot from starting: Kubernetes sets DAYBOOK_SERVICE_HOST where a service has that name, and other programs
 * have a DISCORD_WEBHOOK.
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
  return `${name} is not a setting of Daybook${meant ? `: is ${meant} meant?` : ''}`
}

/** The longest setting whose words are all in the name: TELEGRAM_BOT_TOKEN has those of TELEGRAM_TOKEN. */
function containedIn(name: string, names: readonly string[]): string | undefined {
  const words = name.split('_')
  const within = names.filter(each => each.split('_').every(word => words.includes(word)))
  return within.sort((a, b) => b.length - a.length)[0]
}
