// Checks that a number picks a choice of the last answer, and that anything else is read by the bot.

import { beforeAll, describe, expect, test } from 'vitest'
import { invocationOf } from '../../../src/adapters/console/invocation.ts'
import { renderTerminal } from '../../../src/adapters/console/render.ts'
import type { Bot } from '../../../src/core/bot/bot.ts'
import { paragraph, run } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { createChat } from '../../core/bundled.ts'

let bot: Bot
beforeAll(async () => {
  bot = (await createChat()).bot
})

const answer: Message = {
  body: [paragraph('Which one?')],
  choices: [
    [run('first', 'article', { name: 'a-1' }), { type: 'open', label: 'Page', url: 'https://example.org/' }],
    [run('second', 'article', { name: 'a-2' })],
  ],
}
const manyChoices: Message = {
  body: [],
  choices: Array.from({ length: 12 }, (_, index) => [run(`${index}`, 'article', { name: `a-${index + 1}` })]),
}

describe('a number', () => {
  test.each([
    ['1', 'a-1'],
    ['2', 'a-2'],
    [' 2 ', 'a-2'],
    ['[2]', 'a-2'],
    ['02', 'a-2'],
  ])('%j picks the choice with that number', (line, name) => {
    expect(invocationOf(line, answer, bot)).toEqual({ command: 'article', args: { name } })
  })

  test('of two digits picks as well', () => {
    expect(invocationOf('12', manyChoices, bot)).toMatchObject({ args: { name: 'a-12' } })
  })

  test('picks the choice beside it on the screen', () => {
    const lines = renderTerminal(answer, { width: 80, ansi: false }).split('\n')
    expect(lines).toContain('[2] second')
    expect(invocationOf('2', answer, bot)).toMatchObject({ args: { name: 'a-2' } })
  })

  test.each(['0', '3', '99'])('%j is not a choice, and is not searched for', line => {
    expect(invocationOf(line, answer, bot)).toEqual({ noChoice: line, last: 2 })
  })

  test.each(['100', '1979', '-1', '1.', '1 2', '१'])('%j is words', line => {
    expect(invocationOf(line, answer, bot)).toEqual(bot.read(line))
  })
})

test.each([
  ['nothing has been said yet', undefined],
  ['the answer has no choices', { body: [] }],
])('a number picks nothing if %s, and a longer one is words', (_, last) => {
  expect(invocationOf('1', last, bot)).toEqual({ noChoice: '1', last: 0 })
  expect(invocationOf('1979', last, bot)).toEqual(bot.read('1979'))
})

test.each(['/summary sggp-2024 long', 'volunteer soldiers', '/nope', '/'])('%j is read by the bot', line => {
  expect(invocationOf(line, answer, bot)).toEqual(bot.read(line))
})

describe('pages', () => {
  const turn = (page: number, turn: 'next' | 'previous') => ({
    ...run(turn, 'search', { words: 'x', page: String(page) }, true),
    turn,
  })
  const first: Message = {
    body: [],
    choices: [[run('read', 'article')], [turn(2, 'next')], [run('other', 'who')]],
  }
  const middle: Message = {
    body: [],
    choices: [[turn(1, 'previous'), turn(3, 'next')], [run('other', 'who')]],
  }
  const last: Message = { body: [], choices: [[turn(2, 'previous')], [run('other', 'who')]] }

  test.each([
    ['the first page', first, '0', '2'],
    ['a page', middle, '0', '3'],
    ['a page', middle, '00', '1'],
    ['the last page', last, '00', '2'],
  ])('turn by the same number on %s', (_, message, typed, page) => {
    expect(invocationOf(typed, message, bot)).toMatchObject({ args: { page } })
    expect(renderTerminal(message, { width: 80, ansi: false })).toContain(`[${typed}]`)
  })

  test('take no number from the other choices', () => {
    expect(invocationOf('2', first, bot)).toMatchObject({ command: 'who' })
    expect(invocationOf('1', middle, bot)).toMatchObject({ command: 'who' })
  })

  test('end: there is none after the last and none before the first', () => {
    expect(invocationOf('0', last, bot)).toEqual({ noPage: 'next' })
    expect(invocationOf('00', first, bot)).toEqual({ noPage: 'previous' })
    expect(invocationOf('00', answer, bot)).toEqual({ noChoice: '00', last: 2 })
  })
})
