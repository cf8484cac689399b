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
  type LocalizationMap,
  type APIApplicationCommandBasicOption as OptionDefinition,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js'
import type { Bot } from '../../core/bot/bot.ts'
import type { Command, Option } from '../../core/commands/command.ts'
import { descriptionOf } from '../../core/commands/shared/usage.ts'
import type { Memory } from '../../core/delivery/ledger.ts'
import { type Phrases, phrasesOf } from '../../core/languages/phrases.ts'
import { PlatformError } from '../../core/platform.ts'
import type { Clock } from '../../core/ports.ts'

/** Sends Discord the commands, in one server or everywhere, unless it already has the same. True if they were sent. */
export async function register(
  rest: REST,
  application: string,
  guild: string | undefined,
  bot: Bot,
  memory: Memory,
  clock: Clock,
): Promise<boolean> {
  const body = await definitions(bot)
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  const key = `discord:${application} commands ${guild ?? 'everywhere'}`
  if ((await memory.recall(key)) === hash) return false
  const route = guild
    ? Routes.applicationGuildCommands(application, guild)
    : Routes.applicationCommands(application)
  await rest.put(route, { body }).catch(error => {
    // Unknown to the bot, or closed to it.
    if (guild && error instanceof DiscordAPIError && [10004, 50001].includes(Number(error.code)))
      throw new PlatformError(
        'DISCORD_GUILD names a server without the bot: add it there, with its commands.',
      )
    throw error
  })
  await memory.keep(key, hash, clock.now())
  return true
}

/** The definitions to send. Discord has a Vietnamese locale and no Khmer one. */
export async function definitions(bot: Bot): Promise<Definition[]> {
  const [en, vi] = await Promise.all([phrasesOf('en'), phrasesOf('vi')])
  return [
    ...bot.commands.map(command => slash(command, en, vi)),
    {
      type: ApplicationCommandType.Message,
      name: en.searchArchive,
      name_localizations: { vi: vi.searchArchive },
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

function slash(command: Command, en: Phrases, vi: Phrases): Definition {
  const { name, options, adminsOnly, isPrivate, startsPosts, endsPosts } = command
  const [inEnglish, inVietnamese] = [descriptionOf(name, en), descriptionOf(name, vi)]
  const visible = Object.entries(options).filter(([, option]) => !option.isHidden)
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...words(inEnglish.does, inVietnamese.does),
    options: [
      ...visible.map(([option, kind]) =>
        optionOf(option, kind, words(inEnglish.options?.[option] ?? option, inVietnamese.options?.[option])),
      ),
      ...(startsPosts === true ? places(en, vi) : []),
      // Nobody can run a command inside a forum, so its posts are ended from elsewhere.
      ...(endsPosts ? places(en, vi).slice(0, 1) : []),
    ],
    ...(isPrivate ? whereItPosts : everywhere),
    ...(adminsOnly && { default_member_permissions: String(PermissionFlagsBits.ManageGuild) }),
  }
}

/** At most 100 characters each (https://discord.com/developers/docs/interactions/application-commands). */
function words(
  en: string,
  vi: string | undefined,
): { description: string; description_localizations?: LocalizationMap } {
  return {
    description: en.slice(0, 100),
    ...(vi !== undefined && { description_localizations: { vi: vi.slice(0, 100) } }),
  }
}

function optionOf(name: string, option: Option, described: ReturnType<typeof words>): OptionDefinition {
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
function places(en: Phrases, vi: Phrases): OptionDefinition[] {
  return [
    {
      type: ApplicationCommandOptionType.Channel,
      name: 'channel',
      ...words(en.discord.channel, vi.discord.channel),
      channel_types: [
        ChannelType.GuildText,
        ChannelType.GuildAnnouncement,
        ChannelType.PublicThread,
        ChannelType.PrivateThread,
        ChannelType.AnnouncementThread,
        ChannelType.GuildForum,
      ],
    },
    { type: ApplicationCommandOptionType.Role, name: 'role', ...words(en.discord.role, vi.discord.role) },
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'publish',
      ...words(en.discord.publish, vi.discord.publish),
    },
  ]
}
