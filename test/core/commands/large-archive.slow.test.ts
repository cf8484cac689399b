// No answer floods a chat: over 50,000 articles every command answers with two messages at most, and few buttons.
import { beforeAll, describe, expect, it } from 'vitest'
import { partsOf as partsOnDiscord } from '../../../src/adapters/discord/message/render.ts'
import { partsOf as partsOnTelegram } from '../../../src/adapters/telegram/message/render.ts'
import type { Message, Run } from '../../../src/core/message/message.ts'
import { type Chat, caller, choicesOf, createChat, textOf } from '../bundled.ts'
import {
  ANNIVERSARIES,
  ARTICLES,
  EVENTS,
  largeArchive,
  linesOver,
  SUBJECTS,
  subscribeToAll,
} from '../large-archive.ts'

const archive = largeArchive()
let chat: Chat
beforeAll(async () => {
  chat = await createChat('2026-11-21T12:00:00Z', undefined, archive)
  await subscribeToAll(chat)
}, 120_000)

const MAX_MESSAGES = 2
const MAX_CHOICES = 20

const turnOf = (message: Message, label: string): Run | undefined =>
  choicesOf(message).find((choice): choice is Run => choice.type === 'run' && choice.label === label)
const press = (choice: Run | undefined) => {
  if (!choice) throw new Error('there is no such button')
  return chat.bot.answer(choice.call, caller)
}
const countLine = (message: Message) => /(\d+)–(\d+) of (\d+)/.exec(textOf(message))?.slice(1).map(Number)

describe('an answer over 50,000 articles', () => {
  it.each(linesOver(archive))('to %s is at most two messages', async line => {
    const answer = await chat.say(line)
    expect(partsOnTelegram(answer).length).toBeLessThanOrEqual(MAX_MESSAGES)
    expect(partsOnDiscord(answer).length).toBeLessThanOrEqual(MAX_MESSAGES)
    expect(choicesOf(answer).length).toBeLessThanOrEqual(MAX_CHOICES)
    expect(chat.errors).toEqual([])
  })

  it('has something to read and to turn to on every page', async () => {
    await subscribeToAll(chat)
    for (const line of ['/timeline', '/onthisday 2 March', '/upcoming', '/settings', '/sources', '/why']) {
      const first = await chat.say(line)
      const second = await press(turnOf(first, 'Next page') ?? turnOf(first, 'Previous page'))
      expect(textOf(second), line).not.toBe(textOf(first))
      expect(countLine(second), line).toBeDefined()
      expect(partsOnTelegram(second).length, line).toBeLessThanOrEqual(MAX_MESSAGES)
    }
  })

  it('to a question has pages of choices', async () => {
    for (const [line, total] of [
      ['/facts', SUBJECTS],
      ['/unsubscribe', ANNIVERSARIES],
      ['/article', ARTICLES],
    ] as const) {
      const first = await chat.say(line)
      const second = await press(turnOf(first, 'Next page'))
      const calls = (message: Message) =>
        choicesOf(message).flatMap(choice =>
          choice.type === 'run' ? [JSON.stringify(choice.call.args)] : [],
        )
      expect(calls(first).filter(call => calls(second).includes(call))).toEqual([])
      expect(total).toBeGreaterThan(calls(first).length)
    }
  })
})

describe('a long list', () => {
  it('of dates begins with today', async () => {
    const answer = await chat.say('/timeline')
    const [first = 0, , total] = countLine(answer) ?? []
    expect(total).toBe(EVENTS + ARTICLES)
    const before = await press(turnOf(answer, 'Previous page'))
    const dates = (message: Message) => textOf(message).match(/^[^\n:]*\d{4}(?=[:,])/gm) ?? []
    expect(dates(answer)[0]).toMatch(/2026|2027/)
    expect(countLine(before)?.[1]).toBe(first - 1)
  })

  it('of a year begins with the year', async () => {
    const answer = await chat.say('/timeline 1990')
    expect(countLine(answer)?.[0]).toBe(1)
    expect(textOf(answer)).toContain('1990: ')
  })

  it('of a year asked for keeps to it on the next page', async () => {
    const answer = await chat.say('/timeline 1990')
    const next = await press(turnOf(answer, 'Next page'))
    expect(countLine(next)?.[2]).toBe(countLine(answer)?.[2])
    expect(countLine(next)?.[0]).toBe((countLine(answer)?.[1] ?? 0) + 1)
  })

  it('of anniversaries begins with the next one', async () => {
    expect(textOf(await chat.say('/upcoming'))).toMatch(/November 2026/)
  })
})
