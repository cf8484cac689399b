// Checks that every question of a command can be answered by typing, and that the answer fills the option it asks for.

import { beforeAll, describe, expect, it } from 'vitest'
import { questionOf } from '../../../src/core/message/question.ts'
import { type Chat, caller, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeAll(async () => {
  chat = await createChat()
})

/** Says the line, and answers the question that comes back as somebody would who replies to it. */
async function reply(line: string, words: string) {
  const question = questionOf(await chat.say(line))
  const call = await chat.bot.hear({ words, name: 'daybook_bot', question }, { ...caller, kind: 'group' })
  return { question, answer: call && textOf(await chat.bot.answer(call, caller)) }
}

describe('a question', () => {
  it.each([
    ['/search', 'words', 'Pol Pot', /for “Pol Pot”/],
    ['/summary', 'article', 'sggp', /Hanoi ceremony/],
    ['/summary length:long', 'article', 'sggp', /Hanoi ceremony/],
    ['/article', 'name', 'sggp', /Hanoi ceremony/],
    ['/facts', 'subject', 'xyzzy', /xyzzy/],
    ['/facts xyzzy', 'subject', 'deaths', /./],
    ['/who', 'name', 'Hun Sen', /^Hun Sen/],
    ['/who xyzzy', 'name', 'Hun Sen', /^Hun Sen/],
    ['/onthisday someday', 'date', '7 January', /7 January/],
    ['/timeline someday', 'from', '1979', /1979/],
    ['/preview someday', 'anniversary', 'january-7', /7 January/],
    ['/subscribe someday', 'anniversary', 'january-7', /(Subscribed|Changed for|Already)/],
    ['/subscribe 99:99', 'time', '07:00', /(Subscribed|Changed for|Already)/],
    ['/subscribe Canada', 'zone', 'America/Toronto', /(Subscribed|Changed for|Already)/],
    ['/settings ask:hour', 'time', '06:30', /06:30/],
    ['/settings ask:zone', 'zone', 'Europe/Paris', /Europe\/Paris/],
    ['/settings zone:Canadda', 'zone', 'America/Toronto', /America\/Toronto/],
    ['/settings 9', 'time', '09:00', /09:00/],
    ['/settings someday', 'anniversary', 'january-7', /7 January/],
  ])('%s asks for %s, and takes %j', async (line, option, words, answered) => {
    await chat.say('/subscribe january-7')
    const { question, answer } = await reply(line, words)
    expect(question?.option).toBe(option)
    expect(answer).toMatch(answered)
  })

  it('keeps what was typed beside the option that it asks for', async () => {
    const question = questionOf(await chat.say('/subscribe january-7 99:99 Europe/Paris'))
    expect(question?.call).toEqual({
      command: 'subscribe',
      args: { anniversary: 'january-7', zone: 'Europe/Paris' },
    })
  })
})
