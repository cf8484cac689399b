// Registers the commands with Discord in one scope, everywhere or one server, and takes them away from earlier scopes.

import { createHash } from 'node:crypto'
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody as Definition,
  DiscordAPIError,
  type REST,
  Routes,
} from 'discord.js'
import type { Bot } from '../../../core/bot/bot.ts'
import type { Memory } from '../../../core/delivery/store.ts'
import { PlatformError } from '../../../core/platform.ts'
import type { Clock } from '../../../core/ports.ts'
import { definitionsOf } from './definitions.ts'

export interface RegistrationParts {
  rest: REST
  /** The id of the bot's application. */
  application: string
  /** The id of the only server to register in. Without it, the commands are registered everywhere. */
  guild?: string | undefined
  bot: Bot
  memory: Memory
  clock: Clock
}

/** Where commands are registered: in a server, by its id, or everywhere. */
type Scope = string
const EVERYWHERE: Scope = 'everywhere'

/**
 * Registers the commands, unless Discord still has the same ones. Takes away those that an earlier start registered in
 * another scope: people would see both (https://github.com/discord/discord-api-docs/issues/3885). Returns the ids of the
 * slash commands, by name.
 */
export async function registerCommands(parts: RegistrationParts): Promise<ReadonlyMap<string, string>> {
  const scope = parts.guild ?? EVERYWHERE
  const earlierScopes = (await recallScopes(parts)).filter(each => each !== scope)
  // Before the request, so that commands are not left behind if the process ends in between.
  await rememberScopes([...earlierScopes, scope], parts)
  const registered = await register(scope, parts).catch(error => {
    if (isServerOutOfReach(error))
      throw new PlatformError(
        'DISCORD_GUILD names a server that the bot is not in: invite it there, with its commands.',
      )
    throw error
  })
  for (const each of earlierScopes) {
    await parts.rest.put(routeOf(each, parts), { body: [] }).catch(error => {
      if (!isServerOutOfReach(error)) throw error
    })
  }
  if (earlierScopes.length > 0) await rememberScopes([scope], parts)
  const slash = registered.filter(({ type }) => type === ApplicationCommandType.ChatInput)
  return new Map(slash.map(({ name, id }) => [name, id]))
}

async function register(scope: Scope, parts: RegistrationParts): Promise<APIApplicationCommand[]> {
  const { rest, bot, memory, clock } = parts
  const body = await definitionsOf(bot)
  const route = routeOf(scope, parts)
  const key = `${keyPrefix(parts)} ${scope}`
  const remembered = await memory.recall(key)
  if (remembered !== undefined) {
    // They may have been lost since, for example when the bot was removed and invited again.
    const present = (await rest.get(route)) as APIApplicationCommand[]
    if (fingerprintOf(body, present) === remembered) return present
  }
  const registered = (await rest.put(route, { body })) as APIApplicationCommand[]
  await memory.remember({ key, value: fingerprintOf(body, registered), now: clock.now() })
  return registered
}

/** Changes with the definitions, and with the ids that Discord gave them. Commands of others do not count. */
function fingerprintOf(body: readonly Definition[], registered: readonly APIApplicationCommand[]): string {
  const own = body.map(({ name, type = ApplicationCommandType.ChatInput }) => {
    const id = registered.find(each => each.name === name && each.type === type)?.id
    return `${type} ${name} ${id}`
  })
  return createHash('sha256').update(JSON.stringify({ body, own })).digest('hex')
}

const routeOf = (scope: Scope, { application }: RegistrationParts) =>
  scope === EVERYWHERE
    ? Routes.applicationCommands(application)
    : Routes.applicationGuildCommands(application, scope)

/** Whether the server is unknown, or the bot is not in it. */
const isServerOutOfReach = (error: unknown): boolean =>
  error instanceof DiscordAPIError && [10004, 50001].includes(Number(error.code))

const keyPrefix = ({ application }: RegistrationParts) => `discord:${application} commands`

/** The scopes in which commands may still be registered. */
async function recallScopes(parts: RegistrationParts): Promise<Scope[]> {
  const remembered = await parts.memory.recall(`${keyPrefix(parts)} in`)
  if (remembered !== undefined) return remembered.split(' ')
  // Earlier versions remembered only the commands.
  return (await parts.memory.recall(`${keyPrefix(parts)} ${EVERYWHERE}`)) === undefined ? [] : [EVERYWHERE]
}

const rememberScopes = (scopes: readonly Scope[], parts: RegistrationParts): Promise<void> =>
  parts.memory.remember({
    key: `${keyPrefix(parts)} in`,
    value: scopes.join(' '),
    now: parts.clock.now(),
  })
