// Checks that /language, /export and /forget say which part of a chat they mean, and offer the other one.

import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, it } from 'vitest'
import { changePostOptions } from '../../../src/core/delivery/post-options.ts'
import type { Message } from '../../../src/core/message/message.ts'
import type { Caller } from '../../../src/core/ports.ts'
import { type Chat, caller, choicesOf, createChat, textOf } from '../bundled.ts'

const server = { platform: 'fake', chat: 's' }
const feeds = { ...server, thread: '2' }
const member: Caller = {
  ...caller,
  chat: { ...server, thread: '1' },
  kind: 'server',
  places: {
    here: async () => ({ address: { ...server, thread: '1' }, name: '#general' }),
    find: async id => (id === '2' ? { address: feeds, name: '#feeds' } : undefined),
  },
}
const inFeeds: Caller = { ...member, chat: feeds }
const inTopic: Caller = { ...member, kind: 'topic' }
const inGroup: Caller = { ...caller, kind: 'group' }
const inChannel: Caller = { ...caller, kind: 'channel' }

let chat: Chat
beforeEach(async () => {
  chat = await createChat()
})
const labelsOf = (message: Message) => choicesOf(message).map(({ label }) => label)
async function press(message: Message, label: string, who: Caller = member): Promise<Message> {
  const choice = choicesOf(message).find(each => each.label === label)
  if (choice?.type !== 'run') throw new Error(`${label} is not among ${labelsOf(message).join(', ')}`)
  return chat.bot.answer(choice.call, who)
}
const languages = async () => [
  await chat.store.ownLanguageOf(server),
  await chat.store.ownLanguageOf(member.chat),
  await chat.store.ownLanguageOf(feeds),
]

describe('/language in a channel of a server', () => {
  it('changes the whole server, and says so', async () => {
    const answer = await chat.say('/language vi', member)
    expect(textOf(answer)).toBe('Từ nay ngôn ngữ của máy chủ này là: Tiếng Việt.')
    expect(await languages()).toEqual(['vi', undefined, undefined])
    expect(labelsOf(answer)).toEqual(['English', 'ភាសាខ្មែរ', 'Chỉ kênh này', 'Theo ngôn ngữ của từng người'])
    expect(textOf(await chat.say('/help', inFeeds))).toContain('Các lệnh')
  })

  it('can mean only this channel: the server has what it had before', async () => {
    await chat.say('/language km', member)
    const answer = await press(await chat.say('/language vi', member), 'Chỉ kênh này')
    expect(textOf(answer)).toBe(
      'Từ nay ngôn ngữ của kênh này là: Tiếng Việt.\nNgôn ngữ của máy chủ này: ភាសាខ្មែរ.',
    )
    expect(await languages()).toEqual(['km', 'vi', undefined])
    expect(textOf(await chat.say('/help', member))).toContain('Các lệnh')
    expect(textOf(await chat.say('/help', inFeeds))).toMatch(/\p{Script=Khmer}/u)
  })

  it('takes the server’s back to none if it had none, and not if somebody has changed it since', async () => {
    await press(await chat.say('/language vi', member), 'Chỉ kênh này')
    expect(await languages()).toEqual([undefined, 'vi', undefined])
    const elsewhere = await chat.say('/language vi', inFeeds)
    await chat.say('/language km', inFeeds)
    await press(elsewhere, 'Chỉ kênh này', inFeeds)
    expect(await languages()).toEqual(['km', 'vi', 'vi'])
  })

  it('changes the channel if that has its own, and offers the server and to take it back', async () => {
    await chat.store.setLanguage(server, 'vi')
    await chat.store.setLanguage(member.chat, 'km')
    const answer = await chat.say('/language en', member)
    expect(textOf(answer)).toBe('Language of this channel from now on: English.')
    expect(await languages()).toEqual(['vi', 'en', undefined])
    expect(labelsOf(answer)).toEqual(['Tiếng Việt', 'ភាសាខ្មែរ', 'All of this server', 'Same as this server'])
    const taken = await press(answer, 'Same as this server')
    expect(textOf(taken)).toBe('Từ nay kênh này lại dùng ngôn ngữ của máy chủ này: Tiếng Việt.')
    expect(await languages()).toEqual(['vi', undefined, undefined])
  })

  it('gives the whole server the language of a channel, which then has none of its own', async () => {
    await chat.store.setLanguage(member.chat, 'km')
    await press(await chat.say('/language en', member), 'All of this server')
    expect(await languages()).toEqual(['en', undefined, undefined])
  })

  it('without a language says which there are, and lets people choose for either', async () => {
    await chat.say('/language en', member)
    const ofServer = await chat.say('/language', member)
    expect(textOf(ofServer)).toBe('Language of this server: English. Which one would you like?')
    const ofChannel = await press(ofServer, 'Only this channel')
    expect(textOf(ofChannel)).toContain('Language of this channel: English.')
    await press(ofChannel, 'Tiếng Việt')
    expect(await languages()).toEqual(['en', 'vi', undefined])
    const both = await chat.say('/language', member)
    expect(textOf(both)).toBe(
      'Ngôn ngữ của kênh này: Tiếng Việt. Bạn muốn dùng ngôn ngữ nào?\nNgôn ngữ của máy chủ này: English.',
    )
    await press(await press(both, 'Toàn bộ máy chủ này'), 'ភាសាខ្មែរ')
    expect(await languages()).toEqual(['km', undefined, undefined])
  })

  it('means a channel that is named, in the language of this one, and its choices too', async () => {
    const answer = await chat.bot.answer({ command: 'language', args: { language: 'vi', at: '2' } }, member)
    expect(textOf(answer)).toBe('Language of #feeds from now on: Tiếng Việt.')
    expect(await languages()).toEqual([undefined, undefined, 'vi'])
    await press(answer, 'ភាសាខ្មែរ')
    expect(await languages()).toEqual([undefined, undefined, 'km'])
    expect(textOf(await press(answer, 'Same as this server'))).toContain(
      'In #feeds the language is that of this server',
    )
    expect(await languages()).toEqual([undefined, undefined, undefined])
  })

  it('is for admins only', async () => {
    const reader = { ...member, isAdmin: () => false }
    const calls: Record<string, string>[] = [{ language: 'vi', scope: 'place' }, { scope: 'same' }]
    for (const args of calls)
      expect(textOf(await chat.bot.answer({ command: 'language', args }, reader))).toContain(
        'Only the admins',
      )
    expect(await languages()).toEqual([undefined, undefined, undefined])
  })
})

