// Answers every interaction on Discord: commands, completions, presses and modals.

import {
  type AnySelectMenuInteraction,
  type ApplicationCommandOptionChoiceData,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type Client,
  DiscordAPIError,
  Events,
  type Interaction,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js'
import type { Bot } from '../../../core/bot/bot.ts'
import { descriptionOf } from '../../../core/commands/shared/usage.ts'
import { callToShow, changesSomething, commandNamed, isPrivateCall } from '../../../core/commands/traits.ts'
import { languageFor } from '../../../core/languages/language.ts'
import { type Phrases, phrasesOf } from '../../../core/languages/phrases.ts'
import { silence } from '../../../core/message/build.ts'
import type { Invocation, Message } from '../../../core/message/message.ts'
import type { Press } from '../../../core/message/press.ts'
import type { Caller, Log } from '../../../core/ports.ts'
import { startWithin } from '../../../core/text/cuts.ts'
import { followDirectMessages } from '../direct-messages.ts'
import { modalFor, typedText } from '../message/modal.ts'
import { peekPress, recallPress } from '../message/presses.ts'
import { shorten } from '../message/shorten.ts'
import { followPermissions } from '../permission-changes.ts'
import { followServers, type Guarded } from '../servers.ts'
import { createAnswerQueue } from './answer-queue.ts'
import {
  type Answer,
  type AnswerParts,
  acknowledge,
  answerBelow,
  answerInPlace,
  apologise,
  deferIfLate,
  isFromMessage,
} from './answers.ts'
import { isEphemeral, isUnderPost, mayShowToAll } from './audience.ts'
import { callerOf } from './caller.ts'
import { createIsLetIn } from './integrations.ts'
import { invocationOf, searchFor } from './invocation.ts'

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-autocomplete */
const MAX_COMPLETIONS = 25
/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const MAX_COMPLETION_UNITS = 100
/** Our own limit. */
const MAX_TYPED_UNITS = 100
const MAX_REMEMBERED_IDS = 1000

export interface ServeParts extends AnswerParts {
  client: Client
  core: Bot
  log: Log
}

/** A button was pressed, or an entry of a list was picked. */
type PressInteraction = ButtonInteraction | AnySelectMenuInteraction

/** Listens to the client. No event ends the process. */
export function listen({ client, core, log, ...parts }: ServeParts): void {
  const queue = createAnswerQueue()
  const answerParts = { ...parts, queue }
  const { memory } = answerParts
  const callerParts = { client, isLetIn: createIsLetIn({ client, ...answerParts }) }
  const logFault = (error: unknown) => {
    if (isStaleInteraction(error)) return
    log('error', 'interaction failed', { error: error instanceof Error ? error.message : String(error) })
  }
  const guarded: Guarded =
    handle =>
    (...args) =>
      void handle(...args).catch(logFault)

  const isNew = createIdFilter()
  client.on(
    Events.InteractionCreate,
    guarded(async (interaction: Interaction) => {
      if (!isNew(interaction.id)) return
      await serve(interaction).catch(async error => {
        logFault(error)
        if (interaction.isRepliable() && !isStaleInteraction(error))
          await apologise(interaction, notice((await phrasesFor(interaction)).broken))
      })
    }),
  )
  followServers({ client, core, guarded, ...answerParts })
  followDirectMessages({ client, core, guarded, isNew, ...answerParts })
  followPermissions({ client, core, guarded, clock: answerParts.clock })
  // Without a listener, an error of the connection would end the process. The client reconnects by itself.
  client.on(Events.Error, error => log('info', 'discord connection failed', { error: error.message }))

  async function serve(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return serveTyping(interaction)
    if (interaction.isButton() || interaction.isAnySelectMenu()) return servePress(interaction)
    if (interaction.isModalSubmit()) return serveFilledIn(interaction, typedText(interaction))
    if (interaction.isMessageContextMenuCommand())
      return serveCall(interaction, searchFor(interaction, core), true)
    if (interaction.isChatInputCommand()) return serveCall(interaction, invocationOf(interaction, core))
    // Nothing of ours makes any other, unless an older or newer version did.
    if (interaction.isRepliable())
      return answerBelow(
        interaction,
        { work: answer(interaction, undefined, true), isForOne: true },
        answerParts,
      )
  }

  function serveCall(
    interaction: RepliableInteraction,
    call: Invocation,
    isForOne = isPrivateCall(call, core.commands),
  ): Promise<void> {
    return answerBelow(interaction, { work: answer(interaction, { call }, isForOne), isForOne }, answerParts)
  }

  /** Typing cannot be deferred, and shows an error without an answer, so a late or failed one offers nothing. */
  async function serveTyping(interaction: AutocompleteInteraction): Promise<void> {
    const completions = complete(interaction).catch(error => {
      logFault(error)
      return []
    })
    const isLate = await deferIfLate(completions, () => interaction.respond([]))
    if (isLate) return
    const offered = await completions
    await queue.acknowledge(() => interaction.respond(offered))
  }

  async function complete(
    interaction: AutocompleteInteraction,
  ): Promise<ApplicationCommandOptionChoiceData<string>[]> {
    const { name, value } = interaction.options.getFocused(true)
    const completions = await core.complete(
      {
        command: interaction.commandName,
        option: name,
        typed: startWithin(String(value), MAX_TYPED_UNITS),
      },
      callerOf(interaction, commandNamed(interaction.commandName, core.commands), callerParts),
    )
    return completions
      .filter(each => each.value.length > 0 && each.value.length <= MAX_COMPLETION_UNITS)
      .slice(0, MAX_COMPLETIONS)
      .map(each => ({ name: shorten(each.label, MAX_COMPLETION_UNITS), value: each.value }))
  }

  async function servePress(interaction: PressInteraction): Promise<void> {
    const { customId, message } = interaction
    const id = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : customId
    const peeked = peekPress(id)
    if (peeked?.mode === 'show' && !mayShowToAll(interaction)) {
      const { discord } = await core.phrases(callerOf(interaction, undefined, callerParts))
      const work = Promise.resolve({ message: notice(discord.mayNotShow) })
      return answerBelow(interaction, { work, isForOne: true }, answerParts)
    }
    const press = recallPress(id, memory)
    if (peeked?.mode === 'ask') {
      if (interaction.isAnySelectMenu()) return serveFilledIn(interaction, interaction.values[0])
      return openModal(interaction, await press)
    }
    const isInPlace = peeked?.mode === 'inPlace' && !isUnderPost(interaction)
    const isForOne =
      !peeked ||
      (peeked.mode !== 'show' &&
        (isUnderPost(interaction) ||
          isEphemeral(message) ||
          (!isInPlace && isPrivateCall(peeked, core.commands))))
    const work = press.then(recalled => answer(interaction, recalled, isForOne))
    if (isInPlace) return answerInPlace(interaction, work, answerParts)
    if (interaction.isAnySelectMenu()) await Promise.all([acknowledge(interaction), work])
    await answerBelow(interaction, { work, isForOne }, answerParts)
  }

  async function openModal(interaction: PressInteraction, press: Press | undefined): Promise<void> {
    const { component, customId } = interaction
    if (!press?.option)
      return answerBelow(
        interaction,
        { work: answer(interaction, undefined, true), isForOne: true },
        answerParts,
      )
    const command = commandNamed(press.call.command, core.commands)
    const say = await core.phrases(callerOf(interaction, command, callerParts), press.call)
    const description = command && descriptionOf(command.name, say)
    const label = 'label' in component && component.label
    await interaction.showModal(
      modalFor(customId, label || press.option, description?.options?.[press.option]),
    )
  }

  /** Runs a call whose missing option was typed into a modal, or picked from a list of roles or places. */
  async function serveFilledIn(
    interaction: ModalSubmitInteraction | AnySelectMenuInteraction,
    typed: string | undefined,
  ): Promise<void> {
    const peeked = peekPress(interaction.customId)
    const underPost = isUnderPost(interaction)
    const isForOne = !peeked || underPost || isPrivateCall(peeked, core.commands)
    const isInPlace =
      peeked && isForOne && !underPost && (!interaction.isModalSubmit() || interaction.isFromMessage())
    const isSeenByOne = isInPlace ? isEphemeral(interaction.message) : isForOne
    const work = recallPress(interaction.customId, memory).then(press => {
      if (!press?.option || typed === undefined) return answer(interaction, undefined, isSeenByOne)
      const { call, option } = press
      return answer(interaction, { call: { ...call, args: { ...call.args, [option]: typed } } }, isSeenByOne)
    })
    if (isInPlace) return answerInPlace(interaction, work, answerParts)
    if (!interaction.isModalSubmit()) await Promise.all([acknowledge(interaction), work])
    await answerBelow(interaction, { work, isForOne }, answerParts)
  }

  /** The core's answer, and a choice to show it to all. */
  const answer = (
    interaction: RepliableInteraction,
    press: Pick<Press, 'call'> | undefined,
    isForOne: boolean,
  ) => queue.run(() => compute(interaction, press, isForOne))

  async function compute(
    interaction: RepliableInteraction,
    press: Pick<Press, 'call'> | undefined,
    isForOne: boolean,
  ): Promise<Answer> {
    const command = press && commandNamed(press.call.command, core.commands)
    const caller: Caller = {
      ...callerOf(interaction, command, callerParts),
      ...(!isForOne && { isPublic: true }),
    }
    const say = await core.phrases(caller, press?.call)
    if (!press) return { message: notice(say.forgottenButton) }
    const { call } = press
    const message = await core.answer(call, caller)
    // Nobody else sees the line.
    if (message === silence && !isFromMessage(interaction)) return { message: notice(say.discord.pleaseWait) }
    const shown = mayShowToAll(interaction) ? callToShow(call, core.commands) : undefined
    // A typed command that changes something answers with one line, which nobody else needs. A button leads to a view.
    const isOffered = shown && (isFromMessage(interaction) || !changesSomething(call, core.commands))
    if (!isOffered) return { message }
    return { message, show: { type: 'show', label: say.discord.showToAll, call: shown } }
  }
}

/** Makes a function that says whether an id is new among the latest ones, so that no interaction is served twice. */
function createIdFilter(): (id: string) => boolean {
  const ids = new Set<string>()
  return id => {
    if (ids.has(id)) return false
    ids.add(id)
    const [oldest] = ids
    if (ids.size > MAX_REMEMBERED_IDS && oldest !== undefined) ids.delete(oldest)
    return true
  }
}

/** Without the store, which may be what failed. */
const phrasesFor = ({ locale }: { locale: string }): Promise<Phrases> => phrasesOf(languageFor(locale))

const notice = (words: string): Message => ({
  body: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }],
  isPrivate: true,
})

/**
 * Whether the interaction is already answered, or too old to be, or has had the five follow-ups that an app may send
 * that only the person has installed
 * (https://discord.com/developers/docs/topics/opcodes-and-status-codes).
 */
const isStaleInteraction = (error: unknown): boolean =>
  error instanceof DiscordAPIError && [10062, 40060, 10033, 40033, 40094, 50027].includes(Number(error.code))
