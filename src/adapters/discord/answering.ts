// Answering an interaction within Discord's three seconds: at once, or deferred and then filled in.
import {
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js'
import type { Memory } from '../../core/delivery/ledger.ts'
import { silence } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import type { Clock } from '../../core/ports.ts'
import { keepLong, type Show } from './buttons.ts'
import { parts, pictureName, render } from './render.ts'

/** Half of what Discord grants, so that the deferral itself arrives in time. In milliseconds. */
const patience = 1500

export interface Answering {
  memory: Memory
  clock: Clock
}

export interface How {
  /** Only who asked sees the answer. */
  isPrivate: boolean
  /** Added to a private answer that others may want to see. */
  showToAll?: Show
}

/** Answers with a new message, and as many as it takes. */
export async function answerBelow(
  interaction: RepliableInteraction,
  work: Promise<Message>,
  how: How,
  answering: Answering,
): Promise<void> {
  const hidden = (isPrivate: boolean) => (isPrivate ? MessageFlags.Ephemeral : 0)
  const isLate = await outwaits(work, () => interaction.deferReply({ flags: hidden(how.isPrivate) as never }))
  const message = await work
  if (message === silence) return
  // What was deferred in public cannot become private any more.
  const isPrivate = how.isPrivate || (message.isPrivate === true && !isLate)
  const show = how.isPrivate && !message.isPrivate ? how.showToAll : undefined
  const all = parts(message, show)
  for (const [index, part] of all.entries()) {
    const payload = await payloadOf(part, answering, index === all.length - 1 ? show : undefined)
    const flags = MessageFlags.IsComponentsV2 | hidden(isPrivate)
    if (index > 0) await interaction.followUp({ ...payload, flags } as InteractionReplyOptions)
    else if (isLate) await interaction.editReply({ ...payload, flags: MessageFlags.IsComponentsV2 })
    else await interaction.reply({ ...payload, flags } as InteractionReplyOptions)
  }
}

/** Answers in the place of the message that was pressed; below it where it does not fit, or concerns only the presser. */
export async function answerInPlace(
  interaction: MessageComponentInteraction | ModalMessageModalSubmitInteraction,
  work: Promise<Message>,
  answering: Answering,
): Promise<void> {
  const isLate = await outwaits(work, () => interaction.deferUpdate())
  const message = await work
  if (message === silence) return
  const all = parts(message)
  const [only] = all
  if (message.isPrivate || !only || all.length > 1) {
    for (const part of all) {
      const payload = {
        ...(await payloadOf(part, answering)),
        flags: MessageFlags.IsComponentsV2 | (message.isPrivate ? MessageFlags.Ephemeral : 0),
      } as InteractionReplyOptions
      await (interaction.replied || interaction.deferred
        ? interaction.followUp(payload)
        : interaction.reply(payload))
    }
    return
  }
  const payload = { ...(await payloadOf(only, answering)), flags: MessageFlags.IsComponentsV2 as const }
  if (isLate) await interaction.editReply(payload)
  else await interaction.update(payload)
}

async function payloadOf(part: Message, { memory, clock }: Answering, show?: Show) {
  await keepLong([...(part.choices ?? []).flat(), ...(show ? [show] : [])], memory, clock)
  return {
    components: render(part, show),
    allowedMentions: { parse: [] },
    files: part.image ? [{ name: pictureName, attachment: Buffer.from(part.image.data) }] : [],
  }
}

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
