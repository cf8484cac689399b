// Checks the commands that subscribe a chat: /subscribe, /unsubscribe, /settings and /preview.

import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, it } from 'vitest'
import { en } from '../../../src/core/languages/en/phrases.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { composePost } from '../../../src/core/wording/post.ts'
import { type Chat, caller, callsOf, choicesOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeEach(async () => {
  chat = await createChat('2026-11-21T12:00:00Z')
})
const here = () => chat.store.subscriptionsOf(caller.chat)
const labels = (answer: Message) => choicesOf(answer).map(({ label }) => label)

describe('/subscribe', () => {
  it('uses the default anniversary, hour and zone, and names them', async () => {
    const answer = textOf(await chat.say('/subscribe'))
    expect(answer).toContain('7 January 2027 at 07:00 (Asia/Phnom_Penh) · 00:00 UTC')
    expect(answer).toContain('The time is that of Asia/Phnom_Penh')
    expect(await here()).toMatchObject([{ anniversary: 'january-7', status: { type: 'active' } }])
  })

  it('takes an hour and a zone in any order, and gives the day in UTC if it differs', async () => {
    expect(textOf(await chat.say('/subscribe Asia/Ho_Chi_Minh 6:30'))).toContain(
      '7 January 2027 at 06:30 (Asia/Ho_Chi_Minh) · 6 January 2027, 23:30 UTC',
    )
  })

  it('takes an anniversary by its id or words of its name', async () => {
    await chat.say('/subscribe front-founding')
    await chat.say('/subscribe founding of the salvation front 08:00')
    expect(await here()).toMatchObject([{ anniversary: 'front-founding' }])
    expect((await here())[0]?.time.toString()).toBe('08:00:00')
  })

  it.each(['hi', '6', 'all', 'the', 'Phnom Pen', 'Atlantis', 'Canada', '+07:00'])(
    'asks about %s and changes nothing',
    async words => {
      await chat.say('/subscribe 7:00 Asia/Tokyo')
      const before = await here()
      const answer = await chat.say(`/subscribe 9:00 ${words}`)
      expect(textOf(answer)).toMatch(
        /Which anniversary do you mean by|No anniversary is called|Which time zone/,
      )
      expect(await here()).toEqual(before)
    },
  )

  it.each([
    ['7 January 6:30 pm', '18:30:00'],
    ['7 january 6 pm', '18:00:00'],
    ['6:30pm', '18:30:00'],
    ['6:30 AM 7 January', '06:30:00'],
  ])('reads the hour of "%s"', async (words, hour) => {
    await chat.say(`/subscribe ${words}`)
    expect((await here())[0]?.time.toString()).toBe(hour)
  })

  it.each([
    ['9', ['09:00', '21:00']],
    ['at 9', ['09:00', '21:00']],
    ['9 UTC+7', ['09:00', '21:00']],
    ['19', ['19:00']],
    ['៩', ['09:00', '21:00']],
  ])('asks which hour "%s" is, a number alone, and changes nothing', async (words, times) => {
    const answer = await chat.say(`/subscribe ${words}`)
    expect(textOf(answer)).toContain('Which time do you mean by')
    expect(labels(answer).slice(0, times.length)).toEqual(times)
    expect(await here()).toEqual([])
  })

  it('reads an hour of many words', async () => {
    await chat.say('/subscribe front-founding at a quarter past 7 in the evening')
    expect(await here()).toMatchObject([{ anniversary: 'front-founding' }])
    expect((await here())[0]?.time.toString()).toBe('19:15:00')
  })

  it('takes the only anniversary that is near the words, and says so', async () => {
    const answer = textOf(await chat.say('/subscribe 9:00 salvaton front'))
    expect(answer).toMatch(/^2 December 1978: the founding of the salvation Front, for “salvaton front”\./)
    expect(await here()).toMatchObject([{ anniversary: 'front-founding' }])
  })

  it.each([
    ['9:00 VN', 'Asia/Ho_Chi_Minh', 'VN'],
    ['7:00 New York City', 'America/New_York', 'New York'],
    ['7:00 Ho Chi Minh City', 'Asia/Ho_Chi_Minh', 'Ho Chi Minh City'],
    ['7:00 Sài Gòn', 'Asia/Ho_Chi_Minh', 'Sài Gòn'],
    ['07:00 Hanoi', 'Asia/Ho_Chi_Minh', 'Hanoi'],
    ['07:00 Hanoii', 'Asia/Ho_Chi_Minh', 'Hanoii'],
    ['january-7 07:00 hanoi', 'Asia/Ho_Chi_Minh', 'hanoi'],
    ['zone:hanoi', 'Asia/Ho_Chi_Minh', 'hanoi'],
    ['9:00 Asia/Phnom_Pen', 'Asia/Phnom_Penh', 'Asia/Phnom_Pen'],
    ['7 giờ tối JST', 'Asia/Tokyo', 'JST'],
  ])('takes the only zone of a place, and says so: %s', async (typed, zone, place) => {
    const answer = textOf(await chat.say(`/subscribe ${typed}`))
    expect(answer.split('\n')[0]).toBe(`${zone}, for “${place}”.`)
    expect(await here()).toMatchObject([{ anniversary: 'january-7', zone }])
  })

  it('says so if nothing changes', async () => {
    await chat.say('/subscribe')
    expect(textOf(await chat.say('/subscribe'))).toContain('Already subscribed')
  })

  it('changes the hour of the only subscription', async () => {
    await chat.say('/subscribe')
    expect(textOf(await chat.say('/subscribe 18:00'))).toContain('Changed for this chat')
    expect(await here()).toHaveLength(1)
  })

  it('asks for one of several zones of a place, and chooses none itself', async () => {
    const answer = await chat.say('/subscribe 07:00 Canada')
    expect(textOf(answer)).toContain('Which time zone do you mean by “Canada”')
    expect(callsOf(answer)[0]).toBe('/subscribe 07:00 America/Toronto')
    expect(await here()).toEqual([])
  })

  it.each([
    ['/subscribe 7 giờ tối', '19:00:00'],
    ['/subscribe january-7 ម៉ោង ៧ និង ៣០ នាទី', '07:30:00'],
    ['/subscribe 7 p.m. Asia/Tokyo', '19:00:00'],
    ['/subscribe noon', '12:00:00'],
    ['/subscribe 0700', '07:00:00'],
    ['/subscribe time:7 giờ sáng', '07:00:00'],
  ])('takes the hour of %s', async (line, time) => {
    expect(textOf(await chat.say(line))).toContain('Subscribed')
    expect((await here()).map(each => each.time.toString())).toEqual([time])
  })

  it('takes a year among the words for no hour', async () => {
    expect(textOf(await chat.say('/subscribe 2027'))).not.toContain('Subscribed')
    expect(await here()).toEqual([])
  })

  it('offers no zone for a word that is like none', async () => {
    for (const words of ['banana', 'hello', 'test'])
      expect(callsOf(await chat.say(`/subscribe ${words}`)).join()).not.toMatch(/[A-Z]\w+\/[A-Z]/)
  })

  it('says how to write an hour, a zone or an anniversary', async () => {
    expect(textOf(await chat.say('/subscribe 25:00'))).toContain('Write it as 07:00')
    expect(textOf(await chat.say('/subscribe zone:Mars/Olympus'))).toContain('Write it as Europe/Paris')
    expect(callsOf(await chat.say('/subscribe zzzz'))).toHaveLength(3)
    expect(await here()).toEqual([])
  })

  it('starts with next year’s post after the hour on the day itself', async () => {
    chat.at('2027-01-07T03:00:00Z')
    expect(textOf(await chat.say('/subscribe'))).toContain('7 January 2028')
  })

  it('is for admins only, and so is /unsubscribe', async () => {
    const member = { ...caller, isAdmin: () => false }
    expect(textOf(await chat.say('/subscribe', member))).toContain('Only the admins')
    await chat.say('/subscribe')
    expect(textOf(await chat.say('/unsubscribe', member))).toContain('Only the admins')
    expect(await here()).toMatchObject([{ status: { type: 'active' } }])
  })
})

describe('/unsubscribe', () => {
  it('ends the only subscription, and offers to start again', async () => {
    await chat.say('/subscribe')
    expect(callsOf(await chat.say('/unsubscribe'))).toEqual(['/subscribe january-7'])
    expect(await here()).toMatchObject([{ status: { type: 'ended' } }])
    expect(textOf(await chat.say('/unsubscribe'))).toContain('not subscribed to anything')
  })

  it('ends all subscriptions on “all”, and none on a word that is too vague', async () => {
    await chat.say('/subscribe')
    await chat.say('/subscribe front-founding')
    await chat.say('/unsubscribe the')
    expect((await here()).every(each => each.status.type === 'active')).toBe(true)
    await chat.say('/unsubscribe all')
    expect((await here()).every(each => each.status.type === 'ended')).toBe(true)
  })

  it('says that the chat is not subscribed to the anniversary named', async () => {
    await chat.say('/subscribe front-founding')
    expect(textOf(await chat.say('/unsubscribe 7 january'))).toContain('not subscribed to that')
  })

  it('asks which one if there are several', async () => {
    await chat.say('/subscribe')
    await chat.say('/subscribe front-founding')
    expect(callsOf(await chat.say('/unsubscribe'))).toEqual([
      '/unsubscribe front-founding',
      '/unsubscribe january-7',
    ])
  })

  it('and subscribing again on the day does not post twice', async () => {
    await chat.say('/subscribe')
    const [subscription] = await here()
    if (!subscription) return expect.fail('not subscribed')
    const { next } = subscription
    await chat.store.openGroup({
      group: subscription,
      due: next,
      expiresAt: Temporal.Instant.from('2027-01-10T00:00:00Z'),
      next,
      limit: 1,
    })
    chat.at('2027-01-06T23:59:00Z')
    await chat.say('/unsubscribe')
    expect(textOf(await chat.say('/subscribe'))).toContain('7 January 2028')
  })
})

describe('/settings', () => {
  it('says that nothing is posted, and offers every anniversary', async () => {
    const answer = await chat.say('/settings')
    expect(textOf(answer)).toContain('not subscribed to anything')
    expect(callsOf(answer).filter(call => call.endsWith(' on'))).toHaveLength(
      chat.corpus.anniversaries.length,
    )
  })

  it('subscribes, sets hour, zone and lateness, and stops, all with buttons that change one message', async () => {
    const press = async (message: Message, label: RegExp) => {
      const found = choicesOf(message).find(choice => choice.type === 'run' && label.test(choice.label))
      if (found?.type !== 'run') throw new Error(`no button ${label}`)
      expect(found.inPlace).toBe(true)
      return chat.bot.answer(found.call, caller)
    }
    let message = await press(await chat.say('/settings'), /Subscribe: .*7 January/)
    message = await press(await press(message, /Time: 07:00/), /^19:00$/)
    expect(textOf(message)).toContain('Every year at 19:00, Asia/Phnom_Penh')
    message = await press(await press(message, /Time zone: Asia/), /^Europe\/Paris$/)
    expect(textOf(message)).toContain('Every year at 19:00, Europe/Paris')
    message = await press(await press(message, /Late posts/), /up to 7 days/)
    expect(textOf(message)).toContain('up to 7 days')
    message = await press(message, /^Stop/)
    expect(textOf(message)).toContain('not subscribed to anything')
  })

  it.each([
    ['France', 'Europe/Paris'],
    ['Frannce', 'Europe/Paris'],
    ['Việt Nam', 'Asia/Ho_Chi_Minh'],
    ['ភ្នំពេញ', 'Asia/Phnom_Penh'],
    ['UK', 'Europe/London'],
  ])('takes the only zone for %s, and says so', async (place, zone) => {
    await chat.say('/subscribe Asia/Tokyo')
    expect(textOf(await chat.say(`/settings ${place}`))).toMatch(new RegExp(`^${zone}, for “${place}”\\.`))
    expect(await chat.store.subscriptionsOf(caller.chat)).toMatchObject([{ zone }])
  })

  it('leaves the zone to admins', async () => {
    await chat.say('/subscribe Asia/Tokyo')
    await chat.say('/settings France', { ...caller, isAdmin: () => false })
    expect(await chat.store.subscriptionsOf(caller.chat)).toMatchObject([{ zone: 'Asia/Tokyo' }])
  })

  it.each([
    ['+7', 'Asia/Phnom_Penh'],
    ['UTC+5:30', 'Asia/Kolkata'],
  ])('offers the zone for %s, and chooses none itself', async (place, zone) => {
    await chat.say('/subscribe')
    const before = await chat.store.subscriptionsOf(caller.chat)
    expect(callsOf(await chat.say(`/settings ${place}`))).toContain(`/settings ${zone}`)
    expect(await chat.store.subscriptionsOf(caller.chat)).toEqual(before)
  })

  it('keeps the hour typed with a place', async () => {
    await chat.say('/subscribe')
    await chat.say('/settings 06:00 Paris')
    expect(await chat.store.subscriptionsOf(caller.chat)).toMatchObject([
      { zone: 'Europe/Paris', time: Temporal.PlainTime.from('06:00') },
    ])
  })

  it('says how to write the hour of the anniversary being changed', async () => {
    await chat.say('/subscribe')
    const asked = await chat.bot.answer(
      { command: 'settings', args: { anniversary: 'january-7', ask: 'hour' } },
      caller,
    )
    expect(textOf(asked)).toContain('/settings january-7 06:30')
  })

  it.each([
    ['USA', 'America/New_York'],
    ['Mỹ', 'America/New_York'],
    ['Canada', 'America/Toronto'],
  ])('offers for %s first %s', async (country, zone) => {
    await chat.say('/subscribe')
    expect(callsOf(await chat.say(`/settings ${country}`))[0]).toBe(`/settings ${zone}`)
  })

  it('subscribes to a second anniversary in the chat’s zone', async () => {
    await chat.say('/subscribe 07:00 Europe/Paris')
    await chat.say('/subscribe journey-1977')
    expect((await chat.store.subscriptionsOf(caller.chat)).map(({ zone }) => zone)).toEqual([
      'Europe/Paris',
      'Europe/Paris',
    ])
  })

  it('shows where 29 February falls for as long as that is set', async () => {
    const leapDay = '29 February in common years: 1 March'
    await chat.say('/subscribe')
    expect(textOf(await chat.say('/settings'))).not.toContain('29 February')
    expect(textOf(await chat.say('/settings leapday:march-1'))).toContain(leapDay)
    expect(textOf(await chat.say('/settings'))).toContain(leapDay)
    await chat.say('/settings leapday:february-28')
    expect(textOf(await chat.say('/settings'))).not.toContain('29 February')
  })

  it('says that an option does not exist, and which ones do', async () => {
    for (const before of ['/settings', '/subscribe']) {
      await chat.say(before)
      const answer = await chat.say('/settings hour:99')
      expect(textOf(answer)).toContain('/settings has no option “hour”.')
      for (const option of ['anniversary', 'time', 'zone', 'grace'])
        expect(textOf(answer)).toMatch(
          new RegExp(`${option}\\*? – ${en.commands.settings.options[option as 'time']}`),
        )
      expect(choicesOf(answer)).toEqual([])
    }
  })

  it('keeps a chat paused when another setting changes', async () => {
    await chat.say('/subscribe')
    await chat.store.pause(caller.chat, 'kicked')
    expect(textOf(await chat.say('/settings grace:7'))).toContain('Paused')
  })

  it('shows hour, zone, next post and grace, and why a chat is paused', async () => {
    await chat.say('/subscribe 06:30 Asia/Ho_Chi_Minh')
    const answer = textOf(await chat.say('/settings'))
    expect(answer).toContain('Every year at 06:30, Asia/Ho_Chi_Minh')
    expect(answer).toContain('Next post: 7 January 2027 at 06:30')
    expect(answer).toContain('up to 3 days')
    await chat.store.pause(caller.chat, 'kicked')
    expect(textOf(await chat.say('/settings'))).toContain('Paused, because the bot was removed')
  })
})

describe('/preview', () => {
  it('shows exactly the post that will be made, and when', async () => {
    await chat.say('/subscribe 06:30 Asia/Ho_Chi_Minh')
    const answer = await chat.say('/preview')
    expect(textOf(answer)).toContain('7 January 2027 at 06:30 (Asia/Ho_Chi_Minh) · 6 January 2027, 23:30 UTC')
    const anniversary = chat.corpus.anniversaries.find(({ id }) => id === 'january-7')
    if (!anniversary) return expect.fail('no january-7')
    const post = composePost(
      { anniversary, occurrence: Temporal.PlainDate.from('2027-01-07') },
      { corpus: chat.corpus, language: 'en', say: en },
    )
    expect(answer.body.slice(2)).toEqual(post.body)
    expect(answer.choices).toEqual(post.choices)
  })

  it('shows what an unsubscribed chat would get, and says that it is not subscribed', async () => {
    expect(textOf(await chat.say('/preview'))).toContain('This chat is not subscribed')
    expect(textOf(await chat.say('/preview front-founding'))).toContain('2 December 2026')
    expect(callsOf(await chat.say('/preview nothing'))).toHaveLength(3)
  })
})
