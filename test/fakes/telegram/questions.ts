// Tracks presses of buttons and inline queries: each must be answered once.

import { decline } from './refusal.ts'
import type { Method } from './sending.ts'
import type { Parameters } from './specification.ts'

export interface Question {
  id: string
  /** Who asked what, for the list of unanswered questions. */
  description: string
  /** The parameters of the bot's answer. */
  answer: Promise<Parameters>
  /** Makes it too old to be answered. */
  expire(): void
}

export interface Questions {
  methods: Record<string, Method>
  ask(kind: 'press' | 'query', id: string, description: string): Question
  /** What the bot has not answered yet, without the expired ones. */
  unanswered(kind: 'press' | 'query'): string[]
}

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

export function createQuestions(): Questions {
  const open = {
    press: new Map<string, { description: string; settle(parameters: Parameters): void }>(),
    query: new Map<string, { description: string; settle(parameters: Parameters): void }>(),
  }
  const settle = (kind: keyof typeof open, id: string, parameters: Parameters) => {
    const question = open[kind].get(id)
    if (!question) decline(TOO_OLD)
    open[kind].delete(id)
    question.settle(parameters)
    return true
  }
  return {
    methods: {
      answerCallbackQuery: parameters => settle('press', parameters.callback_query_id, parameters),
      answerInlineQuery: parameters => settle('query', parameters.inline_query_id, parameters),
    },
    ask(kind, id, description) {
      const { promise, resolve } = Promise.withResolvers<Parameters>()
      open[kind].set(id, { description, settle: resolve })
      return { id, description, answer: promise, expire: () => void open[kind].delete(id) }
    },
    unanswered: kind => [...open[kind].values()].map(({ description }) => description),
  }
}
