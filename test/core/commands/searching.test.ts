// What a search answers: as much as a phone shows, the rest a choice away, and what was not understood said.
import { beforeAll, describe, expect, it } from 'vitest'
import { passagesOf } from '../../../src/core/search/index/passages.ts'
import { blocksOf, type Chat, caller, callsOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeAll(async () => {
  chat = await createChat()
})
const quotes = async (line: string) =>
  blocksOf(await chat.say(line), 'blockquote').map(quote => textOf({ body: quote.children }))

describe('an answer', () => {
  it.each([
    ['en', 'how many people died?'],
    ['vi', 'diệt chủng'],
    ['km', 'ខ្មែរក្រហម'],
  ])('takes two screens of a phone in %s at the most: %s', async (locale, line) => {
    const lines = textOf(await chat.say(line, { ...caller, locale })).split('\n')
    // Some thirty lines of 45 letters are a screen.
    expect(lines.reduce((sum, each) => sum + Math.ceil(each.length / 45), 0)).toBeLessThanOrEqual(60)
  })

  it('shows each passage whole, and the rest on the next page', async () => {
    const first = await quotes('Pol Pot')
    const rest = await quotes('/search Pol Pot page:2')
    expect([first.length, rest.length]).toEqual([3, 2])
    expect(callsOf(await chat.say('Pol Pot'))).toContain('/search Pol Pot 2')
    const whole = new Set(
      chat.corpus.articles.flatMap(article => passagesOf(article).map(({ text }) => text)),
    )
    const asWritten = (passage: string) => passage.replace(/ \[[^\]]+\]/, '')
    for (const passage of [...first, ...rest]) expect(whole).toContain(asWritten(passage))
  })

  it('has both figures in dispute on its first page', async () => {
    const answer = textOf(await chat.say('how many people died?'))
    expect(answer).toContain('more than 3 million')
    expect(answer).toContain('close to 2 million')
  })

  it('tells once what comes from outside the archive', async () => {
    expect(textOf(await chat.say('genocide'))).toContain('From outside this archive')
    expect(textOf(await chat.say('/search genocide page:2'))).not.toContain('From outside this archive')
  })
})

it('asks for words where there are none, between quotation marks too', async () => {
  const asked = await chat.say('/search')
  for (const typed of ['""', '“”', '« »', "''"]) {
    expect(await chat.say(`/search ${typed}`)).toEqual(asked)
    expect(await chat.say(typed)).toEqual(asked)
  }
})

describe('a filter', () => {
  it.each([
    ['genocide lang:xx', '“lang:xx” is not a language of this archive.'],
    ['genocide year:abc', '“year:abc” is not a year. There are articles from 2026, 2024, 2023, 2014.'],
    ['genocide year:2014 year:2015', '“year:2015” was ignored: only one such filter at a time.'],
    ['genocide year:1999', 'No article matches “year:1999”. There are articles from 2026, 2024, 2023, 2014.'],
    ['-genocide', '“-genocide” only leaves articles out. Add what to look for.'],
    ['genocide from:nyt', "No article is from “nyt”. There are articles from People's Army Newspaper,"],
  ])('that cannot be is said, with what can: %s', async (line, words) => {
    expect(textOf(await chat.say(line))).toContain(words)
  })

  it('that cannot be comes with the same search for what can, as choices', async () => {
    expect(callsOf(await chat.say('genocide from:nyt'))).toContain('/search genocide from:"VOVworld"')
    expect(callsOf(await chat.say('genocide from:"new york times"'))).toContain(
      '/search genocide from:"VOVworld"',
    )
    expect(callsOf(await chat.say('genocide year:1999'))).toContain('/search genocide year:2014')
    expect(callsOf(await chat.say('lang:xx genocide'))).toContain('/search lang:vi genocide')
  })

  it('that cannot be hides nothing that the words find', async () => {
    expect(await quotes('genocide lang:xx')).toEqual(await quotes('genocide'))
  })

  it('alone that leaves out is not answered with what it leaves out', async () => {
    expect(textOf(await chat.say('-genocide'))).not.toContain('From outside this archive')
  })
})
