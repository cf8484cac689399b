// Checks the answers to a search: they fit on a phone, the rest is one choice away, and misunderstood words are named.
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
  ])('takes at most two screens of a phone in %s: %s', async (locale, line) => {
    const lines = textOf(await chat.say(line, { ...caller, locale })).split('\n')
    // About thirty lines of 45 characters are a screen.
    expect(lines.reduce((sum, each) => sum + Math.ceil(each.length / 45), 0)).toBeLessThanOrEqual(60)
  })

  it('shows whole passages, and the rest on the next page', async () => {
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

  it('has both disputed figures on its first page', async () => {
    const answer = textOf(await chat.say('how many people died?'))
    expect(answer).toContain('more than 3 million')
    expect(answer).toContain('close to 2 million')
  })

  it('shows outside statements only once', async () => {
    expect(textOf(await chat.say('genocide'))).toContain('From outside this archive')
    expect(textOf(await chat.say('/search genocide page:2'))).not.toContain('From outside this archive')
  })
})

describe('an answer without articles', () => {
  it('says that nothing was found only if nothing is shown', async () => {
    const answer = textOf(await chat.say('unicorn'))
    expect(answer).toContain('Nothing found for “unicorn”.')
    expect(answer).not.toContain('From outside this archive')
  })

  it('says that statements from outside have the words', async () => {
    const answer = textOf(await chat.say('invaded'))
    expect(answer).not.toContain('Nothing found')
    expect(answer).toContain('No article speaks of “invaded”; from outside the archive:')
    expect(answer).toContain('New York Times')
  })
})

it.each([
  ['vi', 'mai mốt nấu canh chua cá lóc kho tộ cúng giỗ', 'Kho lưu trữ không nói'],
  ['en', 'i want to rent a cheap flat near the airport for two months', 'does not say'],
] as const)(
  'says that the archive has nothing of a sentence on other things: %s',
  async (locale, line, said) => {
    const text = textOf(await chat.say(line, { ...caller, locale }))
    expect(text).toContain(said)
  },
)

it('asks for words if there are none, even between quotation marks', async () => {
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
  ])('with an impossible value is reported, with the possible ones: %s', async (line, words) => {
    expect(textOf(await chat.say(line))).toContain(words)
  })

  it('with an impossible value offers the same search with possible ones', async () => {
    expect(callsOf(await chat.say('genocide from:nyt'))).toContain('/search genocide from:"VOVworld"')
    expect(callsOf(await chat.say('genocide from:"new york times"'))).toContain(
      '/search genocide from:"VOVworld"',
    )
    expect(callsOf(await chat.say('genocide year:1999'))).toContain('/search genocide year:2014')
    expect(callsOf(await chat.say('lang:xx genocide'))).toContain('/search lang:vi genocide')
  })

  it('with an impossible value hides nothing that the words find', async () => {
    expect(await quotes('genocide lang:xx')).toEqual(await quotes('genocide'))
  })

  it('that only excludes is not answered with what it excludes', async () => {
    expect(textOf(await chat.say('-genocide'))).not.toContain('From outside this archive')
  })
})