describe('/settings of a channel', () => {
  it('asks and says whose language it changes, as /language does', async () => {
    await chat.say('/subscribe', member)
    await chat.say('/subscribe', inFeeds)
    const here = await chat.bot.answer({ command: 'settings', args: { ask: 'language' } }, member)
    expect(textOf(here)).toContain('Language of this server: English.')
    const there = await chat.bot.answer({ command: 'settings', args: { ask: 'language', at: '2' } }, member)
    expect(textOf(there)).toContain('Language of #feeds: English.')
    await press(there, 'Tiếng Việt')
    expect(await languages()).toEqual(['en', undefined, 'vi'])
    const settings = await chat.bot.answer({ command: 'settings', args: { at: '2' } }, member)
    expect(textOf(settings)).toContain('Language: Tiếng Việt')
  })
})

describe('the posts of a channel with its own language', () => {
  it('are in it, and subscribing in a channel sets that of the server if it has none', async () => {
    await chat.store.setLanguage(feeds, 'km')
    await chat.say('/subscribe', { ...inFeeds, locale: 'vi' })
    await chat.say('/subscribe', { ...member, locale: 'vi' })
    expect(await languages()).toEqual(['vi', undefined, 'km'])
  })
})

describe('/export in a channel of a server', () => {
  const rowsIn = ({ file }: Message) => JSON.parse(new TextDecoder().decode(file?.data))

  it('gives what is stored about the server, says so, and offers the channel alone', async () => {
    for (const who of [member, inFeeds]) await chat.say('/subscribe', who)
    const answer = await chat.say('/export', member)
    expect(textOf(answer)).toBe('This is everything stored about this server.')
    expect(rowsIn(answer).subscriptions).toHaveLength(2)
    expect(labelsOf(answer)).toEqual(['Only this channel'])
    const ofChannel = await press(answer, 'Only this channel')
    expect(textOf(ofChannel)).toBe('This is everything stored about this channel.')
    expect(rowsIn(ofChannel).subscriptions).toMatchObject([{ thread: '1' }])
    expect(rowsIn(await press(ofChannel, 'All of this server')).subscriptions).toHaveLength(2)
  })

  it('means a channel that is named, even if it is posted for everybody to see', async () => {
    for (const who of [member, inFeeds]) await chat.say('/subscribe', who)
    const answer = await chat.bot.answer({ command: 'export', args: { at: '2' } }, member)
    expect(textOf(answer)).toBe('This is everything stored about #feeds.')
    const notSent = answer.file?.notices?.notSent
    if (!notSent) return expect.fail('no notice')
    const posted = await press(notSent, 'Post it here')
    expect(posted.isPrivate).toBeUndefined()
    expect(rowsIn(posted).subscriptions).toMatchObject([{ thread: '2' }])
  })

  it('of a channel with nothing offers the server', async () => {
    await chat.say('/subscribe', inFeeds)
    const answer = await press(await chat.say('/export', member), 'Only this channel')
    expect(textOf(answer)).toBe('Nothing is stored about this channel.')
    expect(labelsOf(answer)).toEqual(['All of this server'])
  })
})

