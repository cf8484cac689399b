// Keeps the bot's menus and descriptions, and answers its questions about chats and members.

import { requireRoom } from './reach.ts'
import { decline } from './refusal.ts'
import type { Method } from './sending.ts'
import { chatOf, isAdmin, memberOf, standingOf, type World } from './world.ts'

export interface Profile {
  /** Command lists by scope and language, as menuKey() names them. */
  menus: Map<string, { command: string; description: string }[]>
  /** By language code. The default has an empty one. */
  descriptions: Map<string, string>
  shortDescriptions: Map<string, string>
  /** The rights that the bot asks for when it is added, by 'groups' and 'channels'. */
  defaultRights: Map<string, Record<string, boolean>>
}

interface Scope {
  type?: string
  chat_id?: number | string
  user_id?: number
}

/** "all_private_chats", "all_private_chats vi", "chat_administrators -100123 km" and so on. */
export const menuKey = ({ type = 'default', chat_id, user_id }: Scope = {}, language = '') =>
  [type, chat_id, user_id, language].filter(part => part !== undefined && part !== '').join(' ')

export function profileMethods(world: World, profile: Profile): Record<string, Method> {
  const { menus, descriptions, shortDescriptions, defaultRights } = profile
  const setText = (texts: Map<string, string>, language = '', text = '') => {
    if (text) texts.set(language, text)
    else texts.delete(language)
    return true
  }
  const scopeKey = ({ scope, language_code }: { scope?: Scope; language_code?: string }) => {
    if (scope?.chat_id !== undefined) requireRoom(world, scope.chat_id)
    return menuKey(scope, language_code)
  }
  const chatKind = (forChannels: boolean | undefined) => (forChannels ? 'channels' : 'groups')
  return {
    getMe: () => world.me,
    logOut: () => true,
    close: () => true,
    setMyCommands(parameters) {
      menus.set(scopeKey(parameters), parameters.commands)
      return true
    },
    getMyCommands: parameters => menus.get(scopeKey(parameters)) ?? [],
    deleteMyCommands(parameters) {
      menus.delete(scopeKey(parameters))
      return true
    },
    setMyDescription: ({ description, language_code }) => setText(descriptions, language_code, description),
    setMyShortDescription: ({ short_description, language_code }) =>
      setText(shortDescriptions, language_code, short_description),
    getMyDefaultAdministratorRights: ({ for_channels }) => defaultRights.get(chatKind(for_channels)) ?? {},
    setMyDefaultAdministratorRights({ rights = {}, for_channels }) {
      defaultRights.set(chatKind(for_channels), rights)
      return true
    },

    getChat({ chat_id }) {
      const room = requireRoom(world, chat_id)
      const { type, permissions, slowModeSeconds } = room
      const names = ['can_send_messages', 'can_send_photos', 'can_send_documents', 'can_send_other_messages']
      return {
        ...chatOf(room),
        ...((type === 'group' || type === 'supergroup') && {
          permissions: Object.fromEntries(names.map(name => [name, permissions[name] ?? true])),
        }),
        ...(slowModeSeconds > 0 && { slow_mode_delay: slowModeSeconds }),
        accent_color_id: 0,
        max_reaction_count: 11,
      }
    },
    /**
     * "The method is only guaranteed to work for other users if the bot is an administrator in the chat"
     * (https://core.telegram.org/bots/api#getchatmember); otherwise USER_ID_INVALID, as in
     * https://github.com/tdlib/td/issues/589
     */
    getChatMember({ chat_id, user_id }) {
      const room = requireRoom(world, chat_id)
      const user = world.people.get(user_id)
      if (!user) decline('user not found')
      const standing = standingOf(room, user)
      if (user_id === world.me.id || isAdmin(standingOf(room, world.me))) return memberOf(room, standing)
      if (room.type === 'channel') decline('member list is inaccessible')
      if (room.hides !== 'nothing') decline('USER_ID_INVALID')
      return memberOf(room, standing.anonymous ? { ...standing, status: 'member' } : standing)
    },
    /** Others do not see who is an anonymous admin: https://github.com/tdlib/telegram-bot-api/issues/667 */
    getChatAdministrators({ chat_id, return_bots }) {
      const room = requireRoom(world, chat_id)
      if (room.type === 'private') decline('there are no administrators in the private chat')
      const seesAll = isAdmin(standingOf(room, world.me))
      if (room.hides === 'admins' && !seesAll) decline('member list is inaccessible')
      return [...room.members.values()]
        .filter(member => isAdmin(member) && (seesAll || !member.anonymous))
        .filter(({ user }) => return_bots || !user.is_bot || user.id === world.me.id)
        .map(member => memberOf(room, member))
    },
    leaveChat({ chat_id }) {
      const room = requireRoom(world, chat_id)
      if (room.type === 'private') decline("chat member status can't be changed in private chats")
      room.members.set(world.me.id, { ...standingOf(room, world.me), status: 'left' })
      return true
    },
  }
}
