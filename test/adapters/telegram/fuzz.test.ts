// Checks a thousand odd updates: the bot goes on, sends no wrong request, and answers whatever needs an answer.

import { describe, expect, it } from 'vitest'
import type { Chat, Telegram } from '../../fakes/telegram/index.ts'
import { startScene } from './scene.ts'

/** Numbers below `end`, the same ones for the same seed (mulberry32). */
function createRandom(seed: number) {
  let state = seed
  return (end: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end
  }
}
type Random = ReturnType<typeof createRandom>

const alphabets = [
  'abc xyz',
  'Pol Pot 7 January 1979 ',
  'ខ្មែរក្រហម ',
  'Việt Nam ',
  'שלום مرحبا ',
  '\u202e\u202c\u200f\u2028\u2029\u2066',
  '\u0000\u0001\u0007\u001b\u009f\t\r\n',
  '👩‍👩‍👧‍👦🇰🇭🕊️',
  '\ud800\udc00\udfff',
  'a\u0301\u0323\u0338\u20d2',
  '\u200b\u2060\ufeff\u3164',
  '/@:_-\\*[](){}<>&"\'`',
]
const names = [
  'search',
  'article',
  'subscribe',
  'settings',
  'onthisday',
  'who',
  'start',
  'facts',
  'help',
  'nothing',
]

const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)] as T

function randomText(random: Random, maxUnits = 4096): string {
  const length = pick([0, 1, 3, 10, 60, 300, maxUnits], random)
  let text = ''
  while (text.length < length) {
    const characters = pick(alphabets, random)
    text += characters.slice(random(characters.length))
  }
  return text.slice(0, length)
}

const randomCommand = (random: Random) =>
  `/${pick(names, random)}${pick(['', '@daybook_bot', '@other_bot'], random)} ${randomText(random)}`

/** Fields that no client sends, with types that Telegram does not use. */
const oddFields = [
  { text: 7 },
  { text: null },
  { text: { a: 1 } },
  { text: ['/help'] },
  { caption: false },
  { text: '/help', from: undefined },
  { text: '/help', entities: 'none' },
  { text: '/help', message_thread_id: 7, is_topic_message: true },
  { text: '/help', reply_to_message: 7 },
  { text: '/help', sender_chat: {} },
  { new_chat_members: [] },
  { migrate_to_chat_id: 'x' },
  {},
]

/** Does one odd thing, and returns what kind of answer the bot must give. */
function doSomethingOdd(
  telegram: Telegram,
  chat: Chat,
  random: Random,
): 'message' | 'press' | 'query' | 'silence' {
  switch (random(10)) {
    case 0:
    case 1:
    case 2: {
      const text = randomText(random)
      chat.says(text)
      return 'message'
    }
    case 3:
    case 4:
    case 5: {
      const text = randomCommand(random)
      chat.says(text)
      return /^\/\w+@other_bot/.test(text) ? 'silence' : 'message'
    }
    case 6:
    case 7: {
      const data =
        pick(['', '=', '+', '#', '+help\n', '=article\nname\n'], random) + randomText(random, 64).slice(0, 40)
      chat.presses({ message_id: random(3), date: 0, chat: { id: chat.id, type: 'private' } }, { data })
      return 'press'
    }
    case 8:
      telegram.asks(randomText(random, 256).slice(0, 256), { offset: randomText(random, 64).slice(0, 64) })
      return 'query'
    case 9:
      chat.posts(structuredClone(pick(oddFields, random)) as object)
      return 'silence'
    default:
      throw new Error('unreachable')
  }
}

describe('a thousand odd updates', () => {
  it.each([1979, 2027])('are each answered if they need it (seed %d)', async seed => {
    const scene = await startScene()
    const { telegram } = scene
    const random = createRandom(seed)
    const chats: { chat: Chat; questions: number }[] = []
    for (let round = 0; round < 20; round++) {
      const chat = telegram.privateChat()
      const asked = { chat, questions: 0 }
      chats.push(asked)
      for (let n = 0; n < 25; n++) if (doSomethingOdd(telegram, chat, random) === 'message') asked.questions++
    }
    const unanswered = () => [...telegram.unansweredPresses(), ...telegram.unansweredQueries()]
    // On a busy machine a handler may take longer than a quiet moment.
    for (const { chat, questions } of chats) await chat.answers(questions, { within: 15_000 })
    await telegram.until(() => unanswered().length === 0 || undefined, 'every answer', 15_000)
    await telegram.quiet({ within: 15_000 })
    expect(telegram.refused).toEqual([])
    const errors = scene.log.filter(
      text => text.startsWith('error') && !text.startsWith('error update failed'),
    )
    expect(errors).toEqual([])
    // The bot goes on.
    const chat = telegram.privateChat()
    chat.says('/help')
    expect((await chat.answer()).text).toMatch(/^Commands/)
  })

  it('in a group are ignored unless they address the bot', async () => {
    const { telegram } = await startScene()
    const random = createRandom(48)
    const group = telegram.supergroup()
    group.botBecomes('administrator')
    for (let n = 0; n < 150; n++) group.says(randomText(random).replaceAll('/', ''))
    await telegram.quiet({ within: 15_000 })
    expect(group.unread()).toEqual([])
    expect(telegram.refused).toEqual([])
  })

  it('may be any command with 4,096 characters', async () => {
    const { telegram, log } = await startScene()
    const chat = telegram.privateChat()
    for (const name of names) chat.says(`/${name} ${'x'.repeat(4096 - name.length - 2)}`)
    for (const name of names) chat.says(`/${name} ${'😀'.repeat((4096 - name.length - 2) / 2)}`)
    await chat.answers(2 * names.length)
    expect(telegram.refused).toEqual([])
    expect(log.filter(text => text.startsWith('error'))).toEqual([])
  })
})
