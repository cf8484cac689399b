// Checks that Telegram takes every list of any length, and that people reach each of its entries.

import { expect, test } from 'vitest'
import { partsOf } from '../../../src/adapters/telegram/message/render.ts'
import type { Message } from '../../fakes/telegram/index.ts'
import { overArchiveOf, readAllLists, SIZES, type View } from '../long-lists.ts'
import { labelsOf, startScene } from './scene.ts'

test.each(SIZES)('%i entries', { timeout: 60_000 }, async count => {
  const over = overArchiveOf(count)
  const { telegram, log } = await startScene({ guard: over.guard })
  const chat = telegram.privateChat()
  const view = async (): Promise<View> => {
    const messages = [await chat.answer()]
    const others = partsOf(over.latest).length - 1
    if (others > 0) messages.push(...(await chat.answers(others)))
    const last = messages.at(-1) as Message
    return {
      text: messages.map(({ text }) => text).join('\n'),
      labels: labelsOf(last),
      press(label) {
        chat.presses(last, label)
        return view()
      },
    }
  }
  if (!over.bot) throw new Error('the bot has not started')
  await readAllLists(count, {
    chat: { platform: 'telegram', chat: String(chat.id) },
    bot: over.bot,
    ask({ command, args }) {
      chat.says(`/${command} ${Object.values(args).join(' ')}`)
      return view()
    },
  })
  expect(log.filter(line => line.startsWith('error'))).toEqual([])
  expect([...telegram.refused, ...telegram.declined]).toEqual([])
})
