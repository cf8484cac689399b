// Computes permissions in a channel as documented: roles, then overwrites. A thread has those of its parent.

import type { Channel, Guild, User } from './world.ts'

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

/** Without View Channel, no other permission in the channel holds. */
export function hasPermissions(user: User, channel: Channel, ...names: Permission[]): boolean {
  if (!channel.guild) return true
  const wanted = bitsOf(['ViewChannel', ...names])
  return (permissionsOf(user, channel.guild, channel) & wanted) === wanted
}
