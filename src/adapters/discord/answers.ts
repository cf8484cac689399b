// Answering an interaction within Discord's three seconds: at once, or deferred and then filled in.
import {
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js'
import type { Memory } from '../../core/delivery/store.ts'
import { silence } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import type { Clock } from '../../core/ports.ts'
import { keepLong, type Show } from './buttons.ts'
import { wasRefused } from './outcome.ts'
import { parts, pictureName, render } from './render.ts'

/** Half of what Discord grants, so that the deferral itself arrives in time. In milliseconds. */
const patience = 1500

export interface Answering {
  memory: Memory
  clock: Clock
}

export interface Answer {
  message: Message
  /** Added to an answer that only the asker sees, and that others may want to see. */
  show?: Show | undefined
}

/** Answers with a new message, and as many as it takes; `isForOne`: only who asked sees them. */
export async function answerBelow(
  interaction: RepliableInteraction,
  work: Promise<Answer>,
  isForOne: boolean,
  answering: Answering,
): Promise<void> {
  const hidden = (isPrivate: boolean) => (isPrivate ? MessageFlags.Ephemeral : 0)
  const isLate = await outwaits(work, () => interaction.deferReply({ flags: hidden(isForOne) as never }))
  const { message, show: offered } = await work
  if (message === silence) return
  // What was deferred in public cannot become private any more.
  const isPrivate = isForOne || (message.isPrivate === true && !isLate)
  const show = isForOne && !message.isPrivate ? offered : undefined
  const all = parts(message, show)
  for (const [index, part] of all.entries()) {
    const flags = MessageFlags.IsComponentsV2 | hidden(isPrivate)
    await put(part, answering, index === all.length - 1 ? show : undefined, payload => {
      if (index > 0) return interaction.followUp({ ...payload, flags } as InteractionReplyOptions)
      return isLate
        ? interaction.editReply({ ...payload, flags: MessageFlags.IsComponentsV2 })
        : interaction.reply({ ...payload, flags } as InteractionReplyOptions)
    })
  }
}

/** Answers in the place of the message that was pressed; below it where it does not fit, or concerns only the presser. */
export async function answerInPlace(
  interaction: MessageComponentInteraction | ModalMessageModalSubmitInteraction,
  work: Promise<Answer>,
  answering: Answering,
): Promise<void> {
  const isLate = await outwaits(work, () => interaction.deferUpdate())
  const { message } = await work
  if (message === silence) return
  const all = parts(message)
  const [only] = all
  if (message.isPrivate || !only || all.length > 1) {
    for (const part of all)
      await put(part, answering, undefined, bare => {
        const flags = MessageFlags.IsComponentsV2 | (message.isPrivate ? MessageFlags.Ephemeral : 0)
        const payload = { ...bare, flags } as InteractionReplyOptions
        return interaction.replied || interaction.deferred
          ? interaction.followUp(payload)
          : interaction.reply(payload)
      })
    return
  }
  await put(only, answering, undefined, bare => {
    // The picture of the message before does not stay.
    const payload = { ...bare, attachments: [], flags: MessageFlags.IsComponentsV2 as const }
    return isLate ? interaction.editReply(payload) : interaction.update(payload)
  })
}

type Payload = Awaited<ReturnType<typeof payloadOf>>

/** Puts a part, and where it is refused with its picture, the words alone. */
async function put(
  part: Message,
  answering: Answering,
  show: Show | undefined,
  send: (payload: Payload) => Promise<unknown>,
): Promise<void> {
  try {
    await send(await payloadOf(part, answering, show))
  } catch (error) {
    if (!part.image || !wasRefused(error)) throw error
    await send(await payloadOf({ ...part, image: undefined }, answering, show))
  }
}

/** Tells that something went wrong, in whatever way is still open; there may be none. */
export async function apologise(interaction: RepliableInteraction, message: Message): Promise<void> {
  const [part = message] = parts(message)
  const components = render(part)
  const flags = MessageFlags.IsComponentsV2
  const payload = { components, flags: flags | MessageFlags.Ephemeral } as InteractionReplyOptions
  if (interaction.replied) await interaction.followUp(payload)
  else if (interaction.deferred) await interaction.editReply({ components, flags })
  else await interaction.reply(payload)
}

async function payloadOf(part: Message, answering: Answering, show?: Show) {
  await keepChoices(part, answering, show)
  return {
    components: render(part, show),
    allowedMentions: { parse: [] },
    files: [
      ...(part.image ? [{ name: pictureName, attachment: Buffer.from(part.image.data) }] : []),
      ...(part.file ? [{ name: part.file.name, attachment: Buffer.from(part.file.data) }] : []),
    ],
  }
}

/** What does not fit a button is kept before the message with the button is sent. */
export const keepChoices = ({ choices = [] }: Message, { memory, clock }: Answering, show?: Show) =>
  keepLong([...choices.flat(), ...(show ? [show] : [])], memory, clock)

/** Defers where the work takes longer; tells whether it did. */
async function outwaits(work: Promise<unknown>, defer: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(true), patience)
  })
  const isLate = await Promise.race([work.then(() => false), late]).finally(() => clearTimeout(timer))
  if (isLate) await defer()
  return isLate
}
