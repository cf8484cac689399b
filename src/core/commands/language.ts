// Answers /language: shows or sets the language of this chat.

import { type Language, languageNamed, languages, ownNameOf } from '../languages/language.ts'
import { paragraph, run } from '../message/build.ts'
import type { Choice, Message } from '../message/message.ts'
import { command, oneOf } from './command.ts'
import { refuseNonAdmin } from './shared/admins.ts'

export const language = command({
  name: 'language',
  isPrivate: true,
  options: { language: oneOf(languages, { read: languageNamed, label: ownNameOf, isChange: true }) },
  example: ({ language: current }) => languages.find(each => each !== current),
  run: async ({ language: wanted }, context): Promise<Message> => {
    const { say, store, caller, language: current } = context
    if (wanted === undefined)
      return {
        body: [paragraph(say.commands.language.is(ownNameOf(current)))],
        choices: choicesBeside(current),
      }
    const refusal = await refuseNonAdmin(context)
    if (refusal) return refusal
    await store.setLanguage(caller.chat, wanted)
    const { say: inWanted } = await context.speak(wanted)
    return {
      body: [paragraph(inWanted.commands.language.done(ownNameOf(wanted)))],
      choices: choicesBeside(wanted),
    }
  },
})

const choicesBeside = (current: Language): Choice[][] => [
  languages
    .filter(each => each !== current)
    .map(each => run(ownNameOf(each), 'language', { language: each }, true)),
]
