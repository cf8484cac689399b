// Defines the commands as Discord takes them: slash commands with typed options, and a search in the menu of a message.

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type RESTPostAPIApplicationCommandsJSONBody as Definition,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  type APIApplicationCommandBasicOption as OptionDefinition,
  PermissionFlagsBits,
} from 'discord.js'
import type { Bot } from '../../../core/bot/bot.ts'
import type { Command, Option } from '../../../core/commands/command.ts'
import { choiceNameOf, descriptionOf } from '../../../core/commands/shared/usage.ts'
import { PLACE_OPTION } from '../../../core/commands/traits.ts'
import { type Language, languages } from '../../../core/languages/language.ts'
import type { OptionNames } from '../../../core/languages/pack.ts'
import { packs } from '../../../core/languages/packs.ts'
import { type Phrases, phrasesOf } from '../../../core/languages/phrases.ts'
import { placeTypes } from '../chats.ts'
import { shorten } from '../message/shorten.ts'

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-structure */
const MAX_DESCRIPTION_UNITS = 100
/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const MAX_CHOICE_NAME_UNITS = 100

/** All commands, in every language that Discord has a locale for. */
export async function definitionsOf(bot: Bot): Promise<Definition[]> {
  const localize = createLocalize(await phrasesOf('en'), await allLocales())
  const searchArchive = localize(({ say }) => say.searchArchive)
  return [
    ...bot.commands.map(command => slashCommand(command, localize)),
    {
      type: ApplicationCommandType.Message,
      name: searchArchive.text,
      name_localizations: searchArchive.localizations,
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

/** The words of a language. */
interface Vocabulary {
  say: Phrases
  optionNames: OptionNames
}

/** The languages that Discord has a locale for. Khmer has none. English has none either: it is the default text. */
async function allLocales(): Promise<[Locale, Vocabulary][]> {
  const localesOf = (language: Language) =>
    Object.values(Locale).filter(locale => locale === language || locale.startsWith(`${language}-`))
  const named = languages
    .filter(language => language !== 'en')
    .map(async language => {
      const vocabulary = {
        say: await phrasesOf(language),
        optionNames: packs.get(language)?.optionNames ?? {},
      }
      return localesOf(language).map((locale): [Locale, Vocabulary] => [locale, vocabulary])
    })
  return (await Promise.all(named)).flat()
}

/** Takes a text from the words of every language. Languages that have none are left out. */
type Localize = (text: (vocabulary: Vocabulary) => string | undefined) => {
  text: string
  localizations: LocalizationMap
}

const createLocalize =
  (en: Phrases, locales: readonly [Locale, Vocabulary][]): Localize =>
  text => ({
    text: text({ say: en, optionNames: {} }) ?? '',
    localizations: Object.fromEntries(
      locales.flatMap(([locale, vocabulary]) => {
        const localized = text(vocabulary)
        return localized === undefined ? [] : [[locale, localized]]
      }),
    ),
  })

function described(description: (say: Phrases) => string, localize: Localize) {
  const { text, localizations } = localize(({ say }) => shorten(description(say), MAX_DESCRIPTION_UNITS))
  return { description: text, description_localizations: localizations }
}

function slashCommand(command: Command, localize: Localize): Definition {
  const { name, options, adminsOnly, isPrivate, hasPlace } = command
  const visibleOptions = Object.entries(options).filter(([, option]) => !option.isHidden)
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...described(say => descriptionOf(name, say).does, localize),
    options: [
      ...visibleOptions.map(([option, definition]) => {
        const description = (say: Phrases) => descriptionOf(name, say).options?.[option] ?? option
        return optionDefinition(definition, namedAndDescribed(option, description, localize), localize)
      }),
      // Nobody can run a command inside a forum, so it is looked after from another channel.
      ...(hasPlace ? [channelOption(localize)] : []),
    ],
    ...(isPrivate ? postContexts : anyContext),
    ...(adminsOnly && { default_member_permissions: String(PermissionFlagsBits.ManageGuild) }),
  }
}

type OptionText = ReturnType<typeof namedAndDescribed>

const namedAndDescribed = (name: string, description: (say: Phrases) => string, localize: Localize) => ({
  name,
  name_localizations: localize(({ optionNames }) => optionNames[name]).localizations,
  ...described(description, localize),
})

function optionDefinition(option: Option, text: OptionText, localize: Localize): OptionDefinition {
  switch (option.type) {
    case 'integer':
      return { type: ApplicationCommandOptionType.Integer, ...text, min_value: 1 }
    case 'choice':
      return {
        type: ApplicationCommandOptionType.String,
        ...text,
        choices: option.values.map(value => {
          const name = localize(({ say }) => shorten(choiceNameOf(value, say, option), MAX_CHOICE_NAME_UNITS))
          return { name: name.text, name_localizations: name.localizations, value }
        }),
      }
    case 'place':
      return placeOption(text)
    case 'role':
      return { type: ApplicationCommandOptionType.Role, ...text }
    case 'publish':
      return { type: ApplicationCommandOptionType.Boolean, ...text }
    case 'text':
    case 'time':
    case 'zone':
      return {
        type: ApplicationCommandOptionType.String,
        ...text,
        ...(option.complete && { autocomplete: true }),
      } as OptionDefinition
    default:
      return option satisfies never
  }
}

const channelOption = (localize: Localize): OptionDefinition =>
  placeOption(namedAndDescribed(PLACE_OPTION, say => say.place.option, localize))

const placeOption = (text: OptionText): OptionDefinition => ({
  type: ApplicationCommandOptionType.Channel,
  ...text,
  channel_types: [...placeTypes],
})
