// Plays the Telegram Bot API for end-to-end tests, strictly: whatever it accepts, Telegram accepts.

import { createFaults, createRates, type Rates, refuseFor } from './faults.ts'
import { askInline, type InlineQuery, type InlineQueryOptions } from './inline.ts'
import { createJournal } from './journal.ts'
import { type Chat, createChat } from './people.ts'
import { menuKey, type Profile, profileMethods } from './profile.ts'
import { createQuestions } from './questions.ts'
import { Refusal } from './refusal.ts'
import { sendingMethods } from './sending.ts'
import { serve } from './server.ts'
import { type Files, type Parameters, specificationWith } from './specification.ts'
import { createUpdates } from './updates.ts'
import { createWorld, isAdmin, type Room, type Status, standingOf, type User } from './world.ts'

export { documentedRates } from './faults.ts'
export type { Call } from './journal.ts'
export type { Chat } from './people.ts'
export type { Message, User } from './world.ts'

export type Telegram = Awaited<ReturnType<typeof startTelegram>>

interface Options {
  token?: string
  /** Fields of the bot's own User, such as can_read_all_group_messages or username. */
  me?: Record<string, unknown>
  /** Without them there are no rate limits. */
  rates?: Rates
  /** Milliseconds since 1970. */
  now?: () => number
  /** Maps a webhook's public address to the real one. */
  route?: (url: string) => string
  /** Until the webhook gets an update again that it did not accept. */
  redeliverAfterMs?: number
  /** Fields of a later Bot API than the specification's that are accepted, as "sendMessage.field". */
  newer?: readonly string[]
}

interface PlaceOptions extends Partial<Pick<Room, 'title' | 'username' | 'forum' | 'directMessages'>> {
  bot?: Status
  rights?: Record<string, boolean>
}

const postMethods = new Set(['sendMessage', 'sendPhoto', 'sendDocument'])

