// Remembers, for some minutes, the last answer that each person had in each place, and what it asked.

import type { Temporal } from 'temporal-polyfill'
import { DIALOGUE_PREFIX, type Store } from '../../delivery/store.ts'
import type { Invocation, Message, Run } from '../../message/message.ts'
import { type Press, readPress, writePress } from '../../message/press.ts'
import { questionOf } from '../../message/question.ts'
import { type Address, type Caller, type ChatKind, THREADLESS_PLACE } from '../../ports.ts'
import { memoByObject } from '../../text/memo.ts'
import { attributionsIn } from './sources.ts'

/** An answer, as far as words that refer to it need it. */
export interface LastAnswer {
  /** The call that it answered; undefined if the process has started since. */
  call?: Invocation | undefined
  /** The option to be typed. */
  question?: Press | undefined
  /** How often the same was asked before in a row. */
  repeats: number
  choices: readonly Run[]
  /** Whether it says who said something. */
  hasSources: boolean
  /** The calls before it, the latest last. */
  earlier: readonly Invocation[]
}

export interface Dialogues {
  /** Undefined if nothing was said lately, or nothing is remembered in such a place. */
  recall(caller: Caller, now: Temporal.Instant): Promise<LastAnswer | undefined>
  /** Ends what the last answer asked, because a call begins. */
  end(caller: Caller, now: Temporal.Instant): Promise<LastAnswer | undefined>
  note(answered: AnsweredCall, caller: Caller, now: Temporal.Instant): Promise<void>
  /** Forgets a chat with all its places, or one place. */
  forget(chat: Address): void
}

export interface AnsweredCall {
  call: Invocation
  message: Message
  before: LastAnswer | undefined
}

/** Later, words are taken as if nothing had been said before. */
export const DIALOGUE_MINUTES = 10
const MAX_DIALOGUES = 5000
const MAX_EARLIER_CALLS = 5

type Entry = LastAnswer & { at: number }

/**
 * Of the same store, however often the archive is loaded. What an answer asks is stored too, so that it can be answered
 * after a restart; what people asked stays in the process, and is written down nowhere.
 */
export const dialoguesIn = memoByObject((store: Store): Dialogues => {
  /** The longest unused first. */
  const entries = new Map<string, Entry>()

  const keep = (key: string, entry: Entry) => {
    entries.delete(key)
    entries.set(key, entry)
    const [oldest] = entries.keys()
    if (entries.size > MAX_DIALOGUES && oldest !== undefined) entries.delete(oldest)
  }

  async function entryOf(caller: Caller, now: Temporal.Instant): Promise<Entry | undefined> {
    if (!canTalk(caller.kind)) return undefined
    const key = dialogueKeyOf(caller)
    const known = entries.get(key)
    const entry = known && !isAwaiting(known) ? known : currentOf(known, readStored(await store.recall(key)))
    return entry && isRecent(entry, now) ? entry : undefined
  }

  return {
    recall: entryOf,
    async end(caller, now) {
      const entry = await entryOf(caller, now)
      if (!entry || !isAwaiting(entry)) return entry
      keep(dialogueKeyOf(caller), { ...entry, question: undefined, choices: [] })
      await store.erase(dialogueKeyOf(caller))
      return entry
    },
    async note({ call, message, before }, caller, now) {
      if (!canTalk(caller.kind)) return
      const question = questionOf(message)
      const entry: Entry = {
        at: now.epochMilliseconds,
        call,
        question,
        repeats: question && asksSame(question, before?.question) ? (before?.repeats ?? 0) + 1 : 0,
        choices: (message.choices ?? []).flat().filter(choice => choice.type === 'run'),
        hasSources: attributionsIn(message.body).length > 0,
        earlier: earlierCalls(call, before),
      }
      keep(dialogueKeyOf(caller), entry)
      if (isAwaiting(entry))
        await store.remember({
          key: dialogueKeyOf(caller),
          value: writeStored(entry),
          chat: caller.chat,
          now,
        })
    },
    forget({ platform, chat, thread }) {
      const start = `${DIALOGUE_PREFIX}${[platform, chat, ...(thread === undefined ? [] : [thread]), ''].join(' ')}`
      for (const key of entries.keys()) if (key.startsWith(start)) entries.delete(key)
    },
  }
})

/** Another process may have had the answer, or have asked something else. */
const currentOf = (known: Entry | undefined, stored: Entry | undefined): Entry | undefined =>
  known && stored?.at === known.at ? known : stored

/** Where people write to the bot, so that their words may refer to an answer. */
function canTalk(kind: ChatKind): boolean {
  switch (kind) {
    case 'terminal':
    case 'private':
    case 'group':
    case 'topic':
      return true
    case 'channel':
    case 'server':
    case 'guest':
      return false
    default:
      return kind satisfies never
  }
}

const dialogueKeyOf = ({ chat: { platform, chat, thread = THREADLESS_PLACE }, user }: Caller) =>
  `${DIALOGUE_PREFIX}${[platform, chat, thread, user].join(' ')}`

const isRecent = ({ at }: Entry, now: Temporal.Instant) =>
  Math.abs(now.epochMilliseconds - at) <= DIALOGUE_MINUTES * 60_000

/** Whether the answer asks something that words may answer. */
export const isAwaiting = ({ question, choices }: Pick<LastAnswer, 'question' | 'choices'>): boolean =>
  question !== undefined || choices.some(({ cue }) => cue === 'yes')

/** Whether two questions ask for the same option of the same command. */
export const asksSame = (one: Press, other: Press | undefined): boolean =>
  one.call.command === other?.call.command && one.option === other.option

/** Undone by one step if the call goes back. */
function earlierCalls(call: Invocation, before: LastAnswer | undefined): readonly Invocation[] {
  if (!before?.call) return before?.earlier ?? []
  if (isSameCall(before.earlier.at(-1), call)) return before.earlier.slice(0, -1)
  if (isSameCall(before.call, call)) return before.earlier
  return [...before.earlier, before.call].slice(-MAX_EARLIER_CALLS)
}

const isSameCall = (one: Invocation | undefined, other: Invocation): boolean =>
  one !== undefined && writePress({ call: one, mode: 'below' }) === writePress({ call: other, mode: 'below' })

/** As stored: the question and the choices, as presses. */
interface Stored {
  at: number
  question?: string
  repeats: number
  choices: (Omit<Run, 'type' | 'call'> & { press: string })[]
}

function writeStored({ at, question, repeats, choices }: Entry): string {
  const stored: Stored = {
    at,
    ...(question && { question: writePress(question) }),
    repeats,
    choices: choices.map(({ type: _, call, ...rest }) => ({
      ...rest,
      press: writePress({ call, mode: 'below' }),
    })),
  }
  return JSON.stringify(stored)
}

function readStored(value: string | undefined): Entry | undefined {
  if (!value) return undefined
  const { at, question, repeats, choices }: Stored = JSON.parse(value)
  return {
    at,
    question: question === undefined ? undefined : readPress(question),
    repeats,
    choices: choices.flatMap(({ press, ...rest }): Run[] => {
      const read = readPress(press)
      return read ? [{ type: 'run', ...rest, call: read.call }] : []
    }),
    hasSources: false,
    earlier: [],
  }
}
