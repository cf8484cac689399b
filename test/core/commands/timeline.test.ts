// Checks /timeline: events as precise as in the articles, each cited, with anniversaries of different things kept
// apart.
import { beforeAll, describe, expect, it } from 'vitest'
import { compareLooseDates, formatLooseDate } from '../../../src/core/calendar/date.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import { blocksOf, type Chat, caller, callsOf, choicesOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeAll(async () => {
  chat = await createChat()
})
const lines = async (line: string) => textOf(await chat.say(line)).split('\n')

describe('/timeline', () => {
  it('shows each date only as precisely as the articles give it', async () => {
    const text = (await lines('/timeline')).join('\n')
    for (const line of [
      'April 1975: Le Minh Khai, then Deputy Prime Minister of Vietnam: The Pol Pot regime comes to power.',
      '7 January 1979: The rule of the Khmer Rouge',
      '1979 to 1989: VOVworld: Tens of thousands of Vietnamese experts',
      '2022: Rasmei Kampuchea: A ceremony at Koh Thmor X-16',
    ])
      expect(text).toContain(line)
  })

  it('says that a date is derived, and how', async () => {
    const text = (await lines('/timeline 1978 1978')).join('\n')
    expect(text).toContain('2 December 1978 (derived): AKP: The salvation Front is founded.')
    expect(text).toContain('The date is derived: the article has the 47th anniversary on 2 December 2025')
  })

  it('cites every event, in order', async () => {
    const answer = await chat.say('/timeline')
    for (const list of blocksOf(answer, 'list'))
      for (const item of list.children)
        expect(item.children.some(block => block.type === 'attribution')).toBe(true)
    const dates = chat.corpus.events.map(event => event.date)
    expect([...dates].sort(compareLooseDates)).toEqual(dates)
  })

  it('keeps to the years asked for, however they are written', async () => {
    for (const years of ['1979 1989', '1979-1989', '1979 - 1989', '1979–1989', 'from:1979 to:1989']) {
      const listed = await lines(`/timeline ${years}`)
      expect(
        listed.filter(line => /^\d|^[A-Z][a-z]+ \d{4}/.test(line)).map(line => line.split(':')[0]),
      ).toEqual(['7 January 1979', '1979 to 1989', '1989'])
    }
  })

  it('takes a single year or month as only that one, and offers the later ones', async () => {
    const firsts = async (typed: string) =>
      (await lines(`/timeline ${typed}`))
        .filter(line => /^(?:\d|[A-Z]\w+ \d{4})/.test(line))
        .map(line => line.split(':')[0])
    expect(await firsts('1979')).toEqual(['7 January 1979', '1979 to 1989'])
    expect(await firsts('1979')).toEqual(await firsts('1979 1979'))
    expect(await firsts('1975-04')).toEqual(['April 1975'])
    const answer = await chat.say('/timeline 1979')
    const [onwards] = choicesOf(answer)
    expect(onwards).toMatchObject({ label: 'From 1979 on', call: { args: { from: '1979-' } } })
    const after = await firsts('1979-')
    expect(after.slice(0, 3)).toEqual(['7 January 1979', '1979 to 1989', '1989'])
    expect(after.at(-1)).toBe('7 January 2026')
    for (const typed of ['1979 -', '1979–', '១៩៧៩-']) expect(await firsts(typed)).toEqual(after)
  })

  it('takes limits to the day, and compares years, months and spans by all the days they may mean', async () => {
    const firsts = async (typed: string) =>
      (await lines(`/timeline ${typed}`))
        .filter(line => /^(?:\d|[A-Z]\w+ \d{4})/.test(line))
        .map(line => line.split(':')[0])
    expect(await firsts('1978-12-02 1979-01-06')).toEqual(['2 December 1978 (derived)', '1979 to 1989'])
    expect(await firsts('1975-04 1975-04')).toEqual(['April 1975'])
    expect(await firsts('1975-05 1976')).toEqual([])
  })

  it('shows when articles appeared, and marks inferred dates', async () => {
    const text = (await lines('/timeline 2014 2014')).join('\n')
    expect(text).toContain('January 2014 (inferred): VOVworld publishes “Vietnam-Cambodia relations”.')
  })

  it('keeps the 45th and 47th anniversaries of different events apart', async () => {
    const text = (await lines('/timeline 2022-')).join('\n')
    expect(text).toContain('45 years since the "historic journey"')
    expect(text).toContain('45 years since 7 January 1979')
    expect(text).toContain('47 years since the salvation Front was founded')
    expect(text).toContain('47 years since 7 January 1979')
  })

  it('reads the dates that it prints itself, in every language', async () => {
    for (const locale of languages) {
      const who = { ...caller, locale }
      const say = await phrasesOf(locale)
      for (const { date } of chat.corpus.events) {
        const as = async (typed: string) => textOf(await chat.say(`/timeline ${typed}`, who))
        expect(await as(say.date(date))).toBe(await as(formatLooseDate(date)))
      }
    }
  })

  it('swaps two dates in the wrong order, and says so', async () => {
    const turned = await lines('/timeline 1989 7 January 1979')
    expect(turned).toContain('Swapped: 7 January 1979 to 1989.')
    const straight = await lines('/timeline 1979-01-07 1989')
    expect(turned.filter(line => !line.startsWith('Swapped') && line)).toEqual(straight.filter(Boolean))
    expect(textOf(await chat.say('/timeline 1979 1979'))).not.toContain('Turned')
  })

  it('says how it read a day that could be a month', async () => {
    expect(await lines('/timeline 7/1/1979')).toContain(
      'Read as 7 January 1979: the day comes first, then the month.',
    )
    expect(await lines('/timeline 13/1/1979')).not.toContain('Read as')
  })

  it('says how to write a date, and that there is nothing from a time', async () => {
    expect(textOf(await chat.say('/timeline soon'))).toContain('Write 1950')
    const empty = await chat.say('/timeline 1800 1900')
    expect(textOf(empty)).toContain('nothing from that time')
    expect(callsOf(empty)).toEqual(['/timeline'])
  })
})
