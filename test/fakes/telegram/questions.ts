// Keeps presses of buttons and inline queries: each is to be answered once.

import { decline } from './refusal.ts'
import type { Method } from './sending.ts'
import type { Parameters } from './specification.ts'

export interface Question {
  id: string
  /** Who asked what, for the list of what is unanswered. */
  words: string
  /** The parameters of the bot's answer. */
  answer: Promise<Parameters>
  /** From now on it is too old to be answered. */
  expire(): void
}

export interface Questions {
  methods: Record<string, Method>
  ask(kind: 'press' | 'query', id: string, words: string): Question
  /** What the bot owes an answer; expired ones are not owed. */
  unanswered(kind: 'press' | 'query'): string[]
}

const tooOld = 'query is too old and response timeout expired or query ID is invalid'

export function createQuestions(): Questions {
  const open = {
    press: new Map<string, { words: string; settle(parameters: Parameters): void }>(),
    query: new Map<string, { words: string; settle(parameters: Parameters): void }>(),
  }
  const settle = (kind: keyof typeof open, id: string, parameters: Parameters) => {
    const question = open[kind].get(id)
    if (!question) decline(tooOld)
    open[kind].delete(id)
    question.settle(parameters)
    return true
  }
  return {
    methods: {
      answerCallbackQuery: parameters => settle('press', parameters.callback_query_id, parameters),
      answerInlineQuery: parameters => settle('query', parameters.inline_query_id, parameters),
    },
    ask(kind, id, words) {
      const { promise, resolve } = Promise.withResolvers<Parameters>()
      open[kind].set(id, { words, settle: resolve })
      return { id, words, answer: promise, expire: () => void open[kind].delete(id) }
    },
    unanswered: kind => [...open[kind].values()].map(({ words }) => words),
  }
}
