// Holds the parts that the fake shares: the world, the running interactions, the registered commands, the logs.

import type { News } from './changes.ts'
import type { Faults } from './faults.ts'
import type { Gateway } from './gateway.ts'
import type { Interaction } from './interaction.ts'
import type { Command } from './limits/commands.ts'
import type { MessageBody, Upload } from './limits/message.ts'
import type { ModalBody } from './limits/modal.ts'
import type { Log } from './log.ts'
import { type Act, createPosted, type Posted, pingsOf } from './posted.ts'
import type { Rates } from './rates.ts'
import type { Channel, User, World } from './world.ts'

export interface Core {
  token: string
  world: World
  log: Log
  news: News
  faults: Faults
  rates: Rates
  gateway: Gateway
  /** By token, and by id. */
  interactions: Map<string, Interaction>
  /** By the guild's id; the global ones under an empty one. */
  commands: Map<string, Command[]>
  /** The bot's latest message with each nonce. */
  nonces: Map<string, Posted>
  /** Which interaction a modal was shown for. */
  modals: WeakMap<ModalBody, Interaction>
  /** ms in which an interaction must be answered, and in which its token ends. */
  firstAnswer: number
  tokenLife: number
  maxConcurrency: number
  shards: number
  /** How long a test waits for the bot, in ms. */
  patience: number | undefined
  act: Act
}

export interface Call {
  params: Record<string, string>
  query: URLSearchParams
  body: unknown
  files: Upload[]
}
/** Answers with a body, or with 204 where there is none; throws a refusal. */
export type Handler = (core: Core, call: Call) => unknown

/** Stores a message of the bot, or of a person, and notes whom it would notify. */
export function post(
  core: Core,
  given: {
    channel: Channel
    sent: MessageBody
    files?: Upload[]
    author?: User
    onlyFor?: User | undefined
    extra?: object
  },
): Posted {
  const { channel, sent, files = [], author = core.world.bot, onlyFor, extra = {} } = given
  const whom = onlyFor ? { onlyFor } : {}
  const posted = createPosted(core.world, core.act, { channel, author, sent, files, extra, ...whom })
  // An ephemeral message is in no channel: only its token reaches it.
  if (!onlyFor) keep(channel.messages, posted.id, posted)
  if (author === core.world.bot)
    for (const ping of pingsOf(sent)) core.log.pings.push({ whom: ping, text: posted.text })
  return posted
}

/** Sets what long runs would pile up: of the oldest, some ten thousand entries back, nothing is asked any more. */
export function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value)
  if (map.size <= 20_000) return
  const oldest = map.keys().next().value
  if (oldest !== undefined) map.delete(oldest)
}
