// Checks how typed lines are read, and that every line gets an answer.
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readLine } from '../../../src/core/bot/line.ts'
import { commands } from '../../../src/core/commands/list.ts'
import { en } from '../../../src/core/languages/en/phrases.ts'
import { type Chat, caller, callsOf, createChat, textOf } from '../bundled.ts'

const read = (line: string) => readLine(line, commands)

describe('a line', () => {
  it.each([
    ['who was Pol Pot', { command: 'search', args: { words: 'who was Pol Pot' } }],
    ['/search Pol Pot', { command: 'search', args: { words: 'Pol Pot' } }],
    ['/SEARCH@daybook_bot Pol Pot', { command: 'search', args: { words: 'Pol Pot' } }],
    ['/search Pol Pot page:2', { command: 'search', args: { words: 'Pol Pot', page: '2' } }],
    ['/search time:zone', { command: 'search', args: { words: 'time:zone' } }],
    ['/search constructor:1', { command: 'search', args: { words: 'constructor:1' } }],
    ['/summary sggp-2024 long', { command: 'summary', args: { article: 'sggp-2024', length: 'long' } }],
    ['/summary a long war', { command: 'summary', args: { article: 'a long war' } }],
    ['/summary', { command: 'summary', args: {} }],
    [
      '/subscribe january-7 06:30 Asia/Ho_Chi_Minh',
      { command: 'subscribe', args: { anniversary: 'january-7', time: '06:30', zone: 'Asia/Ho_Chi_Minh' } },
    ],
    ['/subscribe UTC 7h', { command: 'subscribe', args: { zone: 'UTC', time: '7h' } }],
    ['/language tiếng Việt', { command: 'language', args: { language: 'tiếng Việt' } }],
    ['/onthisday 7 January', { command: 'onthisday', args: { date: '7 January' } }],
    ['/serch Pol Pot', { command: 'serch', args: { words: 'Pol Pot' } }],
    ['/', { command: '', args: {} }],
  ])('%j is %j', (line, invocation) => {
    expect(read(line)).toEqual(invocation)
  })
})

describe('the command list', () => {
  it('has no phrases for a command that does not exist', () => {
    expect(Object.keys(en.commands).sort()).toEqual(commands.map(({ name }) => name).sort())
  })

  it('fits every platform’s limits for names and descriptions', () => {
    for (const { name } of commands) expect(name).toMatch(/^[a-z0-9_]{1,32}$/)
    for (const { does } of Object.values(en.commands)) expect(does.length).toBeLessThanOrEqual(100)
  })
})

describe('every answer', () => {
  let chat: Chat
  beforeAll(async () => {
    chat = await createChat()
  })
  beforeEach(() => {
    chat.errors.length = 0
  })

  it('to an unknown command names the nearest one, with the words typed after it', async () => {
    expect(callsOf(await chat.say('/serch Pol Pot'))[0]).toBe('/search Pol Pot')
    expect(callsOf(await chat.say('/sumary sggp-2024 long'))[0]).toBe('/summary sggp-2024 long')
    expect(callsOf(await chat.say('/qqqqqq'))).toEqual(['/help'])
  })

  it('to a missing argument has choices', async () => {
    for (const command of ['summary', 'article', 'search', 'unsubscribe']) {
      if (command === 'unsubscribe')
        await chat.say('/subscribe').then(() => chat.say('/subscribe front-founding'))
      expect(callsOf(await chat.say(`/${command}`)).length, command).toBeGreaterThan(1)
    }
  })

  it('has choices that lead to answers', async () => {
    const seen = new Set<string>()
    const follow = async (line: string, depth: number): Promise<void> => {
      const answer = await chat.say(line)
      for (const choice of (answer.choices ?? []).flat()) {
        if (choice.type !== 'run') continue
        const key = JSON.stringify(choice.call)
        if (seen.has(key)) continue
        seen.add(key)
        const next = await chat.bot.answer(choice.call, caller)
        expect(textOf(next)).not.toBe('')
        expect(textOf(next)).not.toContain(en.broken)
        if (depth > 0)
          for (const deeper of callsOf(next)) if (!seen.has(deeper)) await follow(deeper, depth - 1)
      }
    }
    for (const { name } of commands) await follow(`/${name}`, 1)
    expect(seen.size).toBeGreaterThan(20)
    expect(chat.errors).toEqual([])
  })

  it('to any arguments of any command is never an exception or an apology', async () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'x'.repeat(5000),
        '🇰🇭'.repeat(500),
        '\0',
        '-1',
        'NaN',
        '%s',
        '\u17d2',
      ),
    )
    const call = fc.record({
      command: fc.oneof(fc.constantFrom(...commands.map(({ name }) => name)), odd),
      args: fc.dictionary(
        fc.oneof(
          fc.constantFrom('article', 'words', 'name', 'page', 'date', 'anniversary', 'time', 'zone'),
          odd,
        ),
        odd,
        { maxKeys: 3 },
      ),
    })
    await fc.assert(
      fc.asyncProperty(call, async each => {
        const answer = await chat.bot.answer(each, caller)
        expect(textOf(answer)).not.toBe('')
        expect(textOf(answer).length).toBeLessThan(20_000)
        expect(chat.errors).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('to any line is never an exception or an apology', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async line => {
        expect(textOf(await chat.say(line))).not.toBe('')
        expect(chat.errors).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

describe('completion', () => {
  it.each([
    ['summary', 'article', 'sgg', 'sggp-2024'],
    ['summary', 'article', 'hanoi cer', 'sggp-2024'],
    ['summary', 'length', 'l', 'long'],
    ['subscribe', 'zone', 'phnom', 'Asia/Phnom_Penh'],
    ['subscribe', 'zone', 'hano', 'Asia/Ho_Chi_Minh'],
    ['subscribe', 'anniversary', 'jan', 'january-7'],
    ['search', 'words', 'khm', 'Khmer Rouge'],
    ['search', 'words', 'Khmer Đ', 'Khmer Rouge'],
  ])('of /%s %s %j offers %s first', async (command, option, typed, value) => {
    const chat = await createChat()
    expect((await chat.bot.complete({ command, option, typed }, caller))[0]?.value).toBe(value)
  })

  it('of an empty field offers at most 25 useful values', async () => {
    const chat = await createChat()
    expect(
      await chat.bot.complete({ command: 'summary', option: 'article', typed: '' }, caller),
    ).toHaveLength(5)
    expect(await chat.bot.complete({ command: 'subscribe', option: 'zone', typed: '' }, caller)).toHaveLength(
      25,
    )
    expect(await chat.bot.complete({ command: 'nothing', option: 'zone', typed: '' }, caller)).toEqual([])
  })
})
