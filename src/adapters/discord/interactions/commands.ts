// Registers the commands with Discord: slash commands with typed options, and a search in the menu of a message.

import { createHash } from 'node:crypto'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type RESTPostAPIApplicationCommandsJSONBody as Definition,
  DiscordAPIError,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  type APIApplicationCommandBasicOption as OptionDefinition,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js'
import type { Bot } from '../../../core/bot/bot.ts'
import type { Command, Option } from '../../../core/commands/command.ts'
import { descriptionOf } from '../../../core/commands/shared/usage.ts'
import type { Memory } from '../../../core/delivery/store.ts'
import { type Language, languages } from '../../../core/languages/language.ts'
import { type Phrases, phrasesOf } from '../../../core/languages/phrases.ts'
import { PlatformError } from '../../../core/platform.ts'
import type { Clock } from '../../../core/ports.ts'
import { placeTypes } from '../chats.ts'

export interface RegistrationParts {
  rest: REST
  /** The id of the bot's application. */
  application: string
  /** The id of the only server to register in. Without it, the commands are registered everywhere. */
  guild?: string | undefined
  bot: Bot
  memory: Memory
  clock: Clock
}

/** Sends Discord the commands, unless it already has the same ones. Returns whether they were sent. */
export async function registerCommands(parts: RegistrationParts): Promise<boolean> {
  const { rest, application, guild, bot, memory, clock } = parts
  const body = await definitionsOf(bot)
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  const key = `discord:${application} commands ${guild ?? 'everywhere'}`
  if ((await memory.recall(key)) === hash) return false
  const route = guild
    ? Routes.applicationGuildCommands(application, guild)
    : Routes.applicationCommands(application)
  await rest.put(route, { body }).catch(error => {
    // The server is unknown, or the bot is not in it.
    if (guild && error instanceof DiscordAPIError && [10004, 50001].includes(Number(error.code)))
      throw new PlatformError(
        'DISCORD_GUILD names a server that the bot is not in: invite it there, with its commands.',
      )
    throw error
  })
  await memory.remember({ key, value: hash, now: clock.now() })
  return true
}

/** All commands, in every language that Discord has a locale for. */
export async function definitionsOf(bot: Bot): Promise<Definition[]> {
  const en = await phrasesOf('en')
  const localized = await Promise.all(
    languages.flatMap(language =>
      localesOf(language).map(
        async (locale): Promise<LocalizedPhrases> => [locale, await phrasesOf(language)],
      ),
    ),
  )
  const describe = createDescribe(en, localized)
  return [
    ...bot.commands.map(command => slashCommand(command, describe)),
    {
      type: ApplicationCommandType.Message,
      name: en.searchArchive,
      name_localizations: Object.fromEntries(localized.map(([locale, say]) => [locale, say.searchArchive])),
      ...anyContext,
    },
  ]
}

const anyContext = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
}
/** Posts need the bot as a member, which it is not in a private channel of other people. */
const postContexts = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
}

/** A locale of Discord and the phrases for it. */
type LocalizedPhrases = [locale: Locale, say: Phrases]

/** Discord's locales for a language. Khmer has none. English has none either, because it is the default text. */
const localesOf = (language: Language): Locale[] =>
  language === 'en'
    ? []
    : Object.values(Locale).filter(locale => locale === language || locale.startsWith(`${language}-`))

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-structure */
const MAX_DESCRIPTION_UNITS = 100

interface Description {
  description: string
  description_localizations: LocalizationMap
}

/** Makes a description of a phrase in every language. */
type Describe = (phrase: (say: Phrases) => string) => Description

const createDescribe =
  (en: Phrases, localized: readonly LocalizedPhrases[]): Describe =>
  phrase => ({
    description: phrase(en).slice(0, MAX_DESCRIPTION_UNITS),
    description_localizations: Object.fromEntries(
      localized.map(([locale, say]) => [locale, phrase(say).slice(0, MAX_DESCRIPTION_UNITS)]),
    ),
  })

function slashCommand(command: Command, describe: Describe): Definition {
  const { name, options, adminsOnly, isPrivate, hasPlace } = command
  const visibleOptions = Object.entries(options).filter(([, option]) => !option.isHidden)
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...describe(say => descriptionOf(name, say).does),
    options: [
      ...visibleOptions.map(([option, definition]) =>
        optionDefinition(
          option,
          definition,
          describe(say => descriptionOf(name, say).options?.[option] ?? option),
        ),
      ),
      // Nobody can run a command inside a forum, so it is looked after from another channel.
      ...(hasPlace ? [channelOption(describe)] : []),
    ],
    ...(isPrivate ? postContexts : anyContext),
    ...(adminsOnly && { default_member_permissions: String(PermissionFlagsBits.ManageGuild) }),
  }
}

function optionDefinition(name: string, option: Option, description: Description): OptionDefinition {
  switch (option.type) {
    case 'integer':
      return { type: ApplicationCommandOptionType.Integer, name, ...description, min_value: 1 }
    case 'choice':
      return {
        type: ApplicationCommandOptionType.String,
        name,
        ...description,
        choices: option.values.map(value => ({ name: value, value })),
      }
    case 'place':
      return placeOption(name, description)
    case 'role':
      return { type: ApplicationCommandOptionType.Role, name, ...description }
    case 'publish':
      return { type: ApplicationCommandOptionType.Boolean, name, ...description }
    case 'text':
    case 'time':
    case 'zone':
      return {
        type: ApplicationCommandOptionType.String,
        name,
        ...description,
        ...(option.complete && { autocomplete: true }),
      } as OptionDefinition
    default:
      return option satisfies never
  }
}

/** The option that names another place of the server. */
export const CHANNEL_OPTION = 'channel'

const channelOption = (describe: Describe): OptionDefinition =>
  placeOption(
    CHANNEL_OPTION,
    describe(say => say.place.option),
  )

const placeOption = (name: string, description: Description): OptionDefinition => ({
  type: ApplicationCommandOptionType.Channel,
  name,
  ...description,
  channel_types: [...placeTypes],
})
