// Completes commands and their arguments while a line is typed in the terminal.

import type { Bot } from '../../core/bot/bot.ts'
import type { Command, Completion } from '../../core/commands/command.ts'
import type { Caller } from '../../core/ports.ts'
import { fold } from '../../core/text/fold.ts'

/** Values that fit at the cursor, and the piece of the line that they replace. */
export type Offers = [values: string[], piece: string]

/** Completes a line up to the cursor. */
export async function completeLine(line: string, bot: Bot, caller: Caller): Promise<Offers> {
  const named = /^\/(\S*)$/.exec(line)
  if (named) {
    const names = bot.commands.map(({ name }) => `/${name} `)
    return [names.filter(name => name.startsWith(line.toLowerCase())), line]
  }
  const typed = /^\/(\S+)\s+([\s\S]*)$/.exec(line)
  const command = typed && bot.commands.find(({ name }) => name === typed[1]?.toLowerCase())
  return command ? completeWords(typed[2] ?? '', command, { bot, caller }) : [[], line]
}

async function completeWords(
  words: string,
  { name, options }: Command,
  { bot, caller }: { bot: Bot; caller: Caller },
): Promise<Offers> {
  const ends = endsOf(words)
  const last = ends.at(-1) ?? ''
  const offers = async (piece: string, wanted: (type: string) => boolean) => {
    const found = await Promise.all(
      Object.entries(options)
        .filter(([, { type }]) => wanted(type))
        .map(([option]) => bot.complete({ command: name, option, typed: piece }, caller)),
    )
    // A value that is already typed in full is not a completion: the next word is wanted.
    return found.flat().filter(({ value }) => `${value} ` !== piece)
  }

  // Tries the longest end of the line first, so that the fuller of two meanings is taken.
  for (const piece of ends.filter(end => end !== '')) {
    const found = (await offers(piece, () => true)).filter(each => begins(each, piece, piece === words))
    if (found.length > 0) return replacing(piece, found)
  }
  // Hundreds of time zones are no help, and a text that has been started is not offered again.
  if (last === '')
    return replacing('', await offers('', type => type !== 'zone' && (type !== 'text' || !words)))
  // Nothing begins like this: it may be another name for a value of one word, or a text spelt roughly like this.
  if (last === words) return replacing(words, await offers(words, () => true))
  const found = await offers(last, type => type !== 'text')
  return found.length > 0
    ? replacing(last, found)
    : replacing(words, await offers(words, type => type === 'text'))
}

/** All ends of the words that begin with a word, the longest first; includes the empty one after a final space. */
function endsOf(words: string): string[] {
  const starts = [...words.matchAll(/\s+/g)].map(({ index, 0: space }) => index + space.length)
  return [0, ...starts].map(start => words.slice(start))
}

/** Whether a word of the value begins with the piece; or of its label, if the piece is everything that was typed. */
function begins({ value, label }: Completion, piece: string, whole: boolean): boolean {
  return [value, ...(whole ? [label] : [])].some(each => spaced(each).includes(spaced(piece)))
}

const spaced = (text: string) => ` ${fold(text).replace(/[\s/_-]+/g, ' ')}`.trimEnd()

/**
 * Readline replaces the piece with what all offers share, even if that is less than was typed ("A" for "bang", because
 * of Africa/Bangui and Asia/Bangkok). With the piece among the offers, it leaves the piece alone.
 */
function replacing(piece: string, offers: readonly Completion[]): Offers {
  const values = [...new Set(offers.map(({ value }) => `${value} `))]
  const shared = values.reduce(sharedStart, values[0] ?? '')
  const keeps = values.length < 2 || piece.startsWith(shared) || spaced(shared).includes(spaced(piece))
  return [keeps ? values : [piece, ...values], piece]
}

function sharedStart(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return a.slice(0, length)
}
