// Simulates people who keep asking on both platforms: commands, searches, settings and presses.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Discord } from '../../test/fakes/discord/index.ts'
import type { Telegram } from '../../test/fakes/telegram/index.ts'

export interface Counts {
  asked: number
  answered: number
}

const lines: [command: string, args: Record<string, string>][] = [
  ['search', { words: 'ceremony Hanoi' }],
  ['search', { words: 'cerimony Kampuchea' }],
  ['search', { words: 'ខ្មែរក្រហម' }],
  ['search', { words: 'edition' }],
  ['summary', { article: 'akp' }],
  ['article', { name: 'VOVworld' }],
  ['facts', {}],
  ['who', { name: 'Hun Sen' }],
  ['timeline', {}],
  ['onthisday', { date: '7 January' }],
  ['upcoming', {}],
  ['subscribe', { time: '06:30' }],
  ['settings', {}],
  ['language', { language: 'vi' }],
  ['language', { language: 'en' }],
  ['why', {}],
  ['unsubscribe', { anniversary: 'january-7' }],
  ['help', {}],
]

/** Milliseconds between two questions of one person, slow enough for the limits. */
const pauseMs = () => 1600 + Math.random() * 1500

/** Asks until the signal aborts. Resolves with the counts once the last answer came or was given up. */
export async function ask(
  { telegram, discord }: { telegram: Telegram; discord: Discord },
  people: number,
  signal: AbortSignal,
): Promise<{ telegram: Counts; discord: Counts }> {
  const counts = { telegram: { asked: 0, answered: 0 }, discord: { asked: 0, answered: 0 } }
  await discord.until('the commands', () => discord.commands().length || undefined)

  /** Waits for each answer before the next question, and gives up on one that does not come. */
  async function person(count: Counts, question: (n: number) => Promise<unknown>): Promise<void> {
    for (let n = 0; !signal.aborted; n++) {
      await sleep(pauseMs(), undefined, { signal }).catch(() => {})
      if (signal.aborted) break
      count.asked++
      await question(n).then(
        () => count.answered++,
        () => {},
      )
    }
  }

  const onTelegram = Array.from({ length: people }, (_, who) => {
    const chat = who % 3 === 0 ? telegram.supergroup({ title: `Group ${who}` }) : telegram.privateChat()
    if (who % 3 === 0) chat.member(chat.someone, 'creator')
    return person(counts.telegram, async n => {
      chat.unread()
      const [command, args] = lines[(n * 7 + who) % lines.length] as (typeof lines)[number]
      chat.says(`/${command} ${Object.values(args).join(' ')}`)
      const answer = await chat.answer({ within: 20_000 })
      // Every other answer is followed by a press of its first button.
      const keyboard = answer.reply_markup as {
        inline_keyboard?: { text: string; callback_data?: string }[][]
      }
      const button = keyboard?.inline_keyboard?.flat().find(each => each.callback_data)
      if (n % 2 === 0 && button) chat.presses(answer, button.text)
    })
  })

  const server = discord.guild('Busy')
  // Three people per channel: ten in one would be told to wait.
  const channels = Array.from({ length: Math.ceil(people / 3) }, (_, n) => server.channel(`room-${n}`))
  const onDiscord = Array.from({ length: people }, (_, who) => {
    const member = server.member(`Person ${who}`, { permissions: ['ManageGuild'] })
    const channel = channels[Math.floor(who / 3)] as (typeof channels)[number]
    return person(counts.discord, async n => {
      const [command, args] = lines[(n * 7 + who) % lines.length] as (typeof lines)[number]
      const answer = await member.runs(`/${command}`, args, { in: channel }).answer()
      const [button] = answer.buttons
      if (n % 2 === 0 && button)
        await answer
          .press(button, { by: member })
          .answer()
          .catch(() => {})
    })
  })

  await Promise.all([...onTelegram, ...onDiscord])
  return counts
}
