// Measures answers to the questions of test/questions, so that each can be read on a phone before its choices.

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderTerminal } from '../../../src/adapters/console/render.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { readQuery } from '../../../src/core/search/query/query.ts'
import { type Chat, caller, createChat } from '../bundled.ts'

/** In UTF-16 units, with the addresses that a terminal shows. */
const MAX_UNITS = { 'one statement': 700, 'several statements': 900 }

let chat: Chat
beforeAll(async () => {
  chat = await createChat()
})

const questionsIn = (language: string): string[] =>
  readFileSync(`test/questions/${language}.jsonl`, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line).question)
    .filter(question => readQuery(question).question !== undefined)

const kindOf = ({ body }: Message): keyof typeof MAX_UNITS =>
  body.some(({ type }) => type === 'list') ? 'several statements' : 'one statement'

describe.each(['en', 'vi', 'km'])('answers in %s', locale => {
  it('have room on a phone, by kind of answer', async () => {
    const tooLong: string[] = []
    const kinds = new Set<string>()
    for (const question of questionsIn(locale)) {
      const { body } = await chat.say(question, { ...caller, locale })
      const kind = kindOf({ body })
      const { length } = renderTerminal({ body }, { width: Infinity, ansi: false })
      kinds.add(kind)
      if (length > MAX_UNITS[kind]) tooLong.push(`${length}: ${question}`)
    }
    expect(tooLong).toEqual([])
    expect([...kinds].sort()).toEqual(Object.keys(MAX_UNITS).sort())
  }, 180_000)
})
