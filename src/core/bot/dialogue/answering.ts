// Reads words as the answer to a question of the bot: one of its choices, yes or no, or a value for what it asks.

import { zoneNamed } from '../../calendar/zone.ts'
import type { Command, Option } from '../../commands/command.ts'
import { commandNamed } from '../../commands/traits.ts'
import { readTime } from '../../languages/calendar.ts'
import type { Invocation, Message, Run } from '../../message/message.ts'
import { questionOf } from '../../message/question.ts'
import { isSlipFor } from '../../search/lookup/alike.ts'
import { zonesOf } from '../../search/lookup/zones.ts'
import { asciiDigits } from '../../text/digits.ts'
import { tokens } from '../../text/words.ts'
import { ELSE_KEY } from '../carried.ts'
import type { LastAnswer } from './dialogues.ts'
import { questionIn } from './follow-ups.ts'
import { friendly } from './friendly.ts'
import { type TalkMeaning, talkKeyOf } from './talk-vocabulary.ts'

/** The call of the answer; undefined if the words are none, or may still be one that only its command can read. */
export function callAnswering(
  { question, choices }: LastAnswer,
  { words, meanings }: { words: string; meanings: readonly TalkMeaning[] },
  commands: readonly Command[],
): Invocation | undefined {
  const says = (reply: 'yes' | 'no' | 'doubt') =>
    meanings.some(meaning => meaning.type === 'reply' && meaning.reply === reply)
  const option = optionOf(question, commands)
  if (question && option && readsAs(option, words)) return filled(question, words)
  if (says('no')) return friendly('unchanged', commands)
  if (says('yes')) {
    const confirming = choices.filter(({ cue }) => cue === 'yes')
    const [only, ...others] = confirming.length > 0 ? confirming : choices.filter(({ turn }) => !turn)
    if (only && others.length === 0) return only.call
  }
  // "1" or a word of its label is not yes.
  const free = choices.filter(({ cue }) => cue !== 'yes')
  // "What?" names no choice that happens to have the word.
  const named = says('doubt') ? undefined : choiceNamed(words, free)
  return (choiceCalled(words, choices) ?? choiceNumbered(words, free) ?? named)?.call
}

/**
 * The call of the question with the words for its option. If it asks the same again, the words are read as something new:
 * at once if they are hardly a value, and for an hour or a zone from the second time on.
 */
export function fillWith(
  words: string,
  { question, choices, repeats }: LastAnswer,
  commands: readonly Command[],
): Invocation {
  if (!question) throw new Error('nothing was asked')
  const call = filled(question, words)
  const isShaped = ['time', 'zone', 'integer'].includes(optionOf(question, commands)?.type ?? 'text')
  const narrows =
    choices.some(choice => isAbout(choice, words)) ||
    (repeats === 0 && choices.some(choice => isNear(choice, words)))
  const staysWithQuestion = isShaped ? repeats === 0 && !isQuestion(words) : narrows
  return staysWithQuestion ? call : { ...call, args: { ...call.args, [ELSE_KEY]: words } }
}

/** Whether the answer to the call asks for the same again, and none of its choices is about the words. */
export function isNoAnswer(words: string, { command, args }: Invocation, message: Message): boolean {
  const question = questionOf(message)
  if (question?.call.command !== command || args[question.option ?? ''] === undefined) return false
  return !(message.choices ?? []).flat().some(choice => choice.type === 'run' && isAbout(choice, words))
}

/** The choice with exactly this label. */
export const choiceCalled = (words: string, choices: readonly Run[]): Run | undefined => {
  const wanted = talkKeyOf(words)
  return wanted === '' ? undefined : choices.find(({ label }) => talkKeyOf(label) === wanted)
}

/**
 * The call of a choice with another value, if the last answer offers values of an option and the words are one of them,
 * under any of its names: "khmer" after the languages.
 */
export function valueCalled(
  words: string,
  last: LastAnswer | undefined,
  commands: readonly Command[],
): Invocation | undefined {
  const options = commandNamed(last?.call?.command ?? '', commands)?.options ?? {}
  for (const { call } of last?.choices ?? []) {
    if (call.command !== last?.call?.command) continue
    for (const name of Object.keys(call.args)) {
      const option = Object.hasOwn(options, name) ? options[name] : undefined
      const value = option?.type === 'choice' && !option.isHidden ? option.read?.(words.trim()) : undefined
      if (value !== undefined) return { ...call, args: { ...call.args, [name]: value } }
    }
  }
  return undefined
}

/** The only choice that has all of the words. */
function choiceNamed(words: string, choices: readonly Run[]): Run | undefined {
  const [only, ...others] = choices.filter(choice => !choice.turn && isAbout(choice, words))
  return others.length === 0 ? only : undefined
}

function choiceNumbered(words: string, choices: readonly Run[]): Run | undefined {
  const [, number] = /^\s*[[(]?(\d{1,2})[\])]?\s*$/.exec(asciiDigits(words)) ?? []
  return number === undefined ? undefined : choices[Number(number) - 1]
}

function isAbout({ label, about = '' }: Run, words: string): boolean {
  const typed = tokens(words)
  const named = new Set(tokens(`${label} ${about}`).map(({ word }) => word))
  return typed.some(({ word }) => word.length > 1) && typed.every(({ word }) => named.has(word))
}

/** Whether the word, which is typed alone, is a slip for one of the choice's own, or for how one begins: "vvo". */
function isNear({ label, about = '' }: Run, words: string): boolean {
  const [typed, ...others] = tokens(words)
  if (!typed || typed.word.length < MIN_NEAR_UNITS || others.length > 0 || isQuestion(words)) return false
  return tokens(`${label} ${about}`).some(
    ({ word }) => isSlipFor(typed.word, word) || isSlipFor(typed.word, word.slice(0, typed.word.length)),
  )
}

const MIN_NEAR_UNITS = 3

const filled = ({ call, option }: { call: Invocation; option?: string }, words: string): Invocation => ({
  ...call,
  args: { ...call.args, ...(option !== undefined && { [option]: words }) },
})

function optionOf(question: LastAnswer['question'], commands: readonly Command[]): Option | undefined {
  const options = question && commandNamed(question.call.command, commands)?.options
  const name = question?.option ?? ''
  return options && Object.hasOwn(options, name) ? options[name] : undefined
}

/** Whether the words are surely a value of the option. */
function readsAs(option: Option, words: string): boolean {
  switch (option.type) {
    case 'time':
      return readTime(words) !== undefined
    case 'zone':
      return zoneNamed(words) !== undefined || zonesOf(words.trim()).length > 0
    case 'integer':
      return /^\d{1,6}$/.test(asciiDigits(words.trim()))
    case 'choice':
      return option.values.includes(words.trim()) || option.read?.(words) !== undefined
    case 'text':
    case 'role':
    case 'publish':
    case 'place':
      return false
    default:
      return option satisfies never
  }
}

const isQuestion = (words: string): boolean => /[?？]\s*$/.test(words) || questionIn(words) !== undefined
