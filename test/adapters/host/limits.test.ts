// Checks how often one person or one chat may ask, with a bot that counts the calls that reach it.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { DEFAULT_ALLOWANCES, limited } from '../../../src/adapters/host/limits.ts'
import type { Bot } from '../../../src/core/bot/bot.ts'
import type { Language } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import { paragraph, silence } from '../../../src/core/message/build.ts'
import type { Caller } from '../../../src/core/ports.ts'
import { textOf } from '../../core/bundled.ts'

const allowances = {
  person: { calls: 3, seconds: 10 },
  chat: { calls: 5, seconds: 10 },
  typing: { calls: 2, seconds: 10 },
}

/** A limited bot, and its clock, which tests move by hand. */
function createLimited(language?: Language, given = allowances) {
  let time = Temporal.Instant.from('2027-01-07T00:00:00Z')
  const pass = (duration: Temporal.DurationLike) => {
    time = time.add(duration)
  }
  let answered = 0
  const bot: Bot = {
    commands: [],
    read: words => ({ command: 'search', args: { words } }),
    hear: async () => undefined,
    answer: async () => ({ body: [paragraph(`answer ${++answered}`)] }),
    phrases: () => phrasesOf('en'),
    complete: async () => [{ value: 'x', label: 'x' }],
    inlineResults: async () => ({ results: [], next: 1 }),
    onChatChange: async () => {},
  }
  const parts = { store: { languageOf: async () => language }, clock: { now: () => time } }
  return { bot: limited(bot, parts, given), pass }
}

const by = (user: string, chat = 'group', thread?: string): Caller => ({
  chat: { platform: 'fake', chat, ...(thread && { thread }) },
  kind: 'group',
  user,
  locale: 'en',
  isAdmin: () => true,
})
const asks = async (bot: Bot, caller: Caller) => {
  const answer = await bot.answer({ command: 'help', args: {} }, caller)
  return answer === silence ? 'silence' : textOf(answer)
}
const asksTimes = async (count: number, bot: Bot, caller: Caller) => {
  const answers: string[] = []
  for (let n = 0; n < count; n++) answers.push(await asks(bot, caller))
  return answers
}
const polite = expect.stringMatching(/^That was a lot at once. Please ask again in 10 seconds/)

describe('a person who asks too much', () => {
  it('is told so once, and then nothing until the time is over', async () => {
    const { bot, pass } = createLimited()
    expect(await asksTimes(6, bot, by('mai'))).toEqual([
      ...['answer 1', 'answer 2', 'answer 3', polite],
      ...['silence', 'silence'],
    ])
    pass({ milliseconds: 9_999 })
    expect(await asks(bot, by('mai'))).toBe('silence')
    pass({ milliseconds: 1 })
    expect(await asks(bot, by('mai'))).toBe('answer 4')
  })

  it('is told how many seconds are left', async () => {
    const { bot, pass } = createLimited()
    await asksTimes(3, bot, by('mai'))
    pass({ milliseconds: 6_500 })
    expect(await asks(bot, by('mai'))).toContain('again in 4 seconds')
  })

  it('is answered again at once if the clock is set back', async () => {
    const { bot, pass } = createLimited()
    await asksTimes(4, bot, by('mai'))
    pass({ hours: -1 })
    expect(await asks(bot, by('mai'))).toBe('answer 4')
  })

  it('is told in private', async () => {
    const { bot } = createLimited()
    await asksTimes(3, bot, by('mai'))
    expect((await bot.answer({ command: 'help', args: {} }, by('mai'))).isPrivate).toBe(true)
  })

  it('is told so once in each place', async () => {
    const { bot } = createLimited()
    await asksTimes(4, bot, by('mai', 'a'))
    const answers: string[] = []
    for (const chat of ['a', 'b', 'b']) answers.push(await asks(bot, by('mai', chat)))
    expect(answers).toEqual(['silence', polite, 'silence'])
  })

  it('has one allowance in all chats, which does not affect anybody else', async () => {
    const { bot } = createLimited()
    for (const chat of ['a', 'b', 'c']) await asks(bot, by('mai', chat))
    expect(await asks(bot, by('mai', 'd'))).toEqual(polite)
    expect(await asks(bot, by('nam', 'd'))).toBe('answer 4')
  })

  it("uses none of the chat's allowance while over their own", async () => {
    const { bot } = createLimited()
    await asksTimes(50, bot, by('mai'))
    expect(await asksTimes(3, bot, by('nam'))).toEqual(['answer 4', 'answer 5', polite])
  })

  it('gets no more completions, but still gets answers', async () => {
    const { bot } = createLimited()
    const types = () => bot.complete({ command: 'search', option: 'words', typed: 'x' }, by('mai'))
    expect([await types(), await types(), await types()].map(({ length }) => length)).toEqual([1, 1, 0])
    expect(await bot.inlineResults({ words: 'x', from: 0, count: 20 }, by('mai'))).toEqual({ results: [] })
    expect(await asks(bot, by('mai'))).toBe('answer 1')
  })
})

describe('a chat that asks too much', () => {
  it('is told so once, whoever asks, because everybody reads it', async () => {
    const { bot } = createLimited()
    const answers: string[] = []
    for (const user of 'abcdefgh') answers.push(await asks(bot, by(user)))
    expect(answers.slice(5)).toEqual([polite, 'silence', 'silence'])
  })

  it('shares its allowance among its topics, because the platform counts the whole group', async () => {
    const { bot } = createLimited()
    for (const user of 'abcde') await asks(bot, { ...by(user, 'group', '1'), kind: 'topic' })
    expect(await asks(bot, { ...by('g', 'group', '2'), kind: 'topic' })).toEqual(polite)
  })

  it('tells each who alone sees it, whoever was told before', async () => {
    const { bot } = createLimited()
    for (const user of 'abcdef') await asks(bot, by(user))
    const pressing = (user: string): Caller => ({ ...by(user), hasPrivateReply: true })
    const answers: string[] = []
    for (const user of 'ghgh') answers.push(await asks(bot, pressing(user)))
    expect(answers).toEqual([polite, polite, 'silence', 'silence'])
  })

  it('lets one person use half of it, so that the others are answered too', async () => {
    const { bot } = createLimited(undefined, { ...allowances, person: { calls: 50, seconds: 10 } })
    expect(await asksTimes(5, bot, by('mai'))).toEqual([
      ...['answer 1', 'answer 2', 'answer 3', polite],
      'silence',
    ])
    expect(await asks(bot, by('nam'))).toBe('answer 4')
  })

  it.each(['server', 'private'] as const)(
    'has no allowance where people see only their own: %s',
    async kind => {
      const { bot } = createLimited()
      for (let n = 1; n <= 100; n++) expect(await asks(bot, { ...by(`user ${n}`), kind })).toBe(`answer ${n}`)
    },
  )

  it('is no busier than a group may be on Telegram, the refusal included', () => {
    const { calls, seconds } = DEFAULT_ALLOWANCES.chat
    expect((calls + 1) / seconds).toBeLessThanOrEqual(20 / 60)
  })

  it('is told in its own language', async () => {
    const { bot } = createLimited('vi')
    await asksTimes(3, bot, by('mai'))
    expect(await asks(bot, by('mai'))).toContain('10 giây')
  })
})
