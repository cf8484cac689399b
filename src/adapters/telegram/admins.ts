// Finds out whether somebody is an admin of a chat, as well as Telegram tells the bot.

import { type Api, GrammyError } from 'grammy'
import type { Chat, User } from 'grammy/types'
import type { Caller } from '../../core/ports.ts'

/** `hidden`: Telegram does not say. */
type Standing = 'admin' | 'member' | 'hidden'

type AdminRights = Required<Pick<Caller, 'isAdmin' | 'adminDoubt'>>

/** The rights of somebody who writes in their own name. */
export const rightsOfWriter = (chat: Chat, user: User | undefined, api: Api): AdminRights =>
  rightsFrom(
    once(() => standingOf(chat, user, api)),
    undefined,
  )

/**
 * The rights of somebody who presses a button. The press of an anonymous admin carries their own id, and Telegram shows
 * them to other admins only: https://github.com/tdlib/telegram-bot-api/issues/667
 */
export const rightsOfPresser = (chat: Chat, user: User, api: Api): AdminRights =>
  rightsFrom(
    once(() => standingOf(chat, user, api)),
    'anonymous',
  )

const rightsFrom = (
  standing: () => Promise<Standing>,
  doubtAboutMember: 'anonymous' | undefined,
): AdminRights => ({
  isAdmin: async () => (await standing()) === 'admin',
  adminDoubt: async () => ((await standing()) === 'hidden' ? 'hidden' : doubtAboutMember),
})

/**
 * `getChatMember` works for certain only if the bot is an admin itself (https://core.telegram.org/bots/api#getchatmember,
 * https://github.com/tdlib/td/issues/589), and may say of somebody who just wrote that they have left
 * (https://github.com/tdlib/telegram-bot-api/issues/802). Then the list of admins decides.
 */
async function standingOf(chat: Chat, user: User | undefined, api: Api): Promise<Standing> {
  if (chat.type === 'private') return 'admin'
  if (!user) return 'member'
  const member = await orRefused(api.getChatMember(chat.id, user.id))
  switch (member?.status) {
    case 'creator':
    case 'administrator':
      return 'admin'
    case 'member':
    case 'restricted':
      return 'member'
    case 'left':
    case 'kicked':
    case undefined:
      return standingInList(await orRefused(api.getChatAdministrators(chat.id)), user)
    default:
      return member satisfies never
  }
}

const standingInList = (admins: readonly { user: User }[] | undefined, { id }: User): Standing =>
  admins === undefined ? 'hidden' : admins.some(({ user }) => user.id === id) ? 'admin' : 'member'

/** Undefined if Telegram refuses the question itself. */
async function orRefused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403))
      return undefined
    throw error
  }
}

/** One request answers every question about one update. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => {
    answer ??= ask()
    return answer
  }
}
