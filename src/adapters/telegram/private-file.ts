// Sends a private answer with a file to the asker's private chat, if there is one.

import type { Api, Context } from 'grammy'
import type { Bot } from '../../core/bot/bot.ts'
import { greetingOf } from '../../core/commands/traits.ts'
import { silence } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import type { Buttons } from './buttons.ts'
import { addressOf } from './chats.ts'
import { linkUrl } from './links.ts'
import { outcomeOf } from './outcome.ts'
import { stepsFor } from './sending.ts'

/** Whether others in the chat would see a file that is for the asker alone. */
export const isForPrivateChat = ({ isPrivate, file }: Message, { chat }: Context): boolean =>
  isPrivate === true && file !== undefined && chat?.type !== 'private'

/** Sends it to the asker, and resolves to the notice for the chat that they asked in. */
export async function sendPrivately(
  answer: Message,
  { from, api, me }: Context,
  { core: { commands }, buttons }: { core: Bot; buttons: Buttons },
): Promise<Message> {
  const isSent = from !== undefined && (await reaches(answer, { user: from.id, api, buttons }))
  const notices = answer.file?.notices
  if (!notices) return silence
  if (isSent) return notices.sent
  const url = linkUrl(me, greetingOf(commands).command)
  const { openChat, notSent } = notices
  return { ...notSent, choices: [[{ type: 'open', label: openChat, url }], ...(notSent.choices ?? [])] }
}

/**
 * False for people who have not written to the bot or have blocked it, and for the accounts behind anonymous admins and
 * channels.
 */
async function reaches(
  answer: Message,
  { user, api, buttons }: { user: number; api: Api; buttons: Buttons },
): Promise<boolean> {
  const to = addressOf({ id: user })
  try {
    for (const step of await stepsFor(answer, to, buttons)) await step.put(api)
    return true
  } catch (error) {
    if (outcomeOf(error, to).status !== 'gone') throw error
    return false
  }
}
