// Reads a typed line as an invocation: a command with its words shared out among its options.
import { parseTime, zoneNamed } from '../calendar/zone.ts'
import type { Command, Option } from '../commands/command.ts'
import type { Invocation } from '../message/message.ts'

/** Words without a command are searched for. `/name@bot` is `/name`; `page:2` gives an option by its name. */
export function readLine(line: string, commands: readonly Command[]): Invocation {
  const typed = line.trim()
  const match = /^\/([^\s@]*)(?:@\S*)?\s*([\s\S]*)$/u.exec(typed)
  if (!match) return { command: 'search', args: { words: typed } }
  const name = (match[1] ?? '').toLowerCase()
  const rest = match[2] ?? ''
  const command = commands.find(each => each.name === name)
  return { command: name, args: command ? shareOut(rest, command.options) : rest ? { words: rest } : {} }
}

function shareOut(rest: string, options: Record<string, Option>): Record<string, string> {
  const args: Record<string, string> = Object.create(null)
  const left: string[] = []
  // "6:30 pm" is one hour, not an hour and a word.
  const hours = Object.values(options).some(({ type }) => type === 'time')
  const words = (hours ? rest.replace(/(\d)\s+([ap]m)\b/gi, '$1$2') : rest).split(/\s+/).filter(Boolean)
  words.forEach((word, index) => {
    const [, key = '', value = ''] = /^([a-z]+):(\S.*)$/iu.exec(word) ?? []
    if (Object.hasOwn(options, key) && args[key] === undefined) args[key] = value
    else {
      const claimed = Object.entries(options).find(
        ([name, option]) => args[name] === undefined && claims(option, word, index === words.length - 1),
      )
      if (claimed) args[claimed[0]] = word
      else left.push(word)
    }
  })
  const taker = Object.entries(options).find(
    ([name, { type }]) => type === 'text' && args[name] === undefined,
  )
  const first = taker ?? Object.entries(options).find(([name]) => args[name] === undefined)
  if (first && left.length > 0) args[first[0]] = left.join(' ')
  // In the order of the options, so that the same call always looks the same.
  return Object.fromEntries(
    Object.keys(options).flatMap(name => (name in args ? [[name, args[name] ?? '']] : [])),
  )
}

function claims(option: Option, word: string, isLast: boolean): boolean {
  switch (option.type) {
    case 'time':
      return parseTime(word) !== undefined || /^\d{1,2}:\d{2}$/.test(word)
    case 'zone':
      // What only looks like a zone is one that is misspelt: it must be asked about, not taken for something else.
      return (
        zoneNamed(word) !== undefined ||
        /^[a-z_]{3,}\/[a-z_/+-]{3,}$/i.test(word) ||
        /^(?:utc|gmt)?[+-]\d/i.test(word)
      )
    case 'choice':
      return isLast && option.values.includes(word.toLowerCase())
    case 'text':
    case 'integer':
      return false
    default:
      return option satisfies never
  }
}
