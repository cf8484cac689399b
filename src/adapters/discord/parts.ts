// Names the parts of the Discord adapter: its settings, and what the host hands in.

import type { Memory } from '../../core/delivery/store.ts'
import type { Clock, Log } from '../../core/ports.ts'

export interface DiscordParts {
  token: string
  /** A REST base other than Discord's, without a version and a final slash. */
  api?: string
  /** Registers the commands only in this server, where they change at once: for development. */
  guild?: string
  /** How many processes share the servers. Without it, this process serves all. */
  shards?: number | 'auto'
  /** This process is one of those shards. */
  isShard?: boolean
  /** How long all requests of one post may take together. */
  postTimeoutMs?: number
  memory: Memory
  clock: Clock
  log: Log
}
