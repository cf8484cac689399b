// What a search answers: as much as a phone shows, the rest a choice away, and what was not understood said.
import { beforeAll, describe, expect, it } from 'vitest'
import { passagesOf } from '../../../src/core/search/passages.ts'
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
    for (const passage of [...first, ...rest]) expect(whole).toContain(passage)
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
