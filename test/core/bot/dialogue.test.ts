// Checks that words after an answer are read with it in mind: as an answer to its question, or as a follow-up.

import { describe, expect, it } from 'vitest'
import { DIALOGUE_MINUTES } from '../../../src/core/bot/dialogue/dialogues.ts'
import type { Caller } from '../../../src/core/ports.ts'
import { archiveOf } from '../archive-of.ts'
import { type Chat, caller, choicesOf, createChat, textOf } from '../bundled.ts'

/** The bot's answer to words in a chat; undefined if it does not take them as meant for it. */
const talkWith =
  (chat: Chat, who: Caller = caller) =>
  async (words: string): Promise<string | undefined> => {
    const call = await chat.bot.hear({ words, name: 'daybook_bot' }, who)
    return call && textOf(await chat.bot.answer(call, who))
  }

async function start(who?: Caller) {
  const chat = await createChat()
  return { chat, say: talkWith(chat, who) }
}

const zoneOf = async (chat: Chat) => (await chat.store.subscriptionsOf(caller.chat))[0]?.zone
const hourOf = async (chat: Chat) => String((await chat.store.subscriptionsOf(caller.chat))[0]?.time)

describe('a question of the bot', () => {
  it.each([
    ['/article', 'vov', /^Vietnam-Cambodia relations/],
    ['/article', 'Viet Nam News', /^January 7 Victory/],
    ['/article', '2', /^Hanoi ceremony/],
    ['/article', '២', /^Hanoi ceremony/],
    ['/article', '２', /^Hanoi ceremony/],
    ['/language', 'khmer', /ភាសាខ្មែរ។$/],
    ['/language', 'Việt', /Tiếng Việt\.$/],
    ['/language', 'English', /English/],
    ['/summary', 'vov', /VOVworld/],
    ['/who', 'Hun Sen', /^Hun Sen/],
    ['/facts', 'Khmer Rouge', /Khmer Rouge/],
  ])('%s is answered by %j', async (line, words, answer) => {
    const { say } = await start()
    await say(line)
    expect(await say(words)).toMatch(answer)
  })

  it('about an hour or a zone is answered in words', async () => {
    const { chat, say } = await start()
    await say('/subscribe')
    await say('/settings ask:hour')
    await say('at 06:15')
    expect(await hourOf(chat)).toMatch(/^06:15/)
    await say('/settings ask:zone')
    await say('Asia/Tokyo')
    expect(await zoneOf(chat)).toBe('Asia/Tokyo')
  })

  it.each([
    ['in Vietnam', 'Asia/Ho_Chi_Minh'],
    ['I live in Texas', 'America/Chicago'],
    ['ខ្ញុំនៅបារាំង', 'Europe/Paris'],
  ])('about a zone takes the place out of %j', async (words, zone) => {
    const { chat, say } = await start()
    await say('/subscribe')
    await say('/settings ask:zone')
    await say(words)
    expect(await zoneOf(chat)).toBe(zone)
  })

  it('is asked again where the words are a slip, but not forever', async () => {
    const { say } = await start()
    await say('/article')
    expect(await say('vvo')).toMatch(/^No article matches “vvo”/)
    expect(await say('vov')).toMatch(/^Vietnam-Cambodia relations/)
  })

  it.each([
    ['/article', 'what?', /^Which article/],
    ['/ask', 'what?', /^What would you like to know/],
    ['/settings ask:zone', 'hả?', /^In which time zone/],
    ['/forget', 'អ្វី?', /^This erases/],
  ])('%s is asked again after %j', async (line, words, question) => {
    const { say } = await start()
    await say('/subscribe')
    await say(line)
    expect(await say(words)).toMatch(question)
  })

  it('before something is erased is answered by yes or no', async () => {
    const { chat, say } = await start()
    await say('/subscribe')
    await say('/forget')
    expect(await say('no')).toMatch(/^All right, nothing was changed/)
    expect(await chat.store.subscriptionsOf(caller.chat)).toHaveLength(1)
    expect(await say('yes')).not.toMatch(/erased/)
    for (const words of ['1', 'everything', 'maybe']) {
      await say('/forget')
      expect(await say(words)).not.toMatch(/erased/)
    }
    await say('/forget')
    expect(await say('Yes!')).toMatch(/erased/)
    expect(await chat.store.subscriptionsOf(caller.chat)).toEqual([])
  })

  it('that offers two scopes to erase is not answered by yes', async () => {
    const topic: Caller = { ...caller, kind: 'topic', chat: { ...caller.chat, thread: '7' } }
    const { chat, say } = await start(topic)
    await say('/subscribe')
    await say('/forget')
    await say('@daybook_bot yes')
    expect(await chat.store.subscriptionsOf(topic.chat)).toHaveLength(1)
  })

  it('does not force words that fit none of its choices into one', async () => {
    const { say } = await start()
    await say('/article')
    expect(await say('who is Hun Sen?')).toMatch(/Hun Sen/)
    expect(await say('more')).not.toMatch(/^Which article/)
  })

  it('about an hour is asked once more if the words are no hour, and not a third time', async () => {
    const { say } = await start()
    await say('/subscribe')
    await say('/settings ask:hour')
    expect(await say('xyzzy')).toMatch(/cannot read “xyzzy” as a time/)
    expect(await say('plugh')).not.toMatch(/as a time/)
  })

  it('about an hour gives way to a question at once', async () => {
    const { say } = await start()
    await say('/subscribe')
    await say('/settings ask:hour')
    expect(await say('who is Hun Sen?')).toMatch(/Hun Sen/)
  })

  it.each(['/upcoming', 'help', 'thanks'])('ends with %j', async line => {
    const { chat, say } = await start()
    await say('/subscribe')
    await say('/settings ask:hour')
    await say(line)
    await say('06:15')
    expect(await hourOf(chat)).toMatch(/^07:00/)
  })

  it('can be answered after a restart, and for some minutes', async () => {
    const { chat, say } = await start()
    await say('/article')
    const again = await chat.restart()
    expect(await talkWith(again)('vov')).toMatch(/^Vietnam-Cambodia relations/)
    await talkWith(again)('/article')
    again.at(`2026-11-21T12:${DIALOGUE_MINUTES + 1}:00Z`)
    expect(await talkWith(again)('vov')).not.toMatch(/^Vietnam-Cambodia relations/)
  })

  it('is for the person who was asked, in that place', async () => {
    const { chat, say } = await start()
    await say('/article')
    expect(await talkWith(chat, { ...caller, user: 'other' })('vov')).not.toMatch(/^Vietnam-Cambodia rel/)
    const elsewhere = { ...caller, chat: { platform: 'fake', chat: '2' } }
    expect(await talkWith(chat, elsewhere)('vov')).not.toMatch(/^Vietnam-Cambodia rel/)
    expect(await say('vov')).toMatch(/^Vietnam-Cambodia relations/)
  })

  it('is stored with the chat until it is answered, and nothing else that was said', async () => {
    const { chat, say } = await start()
    const stored = async () => (await chat.store.rowsOf(caller.chat)).memory
    await say('Pol Pot')
    expect(await stored()).toEqual([])
    await say('/article')
    expect(await stored()).toHaveLength(1)
    await say('vov')
    expect(await stored()).toEqual([])
  })
})

