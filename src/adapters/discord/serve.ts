// Serving Discord's people: commands, completions, presses, and forms; every interaction is answered.
import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type Client,
  DiscordAPIError,
  Events,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import type { Bot } from '../../core/bot/bot.ts'
import { languageFor } from '../../core/languages/language.ts'
import { type Phrases, phrasesOf } from '../../core/languages/phrases.ts'
import type { Invocation, Message } from '../../core/message/message.ts'
import type { Press } from '../../core/message/press.ts'
import type { Log } from '../../core/ports.ts'
import { type Answer, type Answering, answerBelow, answerInPlace, apologise } from './answering.ts'
import { peek, recallPress, shorten } from './buttons.ts'
import { callerOf } from './chats.ts'
import { form, typedInto } from './form.ts'
import { invocationOf, searchFor } from './invocation.ts'
import { followServers } from './servers.ts'
import { endedElsewhere, placeFor, startsPosts } from './subscribing.ts'

export interface ServeParts extends Answering {
  client: Client
  core: Bot
  log: Log
}

/** Listens to the client; nothing that it hears ends the process. */
export function listen({ client, core, log, memory, clock }: ServeParts): void {
  const answering = { memory, clock }
  const failed = (error: unknown) => {
    if (isHarmless(error)) return
    log('error', 'interaction failed', { error: error instanceof Error ? error.message : String(error) })
  }
  const guarded =
    <T extends unknown[]>(handle: (...args: T) => Promise<void>) =>
    (...args: T) =>
      void handle(...args).catch(failed)

  const isNew = once()
  client.on(
    Events.InteractionCreate,
    guarded(async (interaction: Interaction) => {
      if (!isNew(interaction.id)) return
      await serve(interaction).catch(async error => {
        failed(error)
        if (interaction.isRepliable() && !isHarmless(error))
          await apologise(interaction, notice((await phrasesFor(interaction)).broken))
      })
    }),
  )
  followServers(client, core, guarded, answering)
  // Without a listener an error of the connection would end the process; the client reconnects by itself.
  client.on(Events.Error, error => log('info', 'discord connection', { error: error.message }))

  async function serve(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return complete(interaction)
    if (interaction.isButton()) return pressed(interaction)
    if (interaction.isModalSubmit()) return filledIn(interaction)
    if (interaction.isMessageContextMenuCommand()) return answered(interaction, searchFor(interaction), true)
    if (interaction.isChatInputCommand()) return answered(interaction, invocationOf(interaction, core))
  }

  const answered = (
    interaction: Parameters<typeof answerBelow>[0],
    call: Invocation,
    isForOne = isPrivate(call),
  ) => answerBelow(interaction, answer(interaction, { call }), isForOne, answering)

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

  async function pressed(interaction: ButtonInteraction): Promise<void> {
    const { customId, message } = interaction
    const seen = peek(customId)
    const press = recallPress(customId, memory)
    if (seen?.mode === 'ask') return asked(interaction, await press)
    const work = press.then(found => answer(interaction, found))
    if (seen?.mode === 'inPlace') return answerInPlace(interaction, work, answering)
    const isHidden = message.flags.has(MessageFlags.Ephemeral)
    const isForOne = !seen || (seen.mode !== 'show' && (isHidden || isPrivate(seen)))
    await answerBelow(interaction, work, isForOne, answering)
  }

  async function asked(interaction: ButtonInteraction, press: Press | undefined): Promise<void> {
    const { component, customId } = interaction
    if (!press?.option) return answerBelow(interaction, answer(interaction, undefined), true, answering)
    const { commands } = await phrasesFor(interaction)
    const described = (commands as Record<string, { options?: Record<string, string> }>)[press.call.command]
    const label = 'label' in component && component.label
    await interaction.showModal(form(customId, label || press.option, described?.options?.[press.option]))
  }

  async function filledIn(interaction: ModalSubmitInteraction): Promise<void> {
    const seen = peek(interaction.customId)
    const typed = typedInto(interaction)
    const work = recallPress(interaction.customId, memory).then(press => {
      if (!press?.option || typed === undefined) return answer(interaction, undefined)
      const { call, option } = press
      return answer(interaction, { call: { ...call, args: { ...call.args, [option]: typed } } })
    })
    const isForOne = !seen || isPrivate(seen)
    if (seen && isForOne && interaction.isFromMessage()) return answerInPlace(interaction, work, answering)
    await answerBelow(interaction, work, isForOne, answering)
  }

  /** The core's answer; what makes posts come is first held against what Discord allows. */
  async function answer(
    interaction: BaseInteraction,
    press: Pick<Press, 'call'> | undefined,
  ): Promise<Answer> {
    const say = await phrasesFor(interaction)
    if (!press) return { message: notice(say.forgottenButton) }
    const { call } = press
    const show = changes(call) ? undefined : ({ type: 'show', label: say.discord.showToAll, call } as const)
    if (!startsPosts(call)) {
      const elsewhere = endedElsewhere(interaction, call)
      if (elsewhere) return { message: await core.answer(elsewhere.call, elsewhere.caller) }
      return { message: await core.answer(call, callerOf(interaction)), show }
    }
    const place = await placeFor(interaction, say, { client, memory, clock })
    return {
      message: 'refusal' in place ? notice(place.refusal) : await core.answer(call, place.caller),
    }
  }

  function isPrivate({ command }: { command: string }): boolean {
    return core.commands.find(({ name }) => name === command)?.isPrivate ?? false
  }

  /** Whether it would change something once more if it were run again, to be shown to all. */
  function changes({ command, args }: Invocation): boolean {
    const known = core.commands.find(({ name }) => name === command)
    const isPlain = Object.keys(args).every(each => each === 'anniversary')
    return known?.adminsOnly === true || (!isPlain && ['settings', 'language', 'why'].includes(command))
  }
}

/** Whether an id comes for the first time, among the last thousand: what was answered must not be done once more. */
function once(): (id: string) => boolean {
  const known = new Set<string>()
  return id => {
    if (known.has(id)) return false
    known.add(id)
    const [oldest] = known
    if (known.size > 1000 && oldest !== undefined) known.delete(oldest)
    return true
  }
}

const phrasesFor = ({ locale }: { locale: string }): Promise<Phrases> => phrasesOf(languageFor(locale))

const notice = (words: string): Message => ({
  body: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }],
  isPrivate: true,
})

/**
 * The interaction was answered already, or is too old to be
 * (https://discord.com/developers/docs/topics/opcodes-and-status-codes).
 */
const isHarmless = (error: unknown): boolean =>
  error instanceof DiscordAPIError && [10062, 40060, 10033, 40033, 50027].includes(Number(error.code))
