// The terminal's form of the command list: completion of commands and of their arguments.
import type { Bot } from '../../core/bot.ts'
import type { Caller } from '../../core/ports.ts'

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
  const words = typed[2] ?? ''
  const last = words.split(/\s+/).at(-1) ?? ''
  const found = Object.entries(command.options).flatMap(([option, { type }]) => {
    const piece = type === 'text' ? words : last
    return bot
      .complete({ command: command.name, option, typed: piece }, caller)
      .map(({ value }) => ({ value: `${value} `, piece }))
  })
  // Only what completes the same piece can be offered together; the longer piece is the likelier meant.
  const piece = found.some(each => each.piece === words) ? words : last
  return [found.filter(each => each.piece === piece).map(each => each.value), piece]
}
