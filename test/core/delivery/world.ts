// Builds a small world for the dispatcher: a clock set by hand, a scripted platform, and a store in memory.

import { Temporal } from 'temporal-polyfill'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { createDispatcher, type Dispatcher } from '../../../src/core/delivery/dispatcher.ts'
import type { Delivery } from '../../../src/core/delivery/ledger.ts'
import type { Store } from '../../../src/core/delivery/store.ts'
import { paragraph } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import type { Platform } from '../../../src/core/platform.ts'
import { type Address, type Clock, type Log, noMeter, type Outcome } from '../../../src/core/ports.ts'
import { january7 } from '../../contracts/store.ts'

export interface World {
  store: Store
  dispatcher: Dispatcher
  /** Everything the platform posted, in order, including posts whose reply was lost. */
  posts: { to: Address; text: string; key: string }[]
  /** The results of the next sends. 'lost' posts but loses the reply; 'bug' throws before posting. */
  answers: (Outcome | 'lost' | 'bug')[]
  errors: string[]
  /** How the circuit of the platform changed. */
  circuits: (string | undefined)[]
  /** The notices sent to admins. */
  notices: string[]
  /** The users that each notice named beside the admins. */
  noticedUsers: (readonly string[])[]
  /** The platform's answer to a check: whether chats take posts again. */
  isRepaired: boolean
  /** A chat whose posts cannot be composed. */
  uncomposable?: string | undefined
  /** How often the platform was asked whether a chat takes posts again. */
  checks: number
  /** Whether the platform answers when it is asked without a post. */
  isAnswering: boolean
  /** Makes the platform answer every send with this, once the scripted answers are used up. */
  answersAll: Outcome | 'lost' | undefined
  at(moment: string): World
  /** The rows that a pass opens at the moment while nothing can be sent. */
  opened(moment: string): Promise<Delivery[]>
  now(): Temporal.Instant
}

export function createWorld(
  options: { isIdempotent?: boolean; anniversaries?: string[]; perSecond?: number } = {},
): World {
  const { isIdempotent = false, anniversaries = ['january-7', 'other'], perSecond = 1000 } = options
  let now = Temporal.Instant.from('2027-01-01T00:00:00Z')
  const clock: Clock = {
    now: () => now,
    // Nothing waits in these tests: the clock is set by hand and each pass is called explicitly.
    until: async () => {},
  }
  const posts: World['posts'] = []
  const answers: World['answers'] = []
  const errors: string[] = []
  const log: Log = (level, event) => {
    if (level === 'error') errors.push(event)
  }
  const store = createStore(openSqlite(':memory:'), undefined, log)
  const notices: string[] = []
  const noticedUsers: World['noticedUsers'] = []
  const circuits: World['circuits'] = []
  const platform: Platform = {
    name: 'fake',
    limits: { perSecond, perSecondInChat: 1000, isIdempotent },
    run: async () => {},
    check: async () => {
      world.checks++
      return { status: world.isRepaired ? 'ready' : 'refused' }
    },
    ping: async () => world.isAnswering,
    notifyAdmins: async (_, message, also = []) => {
      noticedUsers.push(also)
      notices.push(textOf(message))
    },
    async send(to, message, key) {
      const answer = answers.shift() ?? world.answersAll ?? { status: 'sent', id: `message-${posts.length}` }
      if (answer === 'bug') throw new Error('a bug in the adapter')
      if (answer === 'lost' || answer.status === 'sent') posts.push({ to, text: textOf(message), key })
      return answer === 'lost' ? { status: 'unknown' } : answer
    },
  }
  const dispatcher = createDispatcher({
    store,
    clock,
    platforms: [platform],
    owner: 'this process',
    recurringDayOf: id => (anniversaries.includes(id) ? january7 : undefined),
    notice: (_, trouble) => ({
      body: [paragraph(trouble.type === 'paused' ? `paused: ${trouble.reason}` : trouble.type)],
    }),
    compose({ due, subscription }, late) {
      if (subscription.chat.chat === world.uncomposable) throw new Error('a bug in the wording')
      return { body: [paragraph(`${due.occurrence}${late ? ' late' : ''}`)] }
    },
    log,
    meter: {
      ...noMeter,
      count: (what, { state }) => {
        if (what === 'circuits') circuits.push(state)
      },
    },
  })
  const world: World = {
    store,
    dispatcher,
    posts,
    answers,
    errors,
    circuits,
    notices,
    noticedUsers,
    isRepaired: false,
    checks: 0,
    isAnswering: true,
    answersAll: undefined,
    at(moment) {
      now = Temporal.Instant.from(moment)
      return world
    },
    async opened(moment) {
      answers.push({ status: 'later', seconds: 86_400 })
      await world.at(moment).dispatcher.pass()
      return store.listDeliveries(['pending'], 10)
    },
    now: () => now,
  }
  return world
}

function textOf({ body }: Message): string {
  const [first] = body
  const [words] = first?.type === 'paragraph' ? first.children : []
  return words?.type === 'text' ? words.value : ''
}
