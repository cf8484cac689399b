// Serves answers to interactions: one callback of a fitting type within three seconds, then a webhook for fifteen minutes.

import { type Call, type Core, type Handler, post } from '../core.ts'
import type { Interaction, Received } from '../interaction.ts'
import { type MessageBody, messageFaults, messageFlags } from '../limits/message.ts'
import { type Choice, choiceFaults, type ModalBody, modalFaults } from '../limits/modal.ts'
import type { Posted } from '../posted.ts'
import { mistake, refuseFaults, unavailable } from '../refusal.ts'
import { userBody } from '../world.ts'
import { checkMessage, editChecked, remove, type SentMessage } from './messages.ts'

const callbackTypes = {
  message: 4,
  deferMessage: 5,
  deferUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const
/** As in the documentation's table. A modal that was opened from a message may update it. */
function allowedTypes({ kind, source }: Interaction): number[] {
  switch (kind) {
    case 'command':
      return [4, 5, 9]
    case 'autocomplete':
      return [8]
    case 'component':
      return [4, 5, 6, 7, 9]
    case 'modal':
      return source ? [4, 5, 6, 7] : [4, 5]
    default:
      throw kind satisfies never
  }
}

export const callback: Handler = (core, { params, body, query, files }) => {
  const it = core.interactions.get(params.interaction_token ?? '')
  if (!it || it.id !== params.interaction_id) throw unavailable.interaction
  if (it.acknowledged) throw mistake(400, 40060, 'Interaction has already been acknowledged.')
  if (core.world.now() - it.at > core.firstAnswerMs) throw unavailable.interaction
  const { type, data } = body as {
    type: number
    data?: MessageBody | ModalBody | { choices: Choice[] } | null
  }
  if (!allowedTypes(it).includes(type)) {
    const message = `Only ${allowedTypes(it).join(', ')} answer a ${it.kind}`
    refuseFaults([{ path: ['type'], code: 'INTERACTION_CALLBACK_TYPE', message }])
  }
  switch (type) {
    case callbackTypes.message: {
      const sent = (data ?? {}) as MessageBody
      checkMessage({ sent, files, path: ['data'] }, messageFlags.ephemeral)
      it.original = reply(core, it, { sent, files, type: it.type })
      receive(it, { kind: 'message', message: it.original })
      break
    }
    case callbackTypes.deferMessage: {
      const flags = (data as MessageBody | undefined)?.flags ?? 0
      // A deferral has no other flag and no content. These belong to the edit.
      refuseFaults(messageFaults({ flags }, ['data'], { allowedFlags: messageFlags.ephemeral, files }))
      it.original = reply(core, it, {
        sent: { flags: flags | messageFlags.loading },
        files: [],
        type: it.type,
      })
      receive(it, { kind: 'deferred', as: 'message', ephemeral: it.original.onlyFor !== undefined })
      break
    }
    case callbackTypes.deferUpdate:
      it.original = it.source
      receive(it, { kind: 'deferred', as: 'update', ephemeral: it.source?.onlyFor !== undefined })
      break
    case callbackTypes.update: {
      const source = it.source as Posted
      const sent = (data ?? {}) as MessageBody
      editChecked(core, source, { sent, files, path: ['data'] })
      it.original = source
      receive(
        it,
        isEmpty(sent) && files.length === 0 ? { kind: 'reset' } : { kind: 'update', message: source },
      )
      break
    }
    case callbackTypes.choices: {
      const { choices } = data as { choices: Choice[] }
      refuseFaults(choiceFaults(choices, it.typing ?? 3, ['data']))
      receive(it, { kind: 'choices', choices })
      break
    }
    case callbackTypes.modal: {
      const modal = data as ModalBody
      refuseFaults(modalFaults(modal, ['data']))
      core.modals.set(modal, it)
      receive(it, { kind: 'modal', modal })
      break
    }
  }
  it.acknowledged = true
  if (query.get('with_response') !== 'true') return undefined
  return {
    interaction: {
      id: it.id,
      type: { command: 2, component: 3, autocomplete: 4, modal: 5 }[it.kind],
      response_message_id: it.original?.id ?? null,
      response_message_loading: type === callbackTypes.deferMessage,
      response_message_ephemeral: it.original?.onlyFor !== undefined,
    },
    resource: { type, ...(it.original ? { message: it.original.body } : {}) },
  }
}

/** Whether an edit changes nothing that people see. */
const isEmpty = ({ content, embeds, components, attachments }: MessageBody) =>
  [content, embeds, components, attachments].every(each => each == null)

function reply(core: Core, it: Interaction, { sent, files, type }: SentMessage & { type: number }): Posted {
  const hidden = it.isPrivate || ((sent.flags ?? 0) & messageFlags.ephemeral) !== 0
  const extra = {
    type,
    application_id: core.world.bot.id,
    webhook_id: core.world.bot.id,
    interaction_metadata: { id: it.id, type: 2, user: userBody(it.user), authorizing_integration_owners: {} },
  }
  return post(core, { channel: it.channel, sent, files, onlyFor: hidden ? it.user : undefined, extra })
}

function receive(it: Interaction, each: Received): void {
  it.received.push(each)
  it.changes.notify()
}

/** The interaction of a webhook, which exists from the callback on, for fifteen minutes. */
function runningInteraction(core: Core, { params }: Call): Interaction {
  const it = core.interactions.get(params.webhook_token ?? '')
  if (!it || params.webhook_id !== core.world.bot.id) throw unavailable.webhook
  if (core.world.now() - it.at > core.tokenLifetimeMs) throw unavailable.token
  if (!it.acknowledged) throw unavailable.webhook
  return it
}

function target(core: Core, call: Call): [Interaction, Posted] {
  const it = runningInteraction(core, call)
  const { message_id: id } = call.params
  const found = id === undefined || id === it.original?.id ? it.original : it.followUps.get(id)
  if (!found || found.deleted) throw unavailable.message
  return [it, found]
}

export const getAnswer: Handler = (core, call) => target(core, call)[1].body

export const editAnswer: Handler = (core, call) => {
  const [it, found] = target(core, call)
  editChecked(core, found, { sent: call.body as MessageBody, files: call.files })
  receive(it, { kind: 'edit', message: found })
  return found.body
}

export const deleteAnswer: Handler = (core, call) => {
  const [it, found] = target(core, call)
  remove(found)
  receive(it, { kind: 'deleted', message: found })
}

/** For an app that only the user installed. */
const MAX_USER_INSTALLED_FOLLOW_UPS = 5

export const followUp: Handler = (core, call) => {
  const it = runningInteraction(core, call)
  if (it.isUserInstalled && it.followUps.size >= MAX_USER_INSTALLED_FOLLOW_UPS) {
    throw mistake(400, 40094, 'This interaction reached its maximum number of follow-up messages')
  }
  const sent = call.body as MessageBody
  checkMessage({ sent, files: call.files }, messageFlags.ephemeral)
  // The first one after a deferral replaces "is thinking" and has the deferral's visibility.
  if (it.original && !it.original.deleted && (it.original.body.flags & messageFlags.loading) !== 0) {
    const { flags = 0, ...rest } = sent
    editChecked(core, it.original, {
      sent: { ...rest, flags: (flags ?? 0) & messageFlags.componentsV2 },
      files: call.files,
    })
    receive(it, { kind: 'edit', message: it.original })
    return it.original.body
  }
  const message = reply(core, it, { sent, files: call.files, type: 0 })
  it.followUps.set(message.id, message)
  receive(it, { kind: 'follow-up', message })
  return message.body
}
