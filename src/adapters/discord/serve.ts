// Serving Discord's people: commands, completions, presses, forms, and what happens to servers and channels.
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  type Client,
  ComponentType,
  DiscordAPIError,
  Events,
  type Guild,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import type { Bot } from '../../core/bot.ts'
import { silence } from '../../core/message/build.ts'
import type { Invocation, Message } from '../../core/message/message.ts'
import { languageFor, type Phrases, phrasesOf } from '../../core/phrases/phrases.ts'
import type { Caller, Log } from '../../core/ports.ts'
import { type Answering, answerBelow, answerInPlace } from './answering.ts'
import { readPress, shorten } from './buttons.ts'
import { addressIn, callerOf, missingIn } from './chats.ts'
import { invocationOf, searchFor } from './invocation.ts'
import { parts, render } from './render.ts'
import { type Wishes, wishesKey } from './sending.ts'

export interface ServeParts extends Answering {
  client: Client
  core: Bot
  log: Log
}

/** Listens to the client; every interaction is answered, and none ends the process. */
export function listen({ client, core, log, memory, clock }: ServeParts): void {
  const answering = { memory, clock }
  const guarded =
    <T extends unknown[]>(handle: (...args: T) => Promise<void>) =>
    (...args: T) =>
      void handle(...args).catch(error => {
        if (isHarmless(error)) return
        log('error', 'interaction failed', { error: error instanceof Error ? error.message : String(error) })
      })

  client.on(
    Events.InteractionCreate,
    guarded(async (interaction: Interaction) => {
      if (interaction.isAutocomplete()) await complete(interaction)
      else if (interaction.isChatInputCommand()) await commanded(interaction)
      else if (interaction.isMessageContextMenuCommand())
        await below(interaction, searchFor(interaction), true)
      else if (interaction.isButton()) await pressed(interaction)
      else if (interaction.isModalSubmit()) await filledIn(interaction)
    }),
  )
  client.on(Events.GuildCreate, guarded(welcome))
  client.on(
    Events.GuildDelete,
    guarded((guild: Guild) => core.hear({ type: 'lost', chat: addressIn(guild.id), reason: 'kicked' })),
  )
  for (const event of [Events.ChannelDelete, Events.ThreadDelete] as const)
    client.on(
      event,
      guarded(async (channel: { id: string; guildId?: string }) => {
        if (channel.guildId)
          await core.hear({ type: 'lost', chat: addressIn(channel.guildId, channel.id), reason: 'deleted' })
      }),
    )
  // Without a listener an error of the connection would end the process; the client reconnects by itself.
  client.on(Events.Error, error => log('info', 'discord connection', { error: error.message }))

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const { name, value } = interaction.options.getFocused(true)
    const found = await core.complete(
      { command: interaction.commandName, option: name, typed: String(value).slice(0, 100) },
      callerOf(interaction),
    )
    const fitting = found.filter(each => each.value.length > 0 && each.value.length <= 100)
    await interaction.respond(
      fitting.slice(0, 25).map(each => ({ name: shorten(each.label, 100), value: each.value })),
    )
  }

  async function commanded(interaction: ChatInputCommandInteraction): Promise<void> {
    const call = invocationOf(interaction, core)
    const command = core.commands.find(({ name }) => name === call.command)
    if (call.command !== 'subscribe') return below(interaction, call, command?.isPrivate ?? false)
    const place = await subscribePlace(interaction)
    if ('refusal' in place) return below(interaction, call, true, Promise.resolve(place.refusal))
    await below(interaction, call, true, core.answer(call, place.caller))
  }

  /** The channel that is meant, if the bot may post there; its wishes are kept. */
  async function subscribePlace(
    interaction: ChatInputCommandInteraction,
  ): Promise<{ caller: Caller } | { refusal: Message }> {
    const caller = callerOf(interaction)
    const { guildId, options } = interaction
    if (!guildId) return { caller }
    const say = await phrasesFor(interaction)
    const guild = client.guilds.cache.get(guildId)
    if (!guild) return { refusal: notice(say.discord.notMember) }
    const id = options.getChannel('channel')?.id ?? interaction.channelId
    const channel = await guild.channels.fetch(id).catch(() => null)
    const missing = channel ? missingIn(channel) : 'View Channel'
    if (missing)
      return { refusal: notice(say.discord.lacks(missing, channel ? `#${channel.name}` : `#${id}`)) }
    if (await caller.isAdmin()) {
      const role = options.getRole('role')?.id
      const publish = options.getBoolean('publish') ?? false
      const wishes: Wishes = {
        ...(role && { role }),
        ...(publish && channel?.type === ChannelType.GuildAnnouncement && { publish }),
      }
      if (role || options.getBoolean('publish') !== null)
        await memory.keep(wishesKey(id), JSON.stringify(wishes), clock.now(), addressIn(guildId, id))
    }
    return { caller: { ...caller, chat: addressIn(guildId, id) } }
  }

  async function pressed(interaction: ButtonInteraction): Promise<void> {
    const press = await readPress(interaction.customId, memory)
    const say = await phrasesFor(interaction)
    if (!press) return below(interaction, { command: '', args: {} }, true, notice(say.forgottenButton))
    const { call, way, option = '' } = press
    if (way === 'ask') {
      const described = (say.commands as Record<string, { options?: Record<string, string> }>)[call.command]
      const { component } = interaction
      const label = ('label' in component && component.label) || option
      return void (await interaction.showModal(
        form(interaction.customId, label, described?.options?.[option]),
      ))
    }
    const work = core.answer(call, callerOf(interaction))
    if (way === 'inPlace') return answerInPlace(interaction, work, answering)
    const isHidden = interaction.message.flags.has(MessageFlags.Ephemeral)
    const command = core.commands.find(({ name }) => name === call.command)
    await below(interaction, call, way !== 'show' && (isHidden || command?.isPrivate === true), work)
  }

  async function filledIn(interaction: ModalSubmitInteraction): Promise<void> {
    const press = await readPress(interaction.customId, memory)
    const say = await phrasesFor(interaction)
    if (!press?.option)
      return below(interaction, { command: '', args: {} }, true, notice(say.forgottenButton))
    const typed = interaction.fields.getTextInputValue('words')
    const call = { ...press.call, args: { ...press.call.args, [press.option]: typed } }
    const work = core.answer(call, callerOf(interaction))
    const command = core.commands.find(({ name }) => name === call.command)
    if (command?.isPrivate && interaction.isFromMessage()) return answerInPlace(interaction, work, answering)
    await below(interaction, call, command?.isPrivate ?? false, work)
  }

  /** A new message; where only the asker sees it, it can be shown to all. */
  async function below(
    interaction: Parameters<typeof answerBelow>[0],
    call: Invocation,
    isPrivate: boolean,
    work: Promise<Message> | Message = core.answer(call, callerOf(interaction)),
  ): Promise<void> {
    const say = await phrasesFor(interaction)
    const showToAll = { type: 'show', label: say.discord.showToAll, call } as const
    await answerBelow(interaction, Promise.resolve(work), { isPrivate, showToAll }, answering)
  }

  /** A short greeting where the server has its own messages, if the bot may write there. */
  async function welcome(guild: Guild): Promise<void> {
    await core.hear({ type: 'back', chat: addressIn(guild.id) })
    const channel = guild.systemChannel
    if (!channel || missingIn(channel)) return
    const caller: Caller = {
      chat: addressIn(guild.id, channel.id),
      user: guild.ownerId,
      locale: guild.preferredLocale,
      isAdmin: () => false,
    }
    const greeting = await core.answer({ command: 'start', args: {} }, caller)
    const [part] = parts(greeting)
    if (part && greeting !== silence)
      await channel.send({
        components: render(part),
        flags: MessageFlags.IsComponentsV2,
        allowedMentions: { parse: [] },
      })
  }
}

const phrasesFor = ({ locale }: { locale: string }): Promise<Phrases> => phrasesOf(languageFor(locale))

const notice = (words: string): Message => ({
  body: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }],
  isPrivate: true,
})

/** https://discord.com/developers/docs/components/reference#label */
const form = (id: string, label: string, description: string | undefined) => ({
  custom_id: id,
  title: shorten(label, 45),
  components: [
    {
      type: ComponentType.Label as const,
      label: shorten(label, 45),
      ...(description && { description: shorten(description, 100) }),
      component: {
        type: ComponentType.TextInput as const,
        custom_id: 'words',
        style: TextInputStyle.Short as const,
        max_length: 100,
        required: true,
      },
    },
  ],
})

/** The interaction was answered already, or is too old to be (https://discord.com/developers/docs/topics/opcodes-and-status-codes). */
const isHarmless = (error: unknown): boolean =>
  error instanceof DiscordAPIError && [10062, 40060, 10033, 40033].includes(Number(error.code))
