// Names what Discord's adapter is made of: its settings, and what the host hands in.

import type { Memory } from '../../core/delivery/store.ts'
import type { Clock, Log } from '../../core/ports.ts'

export interface DiscordParts {
  token: string
  /** A REST base other than Discord's, without version and slash. */
  api?: string
  /** Registers the commands in this server alone, where they change at once: for development. */
  guild?: string
  /** How many processes share the servers; without it, this one has all. */
  shards?: number | 'auto'
  /** This process is one of those. */
  isShard?: boolean
  memory: Memory
  clock: Clock
  log: Log
}
