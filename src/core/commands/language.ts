// Answers /language: shows or sets the language of this chat.

import { type Language, languageNamed, languages, ownNameOf } from '../languages/language.ts'
import { paragraph, run } from '../message/build.ts'
import type { Choice, Message } from '../message/message.ts'
import { command, oneOf } from './command.ts'

export const language = command({
  name: 'language',
  isPrivate: true,
  options: { language: oneOf(languages, { read: languageNamed, isChange: true }) },
  example: ({ language: now }) => languages.find(each => each !== now),
  run: async ({ language: wanted }, context): Promise<Message> => {
    const { say, store, caller } = context
    if (wanted === undefined)
      return {
        body: [paragraph(say.commands.language.is(ownNameOf(context.language)))],
        choices: languageChoices('language', context.language),
      }
    if (!(await caller.isAdmin())) return { body: [paragraph(say.adminsOnly)], isPrivate: true }
    await store.setLanguage(caller.chat, wanted)
    const { say: newly } = await context.speak(wanted)
    return {
      body: [paragraph(newly.commands.language.done(ownNameOf(wanted)))],
      choices: languageChoices('language', wanted),
    }
  },
})

/** The languages that are not spoken now. */
export const languageChoices = (command: string, now: Language): Choice[][] => [
  languages.filter(each => each !== now).map(each => run(ownNameOf(each), command, { language: each }, true)),
]
