// Queues updates and hands them out in two ways: long polling and the webhook.

import { malformed, Refusal } from './refusal.ts'
import type { Method } from './sending.ts'

export interface Update {
  update_id: number
  [kind: string]: unknown
}

export interface Webhook {
  url: string
  secret: string | undefined
  mostAtOnce: number
}

export interface Updates {
  methods: Record<string, Method>
  /** Queues an update unless the bot does not want its kind; gives its id. */
  push(kind: string, content: object): number | undefined
  /** Not yet confirmed by the bot. */
  pending: Update[]
  /** Whether a bot waits for the next update, or a webhook is set. */
  attended(): boolean
  webhook(): Webhook | undefined
  /** Delivers an update once more: the last one, unless told which. */
  redeliver(update?: Update): Promise<number>
  /** Every long poll is refused as if another instance polled with the same token. */
  contested: boolean
  close(): void
}

/** What is sent to a bot that does not say what it wants. */
const onRequestOnly = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])
const conflicts = {
  otherPoller:
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  webhook:
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
}

interface Options {
  /** Where a webhook's address really is. */
  route: (url: string) => string
  /** Milliseconds until an update is delivered again that the webhook did not take. */
  redeliverAfter: number
  /** A webhook may answer with a method to be called. */
  call(method: string, parameters: Record<string, unknown>): void
  /** Something has changed that quiet() may be waiting for. */
  changed(): void
}

export function createUpdates({ route, redeliverAfter, call, changed }: Options): Updates {
  const pending: Update[] = []
  /** By update_id: being delivered to the webhook, or waiting to be tried again. */
  const underWay = new Set<number>()
  let allowed: Set<string> | undefined
  let hook: Webhook | undefined
  let lastError: string | undefined
  let last: Update | undefined
  let nextId = 1_000
  let closed = false
  let waiting: { limit: number; end(updates: Update[]): void; fail(refusal: Refusal): void } | undefined
  let waking = false

  const updates: Updates = {
    pending,
    contested: false,
    attended: () => hook !== undefined || waiting !== undefined,
    webhook: () => hook,
    push(kind, content) {
      if (allowed ? !allowed.has(kind) : onRequestOnly.has(kind)) return undefined
      last = { update_id: ++nextId, [kind]: content }
      pending.push(last)
      wake()
      return nextId
    },
    async redeliver(update = last) {
      if (!hook || !update) throw new Error('only what went to a webhook can be delivered again')
      return post(hook, update)
    },
    close() {
      closed = true
      waiting?.end([])
    },
    methods: {
      getUpdates: ({ offset = 0, limit = 100, timeout = 0, allowed_updates }) => {
        if (hook) throw new Refusal(409, conflicts.webhook)
        if (allowed_updates) allowed = allowed_updates.length ? new Set(allowed_updates) : undefined
        waiting?.fail(new Refusal(409, conflicts.otherPoller))
        if (updates.contested) throw new Refusal(409, conflicts.otherPoller)
        confirm(offset)
        if (pending.length || timeout === 0 || closed) return pending.slice(0, limit)
        return poll(limit, timeout)
      },
      setWebhook({ url, secret_token, max_connections = 40, allowed_updates, drop_pending_updates }) {
        if (allowed_updates) allowed = allowed_updates.length ? new Set(allowed_updates) : undefined
        if (drop_pending_updates) pending.length = 0
        hook = url ? { url, secret: secret_token, mostAtOnce: max_connections } : undefined
        waiting?.fail(new Refusal(409, conflicts.otherPoller.replace('getUpdates', 'setWebhook')))
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
        ...(hook && { max_connections: hook.mostAtOnce }),
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
    const timer = setTimeout(() => mine.end([]), timeout * 1000)
    const leave = () => {
      clearTimeout(timer)
      if (waiting === mine) waiting = undefined
      changed()
    }
    const mine = {
      limit,
      end(found: Update[]) {
        leave()
        resolve(found)
      },
      fail(refusal: Refusal) {
        leave()
        reject(refusal)
      },
    }
    waiting = mine
    changed()
    // Where the connection is closed meanwhile, the server calls this: the next poll is then no second one.
    return Object.assign(promise, { abandon: () => mine.end([]) })
  }

  /** Once per turn of the event loop, so that updates pushed together are fetched together. */
  function wake() {
    if (waking) return
    waking = true
    setImmediate(() => {
      waking = false
      if (hook) deliver()
      else if (pending.length) waiting?.end(pending.slice(0, waiting.limit))
    })
  }

  function deliver() {
    for (const update of pending) {
      if (!hook || underWay.size >= hook.mostAtOnce) return
      if (!underWay.has(update.update_id)) void attempt(hook, update)
    }
  }

  async function attempt(to: Webhook, update: Update) {
    underWay.add(update.update_id)
    const status = await post(to, update)
    const taken = status >= 200 && status < 300
    if (taken) pending.splice(pending.indexOf(update), 1)
    const again = () => {
      underWay.delete(update.update_id)
      if (!closed && pending.length) wake()
      changed()
    }
    if (taken || closed) again()
    else setTimeout(again, redeliverAfter).unref()
  }

  /** Gives the status of the answer, 0 where there was none. */
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
