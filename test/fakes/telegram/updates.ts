// Queues updates, and passes them to the bot by long polling or webhook.

import { malformed, Refusal } from './refusal.ts'
import type { Method } from './sending.ts'

export interface Update {
  update_id: number
  [type: string]: unknown
}

export interface Webhook {
  url: string
  secret: string | undefined
  maxConnections: number
}

export interface Updates {
  methods: Record<string, Method>
  /** Queues an update and returns its id, unless the bot does not want updates of this type. */
  push(type: string, content: object): number | undefined
  /** Not yet confirmed by the bot. */
  pending: Update[]
  /** Whether a bot waits for the next update, or a webhook is set. */
  hasReceiver(): boolean
  webhook(): Webhook | undefined
  /** Delivers an update again, by default the last one. */
  redeliver(update?: Update): Promise<number>
  /** Whether every poll is refused as if another instance polled with the same token. */
  isContested: boolean
  close(): void
}

/** A bot gets these only if it asks for them (https://core.telegram.org/bots/api#getupdates). */
const optInTypes = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])
const conflictTexts = {
  otherPoller:
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  webhook:
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
}

interface Options {
  /** Maps a webhook's address to the real one. */
  route: (url: string) => string
  /** Until an update is delivered again that the webhook did not accept. */
  redeliverAfterMs: number
  /** Carries out the method with which a webhook may answer. */
  call(method: string, parameters: Record<string, unknown>): void
  /** Called when something changes that quiet() may be waiting for. */
  changed(): void
}

export function createUpdates({ route, redeliverAfterMs, call, changed }: Options): Updates {
  const pending: Update[] = []
  /** By update_id: being delivered to the webhook, or waiting for the next attempt. */
  const inProgress = new Set<number>()
  let allowed: Set<string> | undefined
  let hook: Webhook | undefined
  let lastError: string | undefined
  let last: Update | undefined
  let nextId = 1_000
  let isClosed = false
  let waiting: { limit: number; end(updates: Update[]): void; fail(refusal: Refusal): void } | undefined
  let isWaking = false

  const updates: Updates = {
    pending,
    isContested: false,
    hasReceiver: () => hook !== undefined || waiting !== undefined,
    webhook: () => hook,
    push(type, content) {
      if (allowed ? !allowed.has(type) : optInTypes.has(type)) return undefined
      last = { update_id: ++nextId, [type]: content }
      pending.push(last)
      wake()
      return nextId
    },
    async redeliver(update = last) {
      if (!hook || !update) throw new Error('only what went to a webhook can be delivered again')
      return post(hook, update)
    },
    close() {
      isClosed = true
      waiting?.end([])
    },
    methods: {
      getUpdates: ({ offset = 0, limit = 100, timeout = 0, allowed_updates }) => {
        if (hook) throw new Refusal(409, conflictTexts.webhook)
        if (allowed_updates) allowed = allowed_updates.length ? new Set(allowed_updates) : undefined
        waiting?.fail(new Refusal(409, conflictTexts.otherPoller))
        if (updates.isContested) throw new Refusal(409, conflictTexts.otherPoller)
        confirm(offset)
        if (pending.length || timeout === 0 || isClosed) return pending.slice(0, limit)
        return poll(limit, timeout)
      },
      setWebhook({ url, secret_token, max_connections = 40, allowed_updates, drop_pending_updates }) {
        if (allowed_updates) allowed = allowed_updates.length ? new Set(allowed_updates) : undefined
        if (drop_pending_updates) pending.length = 0
        hook = url ? { url, secret: secret_token, maxConnections: max_connections } : undefined
        waiting?.fail(new Refusal(409, conflictTexts.otherPoller.replace('getUpdates', 'setWebhook')))
        wake()
        return true
      },
      deleteWebhook({ drop_pending_updates }) {
        if (drop_pending_updates) pending.length = 0
        hook = undefined
        changed()
        return true
      },
      getWebhookInfo: () => ({
        url: hook?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: pending.length,
        ...(hook && { max_connections: hook.maxConnections }),
        ...(lastError !== undefined && { last_error_message: lastError }),
        ...(allowed && { allowed_updates: [...allowed] }),
      }),
    },
  }
  return updates

  function confirm(offset: number) {
    if (offset < 0) {
      pending.splice(0, pending.length + offset)
    } else {
      let confirmed = 0
      while (confirmed < pending.length && (pending[confirmed] as Update).update_id < offset) confirmed++
      if (confirmed) pending.splice(0, confirmed)
    }
    changed()
  }

  function poll(limit: number, timeout: number): Promise<Update[]> & { abandon?: () => void } {
    const { promise, resolve, reject } = Promise.withResolvers<Update[]>()
    const timer = setTimeout(() => own.end([]), timeout * 1000)
    const leave = () => {
      clearTimeout(timer)
      if (waiting === own) waiting = undefined
      changed()
    }
    const own = {
      limit,
      end(updates: Update[]) {
        leave()
        resolve(updates)
      },
      fail(refusal: Refusal) {
        leave()
        reject(refusal)
      },
    }
    waiting = own
    changed()
    // The server calls this if the connection is closed, so that the next poll is not a second one.
    return Object.assign(promise, { abandon: () => own.end([]) })
  }

  /** Runs once per turn of the event loop, so that updates pushed together are fetched together. */
  function wake() {
    if (isWaking) return
    isWaking = true
    setImmediate(() => {
      isWaking = false
      if (hook) deliver()
      else if (pending.length) waiting?.end(pending.slice(0, waiting.limit))
    })
  }

  function deliver() {
    for (const update of pending) {
      if (!hook || inProgress.size >= hook.maxConnections) return
      if (!inProgress.has(update.update_id)) void attempt(hook, update)
    }
  }

  async function attempt(to: Webhook, update: Update) {
    inProgress.add(update.update_id)
    const status = await post(to, update)
    const isAccepted = status >= 200 && status < 300
    if (isAccepted) pending.splice(pending.indexOf(update), 1)
    const again = () => {
      inProgress.delete(update.update_id)
      if (!isClosed && pending.length) wake()
      changed()
    }
    if (isAccepted || isClosed) again()
    else setTimeout(again, redeliverAfterMs).unref()
  }

  /** Returns the status of the answer, 0 if there was none. */
  async function post({ url, secret }: Webhook, update: Update): Promise<number> {
    const headers = {
      'content-type': 'application/json',
      ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
    }
    try {
      const answer = await fetch(route(url), { method: 'POST', headers, body: JSON.stringify(update) })
      const text = await answer.text()
      if (!answer.ok) lastError = `Wrong response from the webhook: ${answer.status} ${answer.statusText}`
      else if (text.startsWith('{')) answerWith(text)
      return answer.status
    } catch (error) {
      lastError = error instanceof Error ? error.message : String(error)
      return 0
    }
  }

  function answerWith(text: string) {
    const { method, ...parameters } = JSON.parse(text)
    if (typeof method !== 'string') malformed('the webhook answered with an object that names no method')
    call(method, parameters)
  }
}
