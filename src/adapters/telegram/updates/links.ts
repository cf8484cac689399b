// Writes a call as the payload of a link to the bot, and reads it back: Telegram sends it after /start.
//
// Links that people have shared must keep working, so the forms `a_`, `s_` and `c_` never change.

import type { UserFromGetMe } from 'grammy/types'
import type { Command } from '../../../core/commands/command.ts'
import { commandNamed, greetingOf } from '../../../core/commands/traits.ts'
import type { Invocation } from '../../../core/message/message.ts'

type Commands = readonly Command[]

/** Marks a command without arguments. */
const COMMAND_PREFIX = 'c'

/** https://core.telegram.org/bots/features#deep-linking */
const payloadForm = /^[A-Za-z0-9_-]{1,64}$/

/** The link that opens a private chat with the bot and sends it the payload. */
export const linkUrl = ({ username }: UserFromGetMe, payload: string) =>
  `https://t.me/${username}?start=${payload}`

/** Undefined for a call that no link can carry. */
export function linkPayload({ command, args }: Invocation, commands: Commands): string | undefined {
  const { link } = commandNamed(command, commands) ?? {}
  const value = link && args[link.option]
  const payload =
    link && value
      ? `${link.prefix}_${link.form === 'words' ? Buffer.from(value).toString('base64url') : value}`
      : Object.keys(args).length === 0
        ? `${COMMAND_PREFIX}_${command}`
        : undefined
  return payload !== undefined && payloadForm.test(payload) ? payload : undefined
}

/** The payload of the call, or of the greeting if no link can carry the call. */
export const payloadOf = (call: Invocation, commands: Commands): string =>
  linkPayload(call, commands) ?? greetingOf(commands).command

/** The call of a payload; the greeting for any other text. */
export function callOfLink(payload: string, commands: Commands): Invocation {
  const [, prefix, rest = ''] = /^([a-z])_([\w-]{1,62})$/.exec(payload) ?? []
  if (prefix === COMMAND_PREFIX && commandNamed(rest, commands)) return { command: rest, args: {} }
  const linked = commands.find(({ link }) => link?.prefix === prefix)
  if (!linked?.link) return greetingOf(commands)
  const { option, form } = linked.link
  const value = form === 'words' ? Buffer.from(rest, 'base64url').toString('utf8') : rest
  return { command: linked.name, args: { [option]: value } }
}
