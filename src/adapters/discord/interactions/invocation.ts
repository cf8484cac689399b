// Reads an interaction as a call of the core.

import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js'
import type { Bot } from '../../../core/bot/bot.ts'
import { commandNamed, PLACE_KEY, PLACE_OPTION, plainWordsCall } from '../../../core/commands/traits.ts'
import type { Invocation } from '../../../core/message/message.ts'
import { startWithin } from '../../../core/text/cuts.ts'

/** The options that the core's command has, and the channel as the place that the call is about. */
export function invocationOf({ commandName, options }: ChatInputCommandInteraction, bot: Bot): Invocation {
  const coreOptions = commandNamed(commandName, bot.commands)?.options ?? {}
  const given = options.data.filter(
    ({ name, value }) =>
      Object.hasOwn(coreOptions, name) && ['string', 'number', 'boolean'].includes(typeof value),
  )
  const channel = options.data.find(({ name }) => name === PLACE_OPTION)?.value
  return {
    command: commandName,
    args: {
      ...Object.fromEntries(given.map(({ name, value }) => [name, typedOf(value)])),
      ...(channel !== undefined && { [PLACE_KEY]: String(channel) }),
    },
  }
}

const typedOf = (value: string | number | boolean | undefined): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

/** Of a message that is searched for. */
const MAX_SEARCHED_UNITS = 64

/** A search for the text of a message. */
export const searchFor = ({ targetMessage }: MessageContextMenuCommandInteraction, bot: Bot): Invocation =>
  plainWordsCall(startWithin(targetMessage.content.trim(), MAX_SEARCHED_UNITS), bot.commands)
