// Computes permissions in a channel as documented: roles, then overwrites. A thread has those of its parent.

import type { Channel, CommandOverride, Guild, User } from './world.ts'

export const permissionBits = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  ManageRoles: 1n << 28n,
  UseApplicationCommands: 1n << 31n,
  ManageThreads: 1n << 34n,
  CreatePublicThreads: 1n << 35n,
  SendMessagesInThreads: 1n << 38n,
  UseExternalApps: 1n << 50n,
} as const
export type Permission = keyof typeof permissionBits

export const allPermissions = Object.values(permissionBits).reduce((all, bit) => all | bit, 0n)
/** The permissions of @everyone in a new guild. */
export const everyonePermissions = bitsOf([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'UseExternalApps',
])

export function bitsOf(names: Permission[]): bigint {
  return names.reduce((all, name) => all | permissionBits[name], 0n)
}

/** The permissions of a user in a guild, or in one of its channels. */
export function permissionsOf(user: User, guild: Guild, channel?: Channel): bigint {
  const member = guild.members.get(user.id)
  if (guild.owner === user) return allPermissions
  const everyone = guild.roles.get(guild.id)
  let own = everyone?.permissions ?? 0n
  for (const role of member?.roles ?? []) own |= role.permissions
  if ((own & permissionBits.Administrator) !== 0n) return allPermissions
  const overwrites = (channel?.parent ?? channel)?.overwrites
  if (!overwrites) return own
  const apply = (allow: bigint, deny: bigint) => {
    own = (own & ~deny) | allow
  }
  const general = overwrites.get(guild.id)
  if (general) apply(general.allow, general.deny)
  let allow = 0n
  let deny = 0n
  for (const role of member?.roles ?? []) {
    const overwrite = overwrites.get(role.id)
    allow |= overwrite?.allow ?? 0n
    deny |= overwrite?.deny ?? 0n
  }
  apply(allow, deny)
  const personal = overwrites.get(user.id)
  if (personal) apply(personal.allow, personal.deny)
  return own
}

/**
 * Whether a server's own settings let a user run a command in a channel; undefined if they say nothing, so that the
 * command's default permissions count. A command's own setting goes before that of the app, and the app's never lets
 * anybody in who lacks the default permissions
 * (https://discord.com/developers/docs/interactions/application-commands#permissions). A thread has those of its parent.
 */
export function isLetIn(
  { user, guild, channel }: { user: User; guild: Guild; channel: Channel },
  command: string,
  app: string,
): boolean | undefined {
  const own = guild.overrides.get(command) ?? []
  const general = guild.overrides.get(app) ?? []
  const place = (channel.parent ?? channel).id
  const allChannels = (BigInt(guild.id) - 1n).toString()
  const inChannel =
    of(own, 3, place) ?? of(own, 3, allChannels) ?? of(general, 3, place) ?? of(general, 3, allChannels)
  if (inChannel === false) return false
  const roles = guild.members.get(user.id)?.roles.map(role => role.id) ?? []
  const personal = (from: CommandOverride[]) => {
    const byRole = roles.flatMap(id => of(from, 1, id) ?? [])
    const ofRoles = byRole.length > 0 ? byRole.includes(true) : undefined
    return of(from, 2, user.id) ?? ofRoles ?? of(from, 1, guild.id)
  }
  return personal(own) ?? (personal(general) === false ? false : undefined)
}

const of = (from: CommandOverride[], type: number, id: string): boolean | undefined =>
  from.find(each => each.type === type && each.id === id)?.permission

/**
 * Whether a mention of a role notifies: of a role that anyone may mention, or by those who may mention all roles. The
 * message goes out in any case (https://support.discord.com/hc/en-us/articles/214836687, "Allow anyone to @mention this
 * role"). Other mentions are not decided here.
 */
export function mayMention(mention: string, user: User, channel: Channel): boolean {
  const role = channel.guild?.roles.get(/^<@&(\d+)>$/.exec(mention)?.[1] ?? '')
  return !role || role.mentionable === true || hasPermissions(user, channel, 'MentionEveryone')
}

/** Without View Channel, no other permission in the channel holds. */
export function hasPermissions(user: User, channel: Channel, ...names: Permission[]): boolean {
  if (!channel.guild) return true
  const wanted = bitsOf(['ViewChannel', ...names])
  return (permissionsOf(user, channel.guild, channel) & wanted) === wanted
}
