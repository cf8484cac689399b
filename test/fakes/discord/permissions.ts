// Works out permissions in a channel as the documentation says: roles, then overwrites; threads ask their parent.

import type { Channel, Guild, User } from './world.ts'

export const bits = {
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
export type Permission = keyof typeof bits

export const everything = Object.values(bits).reduce((all, bit) => all | bit, 0n)
/** What @everyone has in a new guild. */
export const usual = toBits([
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

export function toBits(names: Permission[]): bigint {
  return names.reduce((all, name) => all | bits[name], 0n)
}

/** The permissions of a user in a guild, and in one of its channels where one is given. */
export function permissionsOf(user: User, guild: Guild, channel?: Channel): bigint {
  const member = guild.members.get(user.id)
  if (guild.owner === user) return everything
  const everyone = guild.roles.get(guild.id)
  let own = everyone?.permissions ?? 0n
  for (const role of member?.roles ?? []) own |= role.permissions
  if ((own & bits.Administrator) !== 0n) return everything
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

/** Without the right to see a channel every other right in it is void. */
export function may(user: User, channel: Channel, ...names: Permission[]): boolean {
  if (!channel.guild) return true
  const wanted = toBits(['ViewChannel', ...names])
  return (permissionsOf(user, channel.guild, channel) & wanted) === wanted
}
