// Reads every list of an archive of any size to its end, as people do: they turn the pages, and open the last entry.

import { expect } from 'vitest'
import { type Bot, createBot } from '../../src/core/bot/bot.ts'
import type { Invocation, Message } from '../../src/core/message/message.ts'
import type { Address } from '../../src/core/ports.ts'
import { archiveOf, numbersIn } from '../core/archive-of.ts'
import { caller, indexOf } from '../core/bundled.ts'
import type { Guard } from './archive.ts'

export const SIZES = [1, 20, 25, 26, 100, 300]

/** An answer as a platform shows it. */
export interface View {
  text: string
  /** Of buttons and entries of lists. */
  labels: string[]
  press(label: string): Promise<View>
}

/** A bot over an archive of this size. `latest` is its latest answer. */
export function overArchiveOf(count: number) {
  const corpus = archiveOf(count)
  const over: { guard: Guard; bot: Bot | undefined; latest: Message } = {
    guard(_, { store, clock }) {
      let ids = 0
      const bot = createBot({
        ...{ corpus, store, clock, index: indexOf(corpus), random: () => 0 },
        newId: () => `id-${++ids}`,
        log: (level, event, details) => {
          if (level === 'error') throw new Error(`${event} ${JSON.stringify(details)}`)
        },
      })
      over.bot = bot
      return {
        ...bot,
        async answer(call, who) {
          over.latest = await bot.answer(call, who)
          return over.latest
        },
      }
    },
    bot: undefined,
    latest: { body: [] },
  }
  return over
}

/** Lists that are there from the beginning, and lists that have an entry for every subscription. */
const LINES = [
  '/article',
  '/facts',
  '/who Nemo',
  '/onthisday 2 March',
  '/search harbour',
  '/sources',
  '/timeline',
  '/upcoming',
  '/preview zzz',
  '/subscribe zzz',
  '/settings',
]
const LINES_WHEN_SUBSCRIBED = ['/settings', '/why', '/unsubscribe zzz', '/upcoming']

/** Search orders no more hits than these: beyond them people add a word. */
const MAX_HITS = 60

/** Checks that every entry of every list can be reached. */
export async function readAllLists(
  count: number,
  { chat, bot, ask }: { chat: Address; bot: Bot; ask(call: Invocation): Promise<View> },
): Promise<void> {
  const read = async (line: string) => {
    const expected = line.startsWith('/search') ? Math.min(count, MAX_HITS) : count
    const shown = await readToTheEnd(() => ask(bot.read(line)), expected)
    expect(shown.size, `${line} of ${count}`).toBe(expected)
  }
  for (const line of LINES) await read(line)
  for (const { id } of archiveOf(count).anniversaries)
    await bot.answer({ command: 'subscribe', args: { anniversary: id } }, { ...caller, chat })
  for (const line of LINES_WHEN_SUBSCRIBED) await read(line)
}

/** The numbers that are shown when the pages are turned: to the other side too if entries are missing. Opens the last entry. */
async function readToTheEnd(open: () => Promise<View>, expected: number): Promise<Set<string>> {
  const shown = new Set<string>()
  for (const turn of ['Next page', 'Previous page']) {
    if (shown.size === expected) break
    let view = await open()
    for (;;) {
      for (const number of numbersIn([view.text, ...view.labels].join('\n'))) shown.add(number)
      if (!view.labels.includes(turn)) break
      view = await view.press(turn)
    }
    const last = view.labels.findLast(label => numbersIn(label).length > 0)
    if (last !== undefined && !/subscribe|stop/i.test(last))
      expect(numbersIn((await view.press(last)).text), last).toContain(numbersIn(last)[0])
  }
  return shown
}
