// Checks the commands about dates, /onthisday and /upcoming, and the post itself.
import { beforeEach, describe, expect, it } from 'vitest'
import { blocksOf, type Chat, caller, callsOf, choicesOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeEach(async () => {
  chat = await createChat('2026-11-21T12:00:00Z')
})

describe('/onthisday', () => {
  it.each(['7 January', 'January 7', '01-07', 'ngày 7 tháng 1', '៧ មករា'])(
    'shows the anniversary of %s',
    async day => {
      const answer = textOf(await chat.say(`/onthisday ${day}`))
      expect(answer).toContain('7 January 1979')
      expect(answer).toContain('48th anniversary')
      expect(answer).not.toContain('Read as')
    },
  )

  it.each(['Victory Day', 'January 7 Victory', 'ទិវាជ័យជម្នះ', 'ទិវាជ័យជម្នះលើរបបប្រល័យពូជសាសន៍'])(
    'knows the day by a name that people search for: %s',
    async name => {
      const answer = textOf(await chat.say(`/onthisday ${name}`))
      expect(answer).toContain('48th anniversary')
      // The name is one side's, so the bot itself does not use it.
      expect(answer).not.toContain(name)
    },
  )

  it.each(['Victory', 'Pol Pot', 'genocide'])('does not take %s for a day', async words => {
    expect(textOf(await chat.say(`/onthisday ${words}`))).toContain('cannot read')
  })

  it.each(['januray 7', '7 janury', 'mùng 7 tháng 1'])('forgives %s', async day => {
    expect(textOf(await chat.say(`/onthisday ${day}`))).toContain('48th anniversary')
  })

  it('offers the other reading of 1/7 to people who write the month first', async () => {
    const answer = await chat.say('/onthisday 1/7')
    expect(textOf(answer)).toContain('Read as 1 July')
    expect(callsOf(answer)).toContain('/onthisday 01-07')
  })

  it('says how it read 7/1', async () => {
    expect(textOf(await chat.say('/onthisday 7/1'))).toContain('Read as 7 January: the day comes first')
  })

  it('also shows the articles published on the day', async () => {
    // The post fills the page before.
    const answer = textOf(
      await chat.bot.answer({ command: 'onthisday', args: { date: '01-07', entry: '2' } }, caller),
    )
    expect(answer).toContain('Published on this day')
    expect(answer).toContain('Sai Gon Giai Phong, 7 January 2024')
    const ninth = await chat.say('/onthisday 9 January')
    expect(textOf(ninth)).toContain('VietnamPlus, 9 January 2023')
    expect(callsOf(ninth)).toEqual(['/article vietnamplus-2023'])
  })

  it('takes today in the chat’s zone: it is 7 January in Phnom Penh when it is still the 6th in UTC', async () => {
    chat.at('2027-01-06T18:00:00Z')
    expect(textOf(await chat.say('/onthisday'))).toContain('48th anniversary')
    await chat.say('/subscribe 07:00 America/New_York')
    expect(textOf(await chat.say('/onthisday'))).toContain('nothing on 6 January')
    expect(textOf(await chat.say('/onthisday tomorrow'))).toContain('48th anniversary')
  })

  it('says that there is nothing on a day, and offers the next day with something', async () => {
    const answer = await chat.say('/onthisday 3 March')
    expect(textOf(answer)).toContain('nothing on 3 March')
    expect(textOf(answer)).toContain('2 December 2026')
    expect(callsOf(answer)).toEqual(['/onthisday 12-02'])
  })

  it('shows the events of the day, and what is told of it from outside', async () => {
    expect(textOf(await chat.say('/onthisday 25 December'))).toMatch(
      /From outside this archive\n.*25 December 1978/,
    )
    expect(textOf(await chat.say('/onthisday 17 April'))).toContain('17 April 1975')
    expect(textOf(await chat.say('/onthisday 2 December'))).toContain('2 December 2025: AKP:')
    expect(callsOf(await chat.say('/onthisday April'))).toEqual(['/onthisday 04-17'])
  })

  it('lists the days of a month, or of a week, on which there is something', async () => {
    const january = await chat.say('/onthisday january')
    expect(textOf(january)).toContain('January')
    expect(callsOf(january)).toEqual(['/onthisday 01-07', '/onthisday 01-09'])
    expect(callsOf(await chat.say('/onthisday tháng giêng'))).toEqual(callsOf(january))
    chat.at('2026-12-31T12:00:00Z')
    const week = await chat.say('/onthisday next week')
    expect(textOf(week)).toContain('4 January – 10 January')
    expect(callsOf(week)).toEqual(callsOf(january))
  })

  it('says so if there is nothing in a month', async () => {
    expect(textOf(await chat.say('/onthisday August'))).toContain('nothing for August')
  })

  it('counts days from today', async () => {
    chat.at('2027-01-04T12:00:00Z')
    for (const typed of ['in 3 days', '3 ngày nữa', '៣ ថ្ងៃទៀត'])
      expect(textOf(await chat.say(`/onthisday ${typed}`))).toContain('48th anniversary')
  })

  it('says how long the month is if it has no such day', async () => {
    const answer = await chat.say('/onthisday 31 April')
    expect(textOf(answer)).toContain('April has 30 days.')
    expect(callsOf(answer)).toEqual(['/onthisday 04-30'])
    expect(textOf(await chat.say('/onthisday 30/2'))).toContain('February has at most 29 days.')
  })

  it('says how to write a day if it cannot read one', async () => {
    const answer = await chat.say('/onthisday 1/13')
    expect(textOf(answer)).toContain('3/5 (day/month)')
    expect(callsOf(answer)).toContain('/onthisday 01-07')
  })

  it('counts the years to the coming day, or to today on the day itself', async () => {
    chat.at('2027-01-07T12:00:00Z')
    expect(textOf(await chat.say('/onthisday 7 January'))).toContain('7 January 2027 · the 48th anniversary')
    chat.at('2027-01-08T12:00:00Z')
    expect(textOf(await chat.say('/onthisday 7 January'))).toContain('7 January 2028 · the 49th anniversary')
  })
})

describe('/onthisday as an answer', () => {
  it.each([
    ['en', '7 January'],
    ['vi', '7 tháng 1'],
    ['km', '៧ មករា'],
  ])('takes about one screen of a phone in %s, and the whole post on request', async (locale, day) => {
    const reader = { ...caller, locale }
    const answer = await chat.say(`/onthisday ${day}`, reader)
    expect(textOf(answer).length).toBeLessThanOrEqual(1400)
    const [whole] = choicesOf(answer)
    if (whole?.type !== 'run') throw new Error('no choice')
    const post = textOf(await chat.bot.answer(whole.call, reader))
    for (const { text } of chat.corpus.anniversaries.find(({ id }) => id === 'january-7')?.account ?? [])
      expect(post).toContain(text[locale])
  })

  it('never tells a disputed day by one side: the statements from outside on the same come with it', async () => {
    const answer = textOf(await chat.say('/onthisday 7 January'))
    expect(answer).toContain('call it a victory')
    expect(answer).toContain('invasion')
    expect(answer).toContain('occupation')
  })
})

describe('/upcoming', () => {
  it('lists every anniversary with its date and count, the nearest first', async () => {
    const lines = textOf(await chat.say('/upcoming')).split('\n')
    expect(lines.filter(line => line.includes('anniversary'))).toEqual(
      [
        'Coming anniversaries',
        '2 December 2026, in 11 days: the 48th anniversary',
        '7 January 2027, in 47 days: the 48th anniversary',
        '20 June 2027, in 211 days: the 50th anniversary',
      ].slice(1),
    )
  })

  it('marks the anniversaries posted here and offers the others', async () => {
    await chat.say('/subscribe')
    const answer = await chat.say('/upcoming')
    expect(textOf(answer)).toContain('the 48th anniversary, posted in this chat')
    expect(callsOf(answer)).toEqual(['/subscribe front-founding', '/subscribe journey-1977'])
  })
})

describe('the post of 7 January', () => {
  it('gives every statement its source', async () => {
    const answer = await chat.say('/preview january-7')
    const statements = blocksOf(answer, 'list').flatMap(list => list.children)
    expect(statements.length).toBeGreaterThan(5)
    for (const { children } of statements) {
      expect(children.at(-1)?.type).toBe('attribution')
      expect(textOf({ body: children.slice(-1) })).not.toBe('')
    }
  })

  it('shows the differing figures side by side, each with its speaker, and averages nothing', async () => {
    const lines = textOf(await chat.say('/preview january-7')).split('\n')
    const claim = (words: string) => lines.find(line => line.includes(words))
    expect(claim('More than 3 million Cambodians')).toMatch(
      /^Le Minh Khai, then Deputy Prime Minister of Vietnam:/,
    )
    expect(claim('More than 3 million innocent people')).toMatch(/^AKP, Cambodia's state news agency:/)
    expect(claim('Close to 2 million people')).toMatch(/^VOVworld, in its own voice:/)
    expect(lines.join(' ')).not.toMatch(/2\.5 million|articles say more than/)
  })

  it('keeps outside statements under their own heading', async () => {
    const text = textOf(await chat.say('/preview january-7'))
    expect(text.indexOf('From outside this archive')).toBeGreaterThan(text.indexOf('What the articles say'))
    expect(text.indexOf('About 1.7 million')).toBeGreaterThan(text.indexOf('From outside this archive'))
  })
})
