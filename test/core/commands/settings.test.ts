// Checks what /settings changes: what was named and nothing else, and every change is said.

import { beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../../src/core/message/message.ts'
import type { Address, Caller } from '../../../src/core/ports.ts'
import { type Chat, caller, callsOf, choicesOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeEach(async () => {
  chat = await createChat('2026-11-21T12:00:00Z')
  await chat.say('/subscribe january-7')
  await chat.say('/subscribe front-founding')
})
const schedule = async () =>
  Object.fromEntries(
    (await chat.store.subscriptionsOf(caller.chat)).map(({ anniversary, time, zone }) => [
      anniversary,
      `${time.toString().slice(0, 5)} ${zone}`,
    ]),
  )
const press = (message: Message, label: RegExp, who = caller) => {
  const found = choicesOf(message).find(each => each.type === 'run' && label.test(each.label))
  if (found?.type !== 'run')
    throw new Error(`no ${label} among ${choicesOf(message).map(each => each.label)}`)
  return chat.bot.answer(found.call, who)
}
const firstLine = (message: Message) => textOf(message).split('\n')[0]
const before = { 'january-7': '07:00 Asia/Phnom_Penh', 'front-founding': '07:00 Asia/Phnom_Penh' }

describe('a question about one subscription', () => {
  const ask = (setting: string, who = caller) =>
    chat.bot.answer({ command: 'settings', args: { anniversary: 'january-7', ask: setting } }, who)

  it.each([
    ['hour', '/settings january-7 06:30', '06:30 Asia/Phnom_Penh'],
    ['zone', '/settings january-7 France', '07:00 Europe/Paris'],
    ['zone', '/settings january-7 +7', undefined],
  ])('about the %s prints the line "%s", which changes that one alone', async (setting, line, after) => {
    expect(textOf(await ask(setting))).toContain(line)
    const answer = await chat.say(line)
    expect(textOf(answer)).not.toMatch(/Which anniversary/)
    const [zone] = callsOf(answer).filter(each => /january-7 .*\//.test(each))
    if (setting === 'zone') await chat.say(String(zone))
    expect(await schedule()).toEqual({ ...before, 'january-7': after ?? expect.stringContaining('07:00 ') })
    expect((await schedule())['january-7'], String(zone)).not.toBe(before['january-7'])
  })

  it('prints the line with option names where these are typed', async () => {
    const who = { ...caller, namesOptions: true as const }
    expect(textOf(await ask('hour', who))).toContain('/settings anniversary:january-7 time:06:30')
    expect(textOf(await ask('zone', who))).toContain('/settings anniversary:january-7 zone:France')
  })
})

describe('an anniversary and a place', () => {
  it.each([
    ['january-7 New York', 'America/New_York'],
    ['7 January Hanoi', 'Asia/Ho_Chi_Minh'],
    ['Paris january-7', 'Europe/Paris'],
    ['january-7 Hanoy', 'Asia/Ho_Chi_Minh'],
  ])('are understood together: %s', async (words, zone) => {
    const answer = textOf(await chat.say(`/settings ${words} 9:00`))
    expect(answer).toMatch(new RegExp(`^${zone}, for “`))
    expect(await schedule()).toEqual({ ...before, 'january-7': `09:00 ${zone}` })
  })
})

describe('an hour that may be one of two', () => {
  it.each(['time:9', '9', 'january-7 time:9'])(
    'is asked about for /settings %s, and then set',
    async typed => {
      const asked = await chat.say(`/settings ${typed}`)
      expect(textOf(asked)).toBe('Which time do you mean by “9”?')
      expect(await schedule()).toEqual(before)
      const evening = choicesOf(asked).find(({ label }) => label === '21:00')
      if (evening?.type !== 'run') throw new Error(`no 21:00 among ${callsOf(asked)}`)
      const { anniversary = 'all' } = evening.call.args
      await chat.bot.answer({ ...evening.call, args: { ...evening.call.args, anniversary } }, caller)
      expect((await schedule())['january-7']).toMatch(/^21:00 /)
    },
  )
})

describe('a change that does not say which of several subscriptions', () => {
  it.each(['9:00', 'zone:UTC', 'grace:7', 'posts:off', '9:00 language:vi'])(
    'asks which for %s, and changes nothing',
    async typed => {
      const all = await chat.store.subscriptionsOf(caller.chat)
      const asked = await chat.say(`/settings ${typed}`)
      expect(textOf(asked)).toBe('Which one shall I change?')
      expect(await chat.store.subscriptionsOf(caller.chat)).toEqual(all)
      expect(await chat.store.languageOf(caller.chat)).toBe('en')
    },
  )

  it('is taken for all if it is about 29 February, which makes no difference to other days', async () => {
    await chat.say('/settings leapday:march-1')
    const all = await chat.store.subscriptionsOf(caller.chat)
    expect(all.map(({ leapDay }) => leapDay)).toEqual(all.map(() => 'march-1'))
    await chat.say('/settings leapday:february-28')
  })

  it('changes the one that is chosen, with all that was typed', async () => {
    const answer = await press(await chat.say('/settings 9:00 zone:UTC'), /7 January/)
    expect(firstLine(answer)).toBe('Changed: 09:00 (was 07:00), UTC (was Asia/Phnom_Penh)')
    expect(await schedule()).toEqual({ ...before, 'january-7': '09:00 UTC' })
  })

  it('changes all of them if that is chosen, and names them', async () => {
    const answer = await press(await chat.say('/settings 9:00'), /^All of them$/)
    expect(firstLine(answer)).toMatch(/^Changed: 09:00 \(.*, 7 January.*\)$/)
    expect(Object.values(await schedule())).toEqual(['09:00 Asia/Phnom_Penh', '09:00 Asia/Phnom_Penh'])
  })

  it('asks nothing if there is only one', async () => {
    await chat.say('/unsubscribe front-founding')
    expect(firstLine(await chat.say('/settings 9:00'))).toBe('Changed: 09:00 (was 07:00)')
  })
})

describe('the first line', () => {
  it.each([
    ['time:17:30', 'Changed: 17:30 (was 07:00)'],
    ['zone:UTC', 'Changed: UTC (was Asia/Phnom_Penh)'],
    ['grace:skip', 'Changed: Late posts: none'],
    ['leapday:march-1', 'Changed: 29 February in common years: 1 March'],
    ['language:vi', 'Đã thay đổi.'],
    ['time:07:00', 'Already so: 07:00'],
  ])('says what %s changed', async (typed, line) => {
    expect(firstLine(await chat.say(`/settings january-7 ${typed}`))?.startsWith(line)).toBe(true)
  })

  it('says nothing of a change where somebody only looks', async () => {
    for (const line of ['/settings', '/settings january-7'])
      expect(textOf(await chat.say(line))).not.toMatch(/Changed|Already/)
  })
})

describe('a change where nothing is subscribed', () => {
  const at = (thread: string): Address => ({ platform: 'fake', chat: 'server', thread })
  const place = { address: at('general'), name: '#general' }
  const admin: Caller = {
    ...caller,
    kind: 'server',
    chat: at('general'),
    places: { here: async () => place, find: async () => undefined },
  }

  it('says so, and subscribes with those values if that is chosen', async () => {
    const answer = await chat.say('/settings time:5pm grace:7', admin)
    expect(textOf(answer)).toBe('Nothing was changed: #general is not subscribed to anything.')
    expect(choicesOf(answer).map(({ label }) => label)).toContain('All of this server')
    const subscribed = await press(answer, /^Subscribe: .*7 January/, admin)
    expect(firstLine(subscribed)).toMatch(/^Subscribed: .* in #general$/)
    expect(await chat.store.subscriptionsOf(at('general'))).toMatchObject([
      { anniversary: 'january-7', grace: { type: 'days', days: 7 } },
    ])
    expect(textOf(subscribed)).toContain('Every year at 17:00')
  })

  it('names the anniversary if one was named, and offers no other', async () => {
    const answer = await chat.say('/settings journey-1977 8:00')
    expect(textOf(answer)).toMatch(/^Nothing was changed: this chat is not subscribed to “.*1977.*”\.$/)
    expect(callsOf(answer)).toEqual(['/settings 8:00 journey-1977 on', '/settings'])
    expect(await schedule()).toEqual(before)
  })

  it('says so of a stop, too', async () => {
    expect(textOf(await chat.say('/settings journey-1977 posts:off'))).toMatch(/^Nothing was changed/)
  })

  it('asks for the zone of a place when it subscribes', async () => {
    const asked = await press(await chat.say('/settings zone:hanoi', admin), /^Subscribe: .*7 January/, admin)
    await press(asked, /Ho_Chi_Minh/, admin)
    expect(await chat.store.subscriptionsOf(at('general'))).toMatchObject([{ zone: 'Asia/Ho_Chi_Minh' }])
  })
})
