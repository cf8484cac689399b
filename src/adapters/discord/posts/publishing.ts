// Publishes posts to the servers that follow their channel, and tries again what Discord refused.

import { DiscordAPIError, RateLimitError, Routes } from 'discord.js'
import type { Memory } from '../../../core/delivery/store.ts'
import type { Address, Clock, Log } from '../../../core/ports.ts'
import { type Requests, requestsUntil } from '../rest.ts'

/** A message in an announcement channel, as its sender knows it. */
export interface PublishedMessage {
  to: Address
  channel: string
  message: string
}

export interface Publishing {
  /** Publishes a message. What is refused or unanswered is stored and tried again. Never rejects. */
  publish(message: PublishedMessage): Promise<void>
  /** Tries again, also what an earlier process stored, until the signal aborts. */
  run(signal: AbortSignal): Promise<void>
}

export interface PublishingParts {
  rest: Requests
  memory: Memory
  clock: Clock
  log: Log
  /** Tells those who can repair the channel that a post is not published yet. */
  notify(message: PublishedMessage): Promise<void>
}

interface Entry extends PublishedMessage {
  /** When to try again and when to give up, in milliseconds since 1970. */
  nextMs: number
  endMs: number
  tries: number
  /** Whether somebody was notified. */
  isTold: boolean
}

/** The post itself is out, so its result must not wait for long. */
const PUBLISH_TIMEOUT_MS = 5000
const FIRST_PAUSE_MS = 60_000
const MAX_PAUSE_MS = 3_600_000
const MAX_AGE_MS = 24 * 3_600_000
const STORED_KEY = 'discord unpublished'

export function createPublishing({ rest, memory, clock, log, notify }: PublishingParts): Publishing {
  const entries = new Map<string, Entry>()
  let stop = new AbortController().signal
  let wake = () => {}
  let storing = Promise.resolve()

  return {
    publish(message) {
      const endMs = clock.now().epochMilliseconds + MAX_AGE_MS
      return attempt({ ...message, nextMs: 0, endMs, tries: 0, isTold: false })
    },

    async run(signal) {
      stop = signal
      signal.addEventListener('abort', () => wake(), { once: true })
      for (const entry of await readStored().catch(logStoreFault([])))
        if (!entries.has(entry.message)) entries.set(entry.message, entry)
      while (!signal.aborted) {
        await nextDue(signal)
        const now = clock.now().epochMilliseconds
        for (const entry of [...entries.values()].filter(each => dueMs(each, now) <= now))
          if (!signal.aborted) await attempt(entry)
      }
      await storing
    },
  }

  /** Resolves when an entry is due, when there is a new one, or when the signal aborts. */
  async function nextDue(signal: AbortSignal): Promise<void> {
    const { promise: woken, resolve } = Promise.withResolvers<void>()
    wake = resolve
    if (entries.size === 0) return woken
    const now = clock.now()
    const next = Math.min(...[...entries.values()].map(entry => dueMs(entry, now.epochMilliseconds)))
    const wait = clock.until(now.add({ milliseconds: Math.max(0, next - now.epochMilliseconds) }), signal)
    await Promise.race([wait, woken])
  }

  async function attempt(entry: Entry): Promise<void> {
    const failure = await failureOf(entry)
    if (!failure) return change(entry, undefined)
    const { channel, tries } = entry
    log('info', 'publish refused', { channel, tries: tries + 1, error: failure.error })
    const pauseMs = failure.waitMs ?? Math.min(FIRST_PAUSE_MS * 2 ** tries, MAX_PAUSE_MS)
    const nextMs = clock.now().epochMilliseconds + pauseMs
    const isTold = entry.isTold || failure.isRefusal
    if (isTold && !entry.isTold)
      notify(entry).catch(error => log('info', 'notice not sent', { channel, error: messageOf(error) }))
    if (nextMs <= entry.endMs) return change(entry, { ...entry, nextMs, tries: tries + 1, isTold })
    log('error', 'post not published', { channel, tries: tries + 1, error: failure.error })
    return change(entry, undefined)
  }

  /** Undefined once the message is published, or is there no more. */
  async function failureOf({ channel, message }: Entry): Promise<Failure | undefined> {
    const requests = requestsUntil(rest, AbortSignal.any([AbortSignal.timeout(PUBLISH_TIMEOUT_MS), stop]))
    try {
      await requests.post(Routes.channelMessageCrosspost(channel, message))
      return undefined
    } catch (error) {
      if (error instanceof DiscordAPIError && endingCodes.has(Number(error.code))) return undefined
      return {
        error: messageOf(error),
        isRefusal: error instanceof DiscordAPIError || error instanceof RateLimitError,
        waitMs: error instanceof RateLimitError ? Math.max(error.retryAfter, error.timeToReset) : undefined,
      }
    }
  }

  /** Replaces an entry or removes it, here and in the memory, where another process may have others. */
  function change({ message }: Entry, entry: Entry | undefined): Promise<void> {
    const isUnchanged = !entries.has(message) && !entry
    if (entry) entries.set(message, entry)
    else entries.delete(message)
    wake()
    if (isUnchanged) return Promise.resolve()
    storing = storing.then(async () => {
      const others = (await readStored()).filter(each => each.message !== message)
      const value = JSON.stringify(entry ? [...others, entry] : others)
      await memory.remember({ key: STORED_KEY, value, now: clock.now() })
    })
    storing = storing.catch(logStoreFault(undefined))
    return storing
  }

  async function readStored(): Promise<Entry[]> {
    return JSON.parse((await memory.recall(STORED_KEY)) ?? '[]')
  }

  function logStoreFault<T>(instead: T): (error: unknown) => T {
    return error => {
      log('error', 'unpublished posts not stored', { error: messageOf(error) })
      return instead
    }
  }
}

/** A moment farther ahead than any pause was computed with a clock that was ahead. */
const dueMs = ({ nextMs }: Entry, now: number) => (nextMs > now + MAX_AGE_MS ? now : nextMs)

interface Failure {
  error: string
  /** Discord refused it. Otherwise there was no answer, which mends itself. */
  isRefusal: boolean
  /** How long Discord says to wait: ten messages an hour may be published in a channel. */
  waitMs: number | undefined
}

/** Already published; unknown channel; unknown message. */
const endingCodes = new Set([40033, 10003, 10008])

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
