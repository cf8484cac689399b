// What an interaction asks for, as a call of the core.
import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js'
import type { Bot } from '../../core/bot/bot.ts'
import type { Invocation } from '../../core/message/message.ts'

/** The options of the core's own command; what only Discord has (channel, role ...) is left out, and what is no value. */
export function invocationOf({ commandName, options }: ChatInputCommandInteraction, bot: Bot): Invocation {
  const known = bot.commands.find(({ name }) => name === commandName)?.options ?? {}
  const given = options.data.filter(
    ({ name, value }) => Object.hasOwn(known, name) && ['string', 'number', 'boolean'].includes(typeof value),
  )
  return {
    command: commandName,
    args: Object.fromEntries(given.map(({ name, value }) => [name, String(value)])),
  }
}

/** A search for what a message says; only so many of its words count. */
export function searchFor({ targetMessage }: MessageContextMenuCommandInteraction): Invocation {
  return { command: 'search', args: { words: targetMessage.content.trim().slice(0, 64) } }
}
