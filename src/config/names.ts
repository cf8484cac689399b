// Every variable that is read, and what a misspelt one was probably meant to be.

import { editCost } from '../core/text/edit-cost.ts'
import { nearWords } from '../core/text/near-words.ts'

/** Each may be given as NAME_FILE, the path of a file that holds it, as Docker and systemd hand secrets over. */
export const secrets = ['TELEGRAM_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'DISCORD_TOKEN', 'DATABASE_URL'] as const

const plain = [
  ...(['DAYBOOK_CORPUS', 'DAYBOOK_STATE', 'DAYBOOK_LOG', 'DAYBOOK_ENV_FILE', 'PORT', 'HOST'] as const),
  ...([
    'TELEGRAM_API_ROOT',
    'TELEGRAM_WEBHOOK_URL',
    'DISCORD_API',
    'DISCORD_GUILD',
    'DISCORD_SHARDS',
  ] as const),
  ...(['LANG', 'LC_ALL', 'LC_MESSAGES', 'NO_COLOR'] as const),
  // Set by discord.js for the processes that it spawns.
  'SHARDING_MANAGER',
] as const

type Secret = (typeof secrets)[number]
export type Name = (typeof plain)[number] | Secret | `${Secret}_FILE`

export const names: readonly Name[] = [...plain, ...secrets.flatMap(name => [name, `${name}_FILE`] as const)]

/**
 * A line for each variable of a .env file that nothing reads; COMPOSE_ ones are for docker compose, which reads it too.
 * What looks like no name is not repeated: "TELEGRAM_TOKEN: 1:abc=" would show the token.
 */
export function unknownInFile(given: readonly string[]): string[] {
  return given
    .filter(name => /^\w{1,40}$/.test(name) && !isKnown(name) && !name.startsWith('COMPOSE_'))
    .map(unknown)
}

/** The same for the real environment, where only those with our prefixes can be meant for us. */
export function unknownIn(given: readonly string[]): string[] {
  return given.filter(isUnknown).map(unknown)
}

/**
 * Those of the real environment that are surely a slip, one letter off a name that is not given. Others must not keep the bot from starting: Kubernetes sets
 * DAYBOOK_SERVICE_HOST where a service has that name, and other programs have a DISCORD_WEBHOOK.
 */
export function misspeltIn(given: readonly string[]): string[] {
  return given
    .filter(name => {
      const slip = isUnknown(name) ? slipOf(name) : undefined
      return slip !== undefined && editCost(name, slip, 1) <= 1 && !given.includes(slip)
    })
    .map(unknown)
}

const isKnown = (name: string) => names.some(each => each === name)
const isUnknown = (name: string) => /^(DAYBOOK|TELEGRAM|DISCORD)_/.test(name) && !isKnown(name)
const slipOf = (name: string) => nearWords(name, names)[0]?.word

function unknown(name: string): string {
  const meant = slipOf(name) ?? contained(name)
  return `${name} is not a setting of Daybook${meant ? `: is ${meant} meant?` : ''}`
}

/** TELEGRAM_BOT_TOKEN has all the words of TELEGRAM_TOKEN. */
function contained(name: string): string | undefined {
  const words = name.split('_')
  const within = names.filter(each => each.split('_').every(word => words.includes(word)))
  return within.sort((a, b) => b.length - a.length)[0]
}
