// What is for the asker alone and comes with a file goes to their private chat, where there is one.
import type { Api, Context } from 'grammy'
import type { Phrases } from '../../core/languages/phrases.ts'
import { paragraph, run } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import type { Buttons } from './buttons.ts'
import { addressOf } from './chats.ts'
import { outcomeOf } from './outcome.ts'
import { stepsFor } from './sending.ts'

/** A notice that does not fit the chat it was asked in: others would see the file. */
export const isForOneElsewhere = ({ isPrivate, file }: Message, { chat }: Context): boolean =>
  isPrivate === true && file !== undefined && chat?.type !== 'private'

/** Sends it to who asked, and resolves to what the chat is told of that. */
export async function sendAlone(
  answer: Message,
  { from, api, me }: Context,
  buttons: Buttons,
  say: Phrases,
): Promise<Message> {
  const phrases = say.commands.export
  if (from && (await reaches(answer, from.id, api, buttons))) return { body: [paragraph(phrases.sentAlone)] }
  const url = `https://t.me/${me.username}?start=start`
  return {
    body: [paragraph(phrases.notAlone)],
    choices: [
      [{ type: 'open', label: phrases.openPrivate, url }],
      [run(phrases.postHere, 'export', { here: 'yes' })],
    ],
  }
}

/** False for who has not written to the bot, or blocked it, and for the accounts behind anonymous admins and channels. */
async function reaches(answer: Message, user: number, api: Api, buttons: Buttons): Promise<boolean> {
  const to = addressOf({ id: user })
  try {
    for (const step of await stepsFor(answer, to, buttons)) await step.put(api)
    return true
  } catch (error) {
    if (outcomeOf(error, to).status !== 'gone') throw error
    return false
  }
}
