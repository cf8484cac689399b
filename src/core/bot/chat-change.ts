// Follows what platforms report about chats: pauses, resumes or moves their subscriptions.

import type { Store } from '../delivery/store.ts'
import type { Address, ChatChange, Readiness } from '../ports.ts'

export interface ChatChangeParts {
  store: Store
  /** Asks a chat's platform whether it takes posts; undefined if the platform cannot tell. */
  check?: ((chat: Address) => Promise<Readiness | undefined>) | undefined
}

export async function followChat(change: ChatChange, { store, check }: ChatChangeParts): Promise<void> {
  /** A change to a thread affects only that thread; a change to a chat, all its threads. */
  const threadsMeant = async (chat: Address) => (chat.thread ? [chat] : await store.threadsOf(chat))
  switch (change.type) {
    case 'lost':
      for (const chat of await threadsMeant(change.chat)) await store.pause(chat, change.reason)
      return
    case 'back':
      for (const chat of await threadsMeant(change.chat)) await store.resume(chat)
      return
    case 'maybe-back':
      for (const chat of await threadsMeant(change.chat))
        if ((await isPaused(chat)) && (await check?.(chat))?.status === 'ready') await store.resume(chat)
      return
    case 'moved':
      // The language moves with the first address, so the chat itself is always included.
      for (const from of [change.from, ...(await store.threadsOf(change.from))])
        await store.move(from, { ...change.to, ...(from.thread && { thread: from.thread }) })
      return
    default:
      return change satisfies never
  }

  async function isPaused(chat: Address): Promise<boolean> {
    return (await store.subscriptionsOf(chat)).some(({ status }) => status.type === 'paused')
  }
}
