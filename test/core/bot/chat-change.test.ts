// Checks what becomes of subscriptions when something changed that may have kept posts from a chat.

import { expect, it } from 'vitest'
import { followChat } from '../../../src/core/bot/chat-change.ts'
import type { Address, Readiness } from '../../../src/core/ports.ts'
import { caller, createChat } from '../bundled.ts'

const place = (thread: string): Address => ({ ...caller.chat, thread })

/** Three places of a chat; all except `active` are paused. Checks answer by thread. */
async function changed(answers: Record<string, Readiness>) {
  const { store, say } = await createChat('2026-11-21T12:00:00Z')
  await say('/subscribe')
  const [subscription] = await store.subscriptionsOf(caller.chat)
  if (!subscription) throw new Error('not subscribed')
  for (const thread of ['ready', 'refused', 'active'])
    await store.putSubscription({ ...subscription, id: thread, chat: place(thread) })
  for (const thread of ['ready', 'refused']) await store.pause(place(thread), 'forbidden')
  const asked: (string | undefined)[] = []
  const check = async ({ thread = '' }: Address) => {
    asked.push(thread)
    return answers[thread]
  }
  await followChat({ type: 'maybe-back', chat: caller.chat }, { store, check })
  const states = []
  for (const thread of ['ready', 'refused', 'active'])
    states.push((await store.subscriptionsOf(place(thread)))[0]?.status.type)
  return { states, asked: asked.sort() }
}

it('asks about the paused places only, and resumes those that take posts', async () => {
  const { states, asked } = await changed({ ready: { status: 'ready' }, refused: { status: 'refused' } })
  expect(asked).toEqual(['ready', 'refused'])
  expect(states).toEqual(['active', 'paused', 'active'])
})

it.each<[string, Readiness | undefined]>([
  ['does not answer', { status: 'unreachable' }],
  ['cannot tell', undefined],
])('resumes nothing if the platform %s', async (_, answer) => {
  const { states } = await changed(answer ? { ready: answer, refused: answer } : {})
  expect(states).toEqual(['paused', 'paused', 'active'])
})
