// Reads whom a server lets use which command, beyond the permissions that the command asks for.

import {
  type APIGuildApplicationCommandPermissions,
  type BaseInteraction,
  type Client,
  ApplicationCommandPermissionType as Kind,
  Routes,
} from 'discord.js'
import type { Command } from '../../../core/commands/command.ts'
import type { Clock } from '../../../core/ports.ts'

/** Somebody presses several buttons in a row, and an admin who changes the settings does not wait long. */
const SETTINGS_LIFETIME_MS = 60_000
const MAX_REMEMBERED_SERVERS = 1000

/** Whether the server of the interaction lets the person use the command there. False if Discord does not say. */
export type IsLetIn = (interaction: BaseInteraction, command: Command) => Promise<boolean>

interface IntegrationParts {
  client: Client
  clock: Pick<Clock, 'now'>
  commandIds(): ReadonlyMap<string, string>
}

/** Keeps what a server has set for a minute. */
export function createIsLetIn({ client, clock, commandIds }: IntegrationParts): IsLetIn {
  const servers = new Map<string, { settings: Promise<CommandSettings[]>; untilMs: number }>()

  function settingsOf(guild: string, application: string): Promise<CommandSettings[]> {
    const nowMs = clock.now().epochMilliseconds
    const known = servers.get(guild)
    if (known && known.untilMs > nowMs) return known.settings
    const settings = client.rest.get(Routes.guildApplicationCommandsPermissions(application, guild)).then(
      all => all as CommandSettings[],
      () => [],
    )
    servers.delete(guild)
    servers.set(guild, { settings, untilMs: nowMs + SETTINGS_LIFETIME_MS })
    const [oldest] = servers.keys()
    if (servers.size > MAX_REMEMBERED_SERVERS && oldest !== undefined) servers.delete(oldest)
    return settings
  }

  return async (interaction, command) => {
    const { guildId, applicationId } = interaction
    const id = commandIds().get(command.name)
    if (!guildId || id === undefined) return false
    const all = await settingsOf(guildId, applicationId)
    const of = (wanted: string) => all.find(each => each.id === wanted)?.permissions ?? []
    const person = personOf(interaction, guildId)
    return (
      isOpenIn(person, of(id), of(applicationId)) &&
      // Everyone may run the other commands anyway, so that everyone is let in says nothing of what these change.
      isChosen(person, of(id), { orAsEveryone: command.adminsOnly === true })
    )
  }
}

type CommandSettings = Pick<APIGuildApplicationCommandPermissions, 'id' | 'permissions'>
type Settings = CommandSettings['permissions']

interface Person {
  guild: string
  user: string
  roles: readonly string[]
  channel: string
}

function personOf({ member, user, channel, channelId }: BaseInteraction, guild: string): Person {
  const roles = member?.roles ?? []
  return {
    guild,
    user: user.id,
    roles: Array.isArray(roles) ? roles : [...roles.cache.keys()],
    // A thread has the settings of its channel.
    channel: (channel?.isThread() ? channel.parentId : channelId) ?? '',
  }
}

/**
 * Whether the command is switched on in the channel. What is set for the command goes before what is set for the whole
 * app (https://discord.com/developers/docs/interactions/application-commands#permissions).
 */
function isOpenIn({ guild, channel }: Person, ofCommand: Settings, ofApp: Settings): boolean {
  const allChannels = (BigInt(guild) - 1n).toString()
  const set = [ofCommand, ofApp].flatMap(settings =>
    [channel, allChannels].flatMap(id => settingOf(settings, Kind.Channel, id) ?? []),
  )
  return set[0] ?? true
}

/**
 * Whether the command's own settings choose the person, before their roles, before everyone. Those of the whole app do not
 * count: they choose nobody who lacks the permissions that the command asks for.
 */
function isChosen(
  { guild, user, roles }: Person,
  ofCommand: Settings,
  { orAsEveryone }: { orAsEveryone: boolean },
): boolean {
  const personal = settingOf(ofCommand, Kind.User, user)
  if (personal !== undefined) return personal
  const ofRoles = roles
    .filter(role => role !== guild)
    .flatMap(role => settingOf(ofCommand, Kind.Role, role) ?? [])
  if (ofRoles.length > 0) return ofRoles.includes(true)
  return orAsEveryone && settingOf(ofCommand, Kind.Role, guild) === true
}

const settingOf = (settings: Settings, type: Kind, id: string): boolean | undefined =>
  settings.find(each => each.type === type && each.id === id)?.permission
