// Checks that completion offers what fits at the cursor, and that readline puts it where it belongs.

import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { completeLine, type Offers } from '../../../src/adapters/console/commands.ts'
import type { Bot } from '../../../src/core/bot/bot.ts'
import { caller, createChat } from '../../core/bundled.ts'

let bot: Bot
beforeAll(async () => {
  bot = (await createChat()).bot
})

const offersFor = async (line: string) =>
  (await completeLine(line, bot, caller))[0].map(offer => offer.trim())

/** The line in readline after typing one and pressing Tab. */
async function afterTab(line: string): Promise<string> {
  const completed = Promise.withResolvers<void>()
  const lines = createInterface({
    input: new PassThrough(),
    output: new PassThrough(),
    terminal: true,
    completer: async (typed: string, done: (error: null, offers: Offers) => void) => {
      done(null, await completeLine(typed, bot, caller))
      completed.resolve()
    },
  })
  lines.write(line)
  lines.write(null, { name: 'tab' })
  await completed.promise
  lines.close()
  return lines.line
}

describe('commands', () => {
  test('a slash offers every command', async () => {
    expect(await offersFor('/')).toEqual(bot.commands.map(({ name }) => `/${name}`))
  })

  test.each([
    ['/sum', '/summary '],
    ['/SUM', '/summary '],
    ['/on', '/onthisday '],
    ['/s', '/s'],
    ['/su', '/su'],
    ['/nothing', '/nothing'],
  ])('%j becomes %j', async (typed, line) => {
    expect(await afterTab(typed)).toBe(line)
  })

  test.each(['/nope ', '/nope x', 'hello', 'summary', ''])('%j has no completion', async line => {
    expect(await offersFor(line)).toEqual([])
  })
})

describe('arguments', () => {
  test('articles are offered by id, publisher and title', async () => {
    expect(await offersFor('/summary sgg')).toEqual(['sggp-2024'])
    expect(await offersFor('/article Sai Gon')).toEqual(['sggp-2024'])
    expect(await offersFor('/article Hanoi cer')).toEqual(['sggp-2024'])
  })

  test('a complete article is followed by the lengths', async () => {
    expect(await offersFor('/summary sggp-2024 ')).toEqual(['short', 'medium', 'long'])
    expect(await offersFor('/summary sggp-2024 m')).toEqual(['medium'])
  })

  test('an empty argument offers the articles, then the lengths', async () => {
    expect((await offersFor('/summary ')).at(0)).toMatch(/-\d{4}$/)
    expect((await offersFor('/summary ')).at(-1)).toBe('long')
  })

  test.each([
    ['/subscribe asia/ph', 'Asia/Phnom_Penh'],
    ['/subscribe 07:00 Europe/Par', 'Europe/Paris'],
    ['/subscribe 07:00 hano', 'Asia/Ho_Chi_Minh'],
    ['/subscribe 07:00 new y', 'America/New_York'],
    ['/subscribe 07:00 ho chi', 'Asia/Ho_Chi_Minh'],
    ['/subscribe 07:00 phnom p', 'Asia/Phnom_Penh'],
    ['/subscribe 07:00 ភ្នំ', 'Asia/Phnom_Penh'],
  ])('%j offers the zone %s', async (line, zone) => {
    expect(await offersFor(line)).toContain(zone)
  })

  test('an empty argument offers hours, but not the hundreds of zones', async () => {
    expect(await offersFor('/subscribe january-7 ')).toContain('07:00')
    expect((await offersFor('/subscribe january-7 ')).join()).not.toContain('Africa')
  })

  test.each(['/upcoming ', '/onthisday ja', '/sources x'])('%j has nothing to offer', async line => {
    expect(await offersFor(line)).toEqual([])
  })
})

describe('readline', () => {
  test.each([
    ['/summary sgg', '/summary sggp-2024 '],
    ['/summary sggp-2024 l', '/summary sggp-2024 long '],
    ['/article hanoi cer', '/article sggp-2024 '],
    ['/subscribe january-7 08', '/subscribe january-7 08:00 '],
    ['/subscribe 07:00 asia/ph', '/subscribe 07:00 Asia/Phnom_Penh '],
    ['/subscribe 07:00 hano', '/subscribe 07:00 Asia/Ho_Chi_Minh '],
    ['/subscribe 07:00 asia/h', '/subscribe 07:00 Asia/H'],
    ['/subscribe 07:00 new y', '/subscribe 07:00 America/New_York '],
    ['/search kmer', '/search Khmer Rouge '],
    ['/search pol po', '/search Pol Pot '],
  ])('%j becomes %j', async (typed, line) => {
    expect(await afterTab(typed)).toBe(line)
  })

  // Bangui and Bangkok share no more than the A of their continents.
  test.each(['bang', 'dar', 'cas', 'al', 'port'])(
    '%j means several zones, and stays as typed',
    async piece => {
      expect((await offersFor(`/subscribe 07:00 ${piece}`)).length).toBeGreaterThan(1)
      expect(await afterTab(`/subscribe 07:00 ${piece}`)).toBe(`/subscribe 07:00 ${piece}`)
    },
  )

  test('every line keeps its command and all the words before the last piece', async () => {
    for (const { name } of bot.commands)
      for (const words of ['', 'a', 'viet', '07:00 p', 'hun sen ph', 'x y z', '%', 'sggp-2024  l']) {
        const line = `/${name} ${words}`
        const [, piece] = await completeLine(line, bot, caller)
        expect(line.endsWith(piece)).toBe(true)
        expect((await afterTab(line)).startsWith(line.slice(0, line.length - piece.length))).toBe(true)
      }
  })
})
