// Names what the Telegram adapter needs: its settings, and what the host provides.

import type { Memory } from '../../core/delivery/store.ts'
import type { Clock, Log } from '../../core/ports.ts'
import type { WebhookSettings } from './webhook.ts'

export interface TelegramParts {
  token: string
  /** A Bot API server other than Telegram's own, without a final slash. */
  apiRoot?: string
  /** Without it, updates are polled for. */
  webhook?: WebhookSettings
  memory: Memory
  clock: Clock
  log: Log
}
