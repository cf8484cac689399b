// Describes how commands are used: their options by name, what values are called, and how to ask in each kind of place.

import type { Phrases } from '../../languages/phrases.ts'
import { bullets, strong } from '../../message/build.ts'
import type { Block, Invocation } from '../../message/message.ts'
import type { Caller, ChatKind } from '../../ports.ts'
import type { Command, CommandName, Context, Option } from '../command.ts'
import { PLACE_OPTION } from '../traits.ts'

/**
 * A list of the options that are not hidden; empty if there are none. A role, and publishing, are only for platforms
 * whose chats have roles, and the place only for those where it is an option.
 */
export function optionList(
  { name, options, hasPlace }: Pick<Command, 'name' | 'options' | 'hasPlace'>,
  { say, caller }: Pick<Context, 'say' | 'caller'>,
): Block[] {
  const takesPlace = hasPlace && caller.places !== undefined && caller.namesOptions
  const hasRoles = caller.places?.findRole !== undefined
  const visible = Object.entries(options).filter(
    ([, { isHidden, type }]) => !isHidden && (hasRoles || (type !== 'role' && type !== 'publish')),
  )
  if (visible.length === 0 && !takesPlace) return []
  const { options: words = {} } = descriptionOf(name, say)
  return [
    bullets([
      ...visible.map(([option, kind]) => {
        const values = kind.type === 'choice' ? ` (${kind.values.join(', ')})` : ''
        return [strong(option), ` – ${words[option] ?? ''}${values}`]
      }),
      ...(takesPlace ? [[strong(PLACE_OPTION), ` – ${say.place.option}`]] : []),
    ]),
  ]
}

export interface Description {
  does: string
  options?: Record<string, string>
}

/** The description of a command and of its options. */
export const descriptionOf = (name: CommandName, say: Phrases): Description => say.commands[name]

/** The name of a value of an option; the value itself if it has none. */
export const choiceNameOf = (value: string, { choiceNames }: Phrases, option?: Option): string =>
  (option?.type === 'choice' ? option.label?.(value) : undefined) ??
  (Object.hasOwn(choiceNames, value) ? choiceNames[value as keyof typeof choiceNames] : value)

/** The phrase that is true in the kind of place where it is said. A topic is spoken of as the group it belongs to. */
export const phraseFor = (
  kind: ChatKind,
  phrases: Readonly<Record<Exclude<ChatKind, 'topic'>, string>>,
): string => phrases[kind === 'topic' ? 'group' : kind]

/** `/settings january-7 06:30`, or `/settings anniversary:january-7 time:06:30` where options are typed by name. */
export function typedCall(
  { command, args }: Invocation,
  { namesOptions }: Pick<Caller, 'namesOptions'>,
): string {
  const given = Object.entries(args).map(([name, value]) => (namesOptions ? `${name}:${value}` : value))
  return [`/${command}`, ...given].join(' ')
}
