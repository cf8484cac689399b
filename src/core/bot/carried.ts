// Reads what a call carries beside its command's options: the language and the place of its answer. Its choices keep both.

import type { Command, Context } from '../commands/command.ts'
import { commandNamed, hasPlace, PLACE_KEY } from '../commands/traits.ts'
import { languageOfWords } from '../languages/detect.ts'
import { type Language, languageNamed, languages } from '../languages/language.ts'
import { run } from '../message/build.ts'
import type { Choice, Invocation, Message } from '../message/message.ts'

/** A call carries the language of one answer under this name. */
const LANGUAGE_KEY = 'in'
/** Which part of the answer is wanted. */
const PART_KEY = 'part'
/** Words that answer a question of the bot; they are read as something new if they turn out to be no answer. */
export const ELSE_KEY = 'or'

/** The names that no option may have. */
export const carriedKeys: readonly string[] = [LANGUAGE_KEY, PLACE_KEY, PART_KEY, ELSE_KEY]

export interface Carried {
  language?: Language | undefined
  /** The id of another place of the chat. */
  place?: string | undefined
  /** `sources`: who says what the answer says, and nothing else. */
  part?: 'sources' | undefined
  otherwise?: string | undefined
}

/** The call by itself, and what it carried. */
export function readCarried({ command, args }: Invocation): Carried & { call: Invocation } {
  const {
    [LANGUAGE_KEY]: wanted,
    [PLACE_KEY]: place,
    [PART_KEY]: part,
    [ELSE_KEY]: otherwise,
    ...rest
  } = args
  return {
    call: { command, args: rest },
    language: languages.find(each => each === wanted),
    place: place?.trim() || undefined,
    part: part === 'sources' ? part : undefined,
    otherwise,
  }
}

/** The call with something to carry. */
export function carrying(
  { language, part }: Pick<Carried, 'language' | 'part'>,
  { command, args }: Invocation,
): Invocation {
  const carried = { ...(language && { [LANGUAGE_KEY]: language }), ...(part && { [PART_KEY]: part }) }
  return { command, args: { ...args, ...carried } }
}

/** The call with `lang:vi` taken out of the words that name an article or a topic: the answer is in that language. */
export function carryLanguageOfWords(call: Invocation, commands: readonly Command[]): Invocation {
  const { command, args } = call
  for (const [name, option] of Object.entries(commandNamed(command, commands)?.options ?? {})) {
    const words = option.type === 'text' && option.takesLanguage ? args[name] : undefined
    const [piece = '', quoted, value = quoted ?? ''] = LANGUAGE_PIECE.exec(words ?? '') ?? []
    const language = languageNamed(value)
    if (words === undefined || language === undefined) continue
    return { command, args: { ...args, [name]: words.replace(piece, ' ').trim(), [LANGUAGE_KEY]: language } }
  }
  return call
}

/** As in a search. */
const LANGUAGE_PIECE = /(?:^|\s)lang:(?:["“]([^"”]*)["”]|([^\s"]+))/i

/** The message with choices that carry the same, unless they carry something else themselves. */
export function keepCarried(
  message: Message,
  { language, place }: Carried,
  commands: readonly Command[],
): Message {
  if (!language && !place) return message
  const keep = (choice: Choice): Choice => {
    if (choice.type !== 'run' && choice.type !== 'ask') return choice
    const { call } = choice
    const carried = {
      ...(language && { [LANGUAGE_KEY]: language }),
      ...(place && hasPlace(call, commands) && { [PLACE_KEY]: place }),
    }
    return { ...choice, call: { ...call, args: { ...carried, ...call.args } } }
  }
  const keepIn = (each: Message): Message =>
    each.choices ? { ...each, choices: each.choices.map(row => row.map(keep)) } : each
  const { file } = message
  if (!file?.notices) return keepIn(message)
  const { sent, notSent } = file.notices
  return {
    ...keepIn(message),
    file: { ...file, notices: { ...file.notices, sent: keepIn(sent), notSent: keepIn(notSent) } },
  }
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
