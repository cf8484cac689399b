// The terminal as a platform: a prompt where there is somebody to type, a plain filter where there is a pipe.
import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Bot } from '../../core/bot/bot.ts'
import { paragraph } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import type { Platform } from '../../core/platform.ts'
import type { Address, Caller } from '../../core/ports.ts'
import { completeLine, type Offers } from './commands.ts'
import { invocationOf } from './invocation.ts'
import type { Look } from './look.ts'
import { withPicture } from './pictures.ts'
import { render } from './render.ts'

type Output = Writable & { isTTY?: boolean; columns?: number }
type Input = Readable & { isTTY?: boolean }

export interface ConsoleParts {
  input: Input
  output: Output
  /** The terminal understands ANSI, and nobody asked for plain text. */
  ansi: boolean
  /** What the person speaks, as POSIX or BCP 47 has it: `km_KH.UTF-8`. */
  locale?: string
  /** The folder where pictures are put, for a terminal shows none; without it they are only told of. */
  pictures?: string
}

/** The one chat there is in a terminal. */
export const terminal: Address = { platform: 'console', chat: 'terminal' }

export function createConsole({ input, output, ansi, locale = '', pictures }: ConsoleParts): Platform {
  const you: Caller = { chat: terminal, user: 'you', locale, isAdmin: () => true }
  const talking = Boolean(input.isTTY && output.isTTY)
  let prompt: Interface | undefined
  let last: Message | undefined

  // Asked anew each time: the window may have been resized. A terminal that does not know its size says 0.
  const look = (): Look =>
    talking ? { width: Math.min(output.columns || 80, 100), ansi } : { width: Infinity, ansi: false }

  /** Prints above the prompt, and puts the prompt back with what has been typed so far. */
  const print = (message: Message) => {
    const text = `${render(withPicture(message, pictures), look())}\n\n`
    if (!prompt || !talking) {
      output.write(text)
      return
    }
    const { rows } = prompt.getCursorPos()
    moveCursor(output, 0, -rows)
    cursorTo(output, 0)
    clearScreenDown(output)
    output.write(text)
    // Readline would climb to where a line of several rows began; after the message that is here.
    Object.assign(prompt, { prevRows: 0 })
    prompt.prompt(true)
  }

  const answer = async (line: string, bot: Bot) => {
    if (line.trim() === '') {
      if (talking) prompt?.prompt()
      return
    }
    const asked = invocationOf(line, last, bot)
    if ('noChoice' in asked) {
      const { noSuchChoice, noChoices } = await bot.phrases(you)
      const { noChoice, last } = asked
      // The choices stay open.
      print({ body: [paragraph(last > 0 ? noSuchChoice(noChoice, String(last)) : noChoices(noChoice))] })
    } else {
      last = await bot.answer(asked, you)
      print(last)
    }
  }

  return {
    name: 'console',
    limits: { perSecond: 1000, perSecondInChat: 1000, repeatsAreHarmless: false },
    async run(bot, signal) {
      if (signal.aborted) return
      if (talking) {
        last = await bot.answer({ command: 'start', args: {} }, you)
        print(last)
      }
      prompt = createInterface({
        input,
        output: talking ? output : undefined,
        terminal: talking,
        prompt: '> ',
        historySize: 500,
        removeHistoryDuplicates: true,
        completer: (line: string, done: (error: Error | null, offers?: Offers) => void) =>
          void completeLine(line, bot, you).then(offers => done(null, offers), done),
      })
      const lines = prompt
      // What is still to be answered is printed below the prompt, which is gone.
      lines.once('close', () => {
        prompt = undefined
        if (talking) output.write('\n')
      })
      signal.addEventListener('abort', () => lines.close(), { once: true })
      lines.on('SIGINT', () => lines.close())
      if (talking) lines.prompt()
      // One line after the other: the answer to the first is there before the second is read.
      for await (const line of lines) await answer(line, bot)
    },
    async send(_to, message, key) {
      last = message
      print(message)
      return { status: 'sent', id: key }
    },
  }
}
