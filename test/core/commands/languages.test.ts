// Checks that a chat is answered in its own language, else in the caller's, and that untranslated texts are marked.
import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, it } from 'vitest'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import { composePost } from '../../../src/core/wording/post.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { type Chat, caller, callsOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeEach(async () => {
  chat = await createChat()
})
const khmer = /\p{Script=Khmer}/u

describe('the language of an answer', () => {
  it.each([
    ['km', 'ពាក្យបញ្ជា'],
    ['km-KH', 'ពាក្យបញ្ជា'],
    ['vi', 'Các lệnh'],
    ['vi_VN', 'Các lệnh'],
    ['xx', 'Commands'],
    ['', 'Commands'],
  ])('is the client’s: %j begins with %s', async (locale, title) => {
    expect(textOf(await chat.say('/help', { ...caller, locale })).split('\n')[0]).toBe(title)
  })

  it('is the one the chat chose, whoever asks', async () => {
    await chat.say('/language km')
    expect(textOf(await chat.say('/help', { ...caller, locale: 'vi' }))).toMatch(khmer)
  })

  it.each(['Khmer', 'khmer', 'ភាសាខ្មែរ', 'km'])('can be chosen by any of its names: %s', async typed => {
    await chat.say(`/language ${typed}`)
    expect(await chat.store.languageOf(caller.chat)).toBe('km')
    expect(textOf(await chat.say(`Hanoi lang:${typed}`))).toContain('តែជាភាសាខ្មែរប៉ុណ្ណោះ។')
  })

  it('can be chosen only by admins', async () => {
    const answer = await chat.say('/language km', { ...caller, isAdmin: () => false })
    expect(textOf(answer)).toContain('Only the admins')
    expect(await chat.store.languageOf(caller.chat)).toBeUndefined()
  })

  it('is taken from a misspelt name, if that can be only one, and says so', async () => {
    expect(textOf(await chat.say('/language vietnamse'))).toMatch(/^Tiếng Việt, for “vietnamse”\./)
    expect(await chat.store.languageOf(caller.chat)).toBe('vi')
    expect(textOf(await chat.say('/language frnch'))).toContain('en, vi, km')
  })

  it('can be each person’s own again', async () => {
    const answer = await chat.say('/language vi')
    expect(callsOf(answer)).toContain('/language own')
    const back = await chat.bot.answer({ command: 'language', args: { scope: 'own' } }, caller)
    expect(textOf(back)).toContain('everybody is answered in the language of their own app again')
    expect(await chat.store.languageOf(caller.chat)).toBeUndefined()
    expect(textOf(await chat.say('/help', { ...caller, locale: 'km' }))).toMatch(khmer)
    // There is nothing to take back any more.
    expect(callsOf(back).join()).not.toContain('own')
    expect(callsOf(await chat.say('/language')).join()).not.toContain('own')
  })

  it('is kept for the posts when a chat subscribes', async () => {
    await chat.say('/subscribe', { ...caller, locale: 'vi' })
    expect(await chat.store.languageOf(caller.chat)).toBe('vi')
  })
})

describe('a translation', () => {
  it.each(['vi', 'km'])('of an article in %s says that it is one', async locale => {
    const { commands } = await phrasesOf(locale as 'vi' | 'km')
    for (const line of ['/article vov-2014', '/summary vov-2014'])
      expect(textOf(await chat.say(line, { ...caller, locale }))).toContain(commands.article.translated)
  })

  it.each([
    ['vi', 'đây là bản bằng tiếng Anh.'],
    ['km', 'នេះជាអត្ថបទជាភាសាអង់គ្លេស។'],
  ])('missing in %s is mentioned in the reader’s language', async (locale, words) => {
    const untranslated = await createChat('2027-03-01T12:00:00Z', undefined, corpusOf(articleFile()))
    expect(textOf(await untranslated.say('/article a-1', { ...caller, locale }))).toContain(words)
  })

  it('missing in a post is mentioned', async () => {
    const [anniversary] = chat.corpus.anniversaries
    if (!anniversary) return expect.fail('no anniversary')
    const say = await phrasesOf('km')
    const day = Temporal.PlainDate.from('2027-01-07')
    const view = { corpus: chat.corpus, language: 'km', say } as const
    const whole = composePost({ anniversary, occurrence: day }, view)
    expect(textOf(whole)).not.toContain(say.post.untranslated)
    const { en } = anniversary.names
    const partly = composePost({ anniversary: { ...anniversary, names: { en } }, occurrence: day }, view)
    expect(textOf(partly)).toContain(say.post.untranslated)
  })
})

describe('Khmer digits', () => {
  it('are read in hours, pages and years', async () => {
    await chat.say('/subscribe ០៦:៣០')
    expect(await chat.store.subscriptionsOf(caller.chat)).toMatchObject([
      { time: Temporal.PlainTime.from('06:30') },
    ])
    expect(textOf(await chat.say('/article vov-2014 page:២'))).toContain('Page 2 of')
    expect(textOf(await chat.say('/timeline ១៩៧៩ ១៩៧៩'))).toBe(textOf(await chat.say('/timeline 1979 1979')))
  })
})
