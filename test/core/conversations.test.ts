// Holds a conversation with the bundled archive in each language, line by line, against rules for each answer.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/core/message/message.ts'
import type { Caller } from '../../src/core/ports.ts'
import { caller, choicesOf, createChat, textOf } from './bundled.ts'

interface Line {
  typed: string
  /** Regular expressions for the answer and the labels of its choices. */
  has: string[]
  lacks: string[]
  maxUnits: number
}

const FOLDER = 'test/conversations'
/** As many lines as a conversation has at least. */
const MIN_LINES = 30

const conversations = readdirSync(FOLDER).map(file => ({
  language: file.replace(/\.md$/, ''),
  lines: linesIn(readFileSync(`${FOLDER}/${file}`, 'utf8')),
}))

function linesIn(text: string): Line[] {
  const lines: Line[] = []
  for (const written of text.split('\n')) {
    const [, sign, rest = ''] = /^([>+=-]) (.*)$/.exec(written) ?? []
    const last = lines.at(-1)
    if (sign === '>') lines.push({ typed: rest, has: [], lacks: [], maxUnits: Infinity })
    else if (sign === '+') last?.has.push(rest)
    else if (sign === '-') last?.lacks.push(rest)
    else if (sign === '=' && last) last.maxUnits = Number(rest)
  }
  return lines
}

const wholeOf = (message: Message) =>
  [textOf(message), ...choicesOf(message).map(({ label }) => label)].join('\n')

describe.each(conversations)('a conversation in $language', async ({ language, lines }) => {
  const chat = await createChat()
  const you: Caller = { ...caller, locale: language }

  it('is long enough, and has a rule for each line', () => {
    expect(lines.length).toBeGreaterThanOrEqual(MIN_LINES)
    expect(lines.filter(({ has, lacks }) => has.length + lacks.length === 0)).toEqual([])
  })

  it.each(lines)('$typed', async ({ typed, has, lacks, maxUnits }) => {
    const call = await chat.bot.hear({ words: typed, name: 'daybook_bot' }, you)
    if (!call) throw new Error('not heard')
    const answer = await chat.bot.answer(call, you)
    const whole = wholeOf(answer)
    for (const rule of has) expect(whole).toMatch(new RegExp(rule, 'mu'))
    for (const rule of lacks) expect(whole).not.toMatch(new RegExp(rule, 'mu'))
    expect(textOf(answer).length).toBeLessThanOrEqual(maxUnits)
    expect(chat.errors).toEqual([])
  })
})
