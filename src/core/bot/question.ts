// The language of a question: an answer in it is offered where the chat is told in another, and kept to by its choices.

import type { Context } from '../commands/command.ts'
import { languageOfWords } from '../languages/detect.ts'
import { type Language, languages } from '../languages/language.ts'
import { run } from '../message/build.ts'
import type { Choice, Invocation, Message } from '../message/message.ts'

/** What a call carries beside the command's options: the language of this one answer. */
const key = 'in'

/** The call without the language it asks for. */
export function readAnswerLanguage({ command, args }: Invocation): { call: Invocation; language?: Language } {
  const { [key]: wanted, ...rest } = args
  const language = languages.find(each => each === wanted)
  return language ? { call: { command, args: rest }, language } : { call: { command, args } }
}

/** The answer with choices that go on in the language. */
export function keepAnswerLanguage(language: Language, message: Message): Message {
  const going = (choice: Choice): Choice =>
    choice.type === 'run' || choice.type === 'ask'
      ? { ...choice, call: { ...choice.call, args: { ...choice.call.args, [key]: language } } }
      : choice
  return message.choices ? { ...message, choices: message.choices.map(row => row.map(going)) } : message
}

/** The answer, with the offer of the same in the language of the question where articles are told in that. */
export async function offerOwnLanguage(
  answer: Message,
  { command, args }: Invocation,
  { index, language, speak }: Context,
): Promise<Message> {
  const theirs = languageOfWords(Object.values(args).join(' '))
  if (!theirs || theirs === language) return answer
  if (!index.segment.articles.some(each => each.language === theirs)) return answer
  const { say } = await speak(theirs)
  const offer = run(say.answerInThis, command, { ...args, [key]: theirs })
  return { ...answer, choices: [...(answer.choices ?? []), [offer]] }
}
