// Answers every interaction on Discord: commands, completions, presses and forms.

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
import { descriptionOf } from '../../core/commands/shared/usage.ts'
import { changesSomething, commandNamed, isPrivateCall, startsPosts } from '../../core/commands/traits.ts'
import { languageFor } from '../../core/languages/language.ts'
import { type Phrases, phrasesOf } from '../../core/languages/phrases.ts'
import type { Invocation, Message } from '../../core/message/message.ts'
import type { Press } from '../../core/message/press.ts'
import type { Log } from '../../core/ports.ts'
import { type Answer, type Answering, answerBelow, answerInPlace, apologise } from './answers.ts'
import { peek, recallPress, shorten } from './buttons.ts'
import { callerOf } from './chats.ts'
import { form, typedInto } from './modal.ts'
import { invocationOf, searchFor } from './invocation.ts'
import { followServers } from './servers.ts'
import { endingElsewhere, placeFor } from './post-channel.ts'

export interface ServeParts extends Answering {
  client: Client
  core: Bot
  log: Log
}

/** Listens to the client. No event ends the process. */
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
  followServers({ client, core, answering }, guarded)
  // Without a listener, an error of the connection would end the process. The client reconnects by itself.
  client.on(Events.Error, error => log('info', 'discord connection', { error: error.message }))

  async function serve(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return complete(interaction)
    if (interaction.isButton()) return pressed(interaction)
    if (interaction.isModalSubmit()) return filledIn(interaction)
    if (interaction.isMessageContextMenuCommand())
      return answered(interaction, searchFor(interaction, core), true)
    if (interaction.isChatInputCommand()) return answered(interaction, invocationOf(interaction, core))
  }

  const answered = (
    interaction: Parameters<typeof answerBelow>[0],
    call: Invocation,
    isForOne = isPrivateCall(call, core.commands),
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
    const isForOne = !seen || (seen.mode !== 'show' && (isHidden || isPrivateCall(seen, core.commands)))
    await answerBelow(interaction, work, isForOne, answering)
  }

  async function asked(interaction: ButtonInteraction, press: Press | undefined): Promise<void> {
    const { component, customId } = interaction
    if (!press?.option) return answerBelow(interaction, answer(interaction, undefined), true, answering)
    const command = commandNamed(press.call.command, core.commands)
    const description = command && descriptionOf(command.name, await phrasesFor(interaction))
    const label = 'label' in component && component.label
    await interaction.showModal(form(customId, label || press.option, description?.options?.[press.option]))
  }

  async function filledIn(interaction: ModalSubmitInteraction): Promise<void> {
    const seen = peek(interaction.customId)
    const typed = typedInto(interaction)
    const work = recallPress(interaction.customId, memory).then(press => {
      if (!press?.option || typed === undefined) return answer(interaction, undefined)
      const { call, option } = press
      return answer(interaction, { call: { ...call, args: { ...call.args, [option]: typed } } })
    })
    const isForOne = !seen || isPrivateCall(seen, core.commands)
    if (seen && isForOne && interaction.isFromMessage()) return answerInPlace(interaction, work, answering)
    await answerBelow(interaction, work, isForOne, answering)
  }

  /** The core's answer. Before a subscription, checks that the bot may post in the channel. */
  async function answer(
    interaction: BaseInteraction,
    press: Pick<Press, 'call'> | undefined,
  ): Promise<Answer> {
    const say = await phrasesFor(interaction)
    if (!press) return { message: notice(say.forgottenButton) }
    const { call } = press
    const show = changesSomething(call, core.commands)
      ? undefined
      : ({ type: 'show', label: say.discord.showToAll, call } as const)
    if (!startsPosts(call, core.commands)) {
      const elsewhere = endingElsewhere(interaction, call, core.commands)
      if (elsewhere) return { message: await core.answer(elsewhere.call, elsewhere.caller) }
      return { message: await core.answer(call, callerOf(interaction)), show }
    }
    const place = await placeFor(interaction, say, { client, memory, clock })
    return {
      message: 'refusal' in place ? notice(place.refusal) : await core.answer(call, place.caller),
    }
  }
}

/** Tells whether an id comes for the first time among the last thousand: nothing may be done twice. */
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
