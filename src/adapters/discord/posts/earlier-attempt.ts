// Remembers the attempts at a post, and finds in a channel what an earlier attempt has posted.

import { createHash } from 'node:crypto'
import { type APIMessage, ComponentType, Routes, SnowflakeUtil } from 'discord.js'
import type { Memory } from '../../../core/delivery/store.ts'
import type { Message } from '../../../core/message/message.ts'
import type { Address, Clock } from '../../../core/ports.ts'
import { partsOf, render } from '../message/render.ts'
import type { Requests } from '../rest.ts'

/** How far back a channel is searched for an earlier attempt: the most that one request returns. */
const MAX_MESSAGES_SEARCHED = 100
/** How far Discord's clock may be from where its last answer put it. */
const MAX_CLOCK_SKEW_MS = 120_000
/** No post is tried for longer than this. */
const MAX_ATTEMPTS_MS = 7 * 24 * 3_600_000

export interface AttemptRecord {
  /** When the post was first tried by our clock, in milliseconds since 1970. */
  since: number
  /** The same moment by the earlier of our clock and Discord's. */
  sinceAtDiscord?: number
  /** The newest id of a forum before the post was first tried there. Empty until the forum was looked at. */
  newest?: string
  /** The digests of its parts at that time. A later attempt may have other text, because a late post says that it is late. */
  tried: string[]
  /** How many attempts have ended without an answer from Discord itself. */
  failures: number
}

export interface AttemptKey {
  to: Address
  /** The delivery's idempotency key. */
  key: string
}

/** The record of a post's attempts. Writes one at the first attempt. */
export async function attemptRecordOf(
  { to, key, message }: AttemptKey & { message: Message },
  parts: { memory: Memory; clock: Clock; skewMs(): number },
): Promise<AttemptRecord> {
  const stored = await parts.memory.recall(recordKey(key))
  if (stored !== undefined) return sinceNow({ failures: 0, ...JSON.parse(stored) }, parts.clock)
  const tried = partsOf(message).map(part => digestOfTexts(render(part)))
  const since = parts.clock.now().epochMilliseconds
  const sinceAtDiscord = since + Math.min(0, parts.skewMs())
  const record = { since, sinceAtDiscord, newest: '', tried, failures: 0 }
  await storeRecord({ to, key }, record, parts)
  return record
}

/** A first attempt in the future was made with a clock that was ahead, so that nobody knows when it was. */
function sinceNow(record: AttemptRecord, clock: Clock): AttemptRecord {
  const now = clock.now().epochMilliseconds
  if (record.since <= now) return record
  return { ...record, since: now - MAX_ATTEMPTS_MS, sinceAtDiscord: now - MAX_ATTEMPTS_MS }
}

/**
 * The earliest time that an attempt can have by Discord's clock, whose times are in its ids. Until Discord has answered
 * once, its clock is not known, so that the present difference counts too.
 */
export const earliestOf = ({ since, sinceAtDiscord = since }: AttemptRecord, skewMs: number): number =>
  Math.min(sinceAtDiscord, since + skewMs) - MAX_CLOCK_SKEW_MS

export const storeRecord = (
  { to, key }: AttemptKey,
  record: AttemptRecord,
  { memory, clock }: { memory: Memory; clock: Clock },
): Promise<void> =>
  memory.remember({ key: recordKey(key), value: JSON.stringify(record), now: clock.now(), chat: to })

const recordKey = (key: string) => `discord post ${key}`

/** The latest messages of a channel, none older than the earliest time. */
export async function messagesSince(
  earliest: () => number,
  channel: string,
  rest: Requests,
): Promise<APIMessage[]> {
  const messages = (await rest.get(Routes.channelMessages(channel), {
    query: new URLSearchParams({ limit: String(MAX_MESSAGES_SEARCHED) }),
  })) as APIMessage[]
  return messages.filter(({ id }) => SnowflakeUtil.timestampFrom(id) > earliest())
}

/** Compares the whole text, because a preview of the post in the same channel only contains it. */
export const findSent = (
  messages: readonly APIMessage[],
  digest: string | undefined,
): APIMessage | undefined =>
  messages.find(each => digestOfTexts((each.components ?? []).filter(isContainer)) === digest)

/** The mention of a role is outside the container and not part of the text. */
const isContainer = ({ type }: { type: number }) => type === ComponentType.Container

/** Digests the texts only, because Discord adds ids to the components that it is sent. */
const digestOfTexts = (components: readonly unknown[]) =>
  createHash('sha256')
    .update(JSON.stringify(textsOf(components)))
    .digest('hex')
    .slice(0, 16)

function textsOf(components: readonly unknown[]): string[] {
  return components.flatMap(each => {
    const { content, components: inner = [] } = each as { content?: string; components?: unknown[] }
    return [...(content === undefined ? [] : [content]), ...textsOf(inner)]
  })
}
