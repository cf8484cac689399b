// Follows one interaction from its start to the end of its token, so that a test can wait for its answers.

import { type Changes, createChanges } from './changes.ts'
import { messageFlags } from './limits/message.ts'
import type { Choice, ModalBody } from './limits/modal.ts'
import type { RefusedRequest } from './log.ts'
import type { Posted } from './posted.ts'
import type { Channel, User, World } from './world.ts'

export type Received =
  | { kind: 'message'; message: Posted }
  | { kind: 'update'; message: Posted }
  /** An update without content. */
  | { kind: 'reset' }
  | { kind: 'edit'; message: Posted }
  | { kind: 'follow-up'; message: Posted }
  | { kind: 'deferred'; as: 'message' | 'update'; ephemeral: boolean }
  | { kind: 'deleted'; message: Posted }
  | { kind: 'choices'; choices: Choice[] }
  | { kind: 'modal'; modal: ModalBody }

export interface Interaction {
  id: string
  token: string
  kind: 'command' | 'autocomplete' | 'component' | 'modal'
  /** The type of the message that answers it. */
  type: number
  at: number
  user: User
  channel: Channel
  /** The message whose component was used. */
  source?: Posted
  /** The type of the option that is being typed. */
  typing?: number
  /** The bot is only there because the user installed it. */
  isUserInstalled: boolean
  /** Only the user may see what the bot answers. */
  isPrivate: boolean
  acknowledged: boolean
  original?: Posted
  followUps: Map<string, Posted>
  received: Received[]
  refused: RefusedRequest[]
  changes: Changes
}

/** An interaction as a test sees it. A wait that fails reports what was received instead. */
export interface Run {
  id: string
  token: string
  /** Everything that the bot sent, in order. */
  received: Received[]
  /** The requests for it that the fake refused. */
  refused: RefusedRequest[]
  /** The first message that people see: the reply, the updated message, or the one that ends a deferral. */
  answer(): Promise<Posted>
  deferral(): Promise<{ as: 'message' | 'update'; ephemeral: boolean }>
  /** The nth edit after the answer, and the nth follow-up, counted from 1. */
  edit(nth?: number): Promise<Posted>
  followUp(nth?: number): Promise<Posted>
  choices(): Promise<Choice[]>
  modal(): Promise<ModalBody>
  refusal(): Promise<RefusedRequest>
}

export type StartedInteraction = Pick<
  Interaction,
  'kind' | 'type' | 'user' | 'channel' | 'source' | 'typing'
> &
  Pick<Interaction, 'isUserInstalled' | 'isPrivate'>

export function createInteraction(
  world: World,
  timeoutMs: number | undefined,
  start: StartedInteraction,
): Interaction {
  const id = world.newId()
  return {
    ...start,
    id,
    token: `${Buffer.from(`interaction:${id}:`).toString('base64url')}`,
    at: world.now(),
    acknowledged: false,
    followUps: new Map(),
    received: [],
    refused: [],
    changes: createChanges(timeoutMs),
  }
}

export function runOf(interaction: Interaction): Run {
  const { id, token, received, refused, changes } = interaction
  const soFar = () => ({ received: received.map(summaryOf), refused })
  const nth = <K extends Received['kind']>(kind: K, at: number) =>
    received.filter((each): each is Extract<Received, { kind: K }> => each.kind === kind)[at - 1]
  const until = <T>(what: string, find: () => T | undefined) => changes.until(what, find, soFar)
  /** After a deferral the first message is an edit, or a follow-up that took its place. */
  const firstVisible = () => {
    const visible = received.filter(each => 'message' in each && each.kind !== 'deleted')
    return visible[0] as { message: Posted } | undefined
  }
  return {
    id,
    token,
    received,
    refused,
    answer: () => until('an answer', () => firstVisible()?.message),
    deferral: () => until('a deferral', () => nth('deferred', 1)),
    edit: (at = 1) => until(`edit ${at}`, () => nth('edit', at)?.message),
    followUp: (at = 1) => until(`follow-up ${at}`, () => nth('follow-up', at)?.message),
    choices: () => until('choices', () => nth('choices', 1)?.choices),
    modal: () => until('a modal', () => nth('modal', 1)?.modal),
    refusal: () => until('a refusal', () => refused[0]),
  }
}

/** Those whose people see "did not respond" or a bot that thinks for ever. */
export const unansweredAmong = (interactions: Iterable<Interaction>): string[] =>
  [...interactions].flatMap(({ kind, user, channel, at, acknowledged, original }) => {
    const isThinking =
      original !== undefined && !original.deleted && (original.body.flags & messageFlags.loading) !== 0
    const state = acknowledged ? (isThinking ? 'deferred' : undefined) : 'not acknowledged'
    return state
      ? [`${kind} of ${user.name} in ${channel.name || 'private'} at ${new Date(at).toISOString()}: ${state}`]
      : []
  })

const summaryOf = (each: Received) =>
  'message' in each ? { kind: each.kind, text: each.message.text, buttons: each.message.buttons } : each
