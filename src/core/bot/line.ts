// Reads a typed line as a call: finds its command and assigns its words to the command's options.

import { zoneNamed } from '../calendar/zone.ts'
import type { Command, Option } from '../commands/command.ts'
import { commandNamed, plainWordsCall } from '../commands/traits.ts'

import { readTime } from '../languages/calendar.ts'
import type { Invocation } from '../message/message.ts'
import { fold } from '../text/fold.ts'

/** Carries words that no option takes, unless the command has an option with this name. */
export const WORDS_KEY = 'words'

/** A line without a command is a search. `/name@bot` means `/name`; `page:2` gives an option by its name. */
export function readLine(line: string, commands: readonly Command[]): Invocation {
  const typed = line.trim()
  const match = /^\/([^\s@]*)(?:@\S*)?\s*([\s\S]*)$/u.exec(typed)
  if (!match) return plainWordsCall(typed, commands)
  const name = (match[1] ?? '').toLowerCase()
  const rest = match[2] ?? ''
  const command = commandNamed(name, commands)
  return {
    command: name,
    args: command ? shareOut(rest, command.options) : rest ? { [WORDS_KEY]: rest } : {},
  }
}

function shareOut(rest: string, options: Record<string, Option>): Record<string, string> {
  const args: Record<string, string> = Object.create(null)
  const unclaimed: string[] = []
  const isMissing = (name: string) => args[name] === undefined
  const takesTime = Object.values(options).some(({ type }) => type === 'time')
  const words = choiceAsOne(takesTime ? wordsAndHour(rest) : wordsIn(rest), Object.values(options))
  for (const [at, word] of words.entries()) {
    const [, key = '', value = ''] = /^([a-z]+):(\S.*)$/iu.exec(word) ?? []
    if (Object.hasOwn(options, key) && isMissing(key)) {
      args[key] = value
      continue
    }
    const isLast = at === words.length - 1
    const claim = Object.entries(options).find(
      ([name, option]) => isMissing(name) && claims(option, word, isLast),
    )
    if (claim) args[claim[0]] = word
    else unclaimed.push(word)
  }
  const missing = Object.keys(options).filter(isMissing)
  const taker =
    missing.find(name => options[name]?.type === 'text' && !options[name]?.isHidden) ??
    // A hidden option is named: nobody who types words means it.
    missing.find(name => options[name]?.type !== 'integer' && !options[name]?.isHidden)
  // Words that no option takes go along, so that the answer can say that they were left out.
  if (unclaimed.length > 0) args[taker ?? WORDS_KEY] = unclaimed.join(' ')
  // In the order of the options, so that the same call always looks the same.
  return Object.fromEntries(
    [...Object.keys(options), WORDS_KEY].flatMap(name => (name in args ? [[name, args[name] ?? '']] : [])),
  )
}

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean)

/** The longest hour that people say: "at a quarter past 7 in the evening". */
const MAX_HOUR_WORDS = 8

/** The words of a text, with an hour of several words as one: "7 giờ tối". */
function wordsAndHour(text: string): string[] {
  const words = wordsIn(text)
  for (let length = Math.min(MAX_HOUR_WORDS, words.length); length > 1; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const hour = words.slice(from, from + length).join(' ')
      if (readTime(hour.replace(/^time:(?=\S)/i, '')) !== undefined)
        return words.toSpliced(from, length, hour)
    }
  return words
}

/** The words, with a choice of several words at the end as one: "tiếng Việt". */
function choiceAsOne(words: string[], options: readonly Option[]): string[] {
  const choices = options.filter(({ type }) => type === 'choice')
  for (let length = Math.min(MAX_CHOICE_WORDS, words.length); length > 1; length--) {
    const tail = words.slice(-length).join(' ')
    if (choices.some(option => claims(option, tail, true))) return words.toSpliced(-length, length, tail)
  }
  return words
}

const MAX_CHOICE_WORDS = 4

function claims(option: Option, word: string, isLast: boolean): boolean {
  switch (option.type) {
    case 'time':
      // 2027 is more likely a year than 20:27.
      return (readTime(word) !== undefined && !/^(?:19|20)\d\d$/.test(word)) || /^\d{1,2}:\d{2}$/.test(word)
    case 'zone':
      // A word that only resembles a zone is a misspelt one. Ask about it rather than take it for something else.
      return (
        zoneNamed(word) !== undefined ||
        /^[a-z_]{3,}\/[a-z_/+-]{3,}$/i.test(word) ||
        /^(?:utc|gmt)?[+-]\d/i.test(word)
      )
    case 'choice':
      return isLast && (option.values.includes(fold(word)) || option.read?.(word) !== undefined)
    case 'text':
    case 'integer':
    case 'role':
    case 'publish':
    case 'place':
      return false
    default:
      return option satisfies never
  }
}
