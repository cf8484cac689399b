// Checks completions: the right ones, in the order of the search, within Discord's limits.

import { describe, expect, test } from 'vitest'
import { search } from '../../../src/core/search/search.ts'
import { bundledCorpus, indexOf } from '../../core/bundled.ts'
import { startTown } from './scene.ts'

const completions: [string, string, string, string][] = [
  ['article', 'name', 'vovw', 'vovworld-2014'],
  ['summary', 'article', 'hanoi cerimony', 'sggp-2024'],
  ['subscribe', 'anniversary', 'januar', 'january-7'],
  ['settings', 'zone', 'hanoi', 'Asia/Ho_Chi_Minh'],
  ['subscribe', 'zone', 'phnom', 'Asia/Phnom_Penh'],
  ['who', 'name', 'hun s', 'Hun Sen'],
  ['facts', 'subject', 'death', 'death-toll'],
  ['search', 'words', 'pol', 'Pol Pot'],
]

describe('typing', () => {
  test.each(completions)('/%s %s: “%s” offers %s first', async (command, option, typed, first) => {
    const { admin } = await startTown()
    const [offer] = await admin.types(`/${command}`, { option, text: typed }).choices()
    expect(offer?.value).toBe(first)
  })

  test('an empty text has 1 to 25 completions of at most 100 characters', async () => {
    const { admin, discord } = await startTown()
    let optionCount = 0
    for (const { name, options } of discord.commands())
      for (const option of (options ?? []).filter(each => each.autocomplete)) {
        optionCount++
        const offers = await admin.types(`/${name}`, { option: option.name, text: '' }).choices()
        expect(offers.length).toBeGreaterThan(0)
        expect(offers.length).toBeLessThanOrEqual(25)
        for (const each of offers) {
          expect(each.name.length).toBeLessThanOrEqual(100)
          expect(String(each.value).length).toBeLessThanOrEqual(100)
        }
      }
    expect(optionCount).toBeGreaterThan(5)
  })

  test('is answered in Vietnamese to those who speak it', async () => {
    const { server } = await startTown()
    const mai = server.member('Mai', { locale: 'vi', permissions: ['ManageGuild'] })
    const offers = await mai.types('/subscribe', { option: 'anniversary', text: '' }).choices()
    expect(offers.map(({ name }) => name).join()).toMatch(/tháng 1/)
  })

  test('need not end in a completion: any other text can be sent', async () => {
    const { lan } = await startTown()
    expect((await lan.runs('/article', { name: 'hanoi cerimony' }).answer()).text).toContain('Hanoi')
    expect((await lan.runs('/who', { name: 'nobody of that name' }).answer()).text).toContain(
      'nobody of that',
    )
  })

  test('any text is answered with choices', async () => {
    const { admin } = await startTown()
    for (const typed of ['x'.repeat(6000), '\u0000', '💥', '__proto__', 'ខ្មែរ', '   ', '\ud83d', '@everyone'])
      expect(await admin.types('/search', { option: 'words', text: typed }).choices()).toEqual(
        expect.any(Array),
      )
  })
})

describe('a search', () => {
  test.each(['Pol Pot', 'Hanoi ceremony', 'genocde Kampuchia'])(
    'for %s has its first hits in the order of the search',
    async words => {
      const { lan } = await startTown()
      const answer = await lan.runs('/search', { words }).answer()
      const { hits } = search(indexOf(await bundledCorpus()), words)
      const titles = hits.slice(0, 3).map(({ article }) => article.title)
      const lines = answer.text.split('\n').filter(line => titles.some(title => line === `**${title}**`))
      expect(lines).toEqual(titles.map(title => `**${title}**`))
    },
  )

  test.each(['Hanoi', 'Kampuchea', '2014'])(
    'for “%s” offers the same articles in the same order in two commands',
    async typed => {
      const { lan, discord } = await startTown()
      const offers = await lan.types('/article', { option: 'name', text: typed }).choices()
      const again = await lan.types('/summary', { option: 'article', text: typed }).choices()
      expect(offers).toEqual(again)
      expect(discord.refused).toEqual([])
    },
  )
})
