// Checks that a burst of calls on a process that has answered none is acknowledged in time, and answered in full.

import { expect, test } from 'vitest'
import type { Bot } from '../../../src/core/bot/bot.ts'
import { openDiscord, startTown } from './scene.ts'

/** Holds up the event loop, as the computing of an answer does. */
function block(ms: number) {
  const end = performance.now() + ms
  while (performance.now() < end);
}

/** A bot whose answers take long synchronous work. */
const busy =
  (ms: number) =>
  (bot: Bot): Bot => ({
    ...bot,
    async answer(call, caller) {
      block(ms)
      return bot.answer(call, caller)
    },
  })

test('a hundred calls at once are each acknowledged within three seconds, although their answers take six', async () => {
  const discord = await openDiscord({ timeoutMs: 15_000 })
  const { server, lan, admin } = await startTown({ discord, guard: busy(60) })
  const people = [lan, admin, ...Array.from({ length: 98 }, (_, nth) => server.member(`Person ${nth}`))]
  const runs = people.map((person, nth) => person.runs(nth % 2 === 0 ? '/help' : '/settings'))
  const answers = await Promise.all(runs.map(run => run.answer()))
  expect(answers.filter(({ text }) => text === '')).toEqual([])
  expect([...discord.denied, ...discord.refused]).toEqual([])
})
