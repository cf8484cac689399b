// Checks which messages the bot takes as meant for it, by where they are written.

import { describe, expect, it } from 'vitest'
import { hear } from '../../../src/core/bot/hearing.ts'
import { commands } from '../../../src/core/commands/list.ts'
import { ask, paragraph, run } from '../../../src/core/message/build.ts'
import type { Press } from '../../../src/core/message/press.ts'
import { questionOf } from '../../../src/core/message/question.ts'
import type { ChatKind } from '../../../src/core/ports.ts'

const name = 'daybook_bot'
/** The call of a command; the words that were said to the bot; `reply` with words that only answer its question. */
const heard = (words: string, kind: ChatKind, question?: Press) => {
  const hearing = hear({ words, name, question }, kind, commands)
  if (!hearing || 'call' in hearing) return hearing?.call
  return hearing.isAddressed ? hearing.words : { reply: hearing.words }
}

const shared = ['group', 'topic', 'server'] as const
const everywhere = ['private', 'channel', ...shared] as const

describe('a command', () => {
  it.each(everywhere)('is for the bot in a %s if the bot knows it or is named', kind => {
    expect(heard('/who Hun Sen', kind)).toEqual({ command: 'who', args: { name: 'Hun Sen' } })
    expect(heard(' /WHO@Daybook_Bot Hun Sen', kind)).toEqual({ command: 'who', args: { name: 'Hun Sen' } })
    expect(heard('/nothing@daybook_bot', kind)).toEqual({ command: 'nothing', args: {} })
  })

  it.each(everywhere)('is not for the bot in a %s if it names another', kind => {
    expect(heard('/who@other_bot Hun Sen', kind)).toBeUndefined()
  })

  it('that nobody knows may be another bot’s, except in private', () => {
    expect(heard('/nothing', 'private')).toEqual({ command: 'nothing', args: {} })
    for (const kind of [...shared, 'channel'] as const) expect(heard('/nothing', kind)).toBeUndefined()
  })

  it('is read as such even in reply to a question', () => {
    const question: Press = { call: { command: 'who', args: {} }, mode: 'ask', option: 'name' }
    expect(heard('/upcoming', 'group', question)).toEqual({ command: 'upcoming', args: {} })
  })
})

describe('words without a command', () => {
  it('are for the bot in private, whatever they are', () => {
    expect(heard('Pol Pot', 'private')).toBe('Pol Pot')
    expect(heard('and who is @daybook_bot?', 'private')).toBe('and who is @daybook_bot?')
    expect(heard('@daybook_bot Pol Pot', 'private')).toBe('Pol Pot')
  })

  it.each([
    ['@daybook_bot Pol Pot', 'Pol Pot'],
    ['@Daybook_Bot, Pol Pot', 'Pol Pot'],
    ['@daybook_bot: Pol Pot', 'Pol Pot'],
    ['@daybook_bot\nPol Pot', 'Pol Pot'],
    ['  @daybook_bot who is Pol Pot?', 'who is Pol Pot?'],
    ['@daybook_bot "Pol Pot" -1979', '"Pol Pot" -1979'],
    ['@daybook_bot៖ ប៉ុល ពត', 'ប៉ុល ពត'],
    ['@daybook_bot', ''],
  ])('are for the bot among others if they begin with its name: %j', (line, words) => {
    for (const kind of shared) expect(heard(line, kind)).toBe(words)
    expect(heard(line, 'channel')).toBeUndefined()
  })

  it('may be a command after the name, which is read later', () => {
    expect(heard('@daybook_bot /upcoming', 'group')).toBe('/upcoming')
  })

  it.each([
    'Pol Pot',
    'thank you @daybook_bot',
    'I asked @daybook_bot about it yesterday',
    '@daybook_bot’s answer was long',
    "@daybook_bot's answer was long",
    '@daybook_bot_dev Pol Pot',
    '@daybook_botany Pol Pot',
    '@other_bot Pol Pot',
    '@@daybook_bot Pol Pot',
    'daybook_bot Pol Pot',
    'see /upcoming',
    '',
  ])('are not for the bot otherwise: %j', line => {
    for (const kind of [...shared, 'channel'] as const) expect(heard(line, kind)).toBeUndefined()
  })
})

describe('a reply to a question', () => {
  const question = questionOf({
    body: [paragraph('In which time zone?')],
    choices: [
      [run('UTC', 'settings', { zone: 'UTC' })],
      [ask('Write', 'settings', 'zone', { anniversary: 'x' })],
    ],
  })

  it.each(shared)('is for the bot in a %s, even without its name', kind => {
    expect(heard('Hanoi', kind, question)).toEqual({ reply: 'Hanoi' })
    expect(heard('@daybook_bot Hanoi', kind, question)).toBe('Hanoi')
  })

  it('is not read in a channel, where nobody replies', () => {
    expect(heard('Hanoi', 'channel', question)).toBeUndefined()
  })

  it('has something to fill only if the message asks for exactly one thing', () => {
    const body = [paragraph('?')]
    const one = ask('Write', 'search', 'words')
    expect(questionOf({ body, choices: [[one]] })).toMatchObject({ option: 'words' })
    expect(questionOf({ body, choices: [[one], [one]] })).toBeUndefined()
    expect(questionOf({ body, choices: [[run('Help', 'help')]] })).toBeUndefined()
    expect(questionOf({ body, choices: [[{ ...one, picks: 'role' } as never]] })).toBeUndefined()
    expect(questionOf({ body })).toBeUndefined()
  })
})
