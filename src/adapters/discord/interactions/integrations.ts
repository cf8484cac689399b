// Reads whom a server lets use which command, beyond the permissions that the command asks for.

import {
  type APIGuildApplicationCommandPermissions,
  ApplicationIntegrationType,
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

/** Whether the server of the interaction lets the person use the command there. */
export type IsLetIn = (interaction: BaseInteraction, command: Command) => Promise<boolean>

interface IntegrationParts {
  client: Client
  clock: Pick<Clock, 'now'>
  commandIds(): ReadonlyMap<string, string>
}

/** Keeps what a server has set for a minute. */
export function createIsLetIn({ client, clock, commandIds }: IntegrationParts): IsLetIn {
  const servers = new Map<string, { settings: Promise<CommandSettings[] | undefined>; untilMs: number }>()

  /** Undefined if Discord does not say. */
  function readSettings(guild: string, application: string): Promise<CommandSettings[] | undefined> {
    const settings = client.rest.get(Routes.guildApplicationCommandsPermissions(application, guild)).then(
      all => all as CommandSettings[],
      () => undefined,
    )
    servers.delete(guild)
    servers.set(guild, { settings, untilMs: clock.now().epochMilliseconds + SETTINGS_LIFETIME_MS })
    const [oldest] = servers.keys()
    if (servers.size > MAX_REMEMBERED_SERVERS && oldest !== undefined) servers.delete(oldest)
    return settings
  }

  function recallSettings(guild: string, application: string): Promise<CommandSettings[] | undefined> {
    const known = servers.get(guild)
    return known && known.untilMs > clock.now().epochMilliseconds
      ? known.settings
      : readSettings(guild, application)
  }

  return async (interaction, command) => {
    const { guildId, applicationId } = interaction
    const id = commandIds().get(command.name)
    if (!guildId || id === undefined) return false
    const isChecked = isCheckedByDiscord(interaction, command)
    const all = await (isChecked ? readSettings : recallSettings)(guildId, applicationId)
    if (!all) return isChecked
    const of = (wanted: string) => all.find(each => each.id === wanted)?.permissions ?? []
    const person = personOf(interaction, guildId)
    // Everyone may run the other commands anyway, so that everyone is let in says nothing of what these change.
    const isChosenIn = (settings: Settings) =>
      isChosen(person, settings, { orAsEveryone: command.adminsOnly === true })
    // Its own verdict may rest on what is set for the whole app, which says nothing of buttons.
    if (isChecked) return isChosenIn(of(id)) || isChosenIn(of(applicationId))
    return isOpenIn(person, of(id), of(applicationId)) && isChosenIn(of(id))
  }
}

/**
 * Discord itself checks who types a command for admins. It does not check who presses a button, nor what a command changes
 * that everybody may run.
 */
const isCheckedByDiscord = (interaction: BaseInteraction, command: Command): boolean =>
  command.adminsOnly === true &&
  interaction.isChatInputCommand() &&
  interaction.commandName === command.name &&
  interaction.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] !== undefined

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
 * Whether the settings choose the person: by name, before their roles, before everyone. Those of the whole app choose nobody
 * for a command who lacks the permissions that it asks for.
 */
function isChosen(
  { guild, user, roles }: Person,
  settings: Settings,
  { orAsEveryone }: { orAsEveryone: boolean },
): boolean {
  const personal = settingOf(settings, Kind.User, user)
  if (personal !== undefined) return personal
  const ofRoles = roles
    .filter(role => role !== guild)
    .flatMap(role => settingOf(settings, Kind.Role, role) ?? [])
  if (ofRoles.length > 0) return ofRoles.includes(true)
  return orAsEveryone && settingOf(settings, Kind.Role, guild) === true
}

const settingOf = (settings: Settings, type: Kind, id: string): boolean | undefined =>
  settings.find(each => each.type === type && each.id === id)?.permission
