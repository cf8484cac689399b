// Sends posts over REST, each exactly once: by a nonce, and by reading what the channel already has.

import { createHash } from 'node:crypto'
import { type APIMessage, ComponentType, MessageFlags, type RawFile, Routes, SnowflakeUtil } from 'discord.js'
import { keepPostOptions } from '../../../core/delivery/post-options.ts'
import type { Memory } from '../../../core/delivery/store.ts'
import type { Message } from '../../../core/message/message.ts'
import type { Clock, Log, Outcome } from '../../../core/ports.ts'
import { channelOf } from '../chats.ts'
import { storeLongPresses } from '../message/presses.ts'
import { PICTURE_FILE_NAME, partsOf, render } from '../message/render.ts'
import { mayBeFileRefusal, outcomeOf } from '../outcome.ts'
import type { Requests } from '../rest.ts'
import { type ChannelTypeParts, isForum } from './channel-type.ts'
import {
  type AttemptKey,
  attemptRecordOf,
  earliestOf,
  findSent,
  messagesSince,
  storeRecord,
} from './earlier-attempt.ts'
import { forumTitle, sendToForum } from './forum-post.ts'
import type { Publishing } from './publishing.ts'

/**
 * Discord remembers a nonce for "the past few minutes", which is surely longer than this
 * (https://discord.com/developers/docs/resources/message#create-message).
 */
const NONCE_LIFETIME_MS = 60_000
/** https://discord.com/developers/docs/resources/message#create-message */
const MAX_NONCE_CHARACTERS = 25
/** After so many attempts without an answer a post goes out without its card, which may be the reason. */
const MAX_FAILURES_WITH_CARD = 2
/** After so many attempts without an answer the operator is told: fewer are common, and mend themselves. */
const MIN_FAILURES_TOLD = 3

export interface Post extends AttemptKey {
  message: Message
}

export interface SendingParts extends ChannelTypeParts {
  rest: Requests
  memory: Memory
  clock: Clock
  log: Log
  publishing: Pick<Publishing, 'publish'>
  /** How far Discord's clock is ahead of ours, in milliseconds; 0 until it has answered. */
  skewMs(): number
}

export async function sendPost(
  post: Post,
  parts: SendingParts,
): Promise<Outcome | { status: 'unauthorized' }> {
  const { to, message, key } = post
  const { rest, memory, clock, log } = parts
  const { role, publish } = await keepPostOptions({ place: to, now: clock.now() }, memory)
  let record = await attemptRecordOf(post, parts)
  const { since, tried, failures } = record
  const earliest = () => earliestOf(record, parts.skewMs())
  try {
    const isThreaded = await isForum(to, rest, parts)
    let target = channelOf(to)
    let first: SentMessage | undefined
    // A nonce that Discord may have forgotten prevents no second post, so the channel is searched.
    const isNonceOld = clock.now().epochMilliseconds - since > NONCE_LIFETIME_MS
    let earlier = isNonceOld && !isThreaded ? await messagesSince(earliest, target, rest) : []
    for (const [index, part] of partsOf(message).entries()) {
      await storeLongPresses((part.choices ?? []).flat(), memory, clock)
      const send = async (content: Message): Promise<SentMessage> => {
        if (!isThreaded || index > 0) return sendMessage(target, content, index)
        const { id, isNew } = await sendToForum(
          {
            ...{ to, name: forumTitle(message), body: bodyOf(content, index), files: filesOf(content) },
            // Older versions stored no id.
            newest: record.newest ?? String(SnowflakeUtil.generate({ timestamp: earliest() })),
            storeNewest: newest => {
              record = { ...record, newest }
              return storeRecord(post, record, parts)
            },
          },
          rest,
        )
        // The thread is the post's own, so that all of it counts.
        if (!isNew) earlier = await messagesSince(() => 0, id, rest)
        return { id, channel_id: id }
      }
      const sent: SentMessage =
        findSent(earlier, tried[index]) ??
        (await send(failures < MAX_FAILURES_WITH_CARD ? part : withoutCard(part)).catch(error => {
          // The channel may take text but no files.
          if (part.image && mayBeFileRefusal(error)) return send(withoutCard(part))
          throw error
        }))
      target = sent.channel_id
      first ??= sent
    }
    if (publish && first) await parts.publishing.publish({ to, channel: first.channel_id, message: first.id })
    return { status: 'sent', id: String(first?.id) }
  } catch (error) {
    const outcome = outcomeOf(error)
    if (outcome.status === 'unknown') await countFailure(error)
    return outcome
  }

  async function sendMessage(channel: string, part: Message, index: number): Promise<SentMessage> {
    const nonce = { nonce: nonceOf(key, index), enforce_nonce: true }
    return (await rest.post(Routes.channelMessages(channel), {
      body: { ...bodyOf(part, index), ...nonce },
      files: filesOf(part),
    })) as APIMessage
  }

  function bodyOf(part: Message, index: number) {
    const mention = { type: ComponentType.TextDisplay, content: `<@&${role}>` }
    return {
      components: [...(role && index === 0 ? [mention] : []), ...render(part)],
      flags: MessageFlags.IsComponentsV2,
      // The text itself mentions nobody.
      allowed_mentions: { parse: [], ...(role && { roles: [role] }) },
    }
  }

  async function countFailure(error: unknown): Promise<void> {
    const counted = { ...record, failures: failures + 1 }
    await storeRecord(post, counted, parts)
    if (counted.failures < MIN_FAILURES_TOLD) return
    const reason = error instanceof Error ? error.message : String(error)
    log('error', 'discord does not answer a post', { id: key, times: counted.failures, error: reason })
  }
}

type SentMessage = Pick<APIMessage, 'id' | 'channel_id'>

const withoutCard = (part: Message): Message => ({ ...part, image: undefined })

const filesOf = ({ image }: Message): RawFile[] =>
  image ? [{ name: PICTURE_FILE_NAME, data: Buffer.from(image.data) }] : []

/** The key itself for the first part, and one derived from it for each other part. */
function nonceOf(key: string, index: number): string {
  if (index === 0) return key
  return createHash('sha256').update(`${key} ${index}`).digest('hex').slice(0, MAX_NONCE_CHARACTERS)
}
