// Checks that a word of doubt gets the source of the last answer, and that those who speak of their own dead get one quiet line.

import { describe, expect, it } from 'vitest'
import { caller, createChat, textOf } from '../bundled.ts'

async function start() {
  const { bot } = await createChat()
  return async (words: string): Promise<string | undefined> => {
    const call = await bot.hear({ words, name: 'daybook_bot' }, caller)
    return call && textOf(await bot.answer(call, caller))
  }
}

describe('doubt', () => {
  it.each(['really?', 'who?', 'what?', 'thật không?', 'មែនទេ?'])(
    '%j gets the source of the answer',
    async words => {
      const say = await start()
      await say('when did the Khmer Rouge fall?')
      expect(await say(words)).toMatch(/VietnamPlus/)
      expect(await say(words)).not.toMatch(/Nothing found|does not say/)
    },
  )

  it.each(['really?', 'who?', 'what?'])('%j without an answer before is no search', async words => {
    const say = await start()
    expect(await say(words)).toMatch(/please ask the whole question/)
  })
})

describe('somebody who speaks of their own dead', () => {
  it.each([
    ['my family was killed by Pol Pot', /^We are sorry for your loss/],
    ['I lost my grandfather there', /^We are sorry for your loss/],
    ['gia đình tôi bị Pol Pot giết', /^Xin chia buồn/],
    ['ông nội tôi mất ở Campuchia', /^Xin chia buồn/],
    ['គ្រួសាររបស់ខ្ញុំត្រូវប៉ុល ពត សម្លាប់', /^សូមចូលរួមរំលែកទុក្ខ/],
  ])('%j gets one quiet line', async (words, line) => {
    const chat = await createChat()
    const call = await chat.bot.hear({ words, name: 'daybook_bot' }, caller)
    const answer = call && (await chat.bot.answer(call, caller))
    expect(answer && textOf(answer)).toMatch(line)
    expect(answer?.body).toHaveLength(1)
    expect(answer?.choices ?? []).toEqual([])
  })

  it.each([
    'how many of my people died',
    'can I ask how many families were killed?',
    'families killed',
    'សូមបង្ហាញខ្ញុំអំពីអ្នកដែលស្លាប់',
  ])('is not meant by %j', async words => {
    const say = await start()
    expect(await say(words)).not.toMatch(/sorry|chia buồn|រំលែកទុក្ខ/)
  })
})
