// Runs the contract of all platforms against Telegram.

import type { InlineQueryResultArticle } from 'grammy/types'
import { onTestFinished } from 'vitest'
import { createTelegram } from '../../../src/adapters/telegram/index.ts'
import { platformContract, type Shown, type Stage } from '../../contracts/platform.ts'
import { type Message, startTelegram } from '../../fakes/telegram/index.ts'
import { startArchive } from '../archive.ts'
import { labelsOf } from './scene.ts'

const token = '123456:AAtheFakeTokenOfTheTests'

platformContract('telegram', async (): Promise<Stage> => {
  const telegram = await startTelegram({ token })
  onTestFinished(() => telegram.close())
  const archive = await startArchive(parts => createTelegram({ token, apiRoot: telegram.url, ...parts }))
  const chat = telegram.privateChat()
  let last: Message[] = []
  const asShown = (messages: Message[]): Shown[] =>
    messages.map(message => ({ text: message.text ?? message.caption ?? '', labels: labelsOf(message) }))
  const answers = async () => {
    const first = await chat.answer()
    await telegram.quiet()
    last = [first, ...chat.unread()]
    return asShown(last)
  }
  return {
    ...archive,
    chat: { platform: 'telegram', chat: String(chat.id) },
    ask(command, args = {}) {
      chat.says(`/${command} ${Object.values(args).join(' ')}`.trim())
      return answers()
    },
    press(label) {
      chat.presses(last.find(message => labelsOf(message).includes(label)) as Message, label)
      return answers()
    },
    posts: async () => asShown(chat.unread()),
    offers: async words => {
      const { results } = await telegram.asks(words).answer
      return (results as InlineQueryResultArticle[]).map(({ title }) => title)
    },
    shut: () => chat.deactivates(),
  }
})
