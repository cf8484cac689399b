// Checks how a place of a chat is subscribed, shown, changed and looked after from another place.

import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, it } from 'vitest'
import { postOptionsOf } from '../../../src/core/delivery/post-options.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import type { Choice, Message } from '../../../src/core/message/message.ts'
import type { Address, Caller, Place, Role } from '../../../src/core/ports.ts'
import { type Chat, caller, choicesOf, createChat, textOf } from '../bundled.ts'

const at = (thread: string): Address => ({ platform: 'fake', chat: 'server', thread })
const placeOf = (thread: string, more: Partial<Place> = {}): Place => ({
  address: at(thread),
  name: `#${thread}`,
  canPublish: false,
  ...more,
})

let chat: Chat
let places: Map<string, Place>
let roles: Map<string, Role>
let admin: Caller

beforeEach(async () => {
  chat = await createChat('2026-11-21T12:00:00Z')
  places = new Map(
    [
      placeOf('general'),
      placeOf('feeds'),
      placeOf('news', { canPublish: true }),
      placeOf('closed', { missing: 'Send Messages' }),
    ].map(place => [String(place.address.thread), place]),
  )
  roles = new Map<string, Role>([
    ['1', { name: '@readers', mention: 'allowed' }],
    ['2', { name: '@everyone', mention: 'everybody' }],
    ['3', { name: '@staff', mention: { missing: 'Mention All' } }],
  ])
  admin = {
    ...caller,
    kind: 'server',
    chat: at('general'),
    places: {
      here: async () => places.get('general'),
      find: async id => places.get(id),
      findRole: async id => roles.get(id),
    },
  }
})

const call = (command: string, args: Record<string, string>, who = admin) =>
  chat.bot.answer({ command, args }, who)
const choice = (message: Message, label: RegExp): Extract<Choice, { type: 'run' | 'ask' }> => {
  const found = choicesOf(message).find(each => label.test(each.label))
  if (found?.type !== 'run' && found?.type !== 'ask')
    throw new Error(`no choice ${label} among ${choicesOf(message).map(each => each.label)}`)
  return found
}
const press = (message: Message, label: RegExp, who = admin) =>
  chat.bot.answer(choice(message, label).call, who)
/** Picks a role or a place from a list. */
const pick = (message: Message, label: RegExp, id: string) => {
  const found = choice(message, label)
  if (found.type !== 'ask') throw new Error(`${label} asks for nothing`)
  return chat.bot.answer({ ...found.call, args: { ...found.call.args, [found.option]: id } }, admin)
}
const activeIn = async (thread: string) =>
  (await chat.store.subscriptionsOf(at(thread))).filter(({ status }) => status.type === 'active')
const optionsIn = (thread: string) => postOptionsOf(at(thread), chat.store)

