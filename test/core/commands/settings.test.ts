// Checks what /settings changes: what was named and nothing else, and every change is said.

import { beforeEach, describe, expect, it } from 'vitest'
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
    const answer = await chat.say(`/settings ${words} 9:00`)
    const offer = choicesOf(answer).find(each => each.type === 'run' && each.call.args['zone'] === zone)
    if (offer?.type !== 'run') throw new Error(`no ${zone} among ${callsOf(answer)}`)
    await chat.bot.answer(offer.call, caller)
    expect(await schedule()).toEqual({ ...before, 'january-7': `09:00 ${zone}` })
  })
})
