// The terminal as a platform: a prompt where there is somebody to type, a plain filter where there is a pipe.
import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Bot } from '../../core/bot.ts'
import type { Message } from '../../core/message/message.ts'
import type { Address, Caller, Platform } from '../../core/ports.ts'
import { completeLine } from './commands.ts'
import { invocationOf } from './invocation.ts'
import { type Look, render } from './render.ts'

type Output = Writable & { isTTY?: boolean; columns?: number }
type Input = Readable & { isTTY?: boolean }

export interface ConsoleParts {
  input: Input
  output: Output
  /** The terminal understands ANSI, and nobody asked for plain text. */
  ansi: boolean
}

/** The one chat there is in a terminal. */
export const terminal: Address = { platform: 'console', chat: 'terminal' }

const you: Caller = { chat: terminal, user: 'you', locale: 'en', isAdmin: true }

export function createConsole({ input, output, ansi }: ConsoleParts): Platform {
  const talking = Boolean(input.isTTY && output.isTTY)
  let prompt: Interface | undefined
  let last: Message | undefined

  // Asked anew each time: the window may have been resized.
  const look = (): Look =>
    talking ? { width: Math.min(output.columns ?? 80, 100), ansi } : { width: Infinity, ansi: false }

  const print = (message: Message) => {
    last = message
    if (prompt && talking) {
      clearLine(output, 0)
      cursorTo(output, 0)
    }
    output.write(`${render(message, look())}\n\n`)
    if (prompt && talking) prompt.prompt(true)
  }

  const answer = async (line: string, bot: Bot) => {
    if (line.trim() !== '') print(await bot.answer(invocationOf(line, last, bot), you))
    else if (talking) prompt?.prompt()
  }

  return {
    name: 'console',
    limits: { perSecond: 1000, perSecondInChat: 1000, repeatsAreHarmless: false },
    async run(bot, signal) {
      if (signal.aborted) return
      if (talking) print(await bot.answer({ command: 'start', args: {} }, you))
      prompt = createInterface({
        input,
        output: talking ? output : undefined,
        terminal: talking,
        prompt: '> ',
        historySize: 500,
        removeHistoryDuplicates: true,
        completer: (line: string) => completeLine(line, bot, you),
      })
      const lines = prompt
      signal.addEventListener('abort', () => lines.close(), { once: true })
      lines.on('SIGINT', () => lines.close())
      if (talking) lines.prompt()
      // One line after the other: the answer to the first is there before the second is read.
      for await (const line of lines) await answer(line, bot)
      prompt = undefined
      if (talking) output.write('\n')
    },
    async send(_to, message, key) {
      print(message)
      return { status: 'sent', id: key }
    },
  }
}
