// Holds the state that the parts of the fake share: the world, the running interactions, the registered commands, the logs.

import type { Changes } from './changes.ts'
import type { Faults } from './faults.ts'
import type { Gateway } from './gateway.ts'
import type { Interaction } from './interaction.ts'
import type { Command } from './limits/commands.ts'
import type { MessageBody, Upload } from './limits/message.ts'
import type { ModalBody } from './limits/modal.ts'
import type { RequestLog } from './log.ts'
import { mayMention } from './permissions.ts'
import { createPosted, type Posted, pingsOf, type UseComponent } from './posted.ts'
import type { Rates } from './rates.ts'
import type { Channel, User, World } from './world.ts'

export interface Core {
  token: string
  world: World
  log: RequestLog
  changes: Changes
  faults: Faults
  rates: Rates
  gateway: Gateway
  /** By token, and by id. */
  interactions: Map<string, Interaction>
  /** By the guild's id. The global ones have an empty id. */
  commands: Map<string, Command[]>
  /** The bot's latest message with each nonce. */
  nonces: Map<string, Posted>
  /** Which interaction a modal was shown for. */
  modals: WeakMap<ModalBody, Interaction>
  /** Time for the first answer to an interaction, and lifetime of its token. */
  firstAnswerMs: number
  tokenLifetimeMs: number
  maxConcurrency: number
  shards: number
  /** How long a test waits for the bot. */
  timeoutMs: number | undefined
  useComponent: UseComponent
}

export interface Call {
  params: Record<string, string>
  query: URLSearchParams
  body: unknown
  files: Upload[]
}
/** Answers a request: returns a body, or undefined for 204. Throws a refusal. */
export type Handler = (core: Core, call: Call) => unknown

/** Stores a message of the bot or of a person, and logs whom it would notify. */
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
  const posted = createPosted(core.world, core.useComponent, { channel, author, sent, files, extra, ...whom })
  // An ephemeral message is in no channel. It is reached only by its token.
  if (!onlyFor) {
    setLimited(channel.messages, posted.id, posted)
    channel.last = posted.id
  }
  if (author === core.world.bot)
    for (const ping of pingsOf(sent).filter(each => mayMention(each, core.world.bot, channel)))
      core.log.pings.push({ whom: ping, text: posted.text })
  return posted
}

/** Sets an entry and deletes the oldest beyond 20,000, so that long runs do not fill the memory. */
export function setLimited<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value)
  if (map.size <= 20_000) return
  const oldest = map.keys().next().value
  if (oldest !== undefined) map.delete(oldest)
}
