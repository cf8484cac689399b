// Serves the terminal: with a prompt if a person is typing, as a plain filter if input or output is piped.

import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Bot } from '../../core/bot/bot.ts'
import { greetingOf } from '../../core/commands/traits.ts'
import { paragraph } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import type { Platform } from '../../core/platform.ts'
import type { Address, Caller } from '../../core/ports.ts'
import { completeLine, type Offers } from './commands.ts'
import type { TerminalFormat } from './format.ts'
import { invocationOf } from './invocation.ts'
import { withPicture } from './pictures.ts'
import { renderTerminal } from './render.ts'

type Output = Writable & { isTTY?: boolean; columns?: number }
type Input = Readable & { isTTY?: boolean }

export interface ConsoleParts {
  input: Input
  output: Output
  /** The terminal understands ANSI codes, and NO_COLOR is not set. */
  ansi: boolean
  /** The person's language, as POSIX or BCP 47 writes it: `km_KH.UTF-8`. */
  locale?: string
  /** The folder for pictures, which a terminal cannot show; without it they are only described. */
  pictures?: string
}

/** The only chat of a terminal. */
export const terminal: Address = { platform: 'console', chat: 'terminal' }

export function createConsole({ input, output, ansi, locale = '', pictures }: ConsoleParts): Platform {
  const you: Caller = { chat: terminal, kind: 'terminal', user: 'you', locale, isAdmin: () => true }
  const isInteractive = Boolean(input.isTTY && output.isTTY)
  let prompt: Interface | undefined
  let last: Message | undefined

  // Asked every time, because the window may have been resized. A terminal that does not know its width says 0.
  const format = (): TerminalFormat =>
    isInteractive
      ? { width: Math.min(output.columns || DEFAULT_COLUMNS, MAX_COLUMNS), ansi }
      : { width: Infinity, ansi: false }

  /** Prints above the prompt, then shows the prompt again with what has been typed so far. */
  const print = (message: Message) => {
    const text = `${renderTerminal(withPicture(message, pictures), format())}\n\n`
    if (!prompt || !isInteractive) {
      output.write(text)
      return
    }
    const { rows } = prompt.getCursorPos()
    moveCursor(output, 0, -rows)
    cursorTo(output, 0)
    clearScreenDown(output)
    output.write(text)
    // Readline would move up to the first row of a long line, but after the message that line begins here.
    Object.assign(prompt, { prevRows: 0 })
    prompt.prompt(true)
  }

  const answer = async (line: string, bot: Bot) => {
    if (line.trim() === '') {
      if (isInteractive) prompt?.prompt()
      return
    }
    const invocation = await invocationOf(line, last, { bot, caller: you })
    if ('noPage' in invocation) {
      const { lastPage, firstPage } = await bot.phrases(you)
      print({ body: [paragraph(invocation.noPage === 'next' ? lastPage : firstPage)] })
    } else if ('noChoice' in invocation) {
      const { noSuchChoice, noChoices } = await bot.phrases(you)
      // Keep the last answer, so that its choices can still be picked.
      const { noChoice, last } = invocation
      print({ body: [paragraph(last > 0 ? noSuchChoice(noChoice, String(last)) : noChoices(noChoice))] })
    } else {
      last = await bot.answer(invocation, you)
      print(last)
    }
  }

  return {
    name: 'console',
    limits: { perSecond: 1000, perSecondInChat: 1000, isIdempotent: false },
    probe: async () => 'this terminal',
    async run(bot, signal) {
      if (signal.aborted) return
      if (isInteractive) {
        last = await bot.answer(greetingOf(bot.commands), you)
        print(last)
      }
      prompt = createInterface({
        input,
        output: isInteractive ? output : undefined,
        terminal: isInteractive,
        prompt: '> ',
        historySize: MAX_HISTORY_LINES,
        removeHistoryDuplicates: true,
        completer: (line: string, done: (error: Error | null, offers?: Offers) => void) =>
          void completeLine(line, bot, you).then(offers => done(null, offers), done),
      })
      const lines = prompt
      // The prompt is gone, so later answers are printed below it.
      lines.once('close', () => {
        prompt = undefined
        if (isInteractive) output.write('\n')
      })
      signal.addEventListener('abort', () => lines.close(), { once: true })
      lines.on('SIGINT', () => lines.close())
      if (isInteractive) lines.prompt()
      // One line at a time: the first is answered before the second is read.
      for await (const line of lines) await answer(line, bot)
    },
    async send(_to, message, key) {
      last = message
      print(message)
      return { status: 'sent', id: key }
    },
  }
}

const DEFAULT_COLUMNS = 80
/** Longer lines are hard to read. */
const MAX_COLUMNS = 100
const MAX_HISTORY_LINES = 500
