// Lets all of Discord fail for a while from the hour on, and counts what that cost.

import { round, type Table } from '../table.ts'
import { startDiscordRun } from './discord.ts'
import type { Part } from './part.ts'

const outages = {
  '502': { status: 502 },
  'a 502 after the work': { status: 502, stored: true },
  'a reset': 'reset',
  'no answer': 'hang',
} as const

/** What was in flight when it began, and questions at growing intervals. */
const MAX_ASKS = 200

/** Discord as a whole fails for some seconds from the hour on. Does every channel have its post once, and with its card? */
async function outageRun(outage: keyof typeof outages, { channels, outageSeconds }: OutageOptions) {
  const run = await startDiscordRun(Array.from({ length: channels }, () => ({})))
  try {
    const ends = ['GET', 'POST'].map(method => run.discord.next(method, /./, outages[outage], 1e6))
    await run.deliver(outageSeconds)
    const asked = run.discord.requests.length
    for (const end of ends) end()
    // What hung when it ended, and a last pause of a minute.
    const seconds = await run.deliver(120)
    const counts = run.counts()
    return {
      ...{ outage, 'outage s': outageSeconds, channels },
      arrived: counts.filter(count => count > 0).length,
      duplicates: counts.filter(count => count > 1).length,
      'without card': counts.filter(count => count > 0).length - run.cards(),
      'asks during it': asked,
      'seconds after it': round(seconds, 1),
    }
  } finally {
    await run.close()
  }
}

interface OutageOptions {
  channels: number
  outageSeconds: number
}

export const discordOutage: Part = async ({ isShort }) => {
  const [channels, outageSeconds] = isShort ? [100, 10] : [300, 60]
  const table: Table = {
    title: `Discord fails for ${outageSeconds} s at the hour`,
    goals: {
      arrived: { is: channels },
      duplicates: { is: 0 },
      'without card': { max: 3 },
      'asks during it': { max: MAX_ASKS },
    },
    rows: [],
  }
  const all = Object.keys(outages) as (keyof typeof outages)[]
  for (const outage of isShort ? all.slice(0, 1) : all)
    table.rows.push(await outageRun(outage, { channels, outageSeconds }))
  return table
}
