// Reads talk as a call, with the last answer in mind: its next page, its source, the same in another language.

import type { Command } from '../../commands/command.ts'
import { callToShow, changesSomething, commandNamed, plainWordsCall } from '../../commands/traits.ts'
import type { ReplyKind } from '../../languages/talk-words.ts'
import type { Cue, Invocation, PageTurn } from '../../message/message.ts'
import { type Question, readQuestion } from '../../search/question/question.ts'
import { tokens } from '../../text/words.ts'
import { carrying } from '../carried.ts'
import { isAwaiting, type LastAnswer } from './dialogues.ts'
import { friendly } from './friendly.ts'
import type { TalkMeaning } from './talk-vocabulary.ts'

export interface Scene {
  last: LastAnswer | undefined
  commands: readonly Command[]
}

/** The call of the first meaning that makes sense here; undefined if there is none at all. */
export function followUp(meanings: readonly TalkMeaning[], scene: Scene): Invocation | undefined {
  for (const meaning of meanings) {
    const call = callOf(meaning, scene)
    if (call) return call
  }
  const reply = meanings.find(({ type }) => type === 'reply')
  if (reply?.type !== 'reply') return undefined
  // Only after an answer can there be no more of it.
  const isTurn = ['next', 'previous', 'more'].includes(reply.reply) && scene.last?.call
  return friendly(isTurn ? 'no-more' : 'unclear', scene.commands)
}

function callOf(meaning: TalkMeaning, { last, commands }: Scene): Invocation | undefined {
  switch (meaning.type) {
    case 'reply':
      return last && callOfReply(meaning.reply, last, commands)
    case 'command':
      return commandNamed(meaning.name, commands) && { command: meaning.name, args: {} }
    case 'small talk':
      return friendly(meaning.kind, commands)
    case 'sorrow':
    case 'loss':
      return friendly(meaning.type, commands)
    case 'language': {
      const call = last && repeatable(last.call, commands)
      return call
        ? carrying({ language: meaning.language }, call)
        : { command: 'language', args: { language: meaning.language } }
    }
    default:
      return meaning satisfies never
  }
}

function callOfReply(
  reply: ReplyKind,
  last: LastAnswer,
  commands: readonly Command[],
): Invocation | undefined {
  const { call, question, choices, hasSources, earlier } = last
  const cued = (cue: Cue) => choices.find(choice => choice.cue === cue)?.call
  const turned = (turn: PageTurn) => choices.find(choice => choice.turn === turn)?.call
  switch (reply) {
    case 'next':
      // On the last page, "next" is not the next day that the archive remembers.
      return turned('next') ?? cued('more') ?? (turned('previous') && friendly('no-more', commands))
    case 'more':
      return cued('more') ?? turned('next')
    case 'previous':
      return turned('previous') ?? earlier.findLast(each => !changesSomething(each, commands))
    case 'source': {
      const same = hasSources ? repeatable(call, commands) : undefined
      return same && carrying({ part: 'sources' }, same)
    }
    case 'doubt': {
      const same = repeatable(call, commands)
      // A call that asks has changed nothing yet.
      if (isAwaiting(last)) return call ?? question?.call
      return hasSources && same ? carrying({ part: 'sources' }, same) : undefined
    }
    case 'yes':
    case 'no':
      return undefined
    default:
      return reply satisfies never
  }
}

/** The call that shows the last answer again without changing anything. */
const repeatable = (call: Invocation | undefined, commands: readonly Command[]): Invocation | undefined =>
  call && commandNamed(call.command, commands) ? callToShow(call, commands) : undefined

const ellipticKinds: readonly string[] = ['when', 'who', 'how many', 'how long', 'where', 'why']
/** Longer questions are whole ones. */
const MAX_ELLIPTIC_WORDS = 4

/** "Why?" after an answer to words: the same question, asked for something else. Undefined for all other words. */
export function askedAgain(words: string, { last, commands }: Scene): Invocation | undefined {
  const typed = tokens(words).length
  const before = last?.call && plainWordsIn(last.call, commands)
  if (before === undefined || typed === 0 || typed > MAX_ELLIPTIC_WORDS) return undefined
  const whole = `${words.replace(/[\s?？។.!]+$/, '')} ${withoutAsking(before)}`
  const question = questionIn(whole)
  const asking = new Set(question?.askingWords)
  const onlyAsks = Array.from({ length: typed }, (_, at) => at).every(at => asking.has(at))
  return question && onlyAsks && ellipticKinds.includes(question.kind)
    ? plainWordsCall(whole, commands)
    : undefined
}

/** The question or key words of a call. */
function plainWordsIn({ command, args }: Invocation, commands: readonly Command[]): string | undefined {
  const { plainWords, options = {} } = commandNamed(command, commands) ?? {}
  return args[plainWords ?? (Object.hasOwn(options, 'question') ? 'question' : '')]
}

/** The words without those that only ask. */
function withoutAsking(text: string): string {
  const words = tokens(text)
  const asking = (questionIn(text)?.askingWords ?? []).flatMap(at => words[at] ?? [])
  return asking
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
    .trim()
}

/** The question in plain words; undefined if they are key words. */
export const questionIn = (text: string): Question | undefined =>
  readQuestion(
    text,
    tokens(text).map(word => ({ ...word, isQuoted: false })),
  )
