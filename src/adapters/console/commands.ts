// The terminal's form of the command list: completion of commands and of their arguments.
import type { Bot } from '../../core/bot.ts'
import type { Completion } from '../../core/commands/command.ts'
import type { Caller } from '../../core/ports.ts'
import { fold } from '../../core/search/fold.ts'

/** Completes a line up to the cursor: what may stand there, and the piece of the line it replaces. */
export function completeLine(line: string, bot: Bot, caller: Caller): [string[], string] {
  const named = /^\/(\S*)$/.exec(line)
  if (named) {
    const names = bot.commands.map(({ name }) => `/${name} `)
    return [names.filter(name => name.startsWith(line.toLowerCase())), line]
  }
  const typed = /^\/(\S+)\s+([\s\S]*)$/.exec(line)
  const command = typed && bot.commands.find(({ name }) => name === typed[1]?.toLowerCase())
  if (!command) return [[], line]
  const options = Object.entries(command.options)
  const words = typed[2] ?? ''
  const last = words.split(/\s+/).at(-1) ?? ''

  const offers = (piece: string, wanted: (type: string) => boolean, fits = begins) => {
    const found = options
      .filter(([, { type }]) => wanted(type))
      .flatMap(([option]) => bot.complete({ command: command.name, option, typed: piece }, caller))
      .filter(each => fits(each, piece))
      .map(({ value }) => `${value} `)
      // What stands there already is no completion: the next word is meant.
      .filter(value => value !== piece)
    return [...new Set(found)]
  }

  // The longest end of the line that something begins with, so that as little as possible is taken for something else.
  for (const piece of endsOf(words)) {
    const found = offers(piece, type => (piece ? true : type !== 'zone' && (type !== 'text' || !words)))
    if (found.length > 0) return [unlessShortened(found, piece), piece]
  }
  // Nothing begins so: another name of a place, then whatever is near.
  const placed = last
    ? offers(
        last,
        type => type !== 'text',
        () => true,
      )
    : []
  if (placed.length > 0 && last !== words) return [unlessShortened(placed, last), last]
  const near = words.trim()
    ? [
        ...placed,
        ...offers(
          words,
          type => type === 'text',
          () => true,
        ),
      ]
    : []
  return [unlessShortened(near, words), words]
}

/** All ends of the words that begin with a word, the longest first; the empty one where a space stands last. */
function endsOf(words: string): string[] {
  const starts = [0, ...[...words.matchAll(/\s+/g)].map(({ index, 0: space }) => index + space.length)]
  return starts.map(start => words.slice(start))
}

function begins({ value, label }: Completion, piece: string): boolean {
  const spaced = (text: string) =>
    ` ${fold(text)
      .replace(/[\s/_-]+/g, ' ')
      .trim()}`
  return [value, label].some(each => spaced(each).includes(spaced(piece).trimEnd() || ' '))
}

/**
 * Readline puts what all offers share in the place of the piece, even where that is less than was typed ("A" for
 * "man", by America/Managua and Asia/Manila). With the piece among them it shares nothing more, and is left alone.
 */
function unlessShortened(values: string[], piece: string): string[] {
  const [first = '', ...others] = values
  if (others.length === 0) return values
  let shared = first
  for (const other of others) while (!other.startsWith(shared)) shared = shared.slice(0, -1)
  return piece.startsWith(shared) || fold(shared).includes(fold(piece)) ? values : [piece, ...values]
}
