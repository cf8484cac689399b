// Measures what the admins of groups that take no posts are told: once a day, and at the pace of the account.

import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../src/core/ports.ts'
import { figures, type Part } from './part.ts'
import { startTelegramRun } from './telegram.ts'

const HOURS = 24
const MINUTES_BETWEEN_PASSES = 5

/** Over a day of a clock that is set by hand. `isFoundOut`: whether the check can see what is wrong; a closed topic, for one, is seen only when posting. */
async function mutedRun({ isFoundOut }: { isFoundOut: boolean }) {
  let now = Temporal.Instant.from('2027-01-07T00:00:00Z')
  const clock: Clock = { now: () => now, until: () => new Promise(resolve => setImmediate(resolve)) }
  const run = await startTelegramRun({ chats: 1, clock, hasAdmins: true })
  try {
    const [group] = run.chats
    if (isFoundOut) group?.permits({ can_send_messages: false })
    for (let minutes = 0; minutes < HOURS * 60; minutes += MINUTES_BETWEEN_PASSES) {
      if (!isFoundOut && run.telegram.faultsLeft().length === 0)
        run.telegram.next('sendMessage', { status: 400, description: 'Bad Request: CHAT_RESTRICTED' })
      await run.dispatcher.pass()
      now = now.add({ minutes: MINUTES_BETWEEN_PASSES })
    }
    const tries = run.telegram.calls.filter(
      ({ method, status }) => method === 'sendMessage' && status === 400,
    )
    return { 'seen by the check': isFoundOut, hours: HOURS, notices: run.notices(), tries: tries.length }
  } finally {
    await run.close()
  }
}

/** All groups refuse their post at the same time, and each has an admin of its own. */
async function noticesRun({ groups }: { groups: number }) {
  const run = await startTelegramRun({ chats: groups, hasAdmins: true })
  try {
    for (const group of run.chats) group.permits({ can_send_messages: false })
    run.start()
    const until = performance.now() + (groups / 10) * 1000 + 20_000
    while (run.notices() < groups && performance.now() < until)
      await new Promise(resolve => setTimeout(resolve, 100))
    return { groups, notices: run.notices(), refused: run.refused() }
  } finally {
    await run.close()
  }
}

export const muted: Part = async () => ({
  title: `A group that takes no posts, ${HOURS} h`,
  goals: { notices: { is: 1 } },
  rows: [figures(await mutedRun({ isFoundOut: true })), figures(await mutedRun({ isFoundOut: false }))],
})

export const notices: Part = async ({ isShort }) => {
  const groups = isShort ? 60 : 600
  return {
    title: `${groups} groups refuse their post at once`,
    goals: { notices: { is: groups }, refused: { is: 0 } },
    rows: [await noticesRun({ groups })],
  }
}
