// Offers an answer in the language of the question if the chat's is another, and keeps its choices in that language.

import type { Context } from '../commands/command.ts'
import { languageOfWords } from '../languages/detect.ts'
import { type Language, languages } from '../languages/language.ts'
import { run } from '../message/build.ts'
import type { Choice, Invocation, Message } from '../message/message.ts'

/** A call carries the language of one answer under this name, beside the command's options. */
const LANGUAGE_KEY = 'in'

/** The call without the language it asks for. */
export function readAnswerLanguage({ command, args }: Invocation): { call: Invocation; language?: Language } {
  const { [LANGUAGE_KEY]: wanted, ...rest } = args
  const language = languages.find(each => each === wanted)
  return language ? { call: { command, args: rest }, language } : { call: { command, args } }
}

/** The message with choices that are answered in the same language. */
export function keepAnswerLanguage(language: Language, message: Message): Message {
  const inLanguage = (choice: Choice): Choice =>
    choice.type === 'run' || choice.type === 'ask'
      ? { ...choice, call: { ...choice.call, args: { ...choice.call.args, [LANGUAGE_KEY]: language } } }
      : choice
  return message.choices ? { ...message, choices: message.choices.map(row => row.map(inLanguage)) } : message
}

/** The answer, with a choice to get it in the language of the question if the archive has articles in that. */
export async function offerOwnLanguage(
  answer: Message,
  { command, args }: Invocation,
  { index, language, speak }: Context,
): Promise<Message> {
  const asked = languageOfWords(Object.values(args).join(' '))
  if (!asked || asked === language) return answer
  if (!index.segment.articles.some(each => each.language === asked)) return answer
  const { say } = await speak(asked)
  const offer = run(say.answerInThis, command, { ...args, [LANGUAGE_KEY]: asked })
  return { ...answer, choices: [...(answer.choices ?? []), [offer]] }
}
