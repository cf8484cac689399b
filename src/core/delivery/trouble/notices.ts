// Tells the admins of a chat, and those who subscribed, once when a post did not go out or may not have arrived.

import type { Temporal } from 'temporal-polyfill'
import type { Message } from '../../message/message.ts'
import type { ChatNames, Clock, GoneReason, Log, Sender } from '../../ports.ts'
import type { Delivery } from '../ledger.ts'
import type { Store } from '../store.ts'

/** What keeps a post from its chat. */
export type Trouble =
  | { type: 'paused'; reason: GoneReason }
  | { type: 'unknown' }
  | { type: 'refused'; error: string }

/** What the platform says of the chat when it is asked. */
export interface TroubleDetails {
  /** Notices are read elsewhere, where nothing else says which chat they are about. */
  names?: ChatNames | undefined
  /** The permission that is lacking, as the platform's settings call it. */
  missing?: string | undefined
}

export interface Notices {
  /** Queues a notice, unless the admins have been told the same of this delivery. */
  tell(delivery: Delivery, trouble: Trouble): Promise<void>
  /** Has the next `send` look for posts that became unknown, in this process or in one that died. */
  lookForUnknown(): void
  /** Sends what is queued. What fails is tried again in a later call. */
  send(signal: AbortSignal): Promise<void>
}

export interface NoticeParts {
  store: Pick<Store, 'markOnce' | 'listDeliveries' | 'subscriptionsOf'>
  clock: Clock
  platform: Sender
  compose(
    delivery: Delivery,
    trouble: Trouble,
    details: TroubleDetails,
  ): Message | undefined | Promise<Message | undefined>
  log: Log
}

interface Notice {
  delivery: Delivery
  trouble: Trouble
  /** Composed once: a platform recognises it when it is tried again. */
  message?: Message | undefined
  tries: number
  notBefore: Temporal.Instant
}

const MAX_UNKNOWN = 1000
/** Nobody wants to send an older post again. */
const TELL_WITHIN_HOURS = 72
const MAX_TRIES = 10
const RETRY_SECONDS = 60

export function createNotices({ store, clock, platform, compose, log }: NoticeParts): Notices {
  let queue: Notice[] = []
  let mayHaveUnknown = true
  let sending: Promise<void> | undefined

  return {
    tell,
    lookForUnknown() {
      mayHaveUnknown = true
    },
    send(signal) {
      sending ??= sendAll(signal).finally(() => {
        sending = undefined
      })
      return sending
    },
  }

  async function tell(delivery: Delivery, trouble: Trouble) {
    if (!platform.notifyAdmins) return
    if (!(await store.markOnce(`told ${trouble.type} ${delivery.id}`, clock.now()))) return
    queue.push({ delivery, trouble, tries: 0, notBefore: clock.now() })
  }

  async function sendAll(signal: AbortSignal) {
    if (mayHaveUnknown) await tellOfUnknown()
    const due = queue.filter(isDue)
    queue = queue.filter(notice => !due.includes(notice))
    for (const notice of due)
      if (signal.aborted) queue.push(notice)
      else await sendOne(notice)
  }

  async function tellOfUnknown() {
    mayHaveUnknown = false
    if (!platform.notifyAdmins) return
    const since = clock.now().subtract({ hours: TELL_WITHIN_HOURS })
    for (const delivery of await store.listDeliveries(['unknown'], MAX_UNKNOWN)) {
      const isOwn = delivery.subscription.chat.platform === platform.name
      if (isOwn && delivery.due.at.epochMilliseconds > since.epochMilliseconds)
        await tell(delivery, { type: 'unknown' })
    }
  }

  async function sendOne(notice: Notice) {
    const { delivery, trouble, tries } = notice
    try {
      const { chat } = delivery.subscription
      notice.message ??= await compose(delivery, trouble, await detailsOf(notice))
      if (notice.message) await platform.notifyAdmins?.(chat, notice.message, await subscribersOf(notice))
    } catch (error) {
      // Not the message of the error, which may quote a secret.
      log('info', 'admins not notified', {
        id: delivery.id,
        error: error instanceof Error ? error.name : 'unknown',
      })
      if (tries + 1 >= MAX_TRIES) return
      queue.push({ ...notice, tries: tries + 1, notBefore: clock.now().add({ seconds: RETRY_SECONDS }) })
    }
  }

  async function detailsOf({ delivery, trouble }: Notice): Promise<TroubleDetails> {
    const { chat } = delivery.subscription
    const names = await platform.describe?.(chat)
    const mayLackPermission = trouble.type === 'paused' && trouble.reason === 'forbidden'
    const readiness = mayLackPermission ? await platform.check?.(chat) : undefined
    return { names, missing: readiness?.status === 'refused' ? readiness.missing : undefined }
  }

  /** A pause concerns everybody who subscribed the chat, and a post only those who wanted it. */
  async function subscribersOf({ delivery: { subscription }, trouble }: Notice): Promise<string[]> {
    const all = trouble.type === 'paused' ? await store.subscriptionsOf(subscription.chat) : [subscription]
    const users = all.flatMap(({ status, subscriber }) =>
      status.type === 'ended' || subscriber === undefined ? [] : [subscriber],
    )
    return [...new Set(users)]
  }

  function isDue({ notBefore }: Notice) {
    const waitMs = notBefore.epochMilliseconds - clock.now().epochMilliseconds
    // A longer wait was set by a clock that was ahead.
    return waitMs <= 0 || waitMs > RETRY_SECONDS * 1000
  }
}
