// Names what Telegram's adapter is made of: its settings, and what the host hands in.

import type { Memory } from '../../core/delivery/store.ts'
import type { Clock, Log } from '../../core/ports.ts'
import type { Webhook } from './webhook.ts'

export interface TelegramParts {
  token: string
  /** A Bot API server other than Telegram's own, without a slash at its end. */
  apiRoot?: string
  /** Without it, updates are asked for. */
  webhook?: Webhook
  memory: Memory
  clock: Clock
  log: Log
}
