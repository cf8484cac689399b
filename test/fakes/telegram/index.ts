// A strict fake of the Telegram Bot API for end-to-end tests: what it takes, Telegram takes.
import { createFaults, createRates, type Rates } from './faults.ts'
import { type Asking, ask, type InlineQuery } from './inline.ts'
import { createJournal } from './journal.ts'
import { type Chat, createChat } from './people.ts'
import { menuKey, type Profile, profileMethods } from './profile.ts'
import { createQuestions } from './questions.ts'
import { Refusal } from './refusal.ts'
import { sendingMethods } from './sending.ts'
import { serve } from './server.ts'
import { type Files, type Parameters, specificationWith } from './specification.ts'
import { createUpdates } from './updates.ts'
import { createWorld, type Room, type Status, type User } from './world.ts'

export { documentedRates } from './faults.ts'
export type { Call } from './journal.ts'
export type { Chat } from './people.ts'
export type { Message, User } from './world.ts'

export type Telegram = Awaited<ReturnType<typeof startTelegram>>

interface Options {
  token?: string
  /** Fields of the bot's own User, as can_read_all_group_messages or username. */
  me?: Record<string, unknown>
  /** Off unless given; documentedRates are what Telegram documents. */
  rates?: Rates
  /** Milliseconds since 1970. */
  now?: () => number
  /** Where a webhook's public address really is. */
  route?: (url: string) => string
  /** Milliseconds until the webhook gets an update again that it did not take. */
  redeliverAfter?: number
  /** Fields of a later Bot API than the specification's that are let through, as "sendMessage.field". */
  newer?: readonly string[]
}

interface Place extends Partial<Pick<Room, 'title' | 'username' | 'forum'>> {
  bot?: Status
  rights?: Record<string, boolean>
}

const posts = new Set(['sendMessage', 'sendPhoto', 'sendDocument'])

export async function startTelegram({
  token = '1000:the-fake-token',
  me: given = {},
  rates,
  now = Date.now,
  route = url => url,
  redeliverAfter = 50,
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
  const journal = createJournal(() => updates.pending.length === 0 && updates.attended())
  const updates = createUpdates({
    route,
    redeliverAfter,
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
  const count = rates && createRates(rates, now)
  const scene = { world, updates, questions, journal }
  /** The parameters of the last getUpdates; polls stand in no list, there would be too many. */
  let lastPoll: Parameters | undefined

  function carryOut(method: string, parameters: Parameters, files: Files): unknown {
    if (method === 'getUpdates') lastPoll = parameters
    if (count && posts.has(method)) count(String(parameters.chat_id))
    return methods[method]?.(parameters, files)
  }

  /** Nobody is told whether it worked, as on Telegram; the lists of refused and declined calls are. */
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
    const user: User = { id: world.fresh(), is_bot: false, first_name, language_code: 'en', ...more }
    world.people.set(user.id, user)
    return user
  }

  function place(
    type: 'group' | 'supergroup' | 'channel',
    { bot = 'member', rights = {}, ...more }: Place,
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
    /** A private chat; where it is not started the bot may not write first. */
    privateChat({ user = person(), started = true }: { user?: User; started?: boolean } = {}): Chat {
      const room = world.room({
        type: 'private',
        id: user.id,
        user,
        gone: started ? undefined : 'not started',
      })
      return createChat(scene, room, user)
    },
    group: (options: Place = {}) => place('group', options),
    supergroup: (options: Place = {}) => place('supergroup', options),
    /** With topics. */
    forum: (options: Place = {}) => place('supergroup', { ...options, forum: true }),
    channel: (options: Place = {}) => place('channel', { bot: 'administrator', ...options }),
    /** Somebody types @bot and words in some chat. */
    asks: (query: string, { from = person(), ...more }: Partial<Asking> = {}): InlineQuery =>
      ask(scene, query, { from, ...more }),

    ...{ calls: journal.calls, refused: journal.refused, declined: journal.declined, profile, menuKey },
    pending: updates.pending,
    lastPoll: () => lastPoll,
    webhook: updates.webhook,
    redeliver: updates.redeliver,
    /** Any update that has no maker here. */
    push: updates.push,
    /** Whether another instance polls with the same token. */
    contest(contested: boolean) {
      updates.contested = contested
    },
    unansweredPresses: () => questions.unanswered('press'),
    unansweredQueries: () => questions.unanswered('query'),

    ...{ next: faults.next, faultsLeft: faults.left, waitFor: journal.waitFor, quiet: journal.quiet },
    /** Resolves with what the condition gives as soon as it gives something; asked whenever something happens. */
    until: journal.until,
    /** Whether a long poll waits or a webhook is set. */
    attended: updates.attended,
  }
}