describe('a follow-up', () => {
  it('turns the pages of the last answer', async () => {
    const { say } = await start()
    const first = await say('/article vovworld-2014')
    const second = await say('next')
    expect(second).not.toBe(first)
    expect(await say('back')).toBe(first)
    expect(await say('more')).toBe(second)
  })

  it('says that there is no more on the last page', async () => {
    const { say } = await start()
    await say('/article vovworld-2014')
    let page = await say('next')
    for (let turns = 0; turns < 10 && !page?.startsWith('There is no more'); turns++) page = await say('next')
    expect(page).toMatch(/^There is no more/)
  })

  it('goes back to the call before, step by step', async () => {
    const { say } = await start()
    const found = await say('/upcoming')
    const who = await say('/who Hun Sen')
    await say('/sources')
    expect(await say('go back')).toBe(who)
    expect(await say('back')).toBe(found)
  })

  it('never goes back to something that changes', async () => {
    const { chat, say } = await start()
    await say('/unsubscribe')
    await say('/subscribe')
    await say('/help')
    await say('back')
    expect((await chat.store.subscriptionsOf(caller.chat))[0]?.status.type).toBe('active')
  })

  it('asks for the source, or the language, of the same answer', async () => {
    const { say } = await start()
    const answer = (await say('/search Pol Pot')) ?? ''
    const sources = (await say('who said that?')) ?? ''
    expect(sources.length).toBeLessThan(answer.length)
    for (const line of sources.split('\n')) expect(answer).toContain(line)
    expect(await say('in Khmer?')).toMatch(/\p{Script=Khmer}/u)
    expect(await say('source?')).not.toBe(answer)
    expect(await say('in English')).toBe(answer)
  })

  it('asks the same for another reason', async () => {
    const { chat, say } = await start()
    await say('when did Vietnam send soldiers')
    const call = await chat.bot.hear({ words: 'why?', name: 'daybook_bot' }, caller)
    expect(call).toEqual(chat.bot.read('why Vietnam send soldiers'))
  })

  it.each(['who said that?', 'more', 'yes'])(
    '%j without an answer before is not searched for',
    async words => {
      const { say } = await start()
      expect(await say(words)).toMatch(/^I am not sure which answer you mean/)
    },
  )

  it('is forgotten with the chat', async () => {
    const { chat, say } = await start()
    await say('/search Pol Pot')
    await chat.store.setLanguage(caller.chat, 'en')
    const forget = { command: 'forget', args: { sure: 'yes' } }
    await chat.bot.answer(forget, { ...caller, user: 'other' })
    expect(await say('who said that?')).toMatch(/^I am not sure/)
  })
})

describe('talk', () => {
  it('is answered with a line and three ways in', async () => {
    const { chat } = await start()
    const call = await chat.bot.hear({ words: 'hi', name: 'daybook_bot' }, caller)
    if (!call) throw new Error('not heard')
    const answer = await chat.bot.answer(call, caller)
    expect(textOf(answer).split('\n')).toHaveLength(2)
    expect(choicesOf(answer)).toHaveLength(3)
  })

  it('is answered in its language, unless the chat has chosen another', async () => {
    const { chat, say } = await start()
    expect(await say('xin chào')).toMatch(/^Chào bạn/)
    expect(await say('អរគុណ')).toMatch(/^មិនអីទេ/)
    await chat.store.setLanguage(caller.chat, 'en')
    expect(await say('xin chào')).toMatch(/^Hello/)
  })

  it('is a search if it is a name in the archive', async () => {
    const archive = archiveOf(1)
    const names = [{ name: 'Stop', names: { en: 'Stop' }, also: [], spellings: [['stop']] }]
    const chat = await createChat(undefined, undefined, { ...archive, names })
    expect(chat.bot.read('stop')).toEqual({ command: 'search', args: { words: 'stop' } })
    expect(chat.bot.read('help')).toEqual({ command: 'help', args: {} })
  })

  it('is for the bot in a group only after its name', async () => {
    const { say } = await start({ ...caller, kind: 'group' })
    expect(await say('hi')).toBeUndefined()
    expect(await say('@daybook_bot hi')).toMatch(/^Hello/)
    expect(await say('May they rest in peace 🙏')).toBeUndefined()
  })
})
