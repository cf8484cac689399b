// Answers an interaction within Discord's three seconds: at once, or deferred and filled in later.

import {
  type InteractionReplyOptions,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type RepliableInteraction,
  type SendableChannels,
} from 'discord.js'
import type { Memory } from '../../../core/delivery/store.ts'
import { silence } from '../../../core/message/build.ts'
import type { Message } from '../../../core/message/message.ts'
import type { Clock } from '../../../core/ports.ts'
import type { CommandIds } from '../message/mentions.ts'
import { type ShowChoice, storeLongPresses } from '../message/presses.ts'
import { PICTURE_FILE_NAME, partsOf, render } from '../message/render.ts'
import { mayBeFileRefusal } from '../outcome.ts'
import type { AnswerQueue } from './answer-queue.ts'
import { isEphemeral } from './audience.ts'

/**
 * Half of the three seconds that Discord grants, so that the deferral itself arrives in time
 * (https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction).
 */
const DEFERRAL_DELAY_MS = 1500

export interface AnswerParts {
  memory: Memory
  clock: Clock
  /** The ids of the slash commands, by name: empty until they are registered. */
  commandIds(): CommandIds
}

export interface InteractionParts extends AnswerParts {
  queue: AnswerQueue
}

export interface Answer {
  message: Message
  /** Added to an answer that only the asker sees, in case others should see it too. */
  show?: ShowChoice | undefined
}

/** Answers with a new message, or several for a long answer. With `isForOne`, only the asker sees them. */
export async function answerBelow(
  interaction: RepliableInteraction,
  { work, isForOne }: { work: Promise<Answer>; isForOne: boolean },
  answerParts: InteractionParts,
): Promise<void> {
  const { queue } = answerParts
  const visibility = (isPrivate: boolean) => (isPrivate ? MessageFlags.Ephemeral : 0)
  // The message of a list that was picked from is already updated.
  const isUpdated = interaction.replied
  const isLate =
    !isUpdated &&
    (await deferIfLate(
      work,
      () => queue.acknowledge(() => interaction.deferReply({ flags: visibility(isForOne) as never })),
      queue.crowded(),
    ))
  const { message, show: offered } = await work
  if (message === silence) {
    if (isLate) await interaction.deleteReply()
    else if (!isUpdated) await acknowledge(interaction)
    return
  }
  const isPrivate = isForOne || message.isPrivate === true
  // A reply that was deferred in public cannot become private, but a message that comes instead of it is.
  const isReplaced = isLate && isPrivate && !isForOne
  if (isReplaced) await interaction.deleteReply()
  const show = isForOne && !message.isPrivate ? offered : undefined
  const commandIds = answerParts.commandIds()
  const all = partsOf(message, { show, commandIds })
  for (const [index, part] of all.entries()) {
    const flags = MessageFlags.IsComponentsV2 | visibility(isPrivate)
    const partShow = index === all.length - 1 ? show : undefined
    await sendPart({ part, show: partShow, commandIds }, answerParts, payload => {
      if (index > 0 || isUpdated || isReplaced)
        return interaction.followUp({ ...payload, flags } as InteractionReplyOptions)
      return isLate
        ? interaction.editReply({ ...payload, flags: MessageFlags.IsComponentsV2 })
        : interaction.reply({ ...payload, flags } as InteractionReplyOptions)
    })
  }
}

/**
 * Answers by replacing the message whose button was pressed. Answers below it if the answer is too long for one message
 * or concerns only the person who pressed.
 */
export async function answerInPlace(
  interaction: MessageInteraction,
  work: Promise<Answer>,
  answerParts: InteractionParts,
): Promise<void> {
  const { queue } = answerParts
  const isLate = await deferIfLate(
    work,
    () => queue.acknowledge(() => interaction.deferUpdate()),
    queue.crowded(),
  )
  const { message, show: offered } = await work
  if (message === silence) {
    if (!isLate) await acknowledge(interaction)
    return
  }
  const isForOne = isEphemeral(interaction.message)
  const show = isForOne && !message.isPrivate ? offered : undefined
  const commandIds = answerParts.commandIds()
  const all = partsOf(message, { show, commandIds })
  const [only] = all
  if (message.isPrivate || !only || all.length > 1) {
    if (interaction.isAnySelectMenu() && !isLate) await acknowledge(interaction)
    const flags = MessageFlags.IsComponentsV2 | (isForOne || message.isPrivate ? MessageFlags.Ephemeral : 0)
    for (const [index, part] of all.entries()) {
      const partShow = index === all.length - 1 ? show : undefined
      await sendPart({ part, show: partShow, commandIds }, answerParts, content => {
        const payload = { ...content, flags } as InteractionReplyOptions
        return interaction.replied || interaction.deferred
          ? interaction.followUp(payload)
          : interaction.reply(payload)
      })
    }
    return
  }
  await sendPart({ part: only, show, commandIds }, answerParts, content => {
    // Without the empty list, the picture of the earlier message would stay.
    const payload = { ...content, attachments: [], flags: MessageFlags.IsComponentsV2 as const }
    return isLate ? interaction.editReply(payload) : interaction.update(payload)
  })
}

