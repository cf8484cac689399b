// Registers the commands with Discord: slash commands with typed options, and a search in the menu of a message.

import { createHash } from 'node:crypto'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
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
import type { Bot } from '../../core/bot/bot.ts'
import type { Command, Option } from '../../core/commands/command.ts'
import { descriptionOf } from '../../core/commands/shared/usage.ts'
import type { Memory } from '../../core/delivery/store.ts'
import { type Language, languages } from '../../core/languages/language.ts'
import { type Phrases, phrasesOf } from '../../core/languages/phrases.ts'
import { PlatformError } from '../../core/platform.ts'
import type { Clock } from '../../core/ports.ts'

export interface Registration {
  /** The id of the bot's application. */
  application: string
  /** The one server that gets the commands; undefined for all. */
  guild: string | undefined
  memory: Memory
  clock: Clock
}

/** Sends Discord the commands, in one server or everywhere, unless it already has the same. True if they were sent. */
export async function register(
  rest: REST,
  bot: Bot,
  { application, guild, memory, clock }: Registration,
): Promise<boolean> {
  const body = await definitions(bot)
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
        'DISCORD_GUILD names a server without the bot: add it there, with its commands.',
      )
    throw error
  })
  await memory.remember({ key, value: hash, now: clock.now() })
  return true
}

/** All commands, in each language that Discord has a locale for. */
export async function definitions(bot: Bot): Promise<Definition[]> {
  const en = await phrasesOf('en')
  const localized = await Promise.all(
    languages.flatMap(language =>
      localesOf(language).map(async (locale): Promise<Localized> => [locale, await phrasesOf(language)]),
    ),
  )
  const describe = describing(en, localized)
  return [
    ...bot.commands.map(command => slash(command, describe)),
    {
      type: ApplicationCommandType.Message,
      name: en.searchArchive,
      name_localizations: Object.fromEntries(localized.map(([locale, say]) => [locale, say.searchArchive])),
      ...everywhere,
    },
  ]
}

const everywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
}
/** Posts go where the bot is a member, which a private channel of others is not. */
const whereItPosts = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
}

/** A locale of Discord's with the phrases for it. */
type Localized = [locale: Locale, say: Phrases]

/** Discord's locales of a language: none for Khmer. English is what everybody sees who has no other. */
const localesOf = (language: Language): Locale[] =>
  language === 'en'
    ? []
    : Object.values(Locale).filter(locale => locale === language || locale.startsWith(`${language}-`))

interface Description {
  description: string
  description_localizations: LocalizationMap
}

/** Takes a phrase in every language. */
type Describe = (phrase: (say: Phrases) => string) => Description

/** At most 100 characters each (https://discord.com/developers/docs/interactions/application-commands). */
const describing =
  (en: Phrases, localized: readonly Localized[]): Describe =>
  phrase => ({
    description: phrase(en).slice(0, 100),
    description_localizations: Object.fromEntries(
      localized.map(([locale, say]) => [locale, phrase(say).slice(0, 100)]),
    ),
  })

function slash(command: Command, describe: Describe): Definition {
  const { name, options, adminsOnly, isPrivate, startsPosts, endsPosts } = command
  const visible = Object.entries(options).filter(([, option]) => !option.isHidden)
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...describe(say => descriptionOf(name, say).does),
    options: [
      ...visible.map(([option, kind]) =>
        optionOf(
          option,
          kind,
          describe(say => descriptionOf(name, say).options?.[option] ?? option),
        ),
      ),
      ...(startsPosts === true ? places(describe) : []),
      // Nobody can run a command inside a forum, so its posts are ended from elsewhere.
      ...(endsPosts ? places(describe).slice(0, 1) : []),
    ],
    ...(isPrivate ? whereItPosts : everywhere),
    ...(adminsOnly && { default_member_permissions: String(PermissionFlagsBits.ManageGuild) }),
  }
}

function optionOf(name: string, option: Option, described: Description): OptionDefinition {
  switch (option.type) {
    case 'integer':
      return { type: ApplicationCommandOptionType.Integer, name, ...described, min_value: 1 }
    case 'choice':
      return {
        type: ApplicationCommandOptionType.String,
        name,
        ...described,
        choices: option.values.map(value => ({ name: value, value })),
      }
    case 'text':
    case 'time':
    case 'zone':
      return {
        type: ApplicationCommandOptionType.String,
        name,
        ...described,
        ...(option.complete && { autocomplete: true }),
      } as OptionDefinition
    default:
      return option satisfies never
  }
}

/** Options that only Discord has: a post may go to another channel, mention a role, and be published. */
function places(describe: Describe): OptionDefinition[] {
  return [
    {
      type: ApplicationCommandOptionType.Channel,
      name: 'channel',
      ...describe(say => say.discord.channel),
      channel_types: [
        ChannelType.GuildText,
        ChannelType.GuildAnnouncement,
        ChannelType.PublicThread,
        ChannelType.PrivateThread,
        ChannelType.AnnouncementThread,
        ChannelType.GuildForum,
      ],
    },
    { type: ApplicationCommandOptionType.Role, name: 'role', ...describe(say => say.discord.role) },
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'publish',
      ...describe(say => say.discord.publish),
    },
  ]
}
