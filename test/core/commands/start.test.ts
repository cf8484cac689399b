// Checks that /start and /help say what is true in each kind of place.

import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/core/languages/language.ts'
import type { ChatKind } from '../../../src/core/ports.ts'
import { caller, createChat, textOf } from '../bundled.ts'

const chat = await createChat()
const said = async (line: string, kind: ChatKind, locale = 'en') =>
  textOf(await chat.say(line, { ...caller, kind, locale }))

describe.each<[kind: ChatKind, start: RegExp, help: RegExp]>([
  ['private', /Just write what you are looking for/, /You can just ask, or write a few words/],
  [
    'group',
    /begin a message with my @name\. Admins can use \/subscribe/,
    /Begin a message with my @name to ask/,
  ],
  [
    'topic',
    /begin a message with my @name\. Admins can use \/subscribe/,
    /Begin a message with my @name to ask/,
  ],
  ['channel', /posts an anniversary in this channel/, /only commands/],
  ['guest', /Type \/ and pick a command\. In a server that has me/, /In direct messages to me/],
  ['server', /Type \/ and pick a command\. Admins can use \/subscribe/, /In direct messages to me/],
])('in the kind of place called %s', (kind, start, help) => {
  it('say how to ask there', async () => {
    expect(await said('/start', kind)).toMatch(start)
    expect(await said('/help', kind)).toMatch(help)
  })

  it.each(languages)('name /subscribe in %s', async language => {
    expect(await said('/start', kind, language)).toContain('/subscribe')
  })
})

it('in a terminal, they are as they always were', async () => {
  expect(await said('/start', 'terminal')).toContain('In a private chat you can also just write')
})