describe('/subscribe in another place', () => {
  it('says where posts come, whom they mention and whether they are published', async () => {
    const answer = await call('subscribe', { at: 'news', role: '1', publish: 'yes' })
    expect(textOf(answer)).toMatch(/^Subscribed: .* in #news\n/)
    expect(textOf(answer)).toContain('Posts in #news mention @readers. Posts in #news are published.')
    expect(textOf(await press(answer, /Settings/))).toContain('Settings of #news')
    expect(textOf(await press(answer, /next post/))).toContain('the next post in #news')
  })

  it('keeps place, role and publishing through a question', async () => {
    const asked = await call('subscribe', {
      at: 'news',
      time: '7:00',
      zone: 'australia',
      role: '1',
      publish: 'yes',
    })
    expect(textOf(asked)).toContain('Which time zone')
    await press(asked, /Sydney/)
    expect(await activeIn('news')).toMatchObject([{ zone: 'Australia/Sydney' }])
    expect(await optionsIn('news')).toEqual({ role: '1', publish: true })
    expect(await activeIn('general')).toEqual([])
  })

  it('names the place that people are in, too', async () => {
    expect(textOf(await call('subscribe', {}))).toMatch(/^Subscribed: .* in #general\n/)
  })

  it.each([
    ['2', 'never mentions everybody'],
    ['3', 'I may not mention @staff: let anyone mention the role, or give me the permission “Mention All”'],
    ['4', 'There is no such role here'],
  ])('says that role %s cannot be mentioned, and does the rest', async (role, words) => {
    const answer = textOf(await call('subscribe', { at: 'feeds', role }))
    expect(answer).toContain('Subscribed')
    expect(answer).toContain(words)
    expect(answer).not.toContain('Posts in #feeds mention')
    expect(await optionsIn('feeds')).toEqual({})
    expect(await activeIn('feeds')).toHaveLength(1)
  })

  it('says that a place cannot be published, and does the rest', async () => {
    const answer = textOf(await call('subscribe', { at: 'feeds', role: '1', publish: 'yes' }))
    expect(answer).toContain('Posts in #feeds cannot be published')
    expect(await optionsIn('feeds')).toEqual({ role: '1' })
  })

  it('says that there are no roles where a platform has none', async () => {
    const answer = textOf(await chat.say('/subscribe role:1'))
    expect(answer).toContain('There is no such role here')
    expect(await postOptionsOf(caller.chat, chat.store)).toEqual({})
  })
})

describe('/unsubscribe, /why and /preview in another place', () => {
  it('name it', async () => {
    expect(textOf(await call('why', { at: 'feeds' }))).toContain('No. #feeds is not subscribed')
    expect(textOf(await call('unsubscribe', { at: 'feeds' }))).toContain('#feeds is not subscribed')
    await call('subscribe', { at: 'feeds' })
    expect(textOf(await call('why', { at: 'feeds' }))).toContain('The next post in #feeds is due on')
    expect(textOf(await call('preview', { at: 'feeds' }))).toContain('the next post in #feeds')
    const ended = await call('unsubscribe', { at: 'feeds' })
    expect(textOf(ended)).toContain('No more posts in #feeds for:')
    expect(textOf(await press(ended, /Subscribe again/))).toContain('in #feeds')
  })
})

describe('what /why says of another place', () => {
  it.each(languages)('names the place in every sentence about it, in %s', async language => {
    const asked = { at: 'feeds', in: language }
    await call('subscribe', { at: 'feeds' })
    await call('subscribe', { at: 'general' })
    const there = textOf(await call('why', asked))
    const here = textOf(await call('why', { in: language }))
    expect(there).toContain('#feeds')
    // Whatever it says of one place it says of the other, with the other name.
    expect(here).toBe(there.replaceAll('#feeds', '#general'))
    const alone = { ...caller, chat: { platform: 'fake', chat: '2' } }
    await call('subscribe', {}, alone)
    const sentences = (text: string) => text.split('\n').filter(Boolean)
    const ofChat = sentences(textOf(await call('why', { in: language }, alone)))
    // The first line, that the place is subscribed, and whether the bot may post there.
    expect(sentences(there).filter(each => !ofChat.includes(each))).toHaveLength(3)
  })

  it.each(languages)('names no place as the reason of a pause, in %s', async language => {
    const { paused, pauseReasons } = (await phrasesOf(language)).commands.settings
    await call('subscribe', { at: 'feeds' })
    await chat.store.pause(at('feeds'), 'forbidden')
    const all = textOf(await call('settings', { view: 'all', in: language }))
    expect(all).toContain(paused(pauseReasons.forbidden))
    expect(pauseReasons.forbidden).not.toMatch(/here|ở đây|នៅទីនេះ/)
  })
})

describe('/why of a place', () => {
  it('offers all of the chat where nothing is subscribed, to admins', async () => {
    const all = 'All of this server'
    expect(choicesOf(await call('why', { at: 'feeds' })).map(({ label }) => label)).toContain(all)
    const member = { ...admin, isAdmin: () => false }
    expect(choicesOf(await call('why', { at: 'feeds' }, member)).map(({ label }) => label)).not.toContain(all)
  })

  it('names role and publishing of its posts', async () => {
    await call('subscribe', { at: 'news', role: '1', publish: 'yes' })
    expect(textOf(await call('why', { at: 'news' }))).toContain(
      'Posts in #news mention @readers. Posts in #news are published.',
    )
  })

  it('begins its sentences with a capital', async () => {
    places.set('feeds', placeOf('feeds', { name: 'topic “Reading”' }))
    expect(textOf(await call('why', { at: 'feeds' }))).toMatch(/^No\. Topic “Reading” is not subscribed/)
    expect(textOf(await call('unsubscribe', { at: 'feeds' }))).toMatch(/^Topic “Reading” is not subscribed/)
    expect(textOf(await call('preview', { at: 'feeds' }))).toMatch(
      /^Topic “Reading” is not subscribed to this day\. If it were, this would be posted on 7 January/,
    )
  })
})

describe('/settings of a place', () => {
  const settingsOf = async (thread: string) => press(await call('settings', { at: thread }), /^Change/)

  beforeEach(async () => {
    await call('subscribe', { at: 'news', time: '7:00', zone: 'UTC', role: '1', publish: 'yes' })
  })

  it('shows role and publishing', async () => {
    for (const view of [await call('settings', { at: 'news' }), await settingsOf('news')])
      expect(textOf(view)).toContain('Posts in #news mention @readers. Posts in #news are published.')
    expect(textOf(await call('settings', { at: 'feeds' }))).not.toContain('mention @')
  })

  it.each([
    [{ time: '8:00' }, { time: '08:00:00' }],
    [{ zone: 'Europe/Paris' }, { zone: 'Europe/Paris' }],
    [{ grace: '7' }, { grace: { type: 'days', days: 7 } }],
    [{ language: 'vi' }, {}],
    [{ role: 'none' }, { role: undefined }],
    [{ publish: 'no' }, { publish: undefined }],
  ])('changes one wish and keeps the others: %j', async (wish, change) => {
    const before = {
      time: '07:00:00',
      zone: 'UTC',
      grace: { type: 'days', days: 3 },
      role: '1',
      publish: true,
    }
    const answer = await call('settings', { at: 'news', ...wish } as Record<string, string>)
    expect(textOf(answer)).toContain('#news')
    const [subscription] = await activeIn('news')
    const { role, publish } = await optionsIn('news')
    expect({
      ...{ time: subscription?.time.toString(), zone: subscription?.zone, grace: subscription?.grace },
      ...{ role, publish },
    }).toEqual({ ...before, ...change })
    expect(await activeIn('general')).toEqual([])
  })

  it('takes a role from a list, and gives it back', async () => {
    roles.set('5', { name: '@friends', mention: 'allowed' })
    const picked = await pick(await call('settings', { at: 'news' }), /^Mention a role/, '5')
    expect(textOf(picked)).toMatch(/^Changed\. Posts in #news mention @friends\.\n/)
    expect(textOf(await pick(picked, /^Mention a role/, '2'))).toContain('never mentions everybody')
    expect(await optionsIn('news')).toEqual({ role: '5', publish: true })
    const taken = textOf(await press(picked, /^Mention no role/))
    expect(taken).toMatch(/^Changed\. Posts in #news mention no role\.\n/)
    expect(taken).not.toContain('@friends')
    expect(await optionsIn('news')).toEqual({ publish: true })
  })

  it('turns publishing off and on, where a place can be published', async () => {
    const off = await press(await call('settings', { at: 'news' }), /^Do not publish/)
    expect(textOf(off)).toMatch(/^Changed\. Posts in #news are not published\.\n/)
    expect(await optionsIn('news')).toEqual({ role: '1' })
    expect(textOf(await press(off, /^Publish/))).toMatch(/^Changed\. Posts in #news are published\.\n/)
    expect(await optionsIn('news')).toEqual({ role: '1', publish: true })
    await call('subscribe', { at: 'feeds' })
    const ofFeeds = await call('settings', { at: 'feeds' })
    expect(choicesOf(ofFeeds).map(({ label }) => label)).not.toContain('Publish each post')
  })

  it('offers role and publishing for the place, not for one of its subscriptions', async () => {
    const labels = choicesOf(await settingsOf('news')).map(({ label }) => label)
    expect(labels.filter(label => /role|ublish/.test(label))).toEqual([])
  })

  it('says that a role is gone', async () => {
    roles.delete('1')
    expect(textOf(await settingsOf('news'))).toContain('does not exist any more')
  })

  it('says what was stopped and where', async () => {
    expect(textOf(await press(await settingsOf('news'), /^Stop/))).toContain('No more posts in #news for:')
    expect(await activeIn('news')).toEqual([])
  })
})

describe('all subscriptions of a chat', () => {
  const everywhere = async (who = admin) => press(await call('settings', {}, who), /All of this server/, who)

  it('are listed with place, hour, zone, next post, role and publishing, for admins', async () => {
    await call('subscribe', { at: 'feeds', zone: 'UTC', role: '1' })
    await call('subscribe', { at: 'news', time: '18:00', publish: 'yes' })
    const answer = textOf(await everywhere())
    expect(answer).toMatch(/^All of this server\n/)
    expect(answer).toMatch(/#feeds: .*7 January/)
    expect(answer).toContain('Every year at 07:00, UTC')
    expect(answer.match(/Posts in #feeds mention @readers\./g)).toHaveLength(1)
    expect(answer).toContain('#news: ')
    expect(answer).toContain('Posts in #news are published.')
    const asked = { command: 'settings', args: { view: 'all' } }
    expect(textOf(await chat.bot.answer(asked, { ...admin, isAdmin: () => false }))).toContain(
      'Only the admins',
    )
  })

  it('say so if there are none', async () => {
    expect(textOf(await everywhere())).toContain('Nothing is subscribed')
  })

  it('open their settings in their place, and those of any other place', async () => {
    await call('subscribe', { at: 'feeds' })
    const opened = await press(await everywhere(), /#feeds/)
    expect(textOf(opened)).toContain('Posted in #feeds')
    await press(opened, /^Stop/)
    expect(await activeIn('feeds')).toEqual([])
    expect(textOf(await pick(await everywhere(), /Another channel/, 'news'))).toContain('Settings of #news')
  })

  it('turn pages, and every one is reached', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `c${index + 10}`)
    for (const name of names) {
      places.set(name, placeOf(name))
      await call('subscribe', { at: name })
    }
    const seen = new Set<string>()
    for (let page: Message | undefined = await everywhere(); page; ) {
      for (const { label } of choicesOf(page)) {
        const [name] = /#c\d+/.exec(label) ?? []
        if (name) seen.add(name)
      }
      const isLast: boolean = !choicesOf(page).some(({ label }) => label === 'Next page')
      page = isLast ? undefined : await press(page, /^Next page$/)
    }
    expect([...seen]).toEqual(names.map(name => `#${name}`))
  })

  it('include a place that was deleted, which is stopped or moved from there', async () => {
    await call('subscribe', { at: 'feeds' })
    places.delete('feeds')
    await chat.store.pause(at('feeds'), 'deleted')
    const all = await everywhere()
    expect(textOf(all)).toMatch(/Feeds: .*\n.*\n.*Paused, because the chat was not found/)
    expect(textOf(await call('settings', { at: 'feeds' }, { ...admin, isAdmin: () => false }))).toContain(
      'no such place',
    )
    const opened = await press(all, /feeds: /)
    expect(textOf(await press(opened, /^Stop/))).toContain('No more posts in feeds')
    expect(textOf(await everywhere())).toContain('Nothing is subscribed')
  })

  it('are not offered in a chat that is one place', async () => {
    expect(choicesOf(await chat.say('/settings')).map(({ label }) => label)).not.toContainEqual(
      expect.stringContaining('All of this'),
    )
  })
})

describe('a subscription that moves', () => {
  const open = async (thread: string) => press(await call('settings', { at: thread }), /^Change/)

  it('keeps hour, zone, lateness, next post, role and publishing, and says where from and where to', async () => {
    places.set('other', placeOf('other', { canPublish: true }))
    await call('subscribe', { at: 'news', time: '6:30', zone: 'UTC', role: '1', publish: 'yes' })
    await call('settings', { at: 'news', grace: 'same-day', leapday: 'march-1' })
    const [before] = await activeIn('news')
    const moved = await pick(await open('news'), /^Move to another/, 'other')
    expect(textOf(moved)).toMatch(/Moved from #news to #other: .*7 January/)
    expect(textOf(moved)).toContain('Posts in #other mention @readers. Posts in #other are published.')
    expect(await activeIn('news')).toEqual([])
    const [after] = await activeIn('other')
    expect(after).toEqual({ ...before, chat: at('other') })
    expect(String(after?.time)).toBe('06:30:00')
    expect(String(after?.next.at)).toBe('2027-01-07T06:30:00Z')
    expect(textOf(await press(moved, /^Stop/))).toContain('No more posts in #other')
  })

  it('comes here from elsewhere', async () => {
    await call('subscribe', { at: 'feeds' })
    const moved = await press(await open('feeds'), /^Move here/)
    expect(textOf(moved)).toMatch(/Moved from #feeds to #general/)
    expect(await activeIn('general')).toHaveLength(1)
    expect(await activeIn('feeds')).toEqual([])
    for (const here of [moved, await open('general')])
      expect(choicesOf(here).map(({ label }) => label)).not.toContain('Move here')
  })

  it('says that the goal already has it, cannot get posts, or is no place, and changes nothing', async () => {
    await call('subscribe', { at: 'feeds', time: '6:00' })
    await call('subscribe', { at: 'news', time: '9:00', role: '1' })
    const opened = await open('feeds')
    const before = [await activeIn('feeds'), await activeIn('news'), await optionsIn('news')]
    expect(textOf(await pick(opened, /^Move to/, 'news'))).toContain('#news already has this subscription')
    expect(textOf(await pick(opened, /^Move to/, 'closed'))).toContain('“Send Messages”')
    expect(textOf(await pick(opened, /^Move to/, 'nowhere'))).toContain('no such place')
    expect([await activeIn('feeds'), await activeIn('news'), await optionsIn('news')]).toEqual(before)
  })

  it('is for admins only', async () => {
    await call('subscribe', { at: 'feeds' })
    const member = { ...admin, isAdmin: () => false }
    expect(textOf(await press(await open('feeds'), /^Move here/, member))).toContain('Only the admins')
    expect(await activeIn('feeds')).toHaveLength(1)
  })

  it('leaves the role of a place that has other posts', async () => {
    await call('subscribe', { at: 'feeds', role: '1' })
    await call('subscribe', { at: 'news', anniversary: 'front-founding' })
    const moved = textOf(await pick(await open('feeds'), /^Move to/, 'news'))
    expect(moved).toContain('#news has other posts, so its own role and publishing hold')
    expect(await optionsIn('news')).toEqual({})
  })

  it('was posted this year already, so neither place gets the post again', async () => {
    await call('subscribe', { at: 'feeds', zone: 'UTC', time: '7:00' })
    await post('feeds')
    await press(await open('feeds'), /^Move here/)
    expect(await yearsIn('general')).toEqual([2028])
    // A later hour on the same day.
    await call('settings', { time: '20:00' })
    await call('subscribe', { at: 'feeds', zone: 'UTC', time: '21:00' })
    expect([await yearsIn('general'), await yearsIn('feeds')]).toEqual([[2028], [2028]])
  })

  it('goes where this year’s post came before, so that does not come again', async () => {
    await call('subscribe', { at: 'general', zone: 'UTC', time: '7:00' })
    await post('general')
    await call('unsubscribe', {})
    await call('subscribe', { at: 'feeds', zone: 'UTC', time: '18:00' })
    await press(await open('feeds'), /^Move here/)
    expect(await yearsIn('general')).toEqual([2028])
  })

  it('and comes back within the day without another post', async () => {
    await call('subscribe', { at: 'feeds', zone: 'UTC', time: '7:00' })
    await post('feeds')
    const here = await press(await open('feeds'), /^Move here/)
    await pick(here, /^Move to/, 'feeds')
    await call('settings', { at: 'feeds', time: '20:00' })
    expect(await yearsIn('feeds')).toEqual([2028])
  })

  /** The years of the next posts. Temporal's values have no fields that an assertion could compare. */
  const yearsIn = async (thread: string) => (await activeIn(thread)).map(({ next }) => next.occurrence.year)
  const next = Temporal.PlainDate.from('2028-01-07')
  /** Posts to the place on the day, as the dispatcher does. */
  async function post(thread: string): Promise<void> {
    const [group] = await activeIn(thread)
    if (!group) throw new Error('not subscribed')
    const due = group.next
    const at = Temporal.Instant.from('2028-01-07T07:00:00Z')
    const expiresAt = due.at.add({ hours: 24 })
    await chat.store.openGroup({ group, due, expiresAt, next: { occurrence: next, at }, limit: 9 })
    chat.at('2027-01-07T12:00:00Z')
    const lease = { owner: 'a', until: Temporal.Instant.from('2027-01-07T12:01:00Z') }
    const [delivery] = await chat.store.claim({ platform: 'fake', now: due.at, lease, limit: 1 })
    if (delivery) await chat.store.settle(delivery, 'a', { state: 'sent', messageId: 'm' })
  }
})
