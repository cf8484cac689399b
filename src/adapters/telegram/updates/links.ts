// Writes a call as the payload of a link to the bot, and reads it back: Telegram sends it after /start.
//
// Links that people have shared must keep working, so the forms `a_`, `s_`, `c_` and `k_` never change.

import type { UserFromGetMe } from 'grammy/types'
import type { Command } from '../../../core/commands/command.ts'
import { changesSomething, commandNamed, greetingOf } from '../../../core/commands/traits.ts'
import type { Invocation } from '../../../core/message/message.ts'
import type { Buttons } from '../message/buttons.ts'

type Commands = readonly Command[]

/** Marks a command without arguments. */
const COMMAND_PREFIX = 'c'
/** Marks the key of a call that is kept, because no other form can carry it. */
const KEY_PREFIX = 'k'

/** https://core.telegram.org/bots/features#deep-linking */
const payloadForm = /^[A-Za-z0-9_-]{1,64}$/

/** The link that opens a private chat with the bot and sends it the payload. */
export const linkUrl = ({ username }: UserFromGetMe, payload: string) =>
  `https://t.me/${username}?start=${payload}`

/** Undefined for a call that needs to be kept for a link. */
export function linkPayload({ command, args }: Invocation, commands: Commands): string | undefined {
  const { link } = commandNamed(command, commands) ?? {}
  const names = Object.keys(args)
  const value = link && args[link.option]
  const payload =
    link && value && names.length === 1
      ? `${link.prefix}_${link.form === 'words' ? Buffer.from(value).toString('base64url') : value}`
      : names.length === 0
        ? `${COMMAND_PREFIX}_${command}`
        : undefined
  return payload !== undefined && payloadForm.test(payload) ? payload : undefined
}

/**
 * The payload of the call, which is kept if it must be. A link may be passed on to anybody, so that it changes nothing: for
 * such a call it is the greeting's.
 */
export async function lastingPayloadOf(
  call: Invocation,
  commands: Commands,
  calls: Pick<Buttons, 'keep'>,
): Promise<string> {
  const payload = linkPayload(call, commands)
  if (payload !== undefined || changesSomething(call, commands)) return payload ?? payloadOf(call, commands)
  return `${KEY_PREFIX}_${await calls.keep(call)}`
}

/** The payload of the call, or of the greeting if the call would have to be kept. */
export const payloadOf = (call: Invocation, commands: Commands): string =>
  linkPayload(call, commands) ?? greetingOf(commands).command

/** The call of a payload; the greeting for any other text. */
export async function callOfLink(
  payload: string,
  commands: Commands,
  calls: Pick<Buttons, 'recall'>,
): Promise<Invocation> {
  const [, prefix, rest = ''] = /^([a-z])_([\w-]{1,62})$/.exec(payload) ?? []
  if (prefix === COMMAND_PREFIX && commandNamed(rest, commands)) return { command: rest, args: {} }
  if (prefix === KEY_PREFIX) {
    const call = await calls.recall(rest)
    return call && !changesSomething(call, commands) ? call : greetingOf(commands)
  }
  const linked = commands.find(({ link }) => link?.prefix === prefix)
  if (!linked?.link) return greetingOf(commands)
  const { option, form } = linked.link
  const value = form === 'words' ? Buffer.from(rest, 'base64url').toString('utf8') : rest
  return { command: linked.name, args: { [option]: value } }
}
