// Sends the answers of each chat in order. What Telegram makes wait goes out after the wait, or the chat learns that it did not.

import type { Api } from 'grammy'
import type { Temporal } from 'temporal-polyfill'
import type { Caller, Clock, Log } from '../../../core/ports.ts'
import type { SendStep } from '../message/sending.ts'
import { secondsToWait } from '../outcome.ts'
import type { Reservation } from './group-allowance.ts'

export interface Answer {
  caller: Caller
  steps: readonly SendStep[]
  room: Reservation
}

export interface AnswerQueue {
  /**
   * Sends the answer after those before it in its chat. Resolves once it is sent, or as soon as the chat has to wait, so that
   * nobody else waits with it. Rejects if Telegram refuses it.
   */
  send(answer: Answer): Promise<void>
  /** Seconds that the chat still has to wait; undefined if it has not. */
  waitOf(caller: Caller): number | undefined
  /** Whether an answer that is sent now will go out, as far as is known. */
  takes(caller: Caller): boolean
  /** Has the chat told, after its wait, that something was not answered. */
  drop(caller: Caller): void
  /** Resolves once nothing is being sent. What waits is dropped. */
  end(): Promise<void>
}

interface QueueParts {
  api: Api
  clock: Clock
  log: Log
  /** Composes the line for a chat in which something was not answered. */
  dropNotice(caller: Caller): Promise<Answer>
  /** Gets the error of an answer that nobody waits for any more. */
  failed(error: unknown): void
}

/** An answer that comes later than this is no answer to anything people remember. */
const MAX_WAIT_SECONDS = 300
/** With the one that is tried again, as many as a group takes in a minute. */
const MAX_QUEUED_ANSWERS = 19

interface Waiting extends Answer {
  askedAt: Temporal.Instant
  done: PromiseWithResolvers<void>
}

interface Lane {
  /** Those behind the one that is being sent. */
  answers: Waiting[]
  /** Resolves when the lane begins to wait. */
  pause: PromiseWithResolvers<void>
  waitsUntil: Temporal.Instant | undefined
  /** The first whose question is not answered. */
  dropped: Caller | undefined
}

/** One lane for each chat, whatever its topics: Telegram counts them together. */
export function createAnswerQueue({ api, clock, log, dropNotice, failed }: QueueParts): AnswerQueue {
  const lanes = new Map<string, Lane>()
  const running = new Set<Promise<void>>()
  const ending = new AbortController()
  const laneOf = ({ chat }: Caller) => lanes.get(chat.chat)

  return {
    async send(answer) {
      const lane = laneOf(answer.caller) ?? startLane(answer.caller)
      const done = Promise.withResolvers<void>()
      lane.answers.push({ ...answer, askedAt: clock.now(), done })
      const isDone = done.promise.then(() => true)
      const isPaused = lane.pause.promise.then(() => false)
      if (!(await Promise.race([isDone, isPaused]))) done.promise.catch(failed)
    },
    waitOf(caller) {
      const until = laneOf(caller)?.waitsUntil
      return until && Math.max(1, Math.ceil(secondsTo(until)))
    },
    takes(caller) {
      const lane = laneOf(caller)
      if (!lane?.waitsUntil) return true
      return secondsTo(lane.waitsUntil) <= MAX_WAIT_SECONDS && lane.answers.length < MAX_QUEUED_ANSWERS
    },
    drop(caller) {
      const lane = laneOf(caller)
      if (lane) lane.dropped ??= caller
    },
    async end() {
      ending.abort()
      await Promise.all(running)
    },
  }

  function startLane({ chat: { chat } }: Caller): Lane {
    const lane: Lane = {
      answers: [],
      pause: Promise.withResolvers(),
      waitsUntil: undefined,
      dropped: undefined,
    }
    lanes.set(chat, lane)
    // The first answer is there before the lane looks for it.
    const run = Promise.resolve()
      .then(() => empty(chat, lane))
      .finally(() => running.delete(run))
    running.add(run)
    return lane
  }

  async function empty(chat: string, lane: Lane): Promise<void> {
    for (;;) {
      const next = lane.answers.shift()
      if (next) await sendInTime(next, lane).then(next.done.resolve, next.done.reject)
      else if (lane.dropped && !ending.signal.aborted) await sayDropped(lane.dropped, lane).catch(failed)
      else break
    }
    // At once, so that no answer joins a lane that has ended.
    lanes.delete(chat)
  }

  async function sayDropped(caller: Caller, lane: Lane): Promise<void> {
    try {
      const notice = await dropNotice(caller)
      await sendInTime({ ...notice, askedAt: clock.now(), done: Promise.withResolvers() }, lane)
    } finally {
      lane.dropped = undefined
    }
  }

  /** Drops everything that would have to wait too long. */
  async function sendInTime(answer: Waiting, lane: Lane): Promise<void> {
    try {
      for (const step of answer.steps)
        for (;;) {
          const seconds = await secondsRefused(step)
          if (seconds === undefined) break
          const until = clock.now().add({ seconds })
          const isLate = ({ askedAt }: Waiting) => askedAt.until(until).total('seconds') > MAX_WAIT_SECONDS
          drop([answer, ...lane.answers].filter(isLate), lane)
          await wait(until, lane)
          if (ending.signal.aborted) return drop([answer, ...lane.answers], lane)
          if (isLate(answer)) return
        }
    } finally {
      answer.room.release()
    }

    /** The seconds to wait before the step can be sent; undefined once it is sent. */
    async function secondsRefused(step: SendStep): Promise<number | undefined> {
      try {
        await step.send(api)
      } catch (error) {
        const seconds = secondsToWait(error)
        if (seconds === undefined) throw error
        return seconds
      }
      answer.room.sent()
      return undefined
    }
  }

  async function wait(until: Temporal.Instant, lane: Lane): Promise<void> {
    lane.waitsUntil = until
    lane.pause.resolve()
    await clock.until(until, ending.signal)
    lane.waitsUntil = undefined
    lane.pause = Promise.withResolvers()
  }

  function drop(answers: readonly Waiting[], lane: Lane): void {
    if (answers.length > 0) log('info', 'answers dropped', { answers: answers.length })
    lane.answers = lane.answers.filter(each => !answers.includes(each))
    for (const { caller, done, room } of answers) {
      lane.dropped ??= caller
      done.resolve()
      room.release()
    }
  }

  function secondsTo(time: Temporal.Instant): number {
    return clock.now().until(time).total('seconds')
  }
}
