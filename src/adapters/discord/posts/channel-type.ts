// Finds out which channels take posts only as threads, asking Discord once for a channel that nobody knows.

import { type APIChannel, type ChannelType, Routes } from 'discord.js'
import type { Memory } from '../../../core/delivery/store.ts'
import type { Address, Clock } from '../../../core/ports.ts'
import { channelOf, isForumType } from '../chats.ts'
import type { Requests } from '../rest.ts'

export interface ChannelTypeParts {
  /** The type as the gateway's connection has it, if this process has one that knows the channel. */
  cachedTypeOf(channel: string): ChannelType | undefined
  memory: Memory
  clock: Clock
}

/**
 * Whether a channel is a forum or a media channel. A message to one is refused with 50008, as to a category
 * (https://github.com/grafana/oncall/pull/26), so the type is asked for. No other channel becomes a
 * forum and no forum becomes another channel, so the type is stored: asking before each post would double the requests.
 */
export async function isForum(
  to: Address,
  rest: Requests,
  { cachedTypeOf, memory, clock }: ChannelTypeParts,
): Promise<boolean> {
  if (!to.thread) return false
  const channel = channelOf(to)
  const cached = cachedTypeOf(channel)
  if (cached !== undefined) return isForumType(cached)
  const key = `discord type ${channel}`
  const stored = await memory.recall(key)
  if (stored !== undefined) return isForumType(Number(stored))
  const { type } = (await rest.get(Routes.channel(channel))) as APIChannel
  await memory.remember({ key, value: String(type), now: clock.now(), chat: to })
  return isForumType(type)
}
