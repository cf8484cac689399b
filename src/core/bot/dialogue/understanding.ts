// Decides what words mean after the last answer: an answer to its question, talk, a follow-up, or something new.

import type { Command } from '../../commands/command.ts'
import type { Corpus } from '../../corpus/model.ts'
import type { Invocation } from '../../message/message.ts'
import type { Press } from '../../message/press.ts'
import { isNameIn } from '../../search/lookup/names.ts'
import { readLine } from '../line.ts'
import { callAnswering, choiceCalled, fillWith, valueCalled } from './answering.ts'
import { asksSame, isAwaiting, type LastAnswer } from './dialogues.ts'
import { askedAgain, followUp, type Scene } from './follow-ups.ts'
import { talkIn } from './talk.ts'
import type { TalkMeaning } from './talk-vocabulary.ts'

/** Words that are meant for the bot, and the question that they reply to, if they do. */
export interface Said {
  words: string
  repliesTo?: Press | undefined
  /** The words were said to the bot; if not, they only reply to its question, and may still be meant for people. */
  isAddressed: boolean
  last: LastAnswer | undefined
}

/** Reads a line without looking at what was said before: talk has its commands, and a name of the archive is none. */
export function readAlone(line: string, commands: readonly Command[], corpus: Corpus): Invocation {
  return followUp(talkOf(line, corpus), { last: undefined, commands }) ?? readLine(line, commands)
}

/** Undefined if the words are not meant for the bot after all. */
export function understand(said: Said, commands: readonly Command[], corpus: Corpus): Invocation | undefined {
  const { words, last, isAddressed } = said
  if (words.trim().startsWith('/')) return readLine(words, commands)
  const meanings = talkOf(words, corpus)
  const pending = pendingFor(said)
  const scene: Scene = { last, commands }
  const answer = pending && callAnswering(pending, { words, meanings }, commands)
  if (answer) return answer
  const isForPeople =
    !pending?.question ||
    meanings.some(({ type }) => type === 'small talk' || type === 'sorrow' || type === 'loss')
  if (!isAddressed && isForPeople) return undefined
  // The words on a button mean that button, whatever else they may mean.
  const talk = isAddressed
    ? (choiceCalled(words, last?.choices ?? [])?.call ??
      valueCalled(words, last, commands) ??
      followUp(meanings, scene))
    : undefined
  if (talk) return talk
  if (pending?.question) return fillWith(words, pending, commands)
  return askedAgain(words, scene) ?? readLine(words, commands)
}

/** The question that awaits an answer: the one that the words reply to, or else the last one. */
function pendingFor({ repliesTo, last }: Said): LastAnswer | undefined {
  const unknown = { repeats: 0, hasSources: false, earlier: [] }
  if (repliesTo && repliesTo.option === undefined)
    return { ...unknown, choices: [{ type: 'run', label: '', call: repliesTo.call, cue: 'yes' }] }
  const isSame = repliesTo && last?.question && asksSame(repliesTo, last.question)
  if (repliesTo && !isSame) return { ...unknown, question: repliesTo, choices: [] }
  return last && isAwaiting(last) ? last : undefined
}

function talkOf(words: string, corpus: Corpus): TalkMeaning[] {
  const meanings = words.trim().startsWith('/') ? [] : talkIn(words)
  return meanings.length > 0 && isNameIn(words, corpus) ? [] : meanings
}
