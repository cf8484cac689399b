// Checks that a number picks a choice of the last answer, and that anything else is read by the bot.

import { beforeAll, describe, expect, test } from 'vitest'
import { invocationOf } from '../../../src/adapters/console/invocation.ts'
import { renderTerminal } from '../../../src/adapters/console/render.ts'
import type { Bot } from '../../../src/core/bot/bot.ts'
import { paragraph, run } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { caller, createChat } from '../../core/bundled.ts'

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
    ['២', 'a-2'],
    ['２', 'a-2'],
  ])('%j picks the choice with that number', async (line, name) => {
    expect(await invocationOf(line, answer, { bot, caller })).toEqual({ command: 'article', args: { name } })
  })

  test('of two digits picks as well', async () => {
    expect(await invocationOf('12', manyChoices, { bot, caller })).toMatchObject({ args: { name: 'a-12' } })
  })

  test('picks the choice beside it on the screen', async () => {
    const lines = renderTerminal(answer, { width: 80, ansi: false }).split('\n')
    expect(lines).toContain('[2] second')
    expect(await invocationOf('2', answer, { bot, caller })).toMatchObject({ args: { name: 'a-2' } })
  })

  test.each(['0', '3', '99'])('%j is not a choice, and is not searched for', async line => {
    expect(await invocationOf(line, answer, { bot, caller })).toEqual({ noChoice: line, last: 2 })
  })

  test.each(['100', '1979', '-1', '1.', '1 2', '१'])('%j is words', async line => {
    expect(await invocationOf(line, answer, { bot, caller })).toEqual(bot.read(line))
  })
})

test.each([
  ['nothing has been said yet', undefined],
  ['the answer has no choices', { body: [] }],
])('a number picks nothing if %s, and a longer one is words', async (_, last) => {
  expect(await invocationOf('1', last, { bot, caller })).toEqual({ noChoice: '1', last: 0 })
  expect(await invocationOf('1979', last, { bot, caller })).toEqual(bot.read('1979'))
})

test.each(['/summary sggp-2024 long', 'volunteer soldiers', '/nope', '/'])(
  '%j is read by the bot',
  async line => {
    expect(await invocationOf(line, answer, { bot, caller })).toEqual(bot.read(line))
  },
)

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
  ])('turn by the same number on %s', async (_, message, typed, page) => {
    expect(await invocationOf(typed, message, { bot, caller })).toMatchObject({ args: { page } })
    expect(renderTerminal(message, { width: 80, ansi: false })).toContain(`[${typed}]`)
  })

  test('take no number from the other choices', async () => {
    expect(await invocationOf('2', first, { bot, caller })).toMatchObject({ command: 'who' })
    expect(await invocationOf('1', middle, { bot, caller })).toMatchObject({ command: 'who' })
  })

  test('end: there is none after the last and none before the first', async () => {
    expect(await invocationOf('0', last, { bot, caller })).toEqual({ noPage: 'next' })
    expect(await invocationOf('00', first, { bot, caller })).toEqual({ noPage: 'previous' })
    expect(await invocationOf('00', answer, { bot, caller })).toEqual({ noChoice: '00', last: 2 })
  })
})