export async function startTelegram({
  token = '1000:the-fake-token',
  me: given = {},
  rates,
  now = Date.now,
  route = url => url,
  redeliverAfterMs = 50,
  newer = [],
}: Options = {}) {
  const world = createWorld(
    {
      ...{ id: Number(token.split(':')[0]), is_bot: true, first_name: 'Daybook', username: 'daybook_bot' },
      ...{ can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: true },
      ...{ can_connect_to_business: false, has_main_web_app: false },
      ...given,
    },
    now,
  )
  const specification = specificationWith(newer)
  const journal = createJournal(() => updates.pending.length === 0 && updates.hasReceiver())
  const updates = createUpdates({
    route,
    redeliverAfterMs,
    call: answerByWebhook,
    changed: () => journal.changed(),
  })
  const questions = createQuestions()
  const profile: Profile = {
    menus: new Map(),
    descriptions: new Map(),
    shortDescriptions: new Map(),
    defaultRights: new Map(),
  }
  const methods = {
    ...{ ...updates.methods, ...questions.methods },
    ...{ ...sendingMethods(world), ...profileMethods(world, profile) },
  }
  const faults = createFaults()
  let accountWaitsUntil = 0
  const countMessage = rates && createRates(rates, now)
  const scene = { world, updates, questions, journal }
  /** The parameters of the last getUpdates. Polls are not recorded as calls, because there are so many. */
  let lastPoll: Parameters | undefined

  function carryOut(method: string, parameters: Parameters, files: Files): unknown {
    if (method === 'getUpdates') lastPoll = parameters
    if (postMethods.has(method)) {
      refuseWaiting(parameters)
      countMessage?.(String(parameters.chat_id))
    }
    return methods[method]?.(parameters, files)
  }

  /**
   * A chat may be told to wait for hours while others take messages (https://github.com/tdlib/td/issues/715, and 43,838 s
   * in https://github.com/Rongronggg9/RSS-to-Telegram-Bot/issues/575). Slow mode is such a wait for a bot that is no
   * admin (https://github.com/tdlib/telegram-bot-api/issues/75).
   */
  function refuseWaiting({ chat_id }: Parameters) {
    const room = world.rooms.get(Number(chat_id))
    const until = Math.max(accountWaitsUntil, room?.waitsUntil ?? 0)
    if (until > now()) refuseFor(Math.ceil((until - now()) / 1000))
    if (room && room.slowModeSeconds > 0 && !isAdmin(standingOf(room, world.me)))
      room.waitsUntil = now() + room.slowModeSeconds * 1000
  }

  /** As on Telegram, the bot does not learn whether it worked. A test finds failures among the refused calls. */
  function answerByWebhook(method: string, parameters: Parameters) {
    try {
      specification.check(method, parameters, new Set())
      journal.record({ method, parameters, status: 200, result: carryOut(method, parameters, new Set()) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      journal.recordRefusal(method, parameters, error)
    }
  }

  const { url, close } = await serve({ token, specification, journal, takeFault: faults.take, carryOut })

  function person(first_name = 'Somebody', more: Partial<User> = {}): User {
    const user: User = { id: world.newId(), is_bot: false, first_name, language_code: 'en', ...more }
    world.people.set(user.id, user)
    return user
  }

  function place(
    type: 'group' | 'supergroup' | 'channel',
    { bot = 'member', rights = {}, ...more }: PlaceOptions,
  ): Chat {
    const someone = person('Member')
    const room = world.room({ type, ...more })
    room.members.set(someone.id, { user: someone, status: 'member', rights: {}, anonymous: false })
    room.members.set(world.me.id, { user: world.bot, status: bot, rights, anonymous: false })
    return createChat(scene, room, someone)
  }

  return {
    /** The bot's apiRoot. */
    url,
    token,
    me: world.me,
    async close() {
      updates.close()
      await close()
    },

    person,
    /** A private chat. Until it is started, the bot may not write. */
    privateChat({ user = person(), started = true }: { user?: User; started?: boolean } = {}): Chat {
      const room = world.room({
        type: 'private',
        id: user.id,
        user,
        gone: started ? undefined : 'not started',
      })
      return createChat(scene, room, user)
    },
    group: (options: PlaceOptions = {}) => place('group', options),
    supergroup: (options: PlaceOptions = {}) => place('supergroup', options),
    /** With topics. */
    forum: (options: PlaceOptions = {}) => place('supergroup', { ...options, forum: true }),
    /** The direct messages of a channel: people write to its admins, of whom the bot is one. */
    directMessages: (options: PlaceOptions = {}) =>
      place('supergroup', { bot: 'administrator', ...options, directMessages: true }),
    channel: (options: PlaceOptions = {}) => place('channel', { bot: 'administrator', ...options }),
    /** Somebody types @bot and a query in some chat. */
    asks: (query: string, { from = person(), ...more }: Partial<InlineQueryOptions> = {}): InlineQuery =>
      askInline(scene, query, { from, ...more }),

    ...{ calls: journal.calls, refused: journal.refused, declined: journal.declined, profile, menuKey },
    pending: updates.pending,
    lastPoll: () => lastPoll,
    webhook: updates.webhook,
    redeliver: updates.redeliver,
    /** Queues any update, including those that no method here makes. */
    push: updates.push,
    /** Sets whether another instance polls with the same token. */
    contest(isContested: boolean) {
      updates.isContested = isContested
    },
    unansweredPresses: () => questions.unanswered('press'),
    unansweredQueries: () => questions.unanswered('query'),

    /** Refuses every message of the account for so long, whatever its chat. */
    makeAccountWait(seconds: number) {
      accountWaitsUntil = now() + seconds * 1000
    },
    outage: faults.outage,
    ...{ next: faults.next, faultsLeft: faults.left, waitFor: journal.waitFor, quiet: journal.quiet },
    /** Resolves with the result of the condition once that is defined. Checks whenever something happens. */
    until: journal.until,
    /** Whether a long poll waits or a webhook is set. */
    hasReceiver: updates.hasReceiver,
  }
}