/** Answers with new messages in a channel, where no interaction can be answered. Each part has a nonce that begins so. */
export async function answerInChannel(
  channel: SendableChannels,
  { message, nonce }: { message: Message; nonce: string },
  answerParts: AnswerParts,
): Promise<void> {
  if (message === silence) return
  const commandIds = answerParts.commandIds()
  for (const [index, part] of partsOf(message, { commandIds }).entries())
    await sendPart({ part, commandIds }, answerParts, payload =>
      channel.send({
        ...payload,
        flags: MessageFlags.IsComponentsV2,
        // The library repeats a request that got no answer.
        nonce: `${nonce}-${index}`,
        enforceNonce: true,
      }),
    )
}

/** A press, a choice, or a form that a message opened. */
type MessageInteraction =
  | Extract<RepliableInteraction, { component: unknown }>
  | ModalMessageModalSubmitInteraction

/** Whether it comes from a message of the bot, and so needs no answer that people see. */
export const isFromMessage = (interaction: RepliableInteraction): interaction is MessageInteraction =>
  interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage())

/**
 * Without it, Discord tells the person that the bot did not respond. A list whose message is not updated shows what was
 * picked, and people cannot pick the same again
 * (https://github.com/discord/discord-api-docs/issues/3441, https://github.com/discord/discord-api-docs/issues/4801).
 */
export async function acknowledge(interaction: RepliableInteraction): Promise<void> {
  if (interaction.isAnySelectMenu()) await interaction.update({})
  else if (isFromMessage(interaction)) await interaction.deferUpdate()
}

/** Apologises for a failure in the way that is still open, if any. */
export async function apologise(interaction: RepliableInteraction, message: Message): Promise<void> {
  const [part = message] = partsOf(message)
  const components = render(part)
  const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral
  const payload = { components, flags } as InteractionReplyOptions
  // After a deferral it takes the place of "is thinking", but not that of a message that was to be replaced.
  if (interaction.replied || interaction.deferred) await interaction.followUp(payload)
  else await interaction.reply(payload)
}

/** Stores what does not fit a button. Must be done before the message with the button is sent. */
const storeChoices = (
  { choices = [] }: Message,
  { memory, clock }: AnswerParts,
  show?: ShowChoice,
): Promise<void> => storeLongPresses([...choices.flat(), ...(show ? [show] : [])], memory, clock)

interface PartContent {
  part: Message
  show?: ShowChoice | undefined
  commandIds?: CommandIds | undefined
}

type Payload = Awaited<ReturnType<typeof payloadOf>>

/** Sends a part, and sends it again without its picture if Discord refuses it. */
async function sendPart(
  content: PartContent,
  answerParts: AnswerParts,
  send: (payload: Payload) => Promise<unknown>,
): Promise<void> {
  const { part } = content
  try {
    await send(await payloadOf(content, answerParts))
  } catch (error) {
    if (!part.image || !mayBeFileRefusal(error)) throw error
    await send(await payloadOf({ ...content, part: { ...part, image: undefined } }, answerParts))
  }
}

async function payloadOf({ part, show, commandIds }: PartContent, answerParts: AnswerParts) {
  await storeChoices(part, answerParts, show)
  return {
    components: render(part, { show, commandIds }),
    allowedMentions: { parse: [] },
    files: [
      ...(part.image ? [{ name: PICTURE_FILE_NAME, attachment: Buffer.from(part.image.data) }] : []),
      ...(part.file ? [{ name: part.file.name, attachment: Buffer.from(part.file.data) }] : []),
    ],
  }
}

/** Defers if the work takes longer than the delay. Returns whether it did. A crowd is late from the start. */
export async function deferIfLate(
  work: Promise<unknown>,
  defer: () => Promise<unknown>,
  crowded?: Promise<void>,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, DEFERRAL_DELAY_MS)
  })
  const isLate = await Promise.race([
    work.then(() => false),
    Promise.race([late, ...(crowded ? [crowded] : [])]).then(() => true),
  ]).finally(() => clearTimeout(timer))
  if (isLate) await defer()
  return isLate
}
