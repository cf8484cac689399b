// Checks that an answer offers only what whoever sees it may use.

import { beforeEach, describe, expect, it } from 'vitest'
import type { Caller, ChatKind } from '../../../src/core/ports.ts'
import { type Chat, caller, callsOf, choicesOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
let requests = 0
beforeEach(async () => {
  chat = await createChat('2026-11-21T12:00:00Z')
  requests = 0
})

const personIn = (kind: ChatKind, isAdmin: boolean): Caller => ({
  ...caller,
  kind,
  isAdmin() {
    requests++
    return isAdmin
  },
})
describe('in a server, where people see their own answers alone', () => {
  it.each(['/settings', '/language', '/privacy', '/upcoming', '/why'])(
    '%s offers a member nothing that is for admins',
    async line => {
      await chat.say('/subscribe')
      const ofAdmin = callsOf(await chat.say(line, personIn('server', true)))
      const ofMember = await chat.say(line, personIn('server', false))
      for (const choice of choicesOf(ofMember)) {
        if (choice.type !== 'run') continue
        const answer = textOf(await chat.bot.answer(choice.call, personIn('server', false)))
        expect(answer).not.toContain('Only the admins')
      }
      expect(ofAdmin).toEqual(expect.arrayContaining(callsOf(ofMember)))
    },
  )

  it('a member may open a subscription, and an admin may change it', async () => {
    await chat.say('/subscribe')
    const [ofMember, ofAdmin] = await Promise.all(
      [false, true].map(async isAdmin => callsOf(await chat.say('/settings', personIn('server', isAdmin)))),
    )
    expect(ofMember).toEqual(['/settings january-7'])
    expect(ofAdmin?.length).toBeGreaterThan(2)
  })

  it('a member is told the language, and not asked for another', async () => {
    expect(textOf(await chat.say('/language', personIn('server', false)))).not.toContain('?')
    expect(textOf(await chat.say('/language', personIn('server', true)))).toContain(
      'Which one would you like?',
    )
  })
})

it('an answer that everybody in a server sees offers what an admin may press', async () => {
  const asked = { ...personIn('server', false), isPublic: true } as const
  expect(callsOf(await chat.say('/settings', asked))).toEqual(
    callsOf(await chat.say('/settings', personIn('server', true))),
  )
})

describe('in a group, where everybody sees the answer and an admin may press', () => {
  it.each(['/settings', '/language', '/privacy'])(
    '%s offers the same whoever asked, and asks nobody',
    async line => {
      await chat.say('/subscribe')
      const ofMember = callsOf(await chat.say(line, personIn('group', false)))
      expect(ofMember).toEqual(callsOf(await chat.say(line, personIn('group', true))))
      expect(requests).toBe(0)
    },
  )
})
