// Choices as inline keyboards, and a press as the call it stands for, also after a restart.
import { createHash } from 'node:crypto'
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Memory } from '../../core/delivery/ledger.ts'
import type { Choice, Invocation } from '../../core/message/message.ts'
import type { Clock } from '../../core/ports.ts'
import { clean } from './render.ts'

/** In bytes (https://core.telegram.org/bots/api#inlinekeyboardbutton). */
const longestData = 64
/** Beyond it Telegram answers "too many buttons". */
const mostButtons = 100

export interface Press {
  call: Invocation
  inPlace: boolean
}

export interface Buttons {
  /** Undefined where there is nothing to press. */
  keyboard(choices: readonly Choice[][]): Promise<InlineKeyboardMarkup | undefined>
  /** Undefined for what no button of ours says, or one whose call is forgotten. */
  read(data: string): Promise<Press | undefined>
}

export function createButtons(memory: Memory, clock: Clock): Buttons {
  return {
    async keyboard(choices) {
      const rows: InlineKeyboardButton[][] = []
      let count = 0
      for (const row of choices) {
        const buttons = (await Promise.all(row.map(button))).filter(each => each !== undefined)
        count += buttons.length
        if (count > mostButtons) break
        if (buttons.length > 0) rows.push(buttons)
      }
      return rows.length > 0 ? { inline_keyboard: rows } : undefined
    },
    async read(data) {
      const written = data.startsWith('#') ? await memory.recall(`telegram call ${data.slice(1)}`) : data
      return written === undefined ? undefined : readPress(written)
    },
  }

  async function button(choice: Choice): Promise<InlineKeyboardButton | undefined> {
    const text = clean(choice.label).replace(/\s+/g, ' ').trim()
    if (text === '') return undefined
    switch (choice.type) {
      case 'open':
        return { text, url: choice.url }
      case 'share':
        return { text, switch_inline_query: choice.words }
      case 'copy':
        // https://core.telegram.org/bots/api#copytextbutton
        return choice.text.length <= 256 ? { text, copy_text: { text: choice.text } } : undefined
      case 'ask':
        // Telegram has no forms: the message says how to write it.
        return undefined
      case 'run':
        return { text, callback_data: await dataOf({ call: choice.call, inPlace: choice.inPlace ?? false }) }
      default:
        return choice satisfies never
    }
  }

  /** The call itself where it fits, else a key under which the memory has it: the same call has the same key. */
  async function dataOf(press: Press): Promise<string> {
    const written = writePress(press)
    if (Buffer.byteLength(written) <= longestData) return written
    const key = createHash('sha256').update(written).digest('base64url').slice(0, 22)
    await memory.keep(`telegram call ${key}`, written, clock.now())
    return `#${key}`
  }
}

/** `=` edits the message, `+` answers below it; then command, option, value, option, value ... a line each. */
function writePress({ call, inPlace }: Press): string {
  const words = [call.command, ...Object.entries(call.args).flat()]
  return (inPlace ? '=' : '+') + words.map(word => clean(word).replace(/[\\\n]/g, escaped)).join('\n')
}

function readPress(written: string): Press | undefined {
  const [, how, rest = ''] = /^([=+])([\s\S]+)$/.exec(written) ?? []
  const [command = '', ...words] = rest.split('\n').map(word => word.replace(/\\[\\n]/g, unescaped))
  if (!how || !/^[a-z0-9_]{1,32}$/.test(command) || words.length % 2 === 1) return undefined
  const args: Record<string, string> = Object.create(null)
  for (let at = 0; at < words.length; at += 2) args[words[at] ?? ''] = words[at + 1] ?? ''
  return { call: { command, args }, inPlace: how === '=' }
}

const escaped = (letter: string) => (letter === '\n' ? '\\n' : '\\\\')
const unescaped = (pair: string) => (pair === '\\n' ? '\n' : '\\')
