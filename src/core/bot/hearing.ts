// Decides which messages are meant for the bot: commands, and words that somebody says to it.

import type { Command } from '../commands/command.ts'
import { commandNamed } from '../commands/traits.ts'
import type { Invocation } from '../message/message.ts'
import type { Press } from '../message/press.ts'
import type { ChatKind } from '../ports.ts'
import { readLine } from './line.ts'

/** A message that somebody wrote where the bot can read it. */
export interface Heard {
  words: string
  /** The name by which people call the bot, without the `@`. */
  name: string
  /** The question of the bot that the message replies to, as `questionOf` or `confirmationOf` gives it. */
  question?: Press | undefined
}

/** `isAddressed`: the words are said to the bot, and not only in reply to its question. */
export type Hearing = { call: Invocation } | { words: string; isAddressed: boolean }

/**
 * A command, or words for the bot; undefined if the message is not meant for it. In private everything is. In channels
 * only commands are. Elsewhere a command, what begins with the bot's name, and a reply to its question: people talk about
 * the bot, and under its answers, without talking to it.
 */
export function hear(
  { words, name, question }: Heard,
  kind: ChatKind,
  commands: readonly Command[],
): Hearing | undefined {
  const typed = words.trim()
  const command = COMMAND_LINE.exec(typed)
  if (command)
    return isForBot(command, { kind, name }, commands) ? { call: readLine(typed, commands) } : undefined
  if (kind === 'channel') return undefined
  const addressed = withoutName(typed, name)
  if (addressed !== undefined) return { words: addressed, isAddressed: true }
  if (isAlone(kind)) return { words: typed, isAddressed: true }
  return question ? { words: typed, isAddressed: false } : undefined
}

/** `/name`, or `/name@bot` where several bots listen. */
const COMMAND_LINE = /^\/([a-z0-9_]+)(?:@(\w+))?(?=\s|$)/i

function isForBot(
  [, command = '', to]: RegExpExecArray,
  { kind, name }: { kind: ChatKind; name: string },
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