describe('/forget in a channel of a server', () => {
  beforeEach(async () => {
    for (const who of [member, inFeeds]) await chat.say('/subscribe', who)
  })

  it('says what is stored about both, and erases one of them', async () => {
    const question = await chat.say('/forget', member)
    expect(textOf(question)).toBe(
      [
        'Stored about this channel: 1 subscription.',
        'Stored about this server: 2 subscriptions, the language.',
        'Which shall I erase? The posts end, and it cannot be undone.',
      ].join('\n'),
    )
    expect(labelsOf(question)).toEqual(['Forget this channel', 'Forget this server'])
    const done = await press(question, 'Forget this channel')
    expect(textOf(done)).toBe('Everything stored about this channel is erased.')
    expect(await chat.store.threadsOf(server)).toEqual([feeds])
    const really = await press(question, 'Forget this server')
    expect(textOf(really)).toContain('Really?')
    expect(await chat.store.threadsOf(server)).toEqual([feeds])
    expect(textOf(await press(really, 'Forget this server'))).toContain('about this server is erased')
    expect(Object.values(await chat.store.rowsOf(server)).flat()).toEqual([])
  })

  it('erases a channel that is named, from another one', async () => {
    const question = await chat.bot.answer({ command: 'forget', args: { at: '2' } }, member)
    expect(textOf(question)).toMatch(/^Stored about #feeds: 1 subscription\.\nShall I erase it\?/)
    expect(labelsOf(question)).toEqual(['Forget #feeds'])
    await press(question, 'Forget #feeds')
    expect(await chat.store.threadsOf(server)).toEqual([member.chat])
  })

  it('says how much is lost with the whole server before it asks again', async () => {
    await chat.say('/unsubscribe', member)
    await chat.say('/subscribe front-founding', inFeeds)
    await chat.say('/subscribe journey-1977', member)
    const question = await press(await chat.say('/forget', member), 'Forget this server')
    expect(textOf(question)).toBe(
      'This erases everything about all of this server: 3 subscriptions in 2 channels, the language. Really? ' +
        'The posts end, and it cannot be undone.',
    )
  })

  it('counts what has ended only where nothing else runs, and names role and language', async () => {
    await chat.say('/unsubscribe', member)
    await chat.say('/language vi scope:place', member)
    await changePostOptions(
      { place: member.chat, wish: { role: '1' }, now: Temporal.Now.instant() },
      chat.store,
    )
    const english = { command: 'forget', args: { in: 'en' } }
    expect(textOf(await chat.bot.answer(english, member)).split('\n')[0]).toBe(
      'Stored about this channel: 1 ended subscription, the language, role and publishing.',
    )
  })

  it('means the whole server with a button of an earlier version', async () => {
    await chat.bot.answer({ command: 'forget', args: { sure: 'yes' } }, member)
    expect(Object.values(await chat.store.rowsOf(server)).flat()).toEqual([])
  })

  it('offers only the server if nothing is stored about the channel', async () => {
    await chat.store.forget(member.chat)
    const question = await chat.say('/forget', member)
    expect(textOf(question)).toContain('Nothing is stored about this channel.')
    expect(labelsOf(question)).toEqual(['Forget this server'])
  })

  it('erases nothing where the place of the button is gone', async () => {
    await chat.bot.answer({ command: 'forget', args: { sure: 'yes', scope: 'place', at: '404' } }, member)
    const whole = { ...member, chat: server }
    await chat.bot.answer({ command: 'forget', args: { sure: 'yes', scope: 'place' } }, whole)
    expect(await chat.store.threadsOf(server)).toHaveLength(2)
  })
})

it('/forget in the General topic, which has no address of its own, names the whole group', async () => {
  const inGeneral: Caller = { ...inGroup, ...(member.places && { places: member.places }) }
  await chat.say('/subscribe', inGeneral)
  const question = await chat.say('/forget', inGeneral)
  expect(textOf(question)).toContain('Stored about this group: 1 subscription')
  expect(labelsOf(question)).toEqual(['Forget this group'])
})

describe('the names of the two', () => {
  it.each([
    ['a topic', inTopic, 'this group', ['Only this topic']],
    ['a group without topics', inGroup, 'this chat', []],
    ['the General topic', { ...inGroup, places: member.places as never }, 'this group', []],
    ['a channel', inChannel, 'this chat', []],
    ['a private chat', caller, 'this chat', []],
  ])('fit %s', async (_, who: Caller, whole, others) => {
    await chat.say('/subscribe', who)
    const exported = await chat.say('/export', who)
    expect(textOf(exported)).toBe(`This is everything stored about ${whole}.`)
    expect(labelsOf(exported)).toEqual(others)
    const asked = await chat.say('/language', who)
    expect(textOf(asked)).toBe(`Language of ${whole}: English. Which one would you like?`)
    expect(labelsOf(asked).slice(2)).toEqual([...others, 'Each person’s own'])
  })
})

describe('words that a command does not know', () => {
  it.each(['/export please', '/forget everything please', '/language please vi'])(
    'are no hidden option: %s',
    async line => {
      await chat.say('/subscribe', member)
      expect(textOf(await chat.say(line, member))).not.toContain('scope')
    },
  )

  it.each(['export', 'upcoming', 'privacy'])('are left out, and /%s says so', async name => {
    const answer = textOf(await chat.say(`/${name} foo`, member))
    expect(answer).toContain(`“foo” was left out: /${name} takes no words.`)
    expect(answer).toContain(textOf(await chat.say(`/${name}`, member)))
  })
})
