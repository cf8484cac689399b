// Proves what is offered while people type: the right things, in the order of the search, within Discord's bounds.
import { describe, expect, test } from 'vitest'
import { search } from '../../../src/core/search/search.ts'
import { bundledCorpus, indexOf } from '../../core/bundled.ts'
import { startTown } from './scene.ts'

const boxes: [string, string, string, string][] = [
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
  test.each(boxes)('/%s %s: “%s” offers %s first', async (command, option, typed, first) => {
    const { admin } = await startTown()
    const [offer] = await admin.types(`/${command}`, { option, text: typed }).choices()
    expect(offer?.value).toBe(first)
  })

  test('nothing yet is offered what is worth offering, at most 25, of at most 100 letters', async () => {
    const { admin, discord } = await startTown()
    let boxes = 0
    for (const { name, options } of discord.commands())
      for (const option of (options ?? []).filter(each => each.autocomplete)) {
        boxes++
        const offers = await admin.types(`/${name}`, { option: option.name, text: '' }).choices()
        expect(offers.length).toBeGreaterThan(0)
        expect(offers.length).toBeLessThanOrEqual(25)
        for (const each of offers) {
          expect(each.name.length).toBeLessThanOrEqual(100)
          expect(String(each.value).length).toBeLessThanOrEqual(100)
        }
      }
    expect(boxes).toBeGreaterThan(5)
  })

  test('is answered in Vietnamese to who speaks it', async () => {
    const { server } = await startTown()
    const mai = server.member('Mai', { locale: 'vi', permissions: ['ManageGuild'] })
    const offers = await mai.types('/subscribe', { option: 'anniversary', text: '' }).choices()
    expect(offers.map(({ name }) => name).join()).toMatch(/tháng 1/)
  })

  test('is free: what is not offered can be sent all the same', async () => {
    const { lan } = await startTown()
    expect((await lan.runs('/article', { name: 'hanoi cerimony' }).answer()).text).toContain('Hanoi')
    expect((await lan.runs('/who', { name: 'nobody of that name' }).answer()).text).toContain(
      'nobody of that',
    )
  })

  test('anything at all is answered with choices', async () => {
    const { admin } = await startTown()
    for (const typed of ['x'.repeat(6000), '\u0000', '💥', '__proto__', 'ខ្មែរ', '   ', '\ud83d', '@everyone'])
      expect(await admin.types('/search', { option: 'words', text: typed }).choices()).toEqual(
        expect.any(Array),
      )
  })
})

describe('a search', () => {
  test.each(['Pol Pot', 'Hanoi ceremony', 'genocde Kampuchia'])(
    'for %s has its first hits in the order of the one search',
    async words => {
      const { lan } = await startTown()
      const answer = await lan.runs('/search', { words }).answer()
      const { hits } = search(indexOf(await bundledCorpus()), words)
      const titles = hits.slice(0, 3).map(({ article }) => article.title)
      const shown = answer.text.split('\n').filter(line => titles.some(title => line === `**${title}**`))
      expect(shown).toEqual(titles.map(title => `**${title}**`))
    },
  )

  test.each(['Hanoi', 'Kampuchea', '2014'])(
    'typed as “%s” completes to articles in the order it is offered in',
    async typed => {
      const { lan, discord } = await startTown()
      const offers = await lan.types('/article', { option: 'name', text: typed }).choices()
      const again = await lan.types('/summary', { option: 'article', text: typed }).choices()
      expect(offers).toEqual(again)
      expect(discord.refused).toEqual([])
    },
  )
})
