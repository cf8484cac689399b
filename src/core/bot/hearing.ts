// Decides which messages are meant for the bot, and reads those as calls.

import type { Command } from '../commands/command.ts'
import { commandNamed } from '../commands/traits.ts'
import type { Invocation } from '../message/message.ts'
import type { Press } from '../message/press.ts'
import type { ChatKind } from '../ports.ts'
import { readLine } from './line.ts'

/** A message that somebody wrote where the bot can read it. */
export interface Heard {
  words: string
  kind: ChatKind
  /** The name by which people call the bot, without the `@`. */
  name: string
  /** The question of the bot that the message replies to, as `questionOf` gives it. */
  question?: Press | undefined
}

/**
 * The call that the message makes; undefined if it is not meant for the bot. In private everything is. In channels only
 * commands are. Elsewhere a command, what begins with the bot's name, and a reply to its question: people talk about the
 * bot, and under its answers, without talking to it.
 */
export function hear(
  { words, kind, name, question }: Heard,
  commands: readonly Command[],
): Invocation | undefined {
  const typed = words.trim()
  const command = COMMAND_LINE.exec(typed)
  if (command) return isForBot(command, { kind, name }, commands) ? readLine(typed, commands) : undefined
  if (kind === 'channel') return undefined
  const addressed = withoutName(typed, name)
  if (question) return fill(question, addressed ?? typed)
  if (addressed !== undefined) return readLine(addressed, commands)
  return isAlone(kind) ? readLine(typed, commands) : undefined
}

/** `/name`, or `/name@bot` where several bots listen. */
const COMMAND_LINE = /^\/([a-z0-9_]+)(?:@(\w+))?(?=\s|$)/i

function isForBot(
  [, command = '', to]: RegExpExecArray,
  { kind, name }: Pick<Heard, 'kind' | 'name'>,
  commands: readonly Command[],
): boolean {
  if (to !== undefined) return isSameName(to, name)
  // Where others can read it, an unknown command may be another bot's.
  return isAlone(kind) || commandNamed(command.toLowerCase(), commands) !== undefined
}

/** The words after the bot's name at the beginning; undefined if they begin with something else. */
function withoutName(typed: string, name: string): string | undefined {
  // "@daybook_bot's answer" is about the bot, and @daybook_bot_dev is another bot.
  const [, begin = '', rest = ''] =
    /^@(\w+)(?=[\s,:;.!?…،、，：៖]|$)[,:;.!?…،、，：៖]*([\s\S]*)$/u.exec(typed) ?? []
  return isSameName(begin, name) ? rest.trim() : undefined
}

/** Whether nobody else talks there. */
const isAlone = (kind: ChatKind) => kind === 'private' || kind === 'terminal'

const isSameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** The call that asked, with the words for the option that it lacked. */
const fill = ({ call, option }: Press, words: string): Invocation => ({
  ...call,
  args: { ...call.args, ...(option !== undefined && { [option]: words }) },
})
